// SPDX-License-Identifier: EUPL-1.2
//! The read tables of public communication.

use paraat_contract::{Table, flag, text, whole};

/// Messages as they stand, one row each.
pub static MESSAGE: Table = Table {
    name: "communication_message",
    columns: &[
        flag("incident"),
        text("authority"),
        text("sender"),
        text("language"),
        text("area"),
        text("as_of"),
        text("next_update"),
        flag("standing"),
        whole("revision"),
        text("pending"),
        text("said"),
        text("title"),
        text("what"),
        text("todo"),
        text("meaning"),
        text("groups"),
    ],
};

/// The same in other languages.
pub static VARIANT: Table = Table {
    name: "communication_variant",
    columns: &[
        flag("message"),
        text("language"),
        whole("of"),
        text("title"),
        text("what"),
        text("todo"),
        text("meaning"),
        text("groups"),
    ],
};

/// What the public reads, a row a language. Of the public class: everybody sees it.
pub static PUBLISHED: Table = Table {
    name: "communication_published",
    columns: &[
        flag("message"),
        flag("language"),
        text("source"),
        text("older"),
        text("authority"),
        text("sender"),
        text("area"),
        text("as_of"),
        text("next_update"),
        flag("standing"),
        text("reason"),
        whole("revision"),
        text("published"),
        text("title"),
        text("what"),
        text("todo"),
        text("meaning"),
        text("groups"),
    ],
};

/// Alerts as they stand, one row each. Without an area the sides are empty.
pub static ALERT: Table = Table {
    name: "communication_alert",
    columns: &[
        flag("incident"),
        text("title"),
        flag("standing"),
        text("purpose"),
        text("category"),
        text("response"),
        text("urgency"),
        text("severity"),
        text("certainty"),
        text("area"),
        whole("radius"),
        text("expires"),
        text("more"),
        whole("revision"),
        whole("handed"),
        text("writer"),
        text("ordered_by"),
        text("sender"),
        text("review_by"),
        text("reviewed"),
        text("objection"),
        text("confirmed_by"),
        text("sent"),
        text("reference"),
        text("said"),
        text("geometry"),
        whole("west"),
        whole("south"),
        whole("east"),
        whole("north"),
    ],
};

/// What an alert says, a row a language.
pub static ALERT_TEXT: Table = Table {
    name: "communication_alert_text",
    columns: &[text("language"), text("title"), text("what"), text("todo")],
};

/// What was handed over, frozen. Of the public class: feeds carry it.
pub static HANDED: Table = Table {
    name: "communication_handed",
    columns: &[
        flag("alert"),
        flag("identifier"),
        text("title"),
        text("standing"),
        text("live"),
        text("purpose"),
        text("expires"),
        text("sent"),
        text("short"),
        text("cap"),
    ],
};

/// How it stands with each target of an alert.
pub static DELIVERY: Table = Table {
    name: "communication_delivery",
    columns: &[
        flag("alert"),
        text("target"),
        text("outcome"),
        text("detail"),
        text("at"),
        whole("handed"),
        whole("tries"),
    ],
};

/// Numbers and addresses that may stand in public text.
pub static CONTACT: Table = Table {
    name: "communication_contact",
    columns: &[
        flag("value"),
        text("sort"),
        text("what"),
        text("desk"),
        text("standing"),
        text("tested"),
        text("until"),
    ],
};

/// Who speaks about what in a crisis, as each organisation has it.
pub static VOICE: Table = Table {
    name: "communication_voice",
    columns: &[
        flag("incident"),
        text("topic"),
        text("authority"),
        text("sender"),
        text("said"),
    ],
};

/// What other organisations say of a message.
pub static SAY: Table = Table {
    name: "communication_say",
    columns: &[
        flag("message"),
        text("verdict"),
        text("text"),
        whole("seen"),
        text("said"),
    ],
};

/// What society asks, says and feels.
pub static SIGNAL: Table = Table {
    name: "communication_signal",
    columns: &[
        flag("incident"),
        text("sort"),
        text("claim"),
        text("place"),
        whole("seen"),
        flag("standing"),
        text("verdict"),
        text("fact"),
        text("answer"),
        text("advice"),
        text("said"),
    ],
};
