// SPDX-License-Identifier: EUPL-1.2
//! Samples of what fits in a field.

use paraat_kernel::{OrganisationId, StreamId, Timestamp, Uuid};

use crate::field::Shape;

impl Shape {
    /// Something that fits, to stand for what was not typed yet: of this organisation where it
    /// names one.
    pub fn sample(self, own: &OrganisationId) -> String {
        match self {
            Self::Line(_) | Self::Paragraphs(_) => "x".to_owned(),
            Self::Choice(words) | Self::Choices(words) => {
                words.first().copied().unwrap_or_default().to_owned()
            }
            Self::Stream { .. } => StreamId::new(own.clone(), Uuid::nil()).to_string(),
            Self::Organisation => own.to_string(),
            Self::Date => "1970-01-01".to_owned(),
            Self::Moment => Timestamp::UNIX_EPOCH.to_string(),
            Self::Whole(low, _) => low.to_string(),
            Self::Link => "https://example.org".to_owned(),
            Self::File => "0".repeat(32),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::{Field, Typed, read};

    #[test]
    fn a_sample_fits_its_shape() {
        let own = "vr23".parse().unwrap();
        let (module, kind) = ("agenda", "activity");
        for shape in [
            Shape::Line(1),
            Shape::Paragraphs(1),
            Shape::Choice(&["planned"]),
            Shape::Choices(&["planned"]),
            Shape::Stream { module, kind },
            Shape::Organisation,
            Shape::Date,
            Shape::Moment,
            Shape::Whole(3, 4),
            Shape::Link,
            Shape::File,
        ] {
            let typed = Typed::default().with("it", shape.sample(&own));
            let fields = [Field::required("it", shape)];
            assert!(read(&fields, &typed).is_ok(), "{shape:?}");
        }
    }
}
