// SPDX-License-Identifier: EUPL-1.2
//! Configuration: one commented TOML file in the data folder, overridden by `PARAAT_*`. Read once.

use std::path::{Path, PathBuf};

use paraat_courier::Setting;
use serde::Deserialize;

use crate::Stop;

/// What is written into a new data folder.
pub const EXAMPLE: &str = include_str!("config.toml");

/// The settings of a node.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Name of the node, as partners and the page footer show it.
    pub name: String,
    /// Address it listens on.
    pub listen: String,
    /// Address under which people reach it, when a proxy stands before it.
    pub public_base_url: Option<String>,
    /// Folder that a plain web server serves: the public page and its feeds are written there
    /// whenever they change.
    pub public_folder: Option<PathBuf>,
    /// Whom alerts are handed over to, besides the folder that every node has.
    pub target: Vec<Setting>,
    /// IANA name of the time zone of people who did not choose one.
    pub zone: String,
    /// Hours that a session lasts: one shift.
    pub session_hours: u32,
    /// Certificate and key; without them the node speaks plain HTTP.
    pub tls: Option<Tls>,
    /// `human` or `json`.
    pub log: String,
}

/// Certificate and key, both PEM.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tls {
    /// The certificate chain.
    pub cert: PathBuf,
    /// Its private key.
    pub key: PathBuf,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            name: "Paraat".to_owned(),
            listen: "127.0.0.1:8080".to_owned(),
            public_base_url: None,
            public_folder: None,
            target: Vec::new(),
            zone: "Europe/Amsterdam".to_owned(),
            session_hours: 12,
            tls: None,
            log: "human".to_owned(),
        }
    }
}

impl Config {
    /// Reads `config.toml` of a data folder, when there is one, and what the environment says.
    pub fn read(folder: &Path) -> Result<Self, Stop> {
        let file = folder.join("config.toml");
        let mut config = match std::fs::read_to_string(&file) {
            Ok(text) => Self::parse(&text, &file)?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Self::default(),
            Err(error) => return Err(Stop::wrong(format!("{}: {error}", file.display()))),
        };
        config.overlay(environment)?;
        if !["human", "json"].contains(&config.log.as_str()) {
            let wrong = format!("log is {:?}: choose \"human\" or \"json\"", config.log);
            return Err(Stop::wrong(wrong));
        }
        Ok(config)
    }

    /// Reads the text of a file; an error names file and line.
    fn parse(text: &str, file: &Path) -> Result<Self, Stop> {
        toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let line = text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
            Stop::wrong(format!(
                "{}, line {line}: {}",
                file.display(),
                error.message()
            ))
        })
    }

    fn overlay(&mut self, say: impl Fn(&str) -> Option<String>) -> Result<(), Stop> {
        for (name, place) in [
            ("PARAAT_NAME", &mut self.name),
            ("PARAAT_LISTEN", &mut self.listen),
            ("PARAAT_ZONE", &mut self.zone),
            ("PARAAT_LOG", &mut self.log),
        ] {
            if let Some(value) = say(name) {
                *place = value;
            }
        }
        self.public_base_url = say("PARAAT_PUBLIC_BASE_URL").or(self.public_base_url.take());
        let folder = say("PARAAT_PUBLIC_FOLDER").map(PathBuf::from);
        self.public_folder = folder.or(self.public_folder.take());
        if let Some(hours) = say("PARAAT_SESSION_HOURS") {
            let wrong = || Stop::wrong(format!("PARAAT_SESSION_HOURS is {hours:?}, not a number"));
            self.session_hours = hours.parse().map_err(|_not_a_number| wrong())?;
        }
        match (say("PARAAT_TLS_CERT"), say("PARAAT_TLS_KEY")) {
            (Some(cert), Some(key)) => {
                self.tls = Some(Tls {
                    cert: cert.into(),
                    key: key.into(),
                });
            }
            (None, None) => {}
            _ => {
                return Err(Stop::wrong(
                    "PARAAT_TLS_CERT and PARAAT_TLS_KEY go together",
                ));
            }
        }
        Ok(())
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "configuration is read here, once"
)]
fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_the_default() {
        let example = Config::parse(EXAMPLE, Path::new("config.toml")).unwrap();
        assert_eq!(format!("{example:?}"), format!("{:?}", Config::default()));
    }

    #[test]
    fn an_error_names_file_and_line() {
        let error = Config::parse("name = \"a\"\n\ncolour = 1\n", Path::new("x/config.toml"));
        let said = error.unwrap_err().to_string();
        assert!(
            said.starts_with("x/config.toml, line 3: unknown field `colour`"),
            "{said}"
        );
    }

    #[test]
    fn the_environment_wins() {
        let mut config = Config::default();
        let say = |name: &str| (name == "PARAAT_LISTEN").then(|| "127.0.0.1:9".to_owned());
        config.overlay(say).unwrap();
        assert_eq!(config.listen, "127.0.0.1:9");
        let half = |name: &str| (name == "PARAAT_TLS_KEY").then(|| "k".to_owned());
        assert!(config.overlay(half).is_err());
    }
}
