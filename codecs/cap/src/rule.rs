// SPDX-License-Identifier: EUPL-1.2
//! Every rule that an alert is held against: whose it is, how much it weighs, and what is said to
//! whoever broke it. `{}` is what stood there.

use crate::finding::Origin::{self, Schema, Standard};
use crate::finding::Weight::{self, Error, Warning};

/// One rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    pub code: &'static str,
    pub origin: Origin,
    pub weight: Weight,
    pub nl: &'static str,
    pub en: &'static str,
}

macro_rules! rules {
    ($($name:ident = $origin:ident $weight:ident $code:literal: $nl:literal | $en:literal;)+) => {
        $(pub static $name: Rule = Rule {
            code: $code,
            origin: $origin,
            weight: $weight,
            nl: $nl,
            en: $en,
        };)+
        #[cfg(test)]
        pub static ALL: &[&Rule] = &[$(&$name,)+];
    };
}

rules! {
    // What the schema says.
    MISSING = Schema Error "missing":
        "het element {} ontbreekt; zet het erin"
        | "the element {} is missing; put it in";
    REPEATED = Schema Error "repeated":
        "{} mag hier maar één keer; laat de andere weg"
        | "{} may stand here once; leave the others out";
    ORDER = Schema Error "order":
        "{} staat niet op zijn plaats; houd de volgorde van de standaard aan"
        | "{} is out of order; keep the order of the standard";
    UNKNOWN = Schema Error "unknown-element":
        "het element {} bestaat hier niet; laat het weg"
        | "there is no element {} here; leave it out";
    ATTRIBUTE = Schema Error "attribute":
        "het attribuut {} bestaat hier niet; laat het weg"
        | "there is no attribute {} here; leave it out";
    LOOSE_TEXT = Schema Error "loose-text":
        "hier mag geen tekst tussen de elementen staan: {}"
        | "no text may stand between the elements here: {}";
    INNER_ELEMENT = Schema Error "element-in-text":
        "hier mag alleen tekst staan, niet het element {}"
        | "only text may stand here, not the element {}";
    WORD = Schema Error "word":
        "{} is geen woord uit de lijst van de standaard; kies er een, precies zo gespeld"
        | "{} is no word of the standard's list; choose one, spelled exactly so";
    TIME = Schema Error "time":
        "{} is geen tijd zoals 2026-11-23T20:14:00+01:00, zonder Z of delen van een seconde"
        | "{} is no time such as 2026-11-23T20:14:00+01:00, without Z or parts of a second";
    LANGUAGE = Schema Error "language":
        "{} is geen taalcode; schrijf er een zoals nl-NL"
        | "{} is no language code; write one such as nl-NL";
    URI = Schema Error "uri":
        "{} is geen adres; schrijf er een zoals https://example.nl/alarm"
        | "{} is no address; write one such as https://example.nl/alarm";
    INTEGER = Schema Error "whole-number":
        "{} is geen geheel getal; schrijf alleen cijfers"
        | "{} is no whole number; write digits only";
    DECIMAL = Schema Error "number":
        "{} is geen getal; schrijf cijfers, met een punt voor de decimalen"
        | "{} is no number; write digits, with a point before the decimals";

    // What the standard says of the message.
    EMPTY = Standard Error "empty":
        "{} is leeg; vul het in"
        | "{} is empty; fill it in";
    IDLE = Standard Warning "empty-optional":
        "{} is leeg; vul het in of laat het weg"
        | "{} is empty; fill it in or leave it out";
    IDENTIFIER = Standard Error "identifier":
        "{} mag geen spatie, komma, < of & bevatten; schrijf het zonder"
        | "{} may have no space, comma, < or &; write it without";
    NO_MOMENT = Standard Error "no-moment":
        "uit {} is geen moment op te maken; schrijf datum, tijd en zone (+01:00)"
        | "no moment can be made of {}; write date, time and zone (+01:00)";
    TIME_FORM = Standard Warning "time-form":
        "de tijd {} is gelezen, maar hoort zonder Z en zonder delen van een seconde"
        | "the time {} was read, but should be without Z and without parts of a second";
    UTC_FORM = Standard Warning "utc-form":
        "de zone van UTC schrijft u als -00:00, niet zoals in {}"
        | "the zone of UTC is written -00:00, not as in {}";
    NO_REFERENCES = Standard Error "references-missing":
        "een {} noemt in references waar het over gaat; zet dat erin, anders staan er twee alarmen"
        | "{} names in references what it is about; put it in, or two alerts stay in force";
    REFERENCE = Standard Error "reference":
        "{} is geen verwijzing van de vorm afzender,nummer,tijd"
        | "{} is no reference of the form sender,identifier,sent";
    SELF_REFERENCE = Standard Error "reference-to-itself":
        "het alarm verwijst naar zichzelf ({}); verwijs naar een eerder alarm"
        | "the alert refers to itself ({}); refer to an earlier one";
    NO_RESTRICTION = Standard Error "restriction-missing":
        "bij scope {} hoort restriction; schrijf voor wie het is"
        | "scope {} needs restriction; write whom it is for";
    IDLE_RESTRICTION = Standard Warning "restriction-idle":
        "restriction hoort alleen bij scope Restricted, niet bij {}"
        | "restriction belongs to scope Restricted only, not to {}";
    NO_ADDRESSES = Standard Error "addresses-missing":
        "bij scope {} hoort addresses; schrijf aan wie het is"
        | "scope {} needs addresses; write whom it is addressed to";
    QUOTES = Standard Warning "quotes":
        "een aanhalingsteken in {} heeft geen tweede; zet namen met spaties tussen twee"
        | "a quote in {} has no second; put names with spaces between two";
    NO_NOTE = Standard Warning "note-missing":
        "zet in note waarom of welke oefening: {}"
        | "say in note why, or which exercise: {}";
    NO_INFO = Standard Warning "info-missing":
        "een {} zonder info zegt niemand iets; zet erin wat er is en wat men moet doen"
        | "{} without info tells nobody anything; say what is happening and what to do";
    SIGNATURE = Standard Warning "signature-place":
        "een handtekening hoort achter alle info; zet {} achteraan"
        | "a signature comes after every info; put {} at the end";
    TRICK = Standard Warning "hidden-characters":
        "in {} staan tekens die men niet ziet of die de leesrichting omkeren; laat ze weg"
        | "{} has characters that cannot be seen or turn the reading direction; leave them out";
    TEXT_MARKUP = Standard Warning "markup":
        "in {} staat opmaak van een webpagina; schrijf gewone tekst"
        | "{} has markup of a web page in it; write plain text";

    // What the standard says of what the message tells.
    LANGUAGE_NAME = Standard Warning "language-name":
        "{} is de naam van een taal; schrijf de code, zoals nl-NL"
        | "{} is the name of a language; write its code, as in nl-NL";
    EXPIRES_FIRST = Standard Error "expires-before-effective":
        "het loopt af ({}) voor het ingaat; zet expires na effective en sent"
        | "it expires ({}) before it takes effect; put expires after effective and sent";
    ONSET_LATE = Standard Warning "onset-after-expires":
        "het begint ({}) pas als het alarm is afgelopen; kijk beide tijden na"
        | "it begins ({}) only when the alert has expired; check both times";
    UNSAFE_LINK = Standard Error "unsafe-link":
        "het adres {} is niet overgenomen; alleen http, https, ftp en mailto zijn veilig"
        | "the address {} was not taken; only http, https, ftp and mailto are safe";
    RELATIVE_LINK = Standard Warning "relative-link":
        "{} is geen volledig adres; schrijf het met https:// ervoor"
        | "{} is no full address; write it with https:// before it";
    NO_VALUE = Standard Warning "value-missing":
        "{} heeft geen naam of geen waarde; vul beide in"
        | "{} has no name or no value; fill in both";
    ACRONYM = Standard Warning "acronym":
        "schrijf een afkorting in hoofdletters en zonder punten, niet als {}"
        | "write an acronym in capitals and without points, not as {}";
    NOWHERE = Standard Warning "resource-nowhere":
        "van het bestand {} staat niet waar het is; zet er uri of derefUri bij"
        | "it does not say where the file {} is; add uri or derefUri";
    MEDIA_TYPE = Standard Error "media-type":
        "{} is geen soort bestand zoals image/png"
        | "{} is no media type such as image/png";
    SIZE = Standard Error "size":
        "{} kan niet het aantal bytes zijn"
        | "{} cannot be the number of bytes";
    BASE64 = Standard Error "base64":
        "het bestand in derefUri is geen base64: {}"
        | "the file in derefUri is no base64: {}";
    DIGEST = Standard Warning "digest":
        "{} is geen SHA-1 van 40 tekens; bereken hem opnieuw"
        | "{} is no SHA-1 of 40 characters; calculate it again";

    // What the standard says of areas.
    GEOCODE_ALONE = Standard Warning "geocode-alone":
        "van {} is er alleen een code; zet er ook een polygon of circle bij"
        | "of {} there is a code only; add a polygon or circle";
    FEW_POINTS = Standard Error "polygon-points":
        "een polygon heeft ten minste vier punten, met het eerste ook als laatste; hier staan er {}"
        | "a polygon has at least four points, the first also as last; here are {}";
    OPEN_POLYGON = Standard Error "polygon-open":
        "de polygon is niet gesloten ({}); zet het eerste punt ook als laatste"
        | "the polygon is not closed ({}); put the first point also as last";
    CROSSING = Standard Warning "polygon-crossing":
        "de polygon snijdt zichzelf bij {}; teken haar zonder kruising"
        | "the polygon crosses itself at {}; draw it without a crossing";
    POINT = Standard Error "point":
        "{} is geen punt van breedte,lengte met een punt voor de decimalen"
        | "{} is no point of latitude,longitude with a point before the decimals";
    OUTSIDE = Standard Error "point-outside":
        "{} ligt niet op aarde: breedte is -90 tot 90, lengte -180 tot 180"
        | "{} is not on earth: latitude is -90 to 90, longitude -180 to 180";
    SWAPPED = Standard Error "point-swapped":
        "in {} staan breedte en lengte omgewisseld; schrijf eerst de breedte"
        | "latitude and longitude have changed places in {}; write latitude first";
    SWAPPED_MAYBE = Standard Warning "point-swapped-perhaps":
        "{} ligt ver weg, en omgewisseld in Nederland; kijk na of de breedte eerst staat"
        | "{} is far away, and in the Netherlands when turned round; check that latitude is first";
    RD = Standard Error "point-rd":
        "{} lijkt Rijksdriehoek; schrijf WGS 84 in graden"
        | "{} looks like Dutch grid (RD); write WGS 84 in degrees";
    CIRCLE = Standard Error "circle":
        "{} is geen cirkel van breedte,lengte straal"
        | "{} is no circle of latitude,longitude radius";
    RADIUS = Standard Error "radius":
        "de straal {} kan niet: het zijn kilometers, van 0 tot een half rond de aarde"
        | "the radius {} cannot be: it is in kilometres, from 0 to half around the earth";
    RADIUS_LARGE = Standard Warning "radius-large":
        "de straal {} is in kilometers; kijk na of het geen meters zijn"
        | "the radius {} is in kilometres; check that it is not in metres";
    NO_ALTITUDE = Standard Error "altitude-missing":
        "ceiling {} mag alleen met altitude; zet die erbij"
        | "ceiling {} may only stand with altitude; add that";
    CEILING_LOW = Standard Error "ceiling-below-altitude":
        "ceiling {} ligt onder altitude; kijk beide na"
        | "ceiling {} lies below altitude; check both";
    HEIGHT = Standard Warning "height":
        "{} is niet als hoogte gelezen; schrijf voeten in cijfers"
        | "{} was not read as a height; write feet in digits";
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_has_a_name_of_its_own_and_says_it_in_two_languages() {
        let mut names = BTreeSet::new();
        for rule in super::ALL {
            assert!(names.insert(rule.code), "{}", rule.code);
            assert_eq!(rule.nl.matches("{}").count(), 1, "{}", rule.code);
            assert_eq!(rule.en.matches("{}").count(), 1, "{}", rule.code);
        }
        assert!(names.len() > 50);
    }
}
