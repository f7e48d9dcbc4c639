// SPDX-License-Identifier: EUPL-1.2
use crate::Space;

/// That this is the real world. Whatever has an effect outside the record (a function that is lent,
/// a message that goes out) asks for it, so that code which runs in an exercise cannot reach it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Live(());

impl Live {
    /// The only way to get one: from the space of the real world.
    ///
    /// ```
    /// use paraat_kernel::{Live, Space};
    /// assert!(Live::of(&Space::live()).is_some());
    /// let exercise = Space::try_from("hoogwater-maas".to_owned())?;
    /// assert!(Live::of(&exercise).is_none());
    /// # Ok::<(), paraat_kernel::BadId>(())
    /// ```
    pub fn of(space: &Space) -> Option<Self> {
        (*space == Space::live()).then_some(Self(()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exercise_never_is_the_real_world() {
        assert!(Live::of(&Space::live()).is_some());
        for name in ["hoogwater-maas", "hoogwater-maas-2", "live-1", "alive"] {
            let space = Space::try_from(name.to_owned()).unwrap();
            assert_eq!(Live::of(&space), None, "{name}");
        }
    }
}
