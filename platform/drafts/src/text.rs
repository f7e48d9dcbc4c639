// SPDX-License-Identifier: EUPL-1.2
use std::panic::{AssertUnwindSafe, catch_unwind};

use yrs::updates::decoder::Decode as _;
use yrs::updates::encoder::Encode as _;
use yrs::{
    ClientID, Doc, GetString as _, OffsetKind, Options, ReadTxn as _, StateVector, Text as _,
    Transact as _, Update,
};

/// The name under which Yjs finds the text in its document.
pub const NAME: &str = "text";
/// Most bytes of text in a draft: some seventy pages.
pub const MOST_TEXT: usize = 200_000;
/// Most bytes of a draft with all that Yjs remembers of what was deleted.
pub const MOST_STATE: usize = 4 * 1024 * 1024;

/// Why an update was not taken. The draft stays as it was, but for `Broke`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// It does not read as an update.
    #[error("not an update of Yjs")]
    Malformed,
    /// With it the text would be longer than [`MOST_TEXT`].
    #[error("the text would be too long")]
    TooLong,
    /// With it the draft would be larger than [`MOST_STATE`].
    #[error("the draft would be too large")]
    Full,
    /// Taking it in came to grief halfway: the draft must be read again from what is kept.
    #[error("taking it in came to grief")]
    Broke,
}

/// The text of a draft, as it merges what all type.
pub struct Draft {
    doc: Doc,
    /// The text has at most so many bytes: counted anew when that bound comes near the limit.
    at_most: usize,
    /// The same for the whole.
    weighs_at_most: usize,
}

impl Draft {
    /// An empty draft. `client` tells what this side types from what others type: a number of at
    /// most 32 bits that no other side has.
    pub fn new(client: u32) -> Self {
        let options = Options {
            offset_kind: OffsetKind::Utf16,
            ..Options::with_client_id(ClientID::new(u64::from(client)))
        };
        let doc = Doc::with_options(options);
        doc.get_or_insert_text(NAME);
        Self {
            doc,
            at_most: 0,
            weighs_at_most: 0,
        }
    }

    /// A draft with what was kept of it.
    ///
    /// # Errors
    /// `NotTaken` when what was kept is damaged.
    pub fn read(client: u32, updates: &[Vec<u8>]) -> Result<Self, NotTaken> {
        let mut draft = Self::new(client);
        for update in updates {
            draft.merge(update)?;
        }
        draft.measure();
        Ok(draft)
    }

    /// Takes in what somebody typed.
    ///
    /// # Errors
    /// Why it was not taken.
    pub fn apply(&mut self, update: &[u8]) -> Result<(), NotTaken> {
        let size = update.len();
        // A character that is added takes at least its bytes in the update.
        if self.at_most + size > MOST_TEXT || self.weighs_at_most + size > MOST_STATE {
            self.measure();
            if self.weighs_at_most + size > MOST_STATE {
                return Err(NotTaken::Full);
            }
            if self.at_most + size > MOST_TEXT {
                self.try_on_a_copy(update)?;
            }
        }
        self.merge(update)?;
        self.at_most += size;
        self.weighs_at_most += size;
        Ok(())
    }

    /// Puts a text in the place of what stands there, as something that this side typed.
    pub fn replace(&mut self, text: &str) {
        let field = self.doc.get_or_insert_text(NAME);
        let mut transaction = self.doc.transact_mut();
        let length = field.len(&transaction);
        field.remove_range(&mut transaction, 0, length);
        field.insert(&mut transaction, 0, text);
        drop(transaction);
        self.measure();
    }

    /// The text as it stands.
    pub fn text(&self) -> String {
        let field = self.doc.get_or_insert_text(NAME);
        field.get_string(&self.doc.transact())
    }

    /// The whole draft as one update.
    pub fn state(&self) -> Vec<u8> {
        let transaction = self.doc.transact();
        transaction.encode_state_as_update_v1(&StateVector::default())
    }

    /// What this side has, for others to answer with what it lacks.
    pub fn has(&self) -> Vec<u8> {
        self.doc.transact().state_vector().encode_v1()
    }

    /// What somebody lacks who has this much.
    ///
    /// # Errors
    /// `NotTaken::Malformed` when that does not read.
    pub fn lacking(&self, has: &[u8]) -> Result<Vec<u8>, NotTaken> {
        plausible(has)?;
        let read = || {
            let has = StateVector::decode_v1(has).ok()?;
            Some(self.doc.transact().encode_state_as_update_v1(&has))
        };
        let answer = catch_unwind(AssertUnwindSafe(read));
        answer.ok().flatten().ok_or(NotTaken::Malformed)
    }

    fn merge(&mut self, update: &[u8]) -> Result<(), NotTaken> {
        plausible(update)?;
        // Numbers in an update may be anything, and arithmetic that overflows ends a thread.
        let read = catch_unwind(|| Update::decode_v1(update).ok());
        let update = read.ok().flatten().ok_or(NotTaken::Malformed)?;
        let apply = || self.doc.transact_mut().apply_update(update);
        match catch_unwind(AssertUnwindSafe(apply)) {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(NotTaken::Broke),
        }
    }

    fn try_on_a_copy(&self, update: &[u8]) -> Result<(), NotTaken> {
        let mut copy = Self::new(0);
        copy.merge(&self.state())?;
        copy.merge(update)?;
        let (before, after) = (self.text().len(), copy.text().len());
        // What takes something away is welcome in a text that is too long.
        if after > MOST_TEXT && after >= before {
            return Err(NotTaken::TooLong);
        }
        Ok(())
    }

    fn measure(&mut self) {
        self.at_most = self.text().len();
        self.weighs_at_most = self.state().len();
    }
}

/// Several updates as one.
///
/// # Errors
/// `NotTaken::Malformed` when one of them does not read.
pub fn as_one(updates: &[Vec<u8>]) -> Result<Vec<u8>, NotTaken> {
    if let [one] = updates {
        return Ok(one.clone());
    }
    let merge = || yrs::merge_updates_v1(updates).ok();
    let merged = catch_unwind(AssertUnwindSafe(merge));
    merged.ok().flatten().ok_or(NotTaken::Malformed)
}

/// Refuses what makes room for more than can follow.
fn plausible(bytes: &[u8]) -> Result<(), NotTaken> {
    // Both begin with a count of what follows, and room is made for so many at once.
    let mut rest = bytes;
    let count = crate::wire::whole(&mut rest).map_err(|_malformed| NotTaken::Malformed)?;
    let room = u64::try_from(rest.len()).unwrap_or(u64::MAX);
    (count <= room).then_some(()).ok_or(NotTaken::Malformed)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What a browser sends when somebody types this in an empty draft.
    fn typed(client: u32, text: &str) -> Vec<u8> {
        let mut side = Draft::new(client);
        side.replace(text);
        side.state()
    }

    #[test]
    fn what_two_type_at_once_is_all_there_on_both_sides() {
        let (mut ours, mut theirs) = (Draft::new(1), Draft::new(2));
        ours.replace("De kade houdt. 🌊");
        theirs.apply(&ours.state()).unwrap();
        ours.apply(&typed(3, "Pompen staan klaar. ")).unwrap();
        theirs.apply(&typed(4, "Weg N271 dicht. ")).unwrap();
        let lacking = ours.lacking(&theirs.has()).unwrap();
        theirs.apply(&lacking).unwrap();
        ours.apply(&theirs.lacking(&ours.has()).unwrap()).unwrap();
        assert_eq!(ours.text(), theirs.text());
        for part in [
            "De kade houdt. 🌊",
            "Pompen staan klaar. ",
            "Weg N271 dicht. ",
        ] {
            assert!(ours.text().contains(part), "{}", ours.text());
        }
    }

    #[test]
    fn what_was_kept_in_pieces_is_the_same_text() {
        let mut draft = Draft::new(1);
        draft.replace("eerst");
        let first = draft.state();
        draft.replace("daarna");
        let pieces = [first, draft.state()];
        assert_eq!(Draft::read(2, &pieces).unwrap().text(), "daarna");
        let one = as_one(&pieces).unwrap();
        assert_eq!(Draft::read(2, &[one]).unwrap().text(), "daarna");
    }

    #[test]
    fn the_same_update_twice_is_taken_once() {
        let mut draft = Draft::new(1);
        let update = typed(2, "een");
        draft.apply(&update).unwrap();
        draft.apply(&update).unwrap();
        assert_eq!(draft.text(), "een");
    }

    #[test]
    fn a_text_that_would_be_too_long_is_not_taken_and_can_be_shortened() {
        let mut draft = Draft::new(1);
        draft
            .apply(&typed(2, &"a".repeat(MOST_TEXT - 100)))
            .unwrap();
        assert_eq!(
            draft.apply(&typed(3, &"b".repeat(200))),
            Err(NotTaken::TooLong)
        );
        assert!(!draft.text().contains('b'));
        let mut other = Draft::new(4);
        other.apply(&draft.state()).unwrap();
        other.replace("kort");
        draft.apply(&other.state()).unwrap();
        assert_eq!(draft.text(), "kort");
    }

    #[test]
    fn what_is_no_update_is_not_taken() {
        let mut draft = Draft::new(1);
        draft.replace("blijft");
        // The last one says that four thousand million clients follow.
        for bad in [
            &b""[..],
            b"\x01",
            b"\xff\xff\xff\xff\x0f",
            b"\xff\xff\xff\xff\x0f\x00\x00",
        ] {
            assert_eq!(draft.apply(bad), Err(NotTaken::Malformed), "{bad:?}");
            assert_eq!(draft.lacking(bad), Err(NotTaken::Malformed), "{bad:?}");
        }
        assert_eq!(draft.text(), "blijft");
    }

    proptest! {
        #[test]
        fn no_bytes_end_the_thread(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let mut draft = Draft::new(1);
            draft.replace("blijft");
            let _ = draft.apply(&bytes);
            let _ = draft.lacking(&bytes);
        }

        #[test]
        fn a_changed_byte_ends_nothing(place in 0usize..60, byte in any::<u8>()) {
            let mut update = typed(2, "De kade houdt. Pompen staan klaar.");
            if let Some(at) = update.get_mut(place) {
                *at = byte;
            }
            let _ = Draft::new(1).apply(&update);
        }
    }
}
