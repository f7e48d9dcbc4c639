// SPDX-License-Identifier: EUPL-1.2
//! The words around what the public reads, in the three languages of the public page. Papiamentu
//! as it is written on Bonaire; not yet read by a native speaker ("niet geverifieerd").

/// The words of one language.
pub struct Tongue {
    /// Its code.
    pub code: &'static str,
    /// Its own name.
    pub name: &'static str,
    /// What follows `public` in the path of its pages.
    pub path: &'static str,
    /// The title of the page.
    pub title: &'static str,
    /// Nothing is the matter.
    pub calm: &'static str,
    /// What holds now.
    pub now: &'static str,
    /// What held before.
    pub before: &'static str,
    /// There is nothing from before.
    pub none_before: &'static str,
    /// An alert.
    pub alert: &'static str,
    /// An alert that those who send it have not confirmed.
    pub not_confirmed: &'static str,
    /// It no longer holds.
    pub withdrawn: &'static str,
    /// The three questions, and for whom it is different.
    pub questions: [&'static str; 4],
    /// Who says so.
    pub sender: &'static str,
    /// For where it is.
    pub area: &'static str,
    /// As of when.
    pub as_of: &'static str,
    /// When there is more news.
    pub next_update: &'static str,
    /// It holds until then.
    pub until: &'static str,
    /// The translation is older than the text.
    pub older: &'static str,
    /// There is no text in this language; this is another one.
    pub only_in: &'static str,
    /// Where official news of the State stands.
    pub official: &'static str,
    /// In danger.
    pub emergency: &'static str,
    /// For programs.
    pub feed: &'static str,
    /// When this page was made.
    pub made: &'static str,
    /// The page of what holds now.
    pub back: &'static str,
    /// What a test says.
    pub test: &'static str,
    /// Who speaks, by `terms::authorities::AUTHORITIES`.
    pub authorities: [&'static str; 9],
}

/// All of them, the first one at `/public` itself.
pub const ALL: &[Tongue] = &[
    Tongue {
        code: "nl",
        name: "Nederlands",
        path: "",
        title: "Nieuws bij een crisis",
        calm: "Er is nu niets aan de hand.",
        now: "Wat geldt nu",
        before: "Eerdere berichten",
        none_before: "Er zijn geen eerdere berichten.",
        alert: "Alarm",
        not_confirmed: "De verzending is nog niet bevestigd.",
        withdrawn: "Dit geldt niet meer.",
        questions: [
            "Wat is er aan de hand?",
            "Wat moet ik doen?",
            "Wat betekent dit?",
            "Voor wie is het anders?",
        ],
        sender: "Afzender",
        area: "Voor",
        as_of: "Stand van",
        next_update: "Volgende bericht",
        until: "Geldt tot",
        older: "Deze vertaling is ouder dan de tekst.",
        only_in: "Dit bericht is er alleen in deze taal:",
        official: "Nieuws van de overheid bij een grote crisis staat op crisis.nl.",
        emergency: "Levensgevaar? Bel 112.",
        feed: "Alarmen voor programma’s (Atom, CAP)",
        made: "Deze pagina is van",
        back: "Naar wat nu geldt",
        test: "Dit is een test. U hoeft niets te doen.",
        authorities: [
            "Burgemeester",
            "Voorzitter veiligheidsregio",
            "Officier van justitie",
            "Waterschap",
            "Minister",
            "Gezaghebber",
            "GGD",
            "Vitale aanbieder",
            "Overheid",
        ],
    },
    Tongue {
        code: "en",
        name: "English",
        path: "/en",
        title: "News in a crisis",
        calm: "Nothing is the matter now.",
        now: "What holds now",
        before: "Earlier messages",
        none_before: "There are no earlier messages.",
        alert: "Alert",
        not_confirmed: "That it was sent is not confirmed yet.",
        withdrawn: "This no longer holds.",
        questions: [
            "What is happening?",
            "What must I do?",
            "What does it mean?",
            "For whom is it different?",
        ],
        sender: "From",
        area: "For",
        as_of: "As of",
        next_update: "Next message",
        until: "Holds until",
        older: "This translation is older than the text.",
        only_in: "This message is there in this language only:",
        official: "News of the government in a large crisis stands at crisis.nl.",
        emergency: "In danger of life? Call 112.",
        feed: "Alerts for programs (Atom, CAP)",
        made: "This page is of",
        back: "To what holds now",
        test: "This is a test. You need do nothing.",
        authorities: [
            "Mayor",
            "Chair of the safety region",
            "Public prosecutor",
            "Water board",
            "Minister",
            "Island governor",
            "Public health service",
            "Vital provider",
            "Government",
        ],
    },
    Tongue {
        code: "pap",
        name: "Papiamentu",
        path: "/pap",
        title: "Notisia den un krísis",
        calm: "No tin nada ta pasando awor.",
        now: "Loke ta konta awor",
        before: "Mensahenan anterior",
        none_before: "No tin mensahe anterior.",
        alert: "Alarma",
        not_confirmed: "Ainda no a konfirmá ku a mand’é.",
        withdrawn: "Esaki no ta konta mas.",
        questions: [
            "Kiko ta pasando?",
            "Kiko mi mester hasi?",
            "Kiko esaki ta nifiká?",
            "Pa ken e ta diferente?",
        ],
        sender: "Di",
        area: "Pa",
        as_of: "Situashon di",
        next_update: "Siguiente mensahe",
        until: "Ta konta te",
        older: "E tradukshon akí ta mas bieu ku e teksto.",
        only_in: "E mensahe akí tin solamente na e idioma akí:",
        official: "Notisia di gobièrnu den un krísis grandi ta na crisis.nl.",
        emergency: "Peliger di bida? Yama 112.",
        feed: "Alarma pa programa (Atom, CAP)",
        made: "E página akí ta di",
        back: "Bèk na loke ta konta awor",
        test: "Esaki ta un prueba. Bo no mester hasi nada.",
        authorities: [
            "Alkalde",
            "Presidente di region di seguridat",
            "Fiskal",
            "Waterschap",
            "Minister",
            "Gezaghebber",
            "Salú públiko",
            "Empresa vital",
            "Gobièrnu",
        ],
    },
];

impl Tongue {
    /// Who speaks.
    pub fn authority(&self, name: &str) -> &'static str {
        let all = crate::terms::authorities::AUTHORITIES;
        let at = all.iter().position(|it| *it == name);
        at.and_then(|at| self.authorities.get(at))
            .copied()
            .unwrap_or_default()
    }
}
