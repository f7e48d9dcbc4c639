// SPDX-License-Identifier: EUPL-1.2
//! What was so at a position of the ledger, without reading all that ever was so. The time of a row
//! that was closed is given to one position in it, its fork: the one that the most twos divide. A
//! position has at most one possible fork for each power of two (Kriegel, Pötke and Seidl,
//! "Managing intervals efficiently in object-relational databases", 2000), so that some tens of
//! steps in an index find all rows.

/// The fork of a row that was so from one position until another; none for a row that was so at no
/// position at all.
pub(crate) fn fork(from: i64, to: i64) -> Option<i64> {
    if from >= to || from < 0 {
        return None;
    }
    // The last position at which it was so, and the last before it.
    let (last, before) = (to - 1, from - 1);
    if before < 0 {
        return Some(0);
    }
    let same = (last ^ before).leading_zeros();
    let differs = 63_u32.saturating_sub(same);
    Some(last >> differs << differs)
}

/// The forks that rows can have which were so at a position of a ledger that goes until another:
/// those before it or at it, and those after it.
pub(crate) fn forks(position: i64, newest: i64) -> [Vec<i64>; 2] {
    let powers = (0..62).map(|power| 1_i64 << power);
    let powers = powers.take_while(|power| *power <= newest);
    let all = powers.map(|power| position / (2 * power) * (2 * power) + power);
    let (mut before, mut after) = (vec![0], Vec::new());
    for fork in all {
        if fork <= position {
            before.push(fork);
        } else {
            after.push(fork);
        }
    }
    [padded(before), padded(after)]
}

/// No fork.
const NONE: i64 = -1;

/// The list with what no row has at its end, so that lists of few lengths make few statements.
fn padded(mut forks: Vec<i64>) -> Vec<i64> {
    forks.resize(forks.len().next_multiple_of(8).max(8), NONE);
    forks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_found_at_the_positions_at_which_it_was_so_and_at_no_other() {
        for from in 0..40 {
            for to in from..40 {
                let fork = fork(from, to);
                assert_eq!(fork.is_none(), from == to);
                for position in 0..48 {
                    let [before, after] = forks(position, 48);
                    let left = fork.is_some_and(|it| before.contains(&it)) && to > position;
                    let right = fork.is_some_and(|it| after.contains(&it)) && from <= position;
                    let so = from <= position && position < to;
                    assert_eq!(left || right, so, "{from}..{to} at {position}");
                    assert!(!(left && right), "{from}..{to} twice at {position}");
                }
            }
        }
    }
}
