// SPDX-License-Identifier: EUPL-1.2
//! Pure rules of authority. Two questions, one function and one const table each:
//! `permit(actor, act)` for doing, `see(audience, class)` for seeing. Default deny: what no row
//! of a table grants is refused. The answer carries its reasons, and the page and the audit show
//! the same ones.

mod permit;
mod see;

pub use permit::{Ability, Act, Reason, Verdict, permit, permit_into};
pub use see::{Audience, Sight, see};
