// SPDX-License-Identifier: EUPL-1.2
//! What can be asked, one file a verb.

pub mod admit;
pub mod close;
pub mod delegate;
pub mod end_function;
pub mod lend;
pub mod let_in;
pub mod make;
pub mod shut_out;
