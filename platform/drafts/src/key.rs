// SPDX-License-Identifier: EUPL-1.2
use paraat_kernel::OrganisationId;

/// The id of a draft: a digest of its key.
pub type KeyId = [u8; 16];

/// Which draft: one for an organisation, a form, and what that form is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The space: what is practised is another text than what is real.
    pub space: String,
    /// Whose it is. Nobody else ever opens it.
    pub organisation: OrganisationId,
    /// Where the form stands: `incident/part/share`, `streams/{stream}/{verb}`.
    pub form: String,
    /// What the form is about: names and values of the fields that say so, in their order.
    pub about: Vec<(String, String)>,
    /// The field whose text it is.
    pub field: String,
}

impl Key {
    /// Its id: equal for equal keys only.
    pub fn id(&self) -> KeyId {
        let mut hasher = blake3::Hasher::new();
        let mut add = |text: &str| {
            let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
            hasher.update(&length.to_le_bytes()).update(text.as_bytes());
        };
        add(&self.space);
        add(self.organisation.as_str());
        add(&self.form);
        add(&self.field);
        for (name, value) in &self.about {
            add(name);
            add(value);
        }
        let mut id = KeyId::default();
        hasher.finalize_xof().fill(&mut id);
        id
    }

    /// What the form is about as one text, for who looks into the store.
    pub fn about_text(&self) -> String {
        let pairs = self.about.iter();
        let pairs: Vec<String> = pairs
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> Key {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        Key {
            space: "live".to_owned(),
            organisation: "vr23".parse().unwrap(),
            form: "incident/part/share".to_owned(),
            about: vec![pair("team", "water"), pair("theme", "")],
            field: "text".to_owned(),
        }
    }

    #[test]
    fn another_organisation_space_or_subject_is_another_draft() {
        let other = |change: fn(&mut Key)| {
            let mut other = key();
            change(&mut other);
            other.id()
        };
        assert_eq!(key().id(), key().id());
        let others = [
            other(|it| it.space = "exercise".to_owned()),
            other(|it| it.organisation = "vr24".parse().unwrap()),
            other(|it| it.form = "incident/synthesis/publish".to_owned()),
            other(|it| it.field = "what".to_owned()),
            // A name that holds what a value holds elsewhere is not the same.
            other(|it| it.about = vec![("team".to_owned(), "watertheme".to_owned())]),
            other(|it| it.about.reverse()),
        ];
        assert!(others.iter().all(|it| *it != key().id()));
    }
}
