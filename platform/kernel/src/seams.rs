// SPDX-License-Identifier: EUPL-1.2
//! The seams to the world: clock and entropy. Shells hold real ones; tests and the simulator
//! hold seeded ones, so that one seed replays the world.

use jiff::Timestamp;
use uuid::Uuid;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The time now, by this node's clock. It may jump back; nothing is ordered by it.
    fn now(&self) -> Timestamp;
}

/// Gives bytes that nobody can guess.
pub trait Entropy: Send + Sync {
    /// Fills the buffer.
    fn fill(&self, bytes: &mut [u8]);
}

/// A fresh id (UUID v7, RFC 9562): the moment in milliseconds and 74 unguessable bits.
pub fn fresh_id(now: Timestamp, entropy: &dyn Entropy) -> Uuid {
    let mut random = [0u8; 10];
    entropy.fill(&mut random);
    let millis = u64::try_from(now.as_millisecond()).unwrap_or_default();
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}
