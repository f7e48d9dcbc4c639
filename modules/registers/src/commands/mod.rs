// SPDX-License-Identifier: EUPL-1.2
//! What can be asked, one file a verb.

pub mod correct;
pub mod import;
pub mod retract;
