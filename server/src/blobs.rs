// SPDX-License-Identifier: EUPL-1.2
//! The bytes of files, in `blobs/` of the folder of a space, each under a code that nobody can
//! guess. `{code}.part` is what came in so far; `{code}` is what is left of a whole file after
//! cleaning. It has that name only once the disk has all of it, and never changes after.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use paraat_contract::{AsKnown, Broken, FILES, Files, Query, Rows};
use paraat_kernel::seams::Clock as _;
use paraat_kernel::{File as Known, Space, Uuid};
use paraat_media::{Finding, Sort};
use paraat_node::{Begun, Node};
use paraat_spine::{Spine, SystemClock};
use paraat_web::files::{NotBrought, Standing, Uploads};

use crate::folder::Folder;
use crate::{Stop, clean};

/// Where they lie in the folder of a space.
pub const BLOBS: &str = "blobs";
/// The ending of what did not come in whole yet, and of what is being cleaned.
const PART: &str = "part";
const NEW: &str = "new";
/// How often what nothing leads to is thrown away.
const SWEEP_EVERY: Duration = Duration::from_secs(600);

/// The bytes of the files of one space.
pub struct Blobs {
    folder: PathBuf,
    space: String,
    store: Node,
    /// Files that somebody adds to at this moment.
    busy: Mutex<BTreeSet<String>>,
    /// Held while files are copied or thrown away: not both at once.
    gate: Mutex<()>,
}

/// Held by whoever adds to a file.
struct Turn<'a>(&'a Blobs, &'a str);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        held(&self.0.busy).remove(self.1);
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn broken(fault: impl std::fmt::Display) -> NotBrought {
    tracing::error!(%fault, "the files met a fault");
    NotBrought::Broken
}

fn disk(error: io::Error) -> NotBrought {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => NotBrought::DiskFull,
        _ => broken(error),
    }
}

/// True for a name that is a code: the only names that are ever made a path of.
pub fn is_code(name: &str) -> bool {
    name.len() == 32
        && name
            .bytes()
            .all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'))
}

/// The digest of bytes, as the record keeps it.
pub fn digest(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

impl Blobs {
    /// Opens the folder; it may be new.
    pub fn open(folder: &Folder, space: &Space, store: Node) -> Result<Self, Stop> {
        let folder = folder.path(BLOBS);
        let mut make = fs::DirBuilder::new();
        make.recursive(true).mode(0o700).create(&folder)?;
        Ok(Self {
            folder,
            space: space.as_str().to_owned(),
            store,
            busy: Mutex::default(),
            gate: Mutex::default(),
        })
    }

    fn of(&self, account: Uuid) -> (Uuid, &str) {
        (account, &self.space)
    }

    fn path(&self, code: &str) -> PathBuf {
        self.folder.join(code)
    }

    fn beside(&self, code: &str, ending: &str) -> PathBuf {
        self.path(code).with_extension(ending)
    }

    fn turn<'a>(&'a self, code: &'a str) -> Result<Turn<'a>, NotBrought> {
        let first = held(&self.busy).insert(code.to_owned());
        first.then_some(Turn(self, code)).ok_or(NotBrought::Busy)
    }

    fn make(&self, path: &Path) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.create(true).append(true).mode(0o600).open(path)
    }

    /// How many bytes of a file that is not whole came in.
    fn received(&self, code: &str) -> io::Result<u64> {
        match fs::metadata(self.beside(code, PART)) {
            Ok(about) => Ok(about.len()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(0),
            Err(error) => Err(error),
        }
    }

    /// What is left of a file that came in whole.
    fn cleaned(&self, code: &str) -> Result<(Sort, Vec<u8>), NotBrought> {
        let mut bytes = Vec::new();
        let file = File::open(self.beside(code, PART)).map_err(disk)?;
        file.take(self.most() + 1)
            .read_to_end(&mut bytes)
            .map_err(disk)?;
        let not = |finding: Finding| NotBrought::NotTaken(finding.key());
        match paraat_media::sort(&bytes).map_err(not)? {
            Sort::Pdf => Ok((Sort::Pdf, clean::pdf(&bytes)?)),
            _ => {
                let picture = paraat_media::clean_picture(&bytes).map_err(not)?;
                Ok((picture.sort, picture.bytes))
            }
        }
    }

    /// Gives a file its name once the disk has all of it.
    fn keep(&self, code: &str, bytes: &[u8]) -> io::Result<()> {
        let new = self.beside(code, NEW);
        let _ = fs::remove_file(&new);
        let mut file = self.make(&new)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&new, self.path(code))?;
        File::open(&self.folder)?.sync_all()
    }

    /// Throws away what nothing leads to: neither somebody who brings it nor the record. `named`
    /// answers the codes in the record; it is asked last, so that what is recorded meanwhile is
    /// among those that somebody brings. Answers how many files went.
    pub fn sweep(
        &self,
        named: impl FnOnce() -> Result<BTreeSet<String>, Stop>,
    ) -> Result<u32, Stop> {
        let _gate = held(&self.gate);
        let mut there = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            let code = name.split('.').next().unwrap_or_default().to_owned();
            there.extend(is_code(&code).then_some((code, name)));
        }
        let brought = self.store.upload_codes(&self.space);
        let brought = brought.map_err(|fault| Stop::wrong(fault.to_string()))?;
        let named = named()?;
        let mut gone = 0;
        for (code, name) in there {
            if !named.contains(&code) && !brought.contains(&code) {
                fs::remove_file(self.folder.join(name))?;
                gone += 1;
            }
        }
        Ok(gone)
    }

    /// Copies these files to another folder.
    pub fn copy(&self, codes: &BTreeSet<String>, to: &Path) -> Result<(), Stop> {
        let _gate = held(&self.gate);
        copy(&self.folder, codes, to)
    }
}

/// Every file that a record names or ever named, those of partners too.
pub fn every() -> Query {
    let mut every = Query::all(&FILES).as_known(AsKnown::Ever);
    every.limit = u32::MAX;
    every
}

/// Their codes.
pub fn codes(rows: &Rows) -> BTreeSet<String> {
    let rows = rows.rows.iter();
    rows.map(|row| row.text("code").to_owned()).collect()
}

/// Throws away what nothing leads to, now.
pub fn sweep(blobs: &Blobs, spine: &Spine) -> Result<u32, Stop> {
    let reader = &spine.ledger().reader;
    blobs.sweep(|| Ok(codes(&reader.rows_for_judge(&every())?)))
}

/// Does that from time to time, as long as the files are there.
pub fn keep_tidy(blobs: &Arc<Blobs>, spine: &Arc<Spine>) {
    let both = (Arc::downgrade(blobs), Arc::downgrade(spine));
    paraat_web::tasks::spawn("files", async move {
        loop {
            tokio::time::sleep(SWEEP_EVERY).await;
            let (Some(blobs), Some(spine)) = (both.0.upgrade(), both.1.upgrade()) else {
                return;
            };
            let swept = tokio::task::spawn_blocking(move || sweep(&blobs, &spine)).await;
            if let Ok(Err(stop)) = swept {
                tracing::warn!(%stop, "files that nothing leads to could not be thrown away");
            }
        }
    });
}

/// Copies files, those that are there: what a partner recorded lies with the partner.
pub fn copy(from: &Path, codes: &BTreeSet<String>, to: &Path) -> Result<(), Stop> {
    let mut make = fs::DirBuilder::new();
    make.recursive(true).mode(0o700).create(to)?;
    for code in codes.iter().filter(|code| is_code(code)) {
        match fs::copy(from.join(code), to.join(code)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

impl Uploads for Blobs {
    fn most(&self) -> u64 {
        paraat_media::MOST_BYTES as u64
    }

    fn begin(&self, account: Uuid, name: &str, size: u64) -> Result<String, NotBrought> {
        if size > self.most() {
            return Err(NotBrought::TooLarge);
        }
        if size == 0 {
            return Err(NotBrought::NotTaken(Finding::Empty.key()));
        }
        let begun = self
            .store
            .begin_upload(self.of(account), name, size, SystemClock.now());
        match begun.map_err(broken)? {
            Begun::Code(code) => Ok(code),
            Begun::TooMany => Err(NotBrought::TooMany),
            Begun::TooMuch => Err(NotBrought::Busy),
        }
    }

    fn standing(&self, account: Uuid, code: &str) -> Result<Standing, NotBrought> {
        let upload = self.store.upload(self.of(account), code).map_err(broken)?;
        let upload = upload.ok_or(NotBrought::NotThere)?;
        let received = match &upload.whole {
            Some(_) => upload.size,
            None => self.received(code).map_err(disk)?,
        };
        Ok(Standing {
            name: upload.name,
            size: upload.size,
            received,
            media: upload.whole.map(|file| file.media),
        })
    }

    fn append(
        &self,
        account: Uuid,
        code: &str,
        offset: u64,
        bytes: &[u8],
    ) -> Result<u64, NotBrought> {
        let _turn = self.turn(code)?;
        let standing = self.standing(account, code)?;
        if standing.media.is_some() || standing.received != offset {
            return Err(NotBrought::Elsewhere(standing.received));
        }
        let after = offset + bytes.len() as u64;
        if after > standing.size {
            return Err(NotBrought::TooLarge);
        }
        if !self
            .store
            .touch_upload(code, SystemClock.now())
            .map_err(broken)?
        {
            return Err(NotBrought::NotThere);
        }
        let mut file = self.make(&self.beside(code, PART)).map_err(disk)?;
        if let Err(error) = file.write_all(bytes) {
            // A part of a piece is no harm: who goes on asks first how much is there.
            return Err(disk(error));
        }
        Ok(after)
    }

    fn finish(&self, account: Uuid, code: &str) -> Result<Standing, NotBrought> {
        let _turn = self.turn(code)?;
        let standing = self.standing(account, code)?;
        if standing.media.is_some() {
            return Ok(standing);
        }
        if standing.received != standing.size {
            return Err(NotBrought::Elsewhere(standing.received));
        }
        let (sort, bytes) = self.cleaned(code).inspect_err(|not| {
            // What is not taken is not kept either.
            if matches!(not, NotBrought::NotTaken(_)) {
                let _ = self.store.forget_upload(code);
                let _ = fs::remove_file(self.beside(code, PART));
            }
        })?;
        self.keep(code, &bytes).map_err(disk)?;
        let file = Known {
            code: code.to_owned(),
            name: standing.name,
            media: sort.media_type().to_owned(),
            size: bytes.len() as u64,
            digest: digest(&bytes),
        };
        let kept = self.store.upload_whole(&file, SystemClock.now());
        if !kept.map_err(broken)? {
            return Err(NotBrought::NotThere);
        }
        let _ = fs::remove_file(self.beside(code, PART));
        self.standing(account, code)
    }

    fn open(&self, code: &str) -> io::Result<File> {
        match is_code(code) {
            true => File::open(self.path(code)),
            false => Err(io::ErrorKind::NotFound.into()),
        }
    }
}

impl Files for Blobs {
    fn brought(&self, account: Uuid, code: &str) -> Result<Option<Known>, Broken> {
        let told = |fault: &dyn std::fmt::Display| {
            tracing::error!(%fault, "the files met a fault");
            Broken("files".to_owned())
        };
        if !is_code(code) {
            return Ok(None);
        }
        // Touched first: from here on it makes no room for another while it is recorded.
        let touched = self.store.touch_upload(code, SystemClock.now());
        touched.map_err(|fault| told(&fault))?;
        let found = self.store.upload(self.of(account), code);
        let file = found.map_err(|fault| told(&fault))?.and_then(|it| it.whole);
        Ok(file.filter(|file| self.path(&file.code).is_file()))
    }

    fn recorded(&self, code: &str) {
        if let Err(fault) = self.store.upload_recorded(code) {
            tracing::warn!(%fault, "that a file is recorded could not be noted");
        }
    }
}
