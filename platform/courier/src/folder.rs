// SPDX-License-Identifier: EUPL-1.2
//! Files in a folder that somebody else empties.

use std::fs;
use std::io;
use std::path::{Component, Path};

use crate::{Came, Piece};

/// Lays them there, each in one step: nobody ever takes half of one away.
pub(crate) fn lay(folder: &Path, pieces: &[Piece<'_>]) -> Came {
    for piece in pieces {
        let mut parts = Path::new(piece.name).components();
        let one = matches!(
            (parts.next(), parts.next()),
            (Some(Component::Normal(_)), None)
        );
        if !one {
            return Came::Refused(format!("{:?} is no name of a file", piece.name));
        }
        if let Err(why) = write(folder, piece) {
            return Came::Later(why.to_string());
        }
    }
    Came::Arrived(folder.display().to_string())
}

fn write(folder: &Path, piece: &Piece<'_>) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let beside = folder.join(format!(".{}.new", piece.name));
    fs::write(&beside, piece.body)?;
    fs::File::open(&beside)?.sync_all()?;
    fs::rename(&beside, folder.join(piece.name))
}
