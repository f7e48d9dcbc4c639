// SPDX-License-Identifier: EUPL-1.2
//! Several intents in one transaction: what stands in a file, or a verb done for all that was
//! ticked. Each goes through the same door as alone; all of it is kept, or nothing.

use std::time::{Duration, Instant};

use paraat_contract::{Intent, Keep, Receipt, Refused, Together};

use crate::Spine;
use crate::submit::{Ready, Undone, job, ready};

/// How long one request may keep all others from writing.
const LONGEST: Duration = Duration::from_secs(20);

type Outcomes = Vec<Result<Receipt, Refused>>;

/// Why the transaction was undone.
enum Ended {
    /// Something in it was refused, or it was only tried.
    NotKept(Outcomes),
    TookTooLong,
}

pub(crate) async fn submit(
    spine: &Spine,
    intents: Vec<Intent>,
    keep: Keep,
) -> Result<Together, Refused> {
    let ready: Vec<Result<Ready, Refused>> =
        intents.into_iter().map(|it| ready(spine, it)).collect();
    let whole = move |batch: &mut paraat_ledger::Batch| {
        let began = Instant::now();
        let mut outcomes = Vec::with_capacity(ready.len());
        for one in ready {
            if began.elapsed() > LONGEST {
                return Ok(Err(Ended::TookTooLong));
            }
            outcomes.push(match one {
                Ok(one) => job(batch, one)?.map_err(refused),
                Err(refused) => Err(refused),
            });
        }
        let kept = match keep {
            Keep::Nothing => false,
            Keep::All => outcomes.iter().all(Result::is_ok),
        };
        Ok(if kept {
            Ok(outcomes)
        } else {
            Err(Ended::NotKept(outcomes))
        })
    };
    match spine.ledger.writer.submit(whole).await {
        Ok(Ok(outcomes)) => Ok(Together {
            outcomes,
            kept: true,
        }),
        Ok(Err(Ended::NotKept(outcomes))) => Ok(Together {
            outcomes,
            kept: false,
        }),
        Ok(Err(Ended::TookTooLong)) => Err(Refused::TookTooLong),
        Err(fault) if fault.is_disk() => Err(Refused::ReadOnly),
        Err(fault) => Err(Refused::Broken(crate::read::logged(&fault))),
    }
}

/// What was recorded meanwhile is not looked up for each of many: whoever wants it opens the form.
fn refused(undone: Undone) -> Refused {
    match undone {
        Undone::Refused(refused) => refused,
        Undone::Stale(_, version) => Refused::Stale {
            version,
            since: Vec::new(),
        },
    }
}
