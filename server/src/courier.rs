// SPDX-License-Identifier: EUPL-1.2
//! Takes what is due to leave the node to its targets, and records what came of it. Runs in the
//! real world alone: without a [`Live`] there is no target to take anything to.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use paraat_authority::Audience;
use paraat_contract::{Desk as _, Due, Intent, Outgoing, Parcel, Refused};
use paraat_courier::{Came, Piece, Setting, Target};
use paraat_kernel::{Actor, Function, Language, Live, OrganisationId, Timestamp, Uuid};
use paraat_ui::field::Typed;
use tokio::time::{sleep, timeout};

use crate::node::Running;
use crate::{Stop, issue};

/// After so long it is tried again what could not be read or recorded.
const FAILED: Duration = Duration::from_secs(30);
/// So soon after something was taken somewhere it is looked for anew what is due.
const AGAIN: Duration = Duration::from_secs(1);
/// What every node has: a folder beside its record, for whoever carries files by hand.
const OWN: &str = "map";
/// Longest detail that is recorded, in characters: what `report-delivery` takes.
const MOST_DETAIL: usize = 400;

/// The targets of a node: its own folder, and those that its configuration names.
pub fn targets(node: &Running, live: Live, settings: &[Setting]) -> Result<Vec<Target>, Stop> {
    let own = Setting::folder(OWN, node.folder.path("overdracht"));
    let all = std::iter::once(own).chain(settings.iter().cloned());
    let mut names = HashSet::new();
    let made = all.map(|setting| {
        if !names.insert(setting.name.clone()) {
            return Err(Stop::wrong(format!(
                "two targets are called {}",
                setting.name
            )));
        }
        Target::new(live, setting).map_err(|why| Stop::wrong(format!("config.toml: {why}")))
    });
    made.collect()
}

/// Takes there what is due, for as long as the node runs.
pub async fn run(node: Arc<Running>, targets: Vec<Target>) {
    let targets = Arc::new(targets);
    loop {
        let mut next = None;
        // Taken before anything is looked for: what is recorded meanwhile is news.
        let cursor = node.spine.answers(&public(), &[]).map(|(_, cursor)| cursor);
        for organisation in node.hosted() {
            let round = round(&node, &targets, &organisation).await;
            let then = round.unwrap_or_else(|why| {
                tracing::error!(%why, "what is due to leave could not be found");
                Some(FAILED)
            });
            next = [next, then].into_iter().flatten().min();
        }
        match cursor {
            Ok(cursor) => news(&node, cursor, next).await,
            Err(_logged) => sleep(FAILED).await,
        }
    }
}

/// What makes something due is of the public class.
fn public() -> Audience {
    Audience::public(Language::Nl, "Europe/Amsterdam")
}

/// Waits until something is recorded after this moment that may make something due, at most until
/// something is without.
async fn news(node: &Running, mut cursor: String, next: Option<Duration>) {
    let public = public();
    let modules = node.spine.modules().iter();
    let topics = modules
        .filter_map(|it| it.outgoing)
        .flat_map(|it| it.topics);
    let topics: Vec<&str> = topics.copied().collect();
    let changed = async {
        loop {
            let changed = node.spine.changed(&public, Some(&cursor)).await;
            if changed.topics.iter().any(|it| topics.contains(it)) {
                return;
            }
            cursor = changed.cursor;
        }
    };
    match next {
        None => changed.await,
        // Either is a reason to look.
        Some(wait) => drop(timeout(wait, changed).await),
    }
}

/// On whose behalf the node reports.
fn reporter(organisation: &OrganisationId) -> Actor {
    Actor {
        organisation: organisation.clone(),
        functions: vec![Function::Editor],
        account: Uuid::nil(),
        compartments: Vec::new(),
    }
}

/// Takes there what is due of one organisation; answers after how long something is again.
async fn round(
    node: &Arc<Running>,
    targets: &Arc<Vec<Target>>,
    organisation: &OrganisationId,
) -> Result<Option<Duration>, Stop> {
    let mut next = None;
    let mut within = |wait: Option<Duration>| next = [next, wait].into_iter().flatten().min();
    let modules = node.spine.modules().iter();
    let modules = modules.filter_map(|it| Some((it.name, it.outgoing?)));
    for (module, outgoing) in modules.collect::<Vec<_>>() {
        let due = due(node, targets, organisation, &outgoing)?;
        let wait = due.next.map(|at| at.duration_since(node.now()));
        within(wait.and_then(|it| Duration::try_from(it).ok()));
        for parcel in due.now {
            let came = take(targets, &parcel, node.now()).await;
            tracing::info!(target = parcel.target, key = parcel.key, ?came, "taken out");
            let about = (module, &outgoing);
            match report(node, organisation, about, &parcel, came).await {
                // What came of it decides when it is due again.
                Ok(()) => within(Some(AGAIN)),
                // The disk may be full: it is taken there again, under the same key.
                Err(refused) => {
                    tracing::error!(
                        ?refused,
                        key = parcel.key,
                        "what came of it was not recorded"
                    );
                    within(Some(FAILED));
                }
            }
        }
    }
    Ok(next)
}

fn due(
    node: &Running,
    targets: &[Target],
    organisation: &OrganisationId,
    outgoing: &Outgoing,
) -> Result<Due, Stop> {
    let audience = issue::audience(&node.spine, &reporter(organisation))?;
    let now = node.now();
    let answers = node.spine.answers(&audience, &(outgoing.needs)());
    let (answers, _) = answers.map_err(|broken| Stop::wrong(broken.0))?;
    let names: Vec<String> = targets.iter().map(|it| it.name().to_owned()).collect();
    Ok((outgoing.due)(&answers, organisation, &names, now))
}

async fn take(targets: &Arc<Vec<Target>>, parcel: &Parcel, now: Timestamp) -> Came {
    let (targets, parcel) = (Arc::clone(targets), parcel.clone());
    let taken = tokio::task::spawn_blocking(move || {
        let target = targets.iter().find(|it| it.name() == parcel.target)?;
        let pieces = parcel.files.iter().map(|file| Piece {
            name: &file.path,
            kind: file.kind,
            body: &file.body,
        });
        Some(target.take(&parcel.key, now, &pieces.collect::<Vec<_>>()))
    });
    let gone = || Came::Refused("no such target".to_owned());
    match taken.await {
        Ok(came) => came.unwrap_or_else(gone),
        Err(why) => Came::Later(why.to_string()),
    }
}

async fn report(
    node: &Running,
    organisation: &OrganisationId,
    (module, outgoing): (&str, &Outgoing),
    parcel: &Parcel,
    came: Came,
) -> Result<(), Refused> {
    let (outcome, detail) = match came {
        Came::Arrived(detail) => ("handed-over", detail),
        Came::Later(detail) => ("retried", detail),
        Came::Refused(detail) => ("failed", detail),
    };
    let detail: String = detail
        .chars()
        .filter(|it| !it.is_control())
        .take(MOST_DETAIL)
        .collect();
    let typed = Typed::default()
        .with("target", parcel.target.as_str())
        .with("outcome", outcome)
        .with("detail", detail);
    let actor = reporter(organisation);
    let broken = |why: Stop| Refused::Broken(why.to_string());
    let audience = issue::audience(&node.spine, &actor).map_err(broken)?;
    let seen = node.spine.stream(&audience, &parcel.stream);
    let seen = seen.map_err(|broken| Refused::Broken(broken.0))?;
    let seen = seen.ok_or(Refused::NotThere)?;
    let kind = seen.kind.rsplit('.').next().unwrap_or_default();
    let intent = issue::intent(&actor, audience, (module, kind, outgoing.report), typed);
    let target = Some(parcel.stream.clone());
    node.spine.submit(Intent { target, ..intent }).await?;
    Ok(())
}
