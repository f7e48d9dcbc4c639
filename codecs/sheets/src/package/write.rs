// SPDX-License-Identifier: EUPL-1.2
//! Writing, front to back: nothing is gone back to, so any `Write` will do.

use std::io::{self, Write};

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

use super::{CENTRAL, DEFLATED, DESCRIPTOR, END, LOCAL, STORED};

/// Version of the format that a reader must know: 2.0, for deflate.
const VERSION: u16 = 20;
/// Flag: checksum and sizes stand behind the data.
const SIZES_BEHIND: u16 = 1 << 3;
/// 1 January 1980, the first day that the format knows: the same list gives the same bytes.
const DAY: u16 = 1 << 5 | 1;
/// Sheets are mostly repetition: a low level packs them nearly as well, several times faster.
const LEVEL: u32 = 3;

struct Entry {
    name: &'static str,
    method: u16,
    flags: u16,
    crc: u32,
    packed: u32,
    plain: u32,
    at: u32,
}

/// A zip file in the making.
pub(crate) struct PackageWriter<W: Write> {
    out: Counted<W>,
    entries: Vec<Entry>,
}

struct Counted<W: Write> {
    out: W,
    count: u64,
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.count += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl<W: Write> PackageWriter<W> {
    pub(crate) fn new(out: W) -> Self {
        let out = Counted { out, count: 0 };
        let entries = Vec::new();
        Self { out, entries }
    }

    /// Adds a part as it is. OpenDocument wants its first entry, `mimetype`, like this.
    pub(crate) fn stored(&mut self, name: &'static str, bytes: &[u8]) -> io::Result<()> {
        self.whole(name, STORED, bytes, bytes)
    }

    /// Adds a part that is small enough to be packed in memory.
    pub(crate) fn small(&mut self, name: &'static str, text: &str) -> io::Result<()> {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::new(LEVEL));
        encoder.write_all(text.as_bytes())?;
        let packed = encoder.finish()?;
        self.whole(name, DEFLATED, text.as_bytes(), &packed)
    }

    fn whole(
        &mut self,
        name: &'static str,
        method: u16,
        plain: &[u8],
        packed: &[u8],
    ) -> io::Result<()> {
        let mut crc = Crc::new();
        crc.update(plain);
        let entry = Entry {
            name,
            method,
            flags: 0,
            crc: crc.sum(),
            packed: small_enough(packed.len() as u64)?,
            plain: small_enough(plain.len() as u64)?,
            at: small_enough(self.out.count)?,
        };
        self.local(&entry)?;
        self.out.write_all(packed)?;
        self.entries.push(entry);
        Ok(())
    }

    /// Begins a part of any size, with its sizes behind it.
    pub(crate) fn part(mut self, name: &'static str) -> io::Result<PartWriter<W>> {
        let entry = Entry {
            name,
            method: DEFLATED,
            flags: SIZES_BEHIND,
            crc: 0,
            packed: 0,
            plain: 0,
            at: small_enough(self.out.count)?,
        };
        self.local(&entry)?;
        Ok(PartWriter {
            begun_at: self.out.count,
            encoder: DeflateEncoder::new(self.out, Compression::new(LEVEL)),
            crc: Crc::new(),
            plain: 0,
            entry,
            entries: self.entries,
        })
    }

    fn local(&mut self, entry: &Entry) -> io::Result<()> {
        let mut head = Vec::with_capacity(64);
        head.extend(LOCAL.to_le_bytes());
        entry.describe(&mut head)?;
        head.extend(entry.name.as_bytes());
        self.out.write_all(&head)
    }

    /// Writes the directory and gives the receiver of it all back, flushed.
    pub(crate) fn finish(mut self) -> io::Result<W> {
        let mut end = Vec::new();
        let at = small_enough(self.out.count)?;
        for entry in &self.entries {
            end.extend(CENTRAL.to_le_bytes());
            // Made by: the same version, no system in particular.
            end.extend(VERSION.to_le_bytes());
            entry.describe(&mut end)?;
            // No comment, first disk, no attributes.
            end.extend([0; 10]);
            end.extend(entry.at.to_le_bytes());
            end.extend(entry.name.as_bytes());
        }
        let length = small_enough(end.len() as u64)?;
        let count = u16::try_from(self.entries.len()).map_err(io::Error::other)?;
        end.extend(END.to_le_bytes());
        end.extend([0; 4]);
        end.extend(count.to_le_bytes());
        end.extend(count.to_le_bytes());
        end.extend(length.to_le_bytes());
        end.extend(at.to_le_bytes());
        end.extend([0; 2]);
        self.out.write_all(&end)?;
        self.out.flush()?;
        Ok(self.out.out)
    }
}

impl Entry {
    /// What a local and a central header say in the same words.
    fn describe(&self, out: &mut Vec<u8>) -> io::Result<()> {
        let name = u16::try_from(self.name.len()).map_err(io::Error::other)?;
        // Version, flags, method, time of day, day; then the checksum and sizes.
        for short in [VERSION, self.flags, self.method, 0, DAY] {
            out.extend(short.to_le_bytes());
        }
        // In a local header these are nought when they stand behind.
        for long in [self.crc, self.packed, self.plain] {
            out.extend(long.to_le_bytes());
        }
        out.extend(name.to_le_bytes());
        // No extra field.
        out.extend([0; 2]);
        Ok(())
    }
}

/// A part in the making, which holds the whole file until it is done.
pub(crate) struct PartWriter<W: Write> {
    encoder: DeflateEncoder<Counted<W>>,
    crc: Crc,
    plain: u64,
    begun_at: u64,
    entry: Entry,
    entries: Vec<Entry>,
}

impl<W: Write> PartWriter<W> {
    pub(crate) fn write(&mut self, text: &str) -> io::Result<()> {
        self.crc.update(text.as_bytes());
        self.plain += text.len() as u64;
        small_enough(self.plain)?;
        self.encoder.write_all(text.as_bytes())
    }

    /// Ends the part and gives the file back.
    pub(crate) fn end(self) -> io::Result<PackageWriter<W>> {
        let mut out = self.encoder.finish()?;
        let mut entry = self.entry;
        entry.crc = self.crc.sum();
        entry.packed = small_enough(out.count - self.begun_at)?;
        entry.plain = small_enough(self.plain)?;
        let mut behind = Vec::with_capacity(16);
        for long in [DESCRIPTOR, entry.crc, entry.packed, entry.plain] {
            behind.extend(long.to_le_bytes());
        }
        out.write_all(&behind)?;
        let mut entries = self.entries;
        entries.push(entry);
        Ok(PackageWriter { out, entries })
    }
}

/// Sizes have 32 bits. The longer form is not read by every spreadsheet program, and no list of
/// ours comes near.
fn small_enough(size: u64) -> io::Result<u32> {
    u32::try_from(size)
        .map_err(|e| io::Error::new(io::ErrorKind::FileTooLarge, format!("over 4 GiB: {e}")))
}
