// SPDX-License-Identifier: EUPL-1.2
//! All figures, in order.

mod alerts;
mod batches;
mod boxes;
mod lists;
mod matrix;
mod pages;
mod past;
mod public;
mod pushed;
mod rebuild;
mod start;
mod typed;
mod writes;

use crate::figure::Figure;
use crate::scratch::Scratch;
use crate::{Effort, Outcome};

type Measure = fn(&Scratch, &Effort) -> Outcome<Vec<Figure>>;

/// Number, what it is about, how it is measured.
pub const ALL: &[(&str, &str, Measure)] = &[
    (
        "1",
        "16 clients over HTTP against PostgreSQL",
        writes::crowd,
    ),
    (
        "2",
        "one client over HTTP against bare SQLite",
        writes::single,
    ),
    (
        "3",
        "the writer in batches of 256 against bare SQLite",
        batches::measure,
    ),
    (
        "4",
        "pages with a hundred times the history",
        pages::measure,
    ),
    ("5", "rebuild against bare inserts", rebuild::measure),
    ("6", "start and memory with a long ledger", start::measure),
    ("7", "a long list out while it is sent", lists::out),
    ("8", "a list in against bare inserts", lists::take),
    (
        "9",
        "cells of the matrix against nodes of the tree",
        matrix::measure,
    ),
    (
        "10",
        "the picture of random moments against the picture now",
        past::measure,
    ),
    (
        "11",
        "objects in random boxes against pygeoapi and a bare R-tree",
        boxes::measure,
    ),
    (
        "12",
        "a picture pushed to thousands against y-websocket and nats-server",
        pushed::measure,
    ),
    (
        "13",
        "fifty who type in one text against Hocuspocus",
        typed::measure,
    ),
    (
        "14",
        "alerts against lxml with the schema of OASIS",
        alerts::measure,
    ),
    ("15", "the public page against nginx", public::measure),
];
