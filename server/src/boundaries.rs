// SPDX-License-Identifier: EUPL-1.2
//! `paraat import boundaries`: a file of borders into the registers. Reading the file, judging and
//! simplifying it is done by the process of the command; the node is sent what came of it, knows
//! which organisation each area is of, and records it through the one door.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use paraat_contract::{Desk as _, Keep, Query, Refused, Row};
use paraat_geo::{Feature, Size};
use paraat_kernel::{Language, OrganisationId, Outline, Place};
use paraat_registers::state::{KEEPER, shown};
use paraat_registers::tables::{CORRECTION, ORGANISATION};
use paraat_ui::field::Typed;
use serde::{Deserialize, Serialize};

use crate::node::Running;
use crate::{Stop, issue};

/// Places that an area keeps on average: the borders of the 25 safety regions then take some 40 kB.
const EACH: usize = 110;
/// A file with few areas keeps at least so many places in all, one with very many at most so many.
const LEAST: usize = 300;
const MOST: usize = 60_000;

/// What was found in a file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Found {
    /// Who imports it; none to leave that to the node.
    pub organisation: Option<OrganisationId>,
    /// True when what is good is imported even if something else is wrong.
    pub good_only: bool,
    /// The year for which the borders hold.
    year: u16,
    /// Where they come from.
    source: String,
    /// The areas with which nothing is wrong.
    areas: Vec<Area>,
    /// What is wrong with the others, a sentence each.
    wrong: Vec<String>,
    /// What else was found: what was mended, and what matters too little.
    noted: Vec<String>,
}

/// An area of the file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Area {
    /// Its place in the file, from 1.
    place: usize,
    code: String,
    name: String,
    /// The text of its outline.
    rings: String,
}

/// Reads a file. Year and source are those given, else those that the file tells.
pub fn read(file: &Path, year: Option<u16>, source: Option<String>) -> Result<Found, Stop> {
    let named = |said: String| Stop::wrong(format!("{}: {said}", file.display()));
    let most = u64::try_from(Size::Bytes.most()).unwrap_or(u64::MAX);
    let open = File::open(file).map_err(|error| named(error.to_string()))?;
    let mut bytes = Vec::new();
    open.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| named(error.to_string()))?;
    let read = paraat_geo::read(&bytes).map_err(|refusal| named(refusal.to_string()))?;
    let needs = |what: &str, option: &str| {
        Stop::usage(format!(
            "the file does not tell {what}; say it with {option}"
        ))
    };
    let year = year.or(read.year);
    let year = year.ok_or_else(|| needs("for which year its borders hold", "--year YEAR"))?;
    let source = source.filter(|text| !text.trim().is_empty());
    let source = source.or_else(|| read.source.clone());
    let source = source.ok_or_else(|| needs("where its borders come from", "--source TEXT"))?;
    // All areas together, so that what is left out leaves the borders of others as they are.
    let most = (read.features.len() * EACH).clamp(LEAST, MOST);
    let features = paraat_geo::simplify(&read.features, most);
    let good = features.iter().filter(|it| read.is_good(it));
    let (wrong, noted): (Vec<_>, Vec<_>) = read
        .findings
        .iter()
        .partition(|finding| finding.problem.is_wrong());
    let said = |of: Vec<&paraat_geo::Finding>| of.iter().map(ToString::to_string).collect();
    Ok(Found {
        organisation: None,
        good_only: false,
        year,
        source,
        areas: good.map(area).collect(),
        wrong: said(wrong),
        noted: said(noted),
    })
}

fn area(feature: &Feature) -> Area {
    let place = |point: &paraat_geo::Point| Place {
        lon: point.lon.into(),
        lat: point.lat.into(),
    };
    let ring = |ring: &paraat_geo::Ring| ring.iter().map(place).collect();
    let polygon = |rings: &paraat_geo::Polygon| rings.iter().map(ring).collect();
    Area {
        place: feature.place,
        code: feature.code.clone(),
        name: feature.name.clone(),
        rings: Outline(feature.polygons.iter().map(polygon).collect()).to_string(),
    }
}

/// Records what was found. Nothing is recorded when anything is wrong, unless that was asked for.
pub async fn import(node: &Running, found: Found) -> Result<String, Stop> {
    let owner = owner(node, found.organisation.as_ref())?;
    let (matched, mut wrong) = Known::all(node, &owner)?.matched(&found.areas);
    wrong.splice(0..0, found.wrong.iter().cloned());
    if !wrong.is_empty() && !found.good_only {
        return Err(Stop::wrong(format!(
            "nothing was imported:\n{}\nWith --good-only the other areas are imported.",
            wrong.join("\n")
        )));
    }
    if matched.is_empty() {
        let said = "nothing was imported: no area of the file is in the registers";
        return Err(Stop::wrong(format!("{said}\n{}", wrong.join("\n"))));
    }
    let mut said: Vec<String> = found
        .noted
        .iter()
        .map(|it| format!("noted\t{it}"))
        .collect();
    said.extend(wrong.iter().map(|it| format!("left out\t{it}")));
    let new = record(node, &owner, &found, &matched).await?;
    let (mut imported, mut unchanged) = (0, 0);
    for (slug, area) in &matched {
        let new = new.contains(slug.as_str());
        let word = if new { "imported" } else { "unchanged" };
        said.push(format!("{word}\t{slug}\t{}", area.name));
        *(if new { &mut imported } else { &mut unchanged }) += 1;
    }
    if imported == 0 {
        said.push("all of this was imported before: nothing changed".to_owned());
    }
    let (year, source) = (found.year, &found.source);
    said.push(format!(
        "{imported} imported, {unchanged} unchanged, {} left out, by {owner}: {year}, {source}",
        wrong.len()
    ));
    Ok(said.join("\n"))
}

/// Who imports: the organisation that was named, else the keeper of the registers, else the only
/// one of this node.
fn owner(node: &Running, named: Option<&OrganisationId>) -> Result<OrganisationId, Stop> {
    let hosted = node.hosted();
    let names: Vec<&str> = hosted.iter().map(OrganisationId::as_str).collect();
    let of_node = format!("this node writes for {}", names.join(", "));
    match named {
        Some(named) if hosted.contains(named) => Ok(named.clone()),
        Some(named) => Err(Stop::usage(format!("{of_node}, and not for {named}"))),
        None => {
            let keeper = hosted.iter().find(|it| it.as_str() == KEEPER);
            let only = hosted.first().filter(|_| hosted.len() == 1);
            let said = || Stop::usage(format!("{of_node}; say with --org who imports"));
            keeper.or(only).cloned().ok_or_else(said)
        }
    }
}

/// Records all areas or none of them. Answers those of which exactly this did not stand there yet.
async fn record<'a>(
    node: &Running,
    owner: &OrganisationId,
    found: &Found,
    matched: &'a Matched<'_>,
) -> Result<BTreeSet<&'a str>, Stop> {
    let actor = issue::system(owner);
    let audience = issue::audience(&node.spine, &actor)?;
    let mut new: BTreeSet<&str> = matched.keys().map(String::as_str).collect();
    // What stands there already is left out, and the rest recorded.
    while !new.is_empty() {
        let areas = matched
            .iter()
            .filter(|(slug, _)| new.contains(slug.as_str()));
        let wanted: Vec<_> = areas.collect();
        let intents = wanted.iter().map(|(slug, area)| {
            let path = ("registers", "boundary", "import");
            issue::intent(&actor, audience.clone(), path, typed(found, slug, area))
        });
        let done = node.spine.together(intents.collect(), Keep::All).await;
        let done = done.map_err(|refused| Stop::wrong(why(node, &refused)))?;
        if done.kept {
            break;
        }
        let (before, mut wrong) = (new.len(), Vec::new());
        for ((slug, _), outcome) in wanted.iter().zip(&done.outcomes) {
            match outcome {
                Err(Refused::Rule(refusal)) if refusal.key == "registers-refusal-nothing-new" => {
                    new.remove(slug.as_str());
                }
                Err(refused) => wrong.push(format!("{slug}: {}", why(node, refused))),
                Ok(_) => {}
            }
        }
        if !wrong.is_empty() || new.len() == before {
            return Err(Stop::wrong(format!(
                "nothing was imported:\n{}",
                wrong.join("\n")
            )));
        }
    }
    Ok(new)
}

fn typed(found: &Found, slug: &str, area: &Area) -> Typed {
    let name = [&area.name, &area.code]
        .into_iter()
        .find(|it| !it.is_empty());
    Typed::default()
        .with("area", slug)
        .with("name", name.map_or(slug, String::as_str))
        .with("year", found.year.to_string())
        .with("source", found.source.as_str())
        .with("rings", area.rings.as_str())
}

/// Why an area was not taken, in a sentence.
fn why(node: &Running, refused: &Refused) -> String {
    let say =
        |key: &str, arguments: &[(&str, String)]| node.words.say_with(Language::En, key, arguments);
    match refused {
        Refused::Rule(refusal) => say(refusal.key, &refusal.arguments),
        Refused::Fields(problems) => {
            let of = |it: &paraat_ui::field::Problem| {
                let said = say(it.reason.key(), &it.reason.arguments());
                format!("{}: {said}", it.field)
            };
            let said: Vec<String> = problems.iter().map(of).collect();
            said.join(" ")
        }
        refused => format!("not recorded: {refused:?}"),
    }
}

/// The organisations that have an area, as the registers have them with their corrections.
struct Known {
    /// By code, in capitals.
    codes: BTreeMap<String, String>,
    /// By name, in small letters.
    names: BTreeMap<String, String>,
}

/// An area with the organisation that it is of.
type Matched<'a> = BTreeMap<String, &'a Area>;

impl Known {
    /// As who imports may see them.
    fn all(node: &Running, owner: &OrganisationId) -> Result<Self, Stop> {
        let reader = &node.spine.ledger().reader;
        let audience = issue::audience(&node.spine, &issue::system(owner))?;
        let rows = |table| reader.rows(&audience, &Query::all(table));
        let (records, corrections) = (rows(&ORGANISATION)?.rows, rows(&CORRECTION)?.rows);
        let mut known = Self {
            codes: BTreeMap::new(),
            names: BTreeMap::new(),
        };
        for record in &records {
            known.add(record, &corrections);
        }
        Ok(known)
    }

    /// Takes in an organisation that has a code: a safety region, an island.
    fn add(&mut self, record: &Row, corrections: &[Row]) {
        let of = |column| shown(record, column, corrections).value().to_owned();
        let slug = record.text("slug");
        let code = of("code").to_uppercase();
        if code.is_empty() {
            return;
        }
        self.codes.insert(code, slug.to_owned());
        self.codes.insert(slug.to_uppercase(), slug.to_owned());
        for column in ["name_nl", "name_en", "short"] {
            self.names
                .insert(of(column).to_lowercase(), slug.to_owned());
        }
    }

    /// Which organisation each area is of, and a sentence for each of which that cannot be said.
    fn matched<'a>(&self, areas: &'a [Area]) -> (Matched<'a>, Vec<String>) {
        let mut matched: Matched<'a> = BTreeMap::new();
        let mut wrong = Vec::new();
        for area in areas {
            let named = format!("{} {}", area.code, area.name);
            let named = format!("area {} ({})", area.place, named.trim());
            match self.slug(area) {
                Err(said) => wrong.push(format!("{named}: {said}")),
                Ok(slug) => match matched.get(&slug) {
                    Some(before) => {
                        let place = before.place;
                        wrong.push(format!("{named}: area {place} is of {slug} already"));
                    }
                    None => {
                        matched.insert(slug, area);
                    }
                },
            }
        }
        (matched, wrong)
    }

    /// The organisation of an area: by its code, else by its name. A code that belongs to another
    /// division of the country (`PV26`, `GM0344`) says that the name is of something else: there
    /// is a province of Utrecht, and a town.
    fn slug(&self, area: &Area) -> Result<String, &'static str> {
        let by_name = self.names.get(&area.name.to_lowercase());
        match (self.codes.get(&area.code), by_name) {
            (Some(code), Some(name)) if code != name => {
                Err("its code and its name are of two different organisations")
            }
            (Some(code), _) => Ok(code.clone()),
            (None, Some(name)) if !is_of_statistics(&area.code) => Ok(name.clone()),
            _ => Err("no organisation in the registers has this code or name"),
        }
    }
}

/// True for a code as Statistics Netherlands makes them: two letters and figures.
fn is_of_statistics(code: &str) -> bool {
    let figures = code.trim_start_matches(|char: char| char.is_ascii_uppercase());
    let letters = code.len() - figures.len();
    letters == 2 && !figures.is_empty() && figures.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(code: &str, name: &str) -> Area {
        Area {
            place: 1,
            code: code.to_owned(),
            name: name.to_owned(),
            rings: String::new(),
        }
    }

    fn known() -> Known {
        let of = |pairs: &[(&str, &str)]| {
            let own = |(key, slug): &(&str, &str)| ((*key).to_owned(), (*slug).to_owned());
            pairs.iter().map(own).collect()
        };
        Known {
            codes: of(&[("VR09", "vr09"), ("VR23", "vr23"), ("BQ-SA", "saba")]),
            names: of(&[
                ("utrecht", "vr09"),
                ("limburg-noord", "vr23"),
                ("saba", "saba"),
            ]),
        }
    }

    #[test]
    fn an_area_is_known_by_code_else_by_name() {
        let slug = |code, name| known().slug(&area(code, name)).ok();
        assert_eq!(slug("VR23", "anything").as_deref(), Some("vr23"));
        assert_eq!(slug("", "Limburg-Noord").as_deref(), Some("vr23"));
        assert_eq!(slug("SABA1", "Saba").as_deref(), Some("saba"));
        assert_eq!(slug("PV26", "Utrecht"), None);
        assert_eq!(slug("GM0344", "Utrecht"), None);
        assert_eq!(slug("", "Atlantis"), None);
        assert_eq!(slug("VR23", "Utrecht"), None);
    }

    #[test]
    fn one_organisation_has_one_area() {
        let areas = [
            area("VR23", "a"),
            area("VR09", "b"),
            area("", "limburg-noord"),
        ];
        let known = known();
        let (matched, wrong) = known.matched(&areas);
        let slugs: Vec<&String> = matched.keys().collect();
        assert_eq!(slugs, ["vr09", "vr23"]);
        assert!(wrong[0].ends_with("area 1 is of vr23 already"), "{wrong:?}");
    }
}
