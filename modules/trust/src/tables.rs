// SPDX-License-Identifier: EUPL-1.2
//! Read tables of trust.

use paraat_contract::{Table, flag, text, whole};

/// Node keys that organisations let sign; one row an incarnation, part `incarnation/{number}`.
pub static KEY: Table = Table {
    name: "trust_key",
    columns: &[
        flag("organisation"),
        whole("incarnation"),
        text("node_key"),
        text("root_key"),
        text("since"),
    ],
};

/// Circles that organisations made, one row a stream.
pub static CIRCLE: Table = Table {
    name: "trust_circle",
    columns: &[flag("owner"), text("name"), text("purpose")],
};

/// Who is in which circle now; part `member/{organisation}`. `circle` is the address of the
/// circle's stream, as `paraat_kernel::Circle::Made` carries it.
pub static MEMBER: Table = Table {
    name: "trust_member",
    columns: &[flag("circle"), flag("organisation"), text("since")],
};

/// Functions that are lent now; part is the name of the function.
pub static FUNCTION: Table = Table {
    name: "trust_function",
    columns: &[
        flag("account"),
        text("function"),
        text("since"),
        text("until"),
    ],
};

/// The sealed compartments that accounts were let into; part is the name of the compartment.
pub static ACCESS: Table = Table {
    name: "trust_access",
    columns: &[flag("account"), text("compartment"), text("since")],
};
