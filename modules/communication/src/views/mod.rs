// SPDX-License-Identifier: EUPL-1.2
//! The pages of public communication.

mod alert;
mod all;
mod area;
mod board;
mod contacts;
mod crisis;
mod message;
mod outputs;
mod overview;
mod public;
mod public_feed;
mod public_page;
mod says;
mod signals;
mod signs;

pub use all::ALL;
pub use public::PUBLIC;
