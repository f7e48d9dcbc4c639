// SPDX-License-Identifier: EUPL-1.2
//! The kinds of stream in this module.

pub mod access;
pub mod circle;
pub mod function;
pub mod keys;
