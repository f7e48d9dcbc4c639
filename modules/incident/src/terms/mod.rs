// SPDX-License-Identifier: EUPL-1.2
//! The words of the field as data: phases, themes, teams and scales. What they are called on screen
//! stands in the words; where they come from stands here.

pub mod chains;
pub mod colours;
pub mod definitions;
pub mod headings;
pub mod phases;
pub mod roles;
pub mod scales;
pub mod signs;
pub mod teams;
pub mod themes;
