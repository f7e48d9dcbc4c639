// SPDX-License-Identifier: EUPL-1.2
//! Why a file was not read at all.

/// What a file seems to be, going by its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Seems {
    /// Nothing at all: no bytes, or only white space.
    Empty,
    /// A PDF document.
    Pdf,
    /// An old Excel workbook (`.xls`), to be saved as `.xlsx`.
    OldExcel,
    /// A binary Excel workbook (`.xlsb`), to be saved as `.xlsx`.
    BinaryExcel,
    /// Another old Office document (`.doc`, `.ppt`, `.msg`).
    OldOffice,
    /// A text document (`.docx`, `.odt`).
    TextDocument,
    /// A presentation (`.pptx`, `.odp`).
    Presentation,
    /// An image.
    Image,
    /// A zip file, or another packed file, that holds no spreadsheet.
    Archive,
    /// A web page, possibly with the name of a spreadsheet.
    Html,
    /// XML, such as the XML spreadsheet of Excel 2003.
    Xml,
    /// A text document in rich text format.
    RichText,
    /// Bytes that are no text and nothing that we know.
    Unknown,
}

impl Seems {
    /// A stable name of the kind, for the words that name it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Pdf => "pdf",
            Self::OldExcel => "old-excel",
            Self::BinaryExcel => "binary-excel",
            Self::OldOffice => "old-office",
            Self::TextDocument => "text-document",
            Self::Presentation => "presentation",
            Self::Image => "image",
            Self::Archive => "archive",
            Self::Html => "html",
            Self::Xml => "xml",
            Self::RichText => "rich-text",
            Self::Unknown => "unknown",
        }
    }
}

/// Why a file was not read. Each variant is one story; `part` is the name of a file inside the
/// zip file that a workbook is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It is something else than a spreadsheet.
    #[error("not a spreadsheet, but {}", .0.key())]
    NotASheet(Seems),
    /// It is locked with a password, which we do not ask for.
    #[error("locked with a password")]
    PasswordProtected,
    /// A workbook in which there is no sheet with cells.
    #[error("a workbook without a sheet")]
    NoSheet,
    /// A sheet in which no cell holds anything.
    #[error("nothing in it")]
    NothingInIt,
    /// The file is larger than is taken in.
    #[error("{found} bytes, at most {most}")]
    TooManyBytes {
        /// Bytes of the file.
        found: u64,
        /// Bytes that are taken in.
        most: u64,
    },
    /// More rows than are taken in.
    #[error("more than {most} rows")]
    TooManyRows {
        /// Rows that are taken in.
        most: u32,
    },
    /// A cell lies beyond the last column that is taken in.
    #[error("more than {most} columns")]
    TooManyColumns {
        /// Columns that are taken in.
        most: u32,
    },
    /// More cells than are taken in.
    #[error("more than {most} cells")]
    TooManyCells {
        /// Cells that are taken in.
        most: u64,
    },
    /// The texts of the cells are longer, all together, than is taken in.
    #[error("more than {most} bytes of text")]
    TooMuchText {
        /// Bytes of text that are taken in.
        most: u64,
    },
    /// A part says that it unpacks, or does unpack, to more than is taken in: made to exhaust.
    #[error("{part} unpacks to more than {most} bytes")]
    ZipBomb {
        /// The part.
        part: String,
        /// Bytes that are taken in for what the part takes packed.
        most: u64,
    },
    /// A part has more tags and texts than all cells that are taken in could need.
    #[error("{part} has more than {most} tags and texts")]
    TooManyPieces {
        /// The part.
        part: String,
        /// Tags and texts that are taken in.
        most: u64,
    },
    /// The file stops before its end: the copy or the upload was cut off.
    #[error("cut off before its end")]
    Truncated,
    /// The zip file contradicts itself.
    #[error("a damaged zip file")]
    BrokenZip,
    /// A part does not unpack to what was packed.
    #[error("{part} is damaged")]
    BrokenPart {
        /// The part.
        part: String,
    },
    /// A part is packed in a way that no spreadsheet program uses.
    #[error("{part} is packed by method {method}")]
    UnknownPacking {
        /// The part.
        part: String,
        /// The method, as numbered in the zip specification.
        method: u16,
    },
    /// A part that must be there is not.
    #[error("{part} is missing")]
    PartMissing {
        /// The part.
        part: String,
    },
    /// A part is not XML as it should be.
    #[error("{part} is not in order at byte {at}")]
    BrokenXml {
        /// The part.
        part: String,
        /// Where, in bytes from its beginning.
        at: u64,
    },
    /// A part brings a document type, which no spreadsheet program writes.
    #[error("{part} has a document type")]
    Doctype {
        /// The part.
        part: String,
    },
    /// A part names an entity that XML itself does not have.
    #[error("{part} names an entity")]
    Entity {
        /// The part.
        part: String,
    },
}

impl Refused {
    /// A stable name of the story, for the words that tell it.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotASheet(_) => "not-a-sheet",
            Self::PasswordProtected => "password-protected",
            Self::NoSheet => "no-sheet",
            Self::NothingInIt => "nothing-in-it",
            Self::TooManyBytes { .. } => "too-many-bytes",
            Self::TooManyRows { .. } => "too-many-rows",
            Self::TooManyColumns { .. } => "too-many-columns",
            Self::TooManyCells { .. } => "too-many-cells",
            Self::TooMuchText { .. } => "too-much-text",
            Self::ZipBomb { .. } => "zip-bomb",
            Self::TooManyPieces { .. } => "too-many-pieces",
            Self::Truncated => "truncated",
            Self::BrokenZip => "broken-zip",
            Self::BrokenPart { .. } => "broken-part",
            Self::UnknownPacking { .. } => "unknown-packing",
            Self::PartMissing { .. } => "part-missing",
            Self::BrokenXml { .. } => "broken-xml",
            Self::Doctype { .. } => "doctype",
            Self::Entity { .. } => "entity",
        }
    }
}
