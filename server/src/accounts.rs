// SPDX-License-Identifier: EUPL-1.2
//! Accounts as the command line and the demo make them.

use paraat_kernel::seams::Entropy as _;
use paraat_kernel::{COMPARTMENTS, Function, Live, OrganisationId, Timestamp, Uuid};
use paraat_node::{
    AccountAct, Acted, Added, Issued, LOCAL, NewAccount, NewToken, Node, Scopes, SecretText,
    SetPassword,
};
use paraat_spine::SystemEntropy;
use paraat_web::keeper::{Lent, Opens};

use crate::node::Running;
use crate::{Stop, issue, keeper, keeper_sealed};

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
    match make(node, name, organisation, functions).await? {
        Some(password) => Ok(password),
        None => Err(Stop::wrong(format!("there is an account {name} already"))),
    }
}

/// The same, and goes on where a first start was broken off: an account that is there already
/// gets a new password.
pub async fn ensure(
    node: &Running,
    name: &str,
    organisation: &OrganisationId,
    functions: &[Function],
) -> Result<String, Stop> {
    if let Some(password) = make(node, name, organisation, functions).await? {
        return Ok(password);
    }
    let account = node.store.account_of(LOCAL, name).map_err(wrong)?;
    let account = account.ok_or_else(|| Stop::wrong(format!("there is no account {name}")))?;
    lend(node, organisation, account.id, functions).await?;
    set_password(node, account.id)
}

/// Makes an account; none when there is one with this name.
async fn make(
    node: &Running,
    name: &str,
    organisation: &OrganisationId,
    functions: &[Function],
) -> Result<Option<String>, Stop> {
    node.host(organisation).await?;
    let (issuer, subject, display) = (LOCAL, name, name);
    let new = NewAccount {
        issuer,
        subject,
        display,
        organisation,
    };
    let account = match node.store.add_account(&new, node.now()).map_err(wrong)? {
        Added::Made(account) => account,
        Added::Taken => return Ok(None),
        Added::BadName => {
            let said = "is no name: at most 200 characters, no spaces at its ends";
            return Err(Stop::usage(format!("{name:?} {said}")));
        }
        Added::Full => return Err(Stop::wrong("this node keeps no more accounts")),
    };
    let acted = Acted {
        organisation: organisation.clone(),
        account: account.id,
        by: None,
        act: AccountAct::Made,
    };
    node.store.acted(&acted, node.now()).map_err(wrong)?;
    lend(node, organisation, account.id, functions).await?;
    set_password(node, account.id).map(Some)
}

async fn lend(
    node: &Running,
    organisation: &OrganisationId,
    account: Uuid,
    functions: &[Function],
) -> Result<(), Stop> {
    let actor = issue::system(organisation);
    let live = Live::of(&node.folder.own_space());
    let live = live.ok_or_else(|| Stop::wrong("accounts are of the real world"))?;
    for function in functions {
        let lent = Lent {
            function: *function,
            until: None,
        };
        let done = keeper::record_function(live, &node.spine, &actor, "lend", account, &lent).await;
        done.map_err(|_logged| Stop::wrong("the function could not be recorded"))?;
    }
    Ok(())
}

/// Lets an account into sealed compartments, or shuts it out of them.
pub async fn compartments(
    node: &Running,
    name: &str,
    compartments: &[String],
    is_in: bool,
) -> Result<(), Stop> {
    let account = node.store.account_of(LOCAL, name).map_err(wrong)?;
    let account = account.ok_or_else(|| Stop::wrong(format!("there is no account {name}")))?;
    let actor = issue::system(&account.organisation);
    let live = Live::of(&node.folder.own_space());
    let live = live.ok_or_else(|| Stop::wrong("accounts are of the real world"))?;
    let now = keeper_sealed::let_into(&node.spine, &account.organisation, account.id);
    let now = now.map_err(wrong)?;
    // What is so already is not recorded again.
    for compartment in compartments.iter().filter(|it| now.contains(it) != is_in) {
        let whom = (account.id, compartment.as_str());
        let done = keeper_sealed::record(live, &node.spine, &actor, whom, is_in).await;
        done.map_err(|_logged| {
            let known = COMPARTMENTS.join(", ");
            Stop::usage(format!(
                "no compartment {compartment:?}; choose from {known}"
            ))
        })?;
    }
    Ok(())
}

fn set_password(node: &Running, account: Uuid) -> Result<String, Stop> {
    let password = password();
    let text = SecretText::new(password.as_str());
    match node
        .store
        .set_password(account, &text, node.now())
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
    (name, opens, sealed): (&str, &[String], &[String]),
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
    let scopes = scopes_of(&opens);
    let mut scopes = scopes.ok_or_else(|| Stop::usage("a key for metrics opens nothing else"))?;
    if let Some(other) = sealed
        .iter()
        .find(|it| !COMPARTMENTS.contains(&it.as_str()))
    {
        let known = COMPARTMENTS.join(", ");
        return Err(Stop::usage(format!(
            "no compartment {other:?}; choose from {known}"
        )));
    }
    for compartment in sealed {
        let words = format!("{scopes} sealed:{compartment}");
        scopes = words.parse().map_err(wrong)?;
    }
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

/// What a key opens, from what is stored. A key for figures names them as its only module.
pub(crate) fn opens_of(scopes: &Scopes) -> Vec<Opens> {
    if !scopes.is_unlimited() {
        return if scopes.may_read("metrics") {
            vec![Opens::Metrics]
        } else {
            Vec::new()
        };
    }
    let read = scopes.may_read("").then_some(Opens::Read);
    read.into_iter()
        .chain(scopes.may_write("").then_some(Opens::Write))
        .collect()
}

/// What is stored for what a key opens; none when figures do not stand alone.
pub(crate) fn scopes_of(opens: &[Opens]) -> Option<Scopes> {
    if opens == [Opens::Metrics] {
        return "read metrics".parse().ok();
    }
    let words: Vec<&str> = opens.iter().map(|it| it.name()).collect();
    let plain = !opens.contains(&Opens::Metrics);
    words.join(" ").parse().ok().filter(|_| plain)
}
