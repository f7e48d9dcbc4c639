// SPDX-License-Identifier: EUPL-1.2
//! Reading: what a file is by its bytes, then the reader for it.
//!
//! Why not `calamine`, which reads the same files? Version 0.38 builds the rectangle around all
//! cells in memory, so two cells in the far corners of a small XLSX ask for terabytes; it reads
//! all sheets of an ODS at once, up to a hundred million cells; and it does not say which cells
//! were formulas, merged or hidden.

mod csv;
mod gather;
mod ods;
mod sniff;
mod text;
pub(crate) mod value;
mod xlsx;
mod xml;

use crate::limits::Limits;
use crate::package::Package;
use crate::refused::Refused;
use crate::table::Table;
use sniff::Looks;

/// Reads a list: CSV, XLSX or ODS, found from its bytes and not from its name.
///
/// The first row with something in it is the header. Memory and time are bounded by the limits,
/// whatever the file claims; a file that wants more is refused.
///
/// ```
/// use paraat_sheets::{Limits, read};
/// let table = read("naam;plaats\r\nJansen;Zwolle\r\n".as_bytes(), &Limits::default())?;
/// assert_eq!(table.header, ["naam", "plaats"]);
/// assert_eq!((table.rows[0].number, table.rows[0].cells[1].as_str()), (2, "Zwolle"));
/// # Ok::<(), paraat_sheets::Refused>(())
/// ```
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Table, Refused> {
    let found = bytes.len() as u64;
    if found > limits.bytes {
        return Err(Refused::TooManyBytes {
            found,
            most: limits.bytes,
        });
    }
    match sniff::look(bytes) {
        Looks::Text => csv::read(bytes, limits),
        Looks::Zip => {
            let package = Package::open(bytes, limits)?;
            match sniff::packed(&package)? {
                sniff::Packed::Xlsx(workbook) => xlsx::read(&package, &workbook, limits),
                sniff::Packed::Ods => ods::read(&package, limits),
            }
        }
        Looks::Locked => Err(Refused::PasswordProtected),
        Looks::Like(seems) => Err(Refused::NotASheet(seems)),
    }
}
