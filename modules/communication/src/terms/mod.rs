// SPDX-License-Identifier: EUPL-1.2
//! Vocabularies of crisis communication, as data.

pub mod alerts;
pub mod authorities;
pub mod contacts;
pub mod holding;
pub mod languages;
pub mod plain;
pub mod public_words;
pub mod signals;
pub mod topics;
