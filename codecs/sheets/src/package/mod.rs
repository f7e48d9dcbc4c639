// SPDX-License-Identifier: EUPL-1.2
//! The zip file that a workbook is (APPNOTE.TXT of PKWARE, 6.3): as much of it as spreadsheets
//! need. Why is there no zip crate? Its streaming writer marks every entry as having its sizes
//! behind it, the stored `mimetype` too, and since 24.8 LibreOffice takes such a file for damaged;
//! and what reading needs beside `flate2` is one page.

mod read;
mod write;

pub(crate) use read::{Package, Part};
pub(crate) use write::{PackageWriter, PartWriter};

const LOCAL: u32 = 0x0403_4b50;
const DESCRIPTOR: u32 = 0x0807_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
const END_64: u32 = 0x0606_4b50;
const LOCATOR_64: u32 = 0x0706_4b50;

const STORED: u16 = 0;
const DEFLATED: u16 = 8;
