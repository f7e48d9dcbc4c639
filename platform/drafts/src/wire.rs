// SPDX-License-Identifier: EUPL-1.2
//! What is said on a socket: the sync and awareness protocols of Yjs (`y-protocols`, encoding
//! `lib0`). A number is written in groups of seven bits, lowest first; bytes and text have their
//! length before them.

/// Most bytes that somebody may say of themselves.
pub const LONGEST_STATE: usize = 1_024;
/// Most sides that one message may speak of.
const MOST_SIDES: u64 = 64;

const SYNC: u64 = 0;
const AWARENESS: u64 = 1;
const WHO: u64 = 3;
const STEP_ONE: u64 = 0;
const STEP_TWO: u64 = 1;
const UPDATE: u64 = 2;

/// It does not read as a message of the protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a message of the protocol")]
pub struct Malformed;

/// What one side says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presence {
    /// Which side: the client number that it types with.
    pub client: u64,
    /// Grows each time that it says something of itself.
    pub clock: u64,
    /// What it says, as JSON; `null` when it goes.
    pub state: String,
}

/// A message that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message<'a> {
    /// What the other side has: answer with what it lacks.
    Ask(&'a [u8]),
    /// What was typed.
    Update(&'a [u8]),
    /// What sides say of themselves.
    Present(Vec<Presence>),
    /// Who is there?
    Who,
    /// Something that is not for us.
    Other,
}

impl<'a> Message<'a> {
    /// Reads a message.
    ///
    /// # Errors
    /// [`Malformed`].
    pub fn read(bytes: &'a [u8]) -> Result<Self, Malformed> {
        let mut rest = bytes;
        match whole(&mut rest)? {
            SYNC => match whole(&mut rest)? {
                STEP_ONE => Ok(Self::Ask(sized(&mut rest)?)),
                STEP_TWO | UPDATE => Ok(Self::Update(sized(&mut rest)?)),
                _ => Err(Malformed),
            },
            AWARENESS => Ok(Self::Present(presences(sized(&mut rest)?)?)),
            WHO => Ok(Self::Who),
            _ => Ok(Self::Other),
        }
    }
}

fn presences(bytes: &[u8]) -> Result<Vec<Presence>, Malformed> {
    let mut rest = bytes;
    let count = whole(&mut rest)?;
    if count > MOST_SIDES {
        return Err(Malformed);
    }
    let mut all = Vec::new();
    for _ in 0..count {
        let (client, clock) = (whole(&mut rest)?, whole(&mut rest)?);
        let state = sized(&mut rest)?;
        if state.len() > LONGEST_STATE {
            return Err(Malformed);
        }
        let state = std::str::from_utf8(state).map_err(|_broken| Malformed)?;
        all.push(Presence {
            client,
            clock,
            state: state.to_owned(),
        });
    }
    Ok(all)
}

/// A number, taken off the front.
pub(crate) fn whole(rest: &mut &[u8]) -> Result<u64, Malformed> {
    let mut number = 0u64;
    for shift in (0..63).step_by(7) {
        let (byte, after) = rest.split_first().ok_or(Malformed)?;
        *rest = after;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Ok(number);
        }
    }
    Err(Malformed)
}

fn sized<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8], Malformed> {
    let length = usize::try_from(whole(rest)?).map_err(|_beyond| Malformed)?;
    let (bytes, after) = rest.split_at_checked(length).ok_or(Malformed)?;
    *rest = after;
    Ok(bytes)
}

/// The message that asks for what this side lacks.
pub fn ask(has: &[u8]) -> Vec<u8> {
    sync(STEP_ONE, has)
}

/// The message that answers it.
pub fn answer(lacking: &[u8]) -> Vec<u8> {
    sync(STEP_TWO, lacking)
}

/// The message that says what was typed.
pub fn update(update: &[u8]) -> Vec<u8> {
    sync(UPDATE, update)
}

fn sync(step: u64, body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() + 8);
    put(&mut out, SYNC);
    put(&mut out, step);
    put_sized(&mut out, body);
    out
}

/// The message that says who is there.
pub fn present(sides: &[Presence]) -> Vec<u8> {
    let mut body = Vec::new();
    put(&mut body, u64::try_from(sides.len()).unwrap_or(u64::MAX));
    for side in sides {
        put(&mut body, side.client);
        put(&mut body, side.clock);
        put_sized(&mut body, side.state.as_bytes());
    }
    let mut out = Vec::with_capacity(body.len() + 4);
    put(&mut out, AWARENESS);
    put_sized(&mut out, &body);
    out
}

fn put(out: &mut Vec<u8>, mut number: u64) {
    while number > 0x7f {
        out.push(u8::try_from(number & 0x7f).unwrap_or_default() | 0x80);
        number >>= 7;
    }
    out.push(u8::try_from(number).unwrap_or_default());
}

fn put_sized(out: &mut Vec<u8>, bytes: &[u8]) {
    put(out, u64::try_from(bytes.len()).unwrap_or(u64::MAX));
    out.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn messages_read_as_they_were_written() {
        let body = vec![7u8; 300];
        assert_eq!(Message::read(&ask(&body)), Ok(Message::Ask(&body)));
        assert_eq!(Message::read(&answer(&body)), Ok(Message::Update(&body)));
        assert_eq!(Message::read(&update(b"")), Ok(Message::Update(b"")));
        let side = Presence {
            client: u64::from(u32::MAX) + 5,
            clock: 3,
            state: "{\"user\":{\"name\":\"ROT\"}}".to_owned(),
        };
        let message = present(std::slice::from_ref(&side));
        assert_eq!(Message::read(&message), Ok(Message::Present(vec![side])));
        assert_eq!(Message::read(&[3]), Ok(Message::Who));
        assert_eq!(Message::read(&[2, 0]), Ok(Message::Other));
    }

    #[test]
    fn what_says_more_than_it_has_is_malformed() {
        let long = vec![b'"'; LONGEST_STATE + 1];
        let mut body = vec![1, 1, 1];
        put_sized(&mut body, &long);
        let mut message = vec![1];
        put_sized(&mut message, &body);
        for bad in [
            &b""[..],
            &[0],
            &[0, 0],
            &[0, 0, 5, 1],
            &[0, 9, 0],
            &[1, 1, 65],
            &message,
        ] {
            assert_eq!(Message::read(bad), Err(Malformed), "{bad:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_comes_in_is_answered(bytes in prop::collection::vec(any::<u8>(), 0..100)) {
            let _ = Message::read(&bytes);
        }
    }
}
