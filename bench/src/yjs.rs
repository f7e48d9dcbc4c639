// SPDX-License-Identifier: EUPL-1.2
//! What is said to servers of Yjs: messages of `y-protocols`, pages as updates of a document, and
//! what several people type in one text.

use yrs::updates::decoder::Decode as _;
use yrs::{
    Any, Assoc, ClientID, Doc, IndexedSequence as _, Map as _, MapRef, OffsetKind, Options,
    Text as _, TextRef, Transact as _, Update,
};

use crate::Outcome;
use crate::crisis::Dice;

/// Of so many keys that are pressed one takes a character away.
const ERASES: i64 = 12;
/// Of so many keys that are pressed one is pressed somewhere else in the text.
const MOVES: i64 = 60;
/// From so many characters on as many are taken away as are added: a section has 4,000 at most.
const SECTION: u32 = 3_500;
/// An editor hears of others after so many of its own keys.
const HEARS: usize = 8;
/// What it hears is at least so many keys old.
const LATER: usize = 2;

/// A number in groups of seven bits, lowest first.
fn number(into: &mut Vec<u8>, mut value: usize) {
    while value > 0x7f {
        into.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    into.push(value as u8);
}

/// The message that brings an update.
pub fn update(update: &[u8]) -> Vec<u8> {
    let mut message = vec![0, 2];
    number(&mut message, update.len());
    message.extend_from_slice(update);
    message
}

/// The message that asks for everything.
pub fn ask() -> Vec<u8> {
    vec![0, 0, 1, 0]
}

/// A message for a document with this name, as Hocuspocus wants it.
pub fn about(name: &str, message: &[u8]) -> Vec<u8> {
    let mut all = Vec::new();
    number(&mut all, name.len());
    all.extend_from_slice(name.as_bytes());
    all.extend_from_slice(message);
    all
}

/// The message that says who one is, for Hocuspocus: nobody asks.
pub fn introduction() -> Vec<u8> {
    vec![2, 0, 0]
}

fn document(client: u64) -> Doc {
    Doc::with_options(Options {
        offset_kind: OffsetKind::Utf16,
        ..Options::with_client_id(ClientID::new(client))
    })
}

/// A document in which one page takes the place of another.
pub struct Pages {
    document: Doc,
    map: MapRef,
}

impl Pages {
    /// An empty one.
    pub fn new(client: u64) -> Self {
        let document = document(client);
        let map = document.get_or_insert_map("page");
        Self { document, map }
    }

    /// The message that brings this page.
    pub fn put(&self, page: &[u8]) -> Vec<u8> {
        let mut transaction = self.document.transact_mut();
        self.map
            .insert(&mut transaction, "page", Any::from(page.to_vec()));
        update(&transaction.encode_update_v1())
    }
}

struct Editor {
    document: Doc,
    text: TextRef,
    cursor: u32,
    /// So many characters before the cursor are their own: what two take away at once would be news
    /// of one of them alone.
    own: u32,
    dice: Dice,
}

impl Editor {
    fn new(place: usize) -> Self {
        // Browsers draw numbers of 32 bits.
        let client = 0x8000_0000 + 7_919 * place as u64;
        let document = document(client);
        let text = document.get_or_insert_text("text");
        Self {
            document,
            text,
            cursor: 0,
            own: 0,
            dice: Dice(client),
        }
    }

    /// Presses a key; answers the update.
    fn press(&mut self) -> Vec<u8> {
        let mut transaction = self.document.transact_mut();
        let length = self.text.len(&transaction);
        if self.dice.below(MOVES) == 0 {
            let at = self.dice.below(i64::from(length) + 1);
            (self.cursor, self.own) = (u32::try_from(at).unwrap_or_default(), 0);
        }
        let erases = if length > SECTION { 1 } else { ERASES };
        if self.own > 0 && self.dice.below(erases) == 0 {
            (self.cursor, self.own) = (self.cursor - 1, self.own - 1);
            self.text.remove_range(&mut transaction, self.cursor, 1);
        } else {
            let letters = ["e", "n", "a", "t", "i", "r", "o", "d", " ", "s", "l"];
            let letter = usize::try_from(self.dice.below(11)).unwrap_or_default();
            let letter = letters.get(letter).copied().unwrap_or("e");
            self.text.insert(&mut transaction, self.cursor, letter);
            (self.cursor, self.own) = (self.cursor + 1, self.own + 1);
        }
        transaction.encode_update_v1()
    }

    /// Hears what all typed; the cursor stays behind the same character.
    fn hear(&mut self, merged: &[u8]) -> Outcome<()> {
        let update = Update::decode_v1(merged)?;
        let mut transaction = self.document.transact_mut();
        let stays = self
            .text
            .sticky_index(&transaction, self.cursor, Assoc::Before);
        transaction.apply_update(update)?;
        let now = stays.and_then(|it| it.get_offset(&transaction));
        self.cursor = now.map_or(0, |it| it.index);
        // Others may have typed between them.
        self.own = 0;
        Ok(())
    }
}

/// So many people type so many keys each in one text, in turn: the updates of each round, in the
/// order of the people. What others type is known some keys later, as it is over a network.
pub fn typed(people: usize, keys: usize) -> Outcome<Vec<Vec<Vec<u8>>>> {
    let mut editors: Vec<Editor> = (0..people).map(Editor::new).collect();
    let mut rounds: Vec<Vec<Vec<u8>>> = Vec::new();
    let mut known = 0;
    for round in 0..keys {
        if round % HEARS == 0 && round > LATER {
            let until = round + 1 - LATER;
            let news = rounds.get(known..until).unwrap_or_default().concat();
            let merged = yrs::merge_updates_v1(news)?;
            for editor in &mut editors {
                editor.hear(&merged)?;
            }
            known = until;
        }
        rounds.push(editors.iter_mut().map(Editor::press).collect());
    }
    Ok(rounds)
}

/// Which key it was: the client and its clock, those of what is taken away when nothing is added.
/// `update` is that of one key; none for another message.
pub fn key(update: &[u8]) -> Option<(usize, usize)> {
    let mut rest = update;
    let clients = read(&mut rest)?;
    if clients == 0 {
        // Nothing is added: what is taken away begins with how many clients, and which.
        read(&mut rest)?;
        let client = read(&mut rest)?;
        read(&mut rest)?;
        // Marked, so that it is no other key of the same client.
        return Some((client, read(&mut rest)? | 1 << 40));
    }
    read(&mut rest)?;
    Some((read(&mut rest)?, read(&mut rest)?))
}

/// The update in a message that brings one.
pub fn update_in(message: &[u8]) -> Option<&[u8]> {
    let mut rest = message.strip_prefix(&[0, 2])?;
    let length = read(&mut rest)?;
    rest.get(..length)
}

fn read(rest: &mut &[u8]) -> Option<usize> {
    let mut value = 0;
    for shift in (0..56).step_by(7) {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        value |= usize::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}
