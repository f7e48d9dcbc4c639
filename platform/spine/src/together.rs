// SPDX-License-Identifier: EUPL-1.2
//! Several intents in one transaction: what stands in a file, or a verb done for all that was
//! ticked. Each goes through the same door as alone; all of it is kept, or nothing.

use std::future::{Future as _, poll_fn};
use std::pin::pin;
use std::sync::mpsc;
use std::task::Poll;
use std::time::{Duration, Instant};

use paraat_contract::{Intent, Keep, Receipt, Refused, Together};
use paraat_ledger::{Batch, Fault};

use crate::Spine;
use crate::submit::{Ready, Undone, job, ready};

/// How long one request may keep all others from writing.
const LONGEST: Duration = Duration::from_secs(20);

/// So many are read at a time.
const STEP: usize = 128;

type Prepared = Result<Ready, Refused>;
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
    let (wanted, prepared) = (intents.len(), mpsc::channel::<Vec<Prepared>>());
    let (sender, receiver) = prepared;
    let whole = move |batch: &mut Batch| decided(batch, receiver, wanted, keep);
    let mut submitted = pin!(spine.ledger.writer.submit(whole));
    // The writer decides on the first while the last are still read.
    let early = poll_fn(|context| Poll::Ready(submitted.as_mut().poll(context))).await;
    let mut intents = intents.into_iter().peekable();
    while intents.peek().is_some() {
        let step = intents.by_ref().take(STEP);
        let step = step.map(|it| ready(spine, it)).collect();
        // Nobody takes them when the writer has stopped, and says so.
        let _ = sender.send(step);
    }
    drop(sender);
    let done = match early {
        Poll::Ready(done) => done,
        Poll::Pending => submitted.await,
    };
    match done {
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

/// All of them, in the transaction.
fn decided(
    batch: &mut Batch,
    prepared: mpsc::Receiver<Vec<Prepared>>,
    wanted: usize,
    keep: Keep,
) -> Result<Result<Outcomes, Ended>, Fault> {
    let began = Instant::now();
    let mut outcomes = Vec::with_capacity(wanted);
    for one in prepared.into_iter().flatten() {
        if began.elapsed() > LONGEST {
            return Ok(Err(Ended::TookTooLong));
        }
        outcomes.push(match one {
            Ok(one) => job(batch, one)?.map_err(refused),
            Err(refused) => Err(refused),
        });
    }
    // Who asked may have gone away while they were read: a part of them is not what was wanted.
    let all = outcomes.len() == wanted && outcomes.iter().all(Result::is_ok);
    Ok(if keep == Keep::All && all {
        Ok(outcomes)
    } else {
        Err(Ended::NotKept(outcomes))
    })
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
