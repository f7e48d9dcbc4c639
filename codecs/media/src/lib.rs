// SPDX-License-Identifier: EUPL-1.2
//! Photos and PDF files, cleaned: bytes in, and out come bytes that show the same without what
//! they say of who made them, where, when and with what; or a finding that says why a file is not
//! taken. What is not known to be needed does not go along, and what stands behind the end of a
//! file does not either. No pixel is decoded: a picture stays exactly what it was.
//!
//! ```
//! use paraat_media::{Finding, Sort, clean_picture, sort};
//!
//! assert_eq!(sort(b"%PDF-1.7"), Ok(Sort::Pdf));
//! assert_eq!(clean_picture(b"MZ\x90"), Err(Finding::Unknown));
//! ```

mod exif;
mod finding;
mod jpeg;
mod pdf;
mod png;
mod reader;
mod sort;
mod webp;

pub use finding::Finding;
pub use pdf::clean_pdf;
pub use sort::{Sort, sort};

/// Most bytes of one file: a photo of a phone takes some 3 to 12 MB.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;
/// Most pixels of a picture: four times what the largest phone makes. A small file that is a huge
/// picture fills the memory of whoever opens it.
pub const MOST_PIXELS: u64 = 200_000_000;

/// A picture that was cleaned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// What it is.
    pub sort: Sort,
    /// What is left of it.
    pub bytes: Vec<u8>,
    /// Its width in pixels, as it is stored.
    pub width: u32,
    /// Its height in pixels, as it is stored.
    pub height: u32,
}

/// A picture without what it says besides what it shows. Of a photo stays how it is to be turned.
///
/// # Errors
/// Why it is not taken; a PDF is `Finding::Unknown` here, see [`clean_pdf`].
pub fn clean_picture(bytes: &[u8]) -> Result<Picture, Finding> {
    if bytes.len() > MOST_BYTES {
        return Err(Finding::TooLarge);
    }
    let sort = sort(bytes)?;
    let (bytes, [width, height]) = match sort {
        Sort::Jpeg => jpeg::clean(bytes, jpeg::Turn::Keep)?,
        Sort::Png => png::clean(bytes)?,
        Sort::WebP => webp::clean(bytes)?,
        Sort::Pdf => return Err(Finding::Unknown),
    };
    Ok(Picture {
        sort,
        bytes,
        width,
        height,
    })
}

/// Holds a size against what is taken.
fn sized(width: u32, height: u32) -> Result<[u32; 2], Finding> {
    if width == 0 || height == 0 {
        return Err(Finding::Damaged);
    }
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Finding::TooManyPixels);
    }
    Ok([width, height])
}
