// SPDX-License-Identifier: EUPL-1.2
//! Accounts as the command line and the demo make them.

use paraat_kernel::seams::Entropy as _;
use paraat_kernel::{Function, OrganisationId};
use paraat_node::{Added, LOCAL, Loan, NewAccount, SetPassword};
use paraat_spine::SystemEntropy;

use crate::node::Running;
use crate::{Stop, issue, keeper};

fn wrong(error: impl std::fmt::Display) -> Stop {
    Stop::wrong(error.to_string())
}

/// Adds an account with these functions and answers its password, which is not kept.
pub async fn add(
    node: &Running,
    name: &str,
    organisation: &OrganisationId,
    functions: &[Function],
) -> Result<String, Stop> {
    node.host(organisation).await?;
    let now = node.now();
    let new = NewAccount {
        issuer: LOCAL,
        subject: name,
        display: name,
        organisation,
    };
    let account = match node.store.add_account(&new, now).map_err(wrong)? {
        Added::Made(account) => account,
        Added::Taken => return Err(Stop::wrong(format!("there is an account {name} already"))),
        Added::BadName => {
            let said = "is no name: at most 200 characters, no spaces at its ends";
            return Err(Stop::usage(format!("{name:?} {said}")));
        }
        Added::Full => return Err(Stop::wrong("this node keeps no more accounts")),
    };
    for function in functions {
        let loan = Loan {
            account: account.id,
            organisation: organisation.clone(),
            function: *function,
            from: now,
            until: None,
        };
        let recorded =
            keeper::record_function(&node.spine, &issue::system(organisation), "lend", &loan).await;
        recorded.map_err(|_logged| Stop::wrong("the function could not be recorded"))?;
        node.store.lend(&loan).map_err(wrong)?;
    }
    let password = password();
    let text = paraat_node::SecretText::new(password.as_str());
    match node
        .store
        .set_password(account.id, &text, now)
        .map_err(wrong)?
    {
        SetPassword::Set => Ok(password),
        other => Err(Stop::wrong(format!(
            "the password was not taken: {other:?}"
        ))),
    }
}

/// A password that nobody can guess: 20 letters and digits that cannot be mistaken for each
/// other, 100 bits.
pub fn password() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut bytes = [0u8; 20];
    SystemEntropy.fill(&mut bytes);
    let letter = |byte: &u8| LETTERS.get(usize::from(byte % 32)).copied().unwrap_or(b'a');
    bytes.iter().map(letter).map(char::from).collect()
}
