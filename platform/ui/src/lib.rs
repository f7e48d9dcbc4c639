// SPDX-License-Identifier: EUPL-1.2
//! Pure HTML: page frame, widgets, form reading, words. Nothing here knows a domain, a clock or
//! a database: values in, markup out.

pub mod field;
