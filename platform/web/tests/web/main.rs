// SPDX-License-Identifier: EUPL-1.2
//! The shell from outside, with a desk and a keeper that do what a test says.

#[cfg(test)]
mod api;
#[cfg(test)]
mod common;
#[cfg(test)]
mod forms;
#[cfg(test)]
mod home;
#[cfg(test)]
mod intake;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod many;
#[cfg(test)]
mod pages;
