// SPDX-License-Identifier: EUPL-1.2
//! Accounts as the command line and the demo make them.

use paraat_kernel::seams::Entropy as _;
use paraat_kernel::{Function, OrganisationId, Timestamp, Uuid};
use paraat_node::{Added, Issued, LOCAL, Loan, NewAccount, NewToken, Node, SetPassword};
use paraat_spine::SystemEntropy;
use paraat_web::keeper::Opens;

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

/// Makes a key for programs; answers its secret, which is not kept.
pub fn make_token(
    store: &Node,
    account: Uuid,
    name: &str,
    opens: &[String],
    now: Timestamp,
) -> Result<String, Stop> {
    let read = |word: &String| {
        let said = format!("no {word:?}; choose from read, write, metrics");
        Opens::from_name(word).ok_or_else(|| Stop::usage(said))
    };
    let mut opens = opens.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    if opens.is_empty() {
        opens = vec![Opens::Read, Opens::Write];
    }
    let scopes = keeper::scopes_of(&opens);
    let scopes = scopes.ok_or_else(|| Stop::usage("a key for metrics opens nothing else"))?;
    let new = NewToken {
        account,
        name,
        scopes: &scopes,
        expires: None,
    };
    match store
        .issue_token(&new, now)
        .map_err(|fault| Stop::wrong(fault.to_string()))?
    {
        Issued::Made { text, .. } => Ok(text.reveal().to_owned()),
        other => Err(Stop::wrong(format!("no key was made: {other:?}"))),
    }
}
