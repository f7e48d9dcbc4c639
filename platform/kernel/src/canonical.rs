// SPDX-License-Identifier: EUPL-1.2
//! Canonical JSON for what is hashed and kept for ever: keys sorted, no white space, integers
//! and strings only (docs/envelope.md). Bytes are hashed as stored and never re-serialised.

use serde::Serialize;
use serde_json::Value;

/// Why a value has no canonical form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotCanonical {
    /// A number that is not an integer: write quantities as decimal strings.
    #[error("a number with a fraction: {0}")]
    Fraction(String),
    /// A null: leave the field out.
    #[error("a null; leave the field out")]
    Null,
    /// A boolean: write a word that says what is so.
    #[error("a boolean; write a word")]
    Boolean,
    /// The value cannot be written as JSON at all.
    #[error("not JSON: {0}")]
    Json(String),
    /// Bytes that are JSON, but not in canonical form.
    #[error("JSON, but not in canonical form")]
    Form,
}

/// The canonical bytes of a value.
pub fn to_bytes(value: &impl Serialize) -> Result<Vec<u8>, NotCanonical> {
    // serde_json's map is a BTreeMap (feature preserve_order is off), so keys come sorted.
    let tree = serde_json::to_value(value).map_err(|e| NotCanonical::Json(e.to_string()))?;
    check(&tree)?;
    serde_json::to_vec(&tree).map_err(|e| NotCanonical::Json(e.to_string()))
}

/// True JSON in canonical form, else why not: what a partner sent is checked before it is kept.
pub fn check_bytes(bytes: &[u8]) -> Result<Value, NotCanonical> {
    let tree: Value =
        serde_json::from_slice(bytes).map_err(|e| NotCanonical::Json(e.to_string()))?;
    check(&tree)?;
    let again = serde_json::to_vec(&tree).map_err(|e| NotCanonical::Json(e.to_string()))?;
    if again == bytes {
        Ok(tree)
    } else {
        Err(NotCanonical::Form)
    }
}

fn check(value: &Value) -> Result<(), NotCanonical> {
    match value {
        Value::Null => Err(NotCanonical::Null),
        Value::Number(n) if !n.is_i64() && !n.is_u64() => {
            Err(NotCanonical::Fraction(n.to_string()))
        }
        Value::Array(items) => items.iter().try_for_each(check),
        Value::Object(fields) => fields.values().try_for_each(check),
        Value::Bool(_) => Err(NotCanonical::Boolean),
        Value::Number(_) | Value::String(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn keys_are_sorted_and_nothing_is_padded() {
        let bytes = to_bytes(&json!({"b": 1, "a": {"d": "x", "c": ["y", 2]}})).unwrap();
        assert_eq!(
            String::from_utf8(bytes).unwrap(),
            r#"{"a":{"c":["y",2],"d":"x"},"b":1}"#
        );
    }

    #[test]
    fn fractions_nulls_and_booleans_have_no_canonical_form() {
        assert!(matches!(
            to_bytes(&json!({"a": 1.5})),
            Err(NotCanonical::Fraction(_))
        ));
        assert_eq!(to_bytes(&json!({"a": null})), Err(NotCanonical::Null));
        assert_eq!(to_bytes(&json!({"a": true})), Err(NotCanonical::Boolean));
    }

    #[test]
    fn bytes_in_another_form_are_named() {
        assert_eq!(check_bytes(br#"{"b":1,"a":2}"#), Err(NotCanonical::Form));
        assert_eq!(check_bytes(br#"{"a": 2}"#), Err(NotCanonical::Form));
        assert_eq!(check_bytes(br#"{"a":2,"a":2}"#), Err(NotCanonical::Form));
        assert!(check_bytes(b"{").is_err());
        assert!(check_bytes(br#"{"a":2,"b":1}"#).is_ok());
    }

    proptest! {
        #[test]
        fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = check_bytes(&bytes);
        }

        #[test]
        fn what_we_write_is_canonical(
            map in prop::collection::btree_map(".*", any::<i64>(), 0..20)
        ) {
            let bytes = to_bytes(&map).unwrap();
            prop_assert!(check_bytes(&bytes).is_ok());
        }
    }
}
