// SPDX-License-Identifier: EUPL-1.2
//! A node in a folder of its own, with entropy that repeats and moments that tests choose.

use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use paraat_kernel::seams::Entropy;
use paraat_kernel::{Timestamp, Uuid};
use paraat_node::{Added, Attempt, Config, Effort, NewAccount, Node, Secret, SecretText};
use paraat_node::{SetPassword, SignIn};

/// A password that is long enough, for accounts that exist in tests only.
pub const PASSWORD: &str = "een lange gewone zin";

/// Bytes that differ at every call and are the same in every run.
#[derive(Default)]
pub struct Counted(AtomicU64);

impl Entropy for Counted {
    fn fill(&self, bytes: &mut [u8]) {
        let turn = self.0.fetch_add(1, Ordering::Relaxed);
        let mut stream = blake3::Hasher::new()
            .update(&turn.to_le_bytes())
            .finalize_xof();
        stream.fill(bytes);
    }
}

/// A folder that goes when the test is over.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        static TURN: AtomicU64 = AtomicU64::new(0);
        let turn = TURN.fetch_add(1, Ordering::Relaxed);
        let name = format!("paraat-node-{}-{name}-{turn}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn file(&self) -> PathBuf {
        self.0.join("node.db")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

/// The figures of tests: hashing costs next to nothing.
pub fn config() -> Config {
    let effort = Effort {
        memory_kib: 64,
        passes: 1,
        lanes: 1,
    };
    Config {
        effort,
        ..Config::default()
    }
}

pub fn entropy() -> Arc<dyn Entropy> {
    Arc::new(Counted::default())
}

pub fn node(name: &str) -> (Folder, Node) {
    let folder = Folder::new(name);
    let node = Node::open(&folder.file(), config(), entropy()).unwrap();
    (folder, node)
}

/// So many seconds after the start of every test.
pub fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + second).unwrap()
}

pub fn remote(last: u8) -> IpAddr {
    IpAddr::from([192, 0, 2, last])
}

/// An account with the password of all tests.
pub fn account(node: &Node, name: &str) -> Uuid {
    let organisation = "vr23".parse().unwrap();
    let new = NewAccount {
        issuer: "local",
        subject: name,
        display: name,
        organisation: &organisation,
    };
    let Added::Made(account) = node.add_account(&new, at(0)).unwrap() else {
        panic!("not made");
    };
    let set = node
        .set_password(account.id, &SecretText::new(PASSWORD), at(0))
        .unwrap();
    assert_eq!(set, SetPassword::Set);
    account.id
}

/// An attempt to sign in with a right or a wrong password.
pub fn sign_in(node: &Node, name: &str, right: bool, from: From<'_>, second: i64) -> SignIn {
    let password = SecretText::new(if right {
        PASSWORD
    } else {
        "een andere lange zin"
    });
    let attempt = Attempt {
        name,
        password: &password,
        remote: from.0,
        device: from.1,
    };
    node.sign_in(&attempt, at(second)).unwrap()
}

/// A remote address and the code of a device.
pub type From<'a> = (IpAddr, Option<&'a Secret>);
