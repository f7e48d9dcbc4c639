// SPDX-License-Identifier: EUPL-1.2
//! `paraat import LIST FILE` and `paraat export LIST FILE`: the lists of the pages, by command and
//! on behalf of an account.

use std::fmt::Write as _;
use std::fs;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use clap::Args;
use paraat_authority::Audience;
use paraat_contract::{Desk as _, Params, Refused};
use paraat_kernel::{Actor, Language, Live};
use paraat_node::LOCAL;
use paraat_sheets::Format;
use paraat_web::lists::{
    self, Bad, Compared, Listed, NotOut, NotRead, Report, Room, Taking, Who, take,
};
use paraat_web::{Settings, public};
use serde::{Deserialize, Serialize};

use crate::Stop;
use crate::keeper::NodeKeeper;
use crate::node::Running;

/// In the place of a list: all that everybody reads.
const PUBLIC: &str = "public";

/// A list to a file.
#[derive(Debug, Args, Serialize, Deserialize)]
pub struct Out {
    /// The list: activities, or agenda/activities; or public, for all that everybody reads
    list: String,
    /// The file; its name ends on .xlsx, .ods or .csv. For public a folder, which any web server
    /// can serve
    file: PathBuf,
    /// Name of the account that asks: the file holds what that account may see
    #[arg(long = "as", value_name = "NAME")]
    account: Option<String>,
    /// Language of the headings: nl or en
    #[arg(long, default_value = "nl")]
    language: String,
}

/// A file into a list.
#[derive(Debug, Args, Serialize, Deserialize)]
pub struct In {
    /// The file
    file: PathBuf,
    /// Name of the account that takes it in
    #[arg(long = "as", value_name = "NAME")]
    account: String,
    /// What is recorded: all or nothing (all), the good lines (good), nothing at all (nothing)
    #[arg(long, default_value = "all")]
    keep: String,
    /// Language of what is said: nl or en
    #[arg(long, default_value = "nl")]
    language: String,
}

impl Out {
    /// The same, whatever folder the node works in.
    pub fn absolute(mut self) -> Result<Self, Stop> {
        self.file = std::path::absolute(&self.file)?;
        Ok(self)
    }
}

impl In {
    /// The same, whatever folder the node works in.
    pub fn absolute(mut self) -> Result<Self, Stop> {
        self.file = std::path::absolute(&self.file)?;
        Ok(self)
    }
}

/// On whose behalf.
struct Behalf {
    actor: Actor,
    audience: Audience,
}

fn behalf(node: &Running, account: &str, language: &str) -> Result<Behalf, Stop> {
    let wrong = |error: paraat_node::Fault| Stop::wrong(error.to_string());
    let found = node.store.account_of(LOCAL, account).map_err(wrong)?;
    let person = found.and_then(|found| NodeKeeper::new(node, 1).0.person(found.id));
    let none = || Stop::usage(format!("there is no account {account} that is open"));
    let person = person.ok_or_else(none)?;
    let no_language = || Stop::usage(format!("no pages in {language:?}; choose from nl, en"));
    let language = Language::from_code(language).ok_or_else(no_language)?;
    let zone = person.zone.as_deref().unwrap_or("Europe/Amsterdam");
    let actor = person.actor();
    let audience = node.spine.audience(Some(&actor), language, zone);
    let audience = audience.map_err(|broken| Stop::wrong(broken.0))?;
    Ok(Behalf { actor, audience })
}

/// The list by its name, with its module before it where two modules have one of that name.
fn named(node: &Running, name: &str) -> Result<Listed, Stop> {
    let all = lists::all(&*node.spine);
    let whole = |it: &Listed| format!("{}/{}", it.module.name, it.list.name);
    let fits = |it: &&Listed| it.list.name == name || whole(it) == name;
    let found: Vec<&Listed> = all.iter().filter(fits).collect();
    match found.as_slice() {
        [one] => Ok(**one),
        _ => {
            let names: Vec<String> = all.iter().map(whole).collect();
            let names = names.join(", ");
            Err(Stop::usage(format!(
                "no list {name:?}; choose from {names}"
            )))
        }
    }
}

fn room<'a>(node: &'a Running, behalf: &'a Behalf) -> Room<'a> {
    Room {
        desk: &*node.spine,
        words: &node.words,
        audience: &behalf.audience,
        actor: Some(&behalf.actor),
        now: node.now(),
    }
}

fn format_of(file: &Path) -> Result<Format, Stop> {
    let extension = file.extension().and_then(|it| it.to_str()).unwrap_or("");
    let mut all = Format::ALL.into_iter();
    let found = all.find(|it| it.extension().eq_ignore_ascii_case(extension));
    let none = || Stop::usage("the name of the file must end on .xlsx, .ods or .csv");
    found.ok_or_else(none)
}

/// What everybody reads, to a folder.
fn public_out(node: &Running, folder: &Path) -> Result<String, Stop> {
    if Live::of(&node.folder.own_space()).is_none() {
        return Err(Stop::usage(
            "this is the folder of an exercise: nothing of it is public",
        ));
    }
    let settings = Settings {
        demo: node.folder.is_demo(),
        ..Settings::default()
    };
    let made = public::made(&*node.spine, &node.words, &settings, node.now());
    let (leaves, _) = made.map_err(|broken| Stop::wrong(broken.0))?;
    public::keep(folder, &leaves).map_err(|why| Stop::wrong(why.to_string()))?;
    Ok(format!("{} files to {}", leaves.len(), folder.display()))
}

/// Writes a list to a file.
pub fn out(node: &Running, asked: &Out) -> Result<String, Stop> {
    if asked.list == PUBLIC {
        return public_out(node, &asked.file);
    }
    let nobody = || Stop::usage("say with --as NAME which account asks");
    let account = asked.account.as_deref().ok_or_else(nobody)?;
    let behalf = behalf(node, account, &asked.language)?;
    let listed = named(node, &asked.list)?;
    let format = format_of(&asked.file)?;
    let params = Params {
        now: node.now(),
        ..Params::default()
    };
    let file = BufWriter::new(fs::File::create(&asked.file)?);
    let written = lists::write(&room(node, &behalf), listed, &params, format, file);
    let lines = written.map_err(|not| {
        // What was written so far is no file.
        let _ = fs::remove_file(&asked.file);
        match not {
            NotOut::Broken(reference) => Stop::wrong(format!("not read; see {reference}")),
            NotOut::NotWritten(not) => Stop::wrong(not.to_string()),
        }
    })?;
    Ok(format!("{lines} lines to {}", asked.file.display()))
}

/// Takes a file into a list.
pub async fn take_in(node: &Running, name: &str, asked: &In) -> Result<String, Stop> {
    let behalf = behalf(node, &asked.account, &asked.language)?;
    let listed = named(node, name)?;
    if listed.list.import.is_none() {
        return Err(Stop::usage(format!("{name} only goes out")));
    }
    let no_taking = || Stop::usage("choose for --keep from all, good, nothing");
    let taking = Taking::from_name(&asked.keep).ok_or_else(no_taking)?;
    if fs::metadata(&asked.file)?.len() > lists::MOST_BYTES as u64 {
        return Err(Stop::wrong("the file is larger than 20 MiB"));
    }
    let bytes = fs::read(&asked.file)?;
    let voice = node.words.voice(behalf.audience.language);
    let compared = Compared::new(&room(node, &behalf), listed, &bytes);
    let compared = compared.map_err(|broken| Stop::wrong(broken.0))?;
    let compared = compared.map_err(|reason| {
        Stop::wrong(match reason {
            NotRead::Refused(refused) => lists::refused_file(voice, &refused),
            NotRead::NoNames(columns) => {
                voice.with("list-import-no-names", &[("columns", columns.join(", "))])
            }
        })
    })?;
    let who = Who {
        desk: &*node.spine,
        words: &node.words,
        audience: &behalf.audience,
        actor: Some(&behalf.actor),
        now: node.now(),
    };
    let report = take(&who, compared, taking).await;
    let report = report.map_err(|refused| match refused {
        Refused::ReadOnly => Stop::wrong(voice.say("problem-503-do")),
        Refused::TookTooLong => Stop::wrong(voice.say("web-took-too-long")),
        other => Stop::wrong(format!("{other:?}")),
    })?;
    report.note(&NodeKeeper::new(node, 1), Some(&behalf.actor));
    said(&report, taking)
}

/// What came of it; an error when something in it is bad.
fn said(report: &Report, taking: Taking) -> Result<String, Stop> {
    let mut said = String::new();
    // Writing to a String cannot fail.
    for Bad {
        number,
        column,
        sentence,
        ..
    } in &report.bad
    {
        let _ = writeln!(said, "{number}\t{column}\t{sentence}");
    }
    let recorded = if report.kept { report.good() } else { 0 };
    let _ = write!(
        said,
        "unchanged {}, new {}, changed {}, not good {}; recorded {recorded}",
        report.unchanged,
        report.new,
        report.changed,
        report.bad_lines()
    );
    if report.bad.is_empty() || (taking == Taking::Good && report.kept) {
        Ok(said)
    } else {
        Err(Stop::wrong(said))
    }
}
