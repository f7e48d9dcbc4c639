// SPDX-License-Identifier: EUPL-1.2
//! One file per command.

pub mod bench;
pub mod bless;
pub mod build;
pub mod check;
pub mod run;
pub mod test;
pub mod tidy;
