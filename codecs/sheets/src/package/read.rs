// SPDX-License-Identifier: EUPL-1.2
//! Reading from bytes in memory: every number in them is a claim, and is held against the bytes.

use std::cell::Cell;
use std::io::{self, BufRead, Read};

use flate2::Crc;
use flate2::bufread::DeflateDecoder;

use super::{CENTRAL, DEFLATED, END, END_64, LOCAL, LOCATOR_64, STORED};
use crate::limits::{Limits, RATIO_FREE};
use crate::refused::Refused;

/// So many parts are too many: a workbook has tens.
const PARTS: usize = 10_000;
/// Length of the record at the end, without its comment.
const END_LENGTH: usize = 22;
/// Flag: encrypted.
const ENCRYPTED: u16 = 1;
/// In a field of 32 bits: the number stands in the extra field instead.
const ELSEWHERE: u32 = u32::MAX;

/// A zip file, opened.
pub(crate) struct Package<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry<'a>>,
    limits: &'a Limits,
    /// Bytes unpacked so far, of all parts.
    unpacked: Cell<u64>,
}

struct Entry<'a> {
    name: &'a [u8],
    method: u16,
    flags: u16,
    crc: u32,
    packed: u64,
    plain: u64,
    at: u64,
}

impl<'a> Package<'a> {
    /// Reads the directory.
    pub(crate) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, Refused> {
        let end = find_end(bytes).ok_or(Refused::Truncated)?;
        let (count, at) = directory(bytes, end).ok_or(Refused::BrokenZip)?;
        if count > PARTS as u64 {
            return Err(Refused::BrokenZip);
        }
        let start = usize::try_from(at).ok().ok_or(Refused::BrokenZip)?;
        let mut fields = Fields::at(bytes, start).ok_or(Refused::BrokenZip)?;
        let mut entries = Vec::new();
        for _ in 0..count {
            entries.push(entry(&mut fields).ok_or(Refused::BrokenZip)?);
        }
        let unpacked = Cell::new(0);
        Ok(Self {
            bytes,
            entries,
            limits,
            unpacked,
        })
    }

    /// True when there is a part of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    fn find(&self, name: &str) -> Option<&Entry<'a>> {
        // Names of parts differ in more than their case (ISO/IEC 29500-2, 6.2.2.3).
        let same = |entry: &&Entry<'_>| entry.name.eq_ignore_ascii_case(name.as_bytes());
        self.entries.iter().find(same)
    }

    /// Opens a part; it must be there.
    pub(crate) fn part(&self, name: &str) -> Result<Part<'_>, Refused> {
        let missing = || Refused::PartMissing {
            part: name.to_owned(),
        };
        let entry = self.find(name).ok_or_else(missing)?;
        if entry.flags & ENCRYPTED != 0 {
            return Err(Refused::PasswordProtected);
        }
        let packed = self.packed(entry).ok_or(Refused::BrokenZip)?;
        let free = packed.len() as u64;
        let most = RATIO_FREE.max(free.saturating_mul(self.limits.ratio));
        let most = most.min(self.limits.unpacked.saturating_sub(self.unpacked.get()));
        let part = name.to_owned();
        if entry.plain > most {
            return Err(Refused::ZipBomb { part, most });
        }
        let source = match entry.method {
            STORED => Source::Stored(packed),
            DEFLATED => Source::Deflated(DeflateDecoder::new(packed)),
            method => return Err(Refused::UnknownPacking { part, method }),
        };
        Ok(Part {
            name: part,
            source,
            crc: Crc::new(),
            wanted: entry.crc,
            read: 0,
            most,
            pieces: self.limits.pieces(),
            unpacked: &self.unpacked,
            buffer: vec![0; BUFFER],
            from: 0,
            to: 0,
            tripped: None,
        })
    }

    fn packed(&self, entry: &Entry<'_>) -> Option<&'a [u8]> {
        let mut fields = Fields::at(self.bytes, usize::try_from(entry.at).ok()?)?;
        (fields.long()? == LOCAL).then_some(())?;
        fields.take(22)?;
        let lengths = usize::from(fields.short()?).checked_add(usize::from(fields.short()?))?;
        fields.take(lengths)?;
        fields.take(usize::try_from(entry.packed).ok()?)
    }

    /// A whole small part as bytes, at most so many.
    pub(crate) fn small(&self, name: &str, most: u64) -> Result<Vec<u8>, Refused> {
        let mut part = self.part(name)?;
        let mut bytes = Vec::new();
        match (&mut part).take(most).read_to_end(&mut bytes) {
            Ok(_) => Ok(bytes),
            Err(_) => Err(part.refused()),
        }
    }
}

/// Where the record at the end begins; it may be followed by a comment.
fn find_end(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(END_LENGTH)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    let tail = bytes.get(first..)?;
    memchr::memmem::rfind(tail, &END.to_le_bytes())
        .map(|at| first + at)
        .filter(|at| *at <= last)
}

/// Number of parts, and where the directory begins.
fn directory(bytes: &[u8], end: usize) -> Option<(u64, u64)> {
    let mut fields = Fields::at(bytes, end)?;
    fields.take(10)?;
    let count = fields.short()?;
    let _length = fields.long()?;
    let at = fields.long()?;
    if count != u16::MAX && at != ELSEWHERE {
        return Some((u64::from(count), u64::from(at)));
    }
    let mut locator = Fields::at(bytes, end.checked_sub(20)?)?;
    (locator.long()? == LOCATOR_64).then_some(())?;
    locator.take(4)?;
    let mut end = Fields::at(bytes, usize::try_from(locator.long_long()?).ok()?)?;
    (end.long()? == END_64).then_some(())?;
    end.take(28)?;
    let count = end.long_long()?;
    end.take(8)?;
    Some((count, end.long_long()?))
}

fn entry<'a>(fields: &mut Fields<'a>) -> Option<Entry<'a>> {
    (fields.long()? == CENTRAL).then_some(())?;
    fields.take(4)?;
    let (flags, method) = (fields.short()?, fields.short()?);
    fields.take(4)?;
    let crc = fields.long()?;
    let (packed, plain) = (fields.long()?, fields.long()?);
    let name = usize::from(fields.short()?);
    let extra = usize::from(fields.short()?);
    let comment = usize::from(fields.short()?);
    fields.take(8)?;
    let at = fields.long()?;
    let name = fields.take(name)?;
    let mut extra = Fields {
        rest: fields.take(extra)?,
    };
    fields.take(comment)?;
    let mut longer = extra.find(1).unwrap_or(Fields { rest: &[] });
    let mut real = |claimed: u32| match claimed {
        ELSEWHERE => longer.long_long(),
        _ => Some(u64::from(claimed)),
    };
    // The order in the extra field is: plain, packed, where.
    let (plain, packed, at) = (real(plain)?, real(packed)?, real(at)?);
    Some(Entry {
        name,
        method,
        flags,
        crc,
        packed,
        plain,
        at,
    })
}

/// Numbers, least significant byte first, taken from the front.
struct Fields<'a> {
    rest: &'a [u8],
}

impl<'a> Fields<'a> {
    fn at(bytes: &'a [u8], at: usize) -> Option<Self> {
        bytes.get(at..).map(|rest| Self { rest })
    }

    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    fn short(&mut self) -> Option<u16> {
        self.take(2)?.try_into().ok().map(u16::from_le_bytes)
    }

    fn long(&mut self) -> Option<u32> {
        self.take(4)?.try_into().ok().map(u32::from_le_bytes)
    }

    fn long_long(&mut self) -> Option<u64> {
        self.take(8)?.try_into().ok().map(u64::from_le_bytes)
    }

    /// The data of the extra field with this number.
    fn find(&mut self, wanted: u16) -> Option<Self> {
        loop {
            let (number, length) = (self.short()?, self.short()?);
            let rest = self.take(usize::from(length))?;
            if number == wanted {
                return Some(Self { rest });
            }
        }
    }
}

/// Bytes unpacked at a time.
const BUFFER: usize = 64 << 10;

enum Source<'a> {
    Stored(&'a [u8]),
    Deflated(DeflateDecoder<&'a [u8]>),
}

/// A part, unpacked bit by bit; it stops where the limits do, and checks its checksum at the end.
pub(crate) struct Part<'a> {
    name: String,
    source: Source<'a>,
    crc: Crc,
    wanted: u32,
    read: u64,
    most: u64,
    pieces: u64,
    unpacked: &'a Cell<u64>,
    buffer: Vec<u8>,
    from: usize,
    to: usize,
    tripped: Option<Refused>,
}

impl Part<'_> {
    /// The name in the zip file.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// How many tags and texts it may have.
    pub(crate) fn pieces(&self) -> u64 {
        self.pieces
    }

    /// Why reading failed, after it did.
    pub(crate) fn refused(&self) -> Refused {
        let part = self.name.clone();
        self.tripped.clone().unwrap_or(Refused::BrokenPart { part })
    }

    /// True when it was this part that failed, not what reads it.
    pub(crate) fn failed(&self) -> bool {
        self.tripped.is_some()
    }

    fn trip(&mut self, refused: Refused) -> io::Error {
        self.tripped = Some(refused);
        io::ErrorKind::InvalidData.into()
    }

    fn fill(&mut self) -> io::Result<()> {
        let part = || self.name.clone();
        let got = match &mut self.source {
            Source::Stored(bytes) => bytes.read(&mut self.buffer),
            Source::Deflated(decoder) => decoder.read(&mut self.buffer),
        };
        let Ok(got) = got else {
            let part = part();
            return Err(self.trip(Refused::BrokenPart { part }));
        };
        (self.from, self.to) = (0, got);
        self.read = self.read.saturating_add(got as u64);
        self.unpacked
            .set(self.unpacked.get().saturating_add(got as u64));
        if self.read > self.most {
            let (part, most) = (part(), self.most);
            return Err(self.trip(Refused::ZipBomb { part, most }));
        }
        self.crc.update(self.buffer.get(..got).unwrap_or(&[]));
        if got == 0 && self.crc.sum() != self.wanted {
            let part = part();
            return Err(self.trip(Refused::BrokenPart { part }));
        }
        Ok(())
    }
}

impl BufRead for Part<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.from >= self.to {
            self.fill()?;
        }
        Ok(self.buffer.get(self.from..self.to).unwrap_or(&[]))
    }

    fn consume(&mut self, count: usize) {
        self.from = self.from.saturating_add(count).min(self.to);
    }
}

impl Read for Part<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let ready = self.fill_buf()?;
        let count = ready.len().min(out.len());
        for (to, from) in out.iter_mut().zip(ready) {
            *to = *from;
        }
        self.consume(count);
        Ok(count)
    }
}
