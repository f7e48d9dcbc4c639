// SPDX-License-Identifier: EUPL-1.2
//! Issuing the agenda: the reference edition as commands of the ministry of JenV, through the one
//! door. Only the node that hosts the ministry does this; others receive it.

use paraat_authority::Audience;
use paraat_contract::{Desk as _, Intent, Receipt, Refused};
use paraat_kernel::{Actor, Function, Language, OrganisationId, Uuid};
use paraat_spine::Spine;
use paraat_ui::field::Typed;

use crate::Stop;

/// Someone who acts for the node itself: first start, command line.
pub fn system(organisation: &OrganisationId) -> Actor {
    let organisation = organisation.clone();
    Actor {
        organisation,
        functions: Function::ALL.to_vec(),
        account: Uuid::nil(),
        compartments: Vec::new(),
    }
}

/// Does one verb of a kind on behalf of somebody.
pub async fn submit(
    spine: &Spine,
    actor: &Actor,
    (module, kind, verb): (&str, &str, &str),
    typed: Typed,
    key: Option<String>,
) -> Result<Result<Receipt, Refused>, Stop> {
    let audience = audience(spine, actor)?;
    let path = (module, kind, verb);
    let intent = intent(actor, audience, path, typed);
    Ok(spine.submit(Intent { key, ..intent }).await)
}

/// As whom somebody looks who acts for the node itself.
pub fn audience(spine: &Spine, actor: &Actor) -> Result<Audience, Stop> {
    spine
        .audience(Some(actor), Language::Nl, "Europe/Amsterdam")
        .map_err(|broken| Stop::wrong(broken.0))
}

/// What somebody wants done by one verb of a kind.
pub fn intent(
    actor: &Actor,
    audience: Audience,
    (module, kind, verb): (&str, &str, &str),
    typed: Typed,
) -> Intent {
    Intent {
        module: module.to_owned(),
        kind: kind.to_owned(),
        verb: verb.to_owned(),
        target: None,
        typed,
        seen: None,
        key: None,
        actor: Some(actor.clone()),
        audience,
    }
}

/// Does a verb that a first start does once, however often it is started: what stands there
/// already is left as it is.
pub async fn once(
    spine: &Spine,
    actor: &Actor,
    path: (&str, &str, &str),
    typed: Typed,
) -> Result<(), Stop> {
    match submit(spine, actor, path, typed, None).await? {
        Ok(_) | Err(Refused::NotSeen { .. }) => Ok(()),
        Err(refused) => Err(Stop::wrong(format!("{path:?}: {refused:?}"))),
    }
}

fn wrong(error: impl std::fmt::Display) -> Stop {
    Stop::wrong(error.to_string())
}

/// Issues the edition of the agenda that this binary carries.
pub async fn agenda(spine: &Spine, issuer: &OrganisationId) -> Result<(), Stop> {
    let actor = system(issuer);
    let agenda = paraat_reference::agenda().map_err(wrong)?;
    let edition = &agenda.edition;
    let typed = Typed::default()
        .with("slug", edition.id.as_str())
        .with("titleNl", edition.title.nl.as_str())
        .with("titleEn", edition.title.en.as_str())
        .with("fromYear", edition.from.to_string())
        .with("toYear", edition.to.to_string())
        .with("noteNl", edition.note.nl.as_str())
        .with("noteEn", edition.note.en.as_str())
        .with("source", edition.source.as_str());
    once(spine, &actor, ("agenda", "edition", "issue"), typed).await?;
    for pillar in &agenda.pillars {
        let typed = heading(
            &pillar.id,
            &pillar.number,
            "",
            &pillar.title,
            &pillar.explanation,
        );
        once(spine, &actor, ("agenda", "ambition", "issue"), typed).await?;
    }
    for ambition in &agenda.ambitions {
        let (title, text) = (&ambition.title, &ambition.explanation);
        let typed = heading(
            &ambition.id,
            &ambition.number,
            &ambition.pillar,
            title,
            text,
        );
        once(spine, &actor, ("agenda", "ambition", "issue"), typed).await?;
    }
    for activity in paraat_reference::activities().map_err(wrong)? {
        let typed = activity_fields(&activity)?;
        once(spine, &actor, ("agenda", "activity", "issue"), typed).await?;
        // The document can name more than one: whoever does not lead carries the activity along.
        let address = paraat_agenda::kinds::activity::address(issuer.clone(), &activity.id);
        for co_lead in activity.lead.iter().skip(1) {
            let typed = Typed::default()
                .with("activity", address.to_string())
                .with("organisation", co_lead.as_str());
            once(spine, &actor, ("agenda", "co-lead", "name"), typed).await?;
        }
    }
    Ok(())
}

fn heading(
    id: &str,
    number: &str,
    pillar: &str,
    title: &paraat_reference::Words,
    explanation: &paraat_reference::Words,
) -> Typed {
    Typed::default()
        .with("slug", id)
        .with("number", number)
        .with("pillar", pillar)
        .with("titleNl", title.nl.as_str())
        .with("titleEn", title.en.as_str())
        .with("explanationNl", explanation.nl.as_str())
        .with("explanationEn", explanation.en.as_str())
}

fn activity_fields(activity: &paraat_reference::Activity) -> Result<Typed, Stop> {
    use paraat_reference::{PeriodForm, Reach};
    let period = match activity.period.form {
        PeriodForm::Year => "year",
        PeriodForm::Span => "span",
        PeriodForm::From => "from",
        PeriodForm::Continuous => "continuous",
        PeriodForm::Default => "default",
    };
    let reach = match activity.reach {
        Reach::European => "european",
        Reach::Caribbean => "caribbean",
        Reach::Both => "both",
    };
    // Where the document names two ministries, the first one named leads until the ministry of
    // JenV assigns another, and the second is its co-lead; both stay visible as the parties named.
    let lead = activity.lead.first().map_or("", String::as_str);
    let named: Vec<&str> = activity
        .collective
        .iter()
        .chain(&activity.lead)
        .map(String::as_str)
        .collect();
    let remark = |pick: fn(&paraat_reference::Words) -> &str| {
        activity.remark.as_ref().map_or("", pick).to_owned()
    };
    let (title, text) = (&activity.title, &activity.explanation);
    Ok(heading(
        &activity.id,
        &activity.number,
        &activity.pillar,
        title,
        text,
    )
    .with("ambition", activity.ambition.as_str())
    .with("remarkNl", remark(|words| &words.nl))
    .with("remarkEn", remark(|words| &words.en))
    .with("fromYear", activity.period.from.to_string())
    .with("toYear", activity.period.to.to_string())
    .with("period", period)
    .with("lead", lead)
    .with("collective", named.join(","))
    .with("themes", activity.themes.join(","))
    .with("reach", reach)
    .with("source", activity.source.as_str()))
}
