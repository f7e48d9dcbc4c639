// SPDX-License-Identifier: EUPL-1.2
//! What administrators of an organisation may know and change of its accounts.

use std::collections::BTreeMap;

use paraat_kernel::{Function, Uuid};
use paraat_node::{
    Account, AccountAct, Acted, Added, LOCAL, NewAccount, SecretText, SetPassword,
    SignIn as NodeSignIn,
};
use paraat_web::keeper::{
    AccountShown, ActShown, Lent, NotDone, Person, RefusalShown, SessionShown,
};

use crate::accounts;
use crate::keeper::{Inner, broken, now, record_function, remote};

/// How many accounts a page shows at most.
const MOST_ACCOUNTS: u32 = 1_000;
/// How many refusals a page shows at most.
const MOST_REFUSALS: u32 = 500;

/// True for an administrator.
pub(crate) fn admin(person: &Person) -> Result<(), NotDone> {
    if person.holds(Function::Admin) {
        Ok(())
    } else {
        Err(NotDone::NotThere)
    }
}

impl Inner {
    /// An account of the administrator's own organisation; any other is not there.
    pub(crate) fn of_admin(&self, person: &Person, account: Uuid) -> Result<Account, NotDone> {
        admin(person)?;
        let found = self.store.account(account).map_err(broken)?;
        found
            .filter(|it| it.organisation == person.organisation)
            .ok_or(NotDone::NotThere)
    }

    pub(crate) fn of_organisation(&self, person: &Person) -> Result<Vec<Account>, NotDone> {
        let organisation = Some(&person.organisation);
        self.store
            .accounts(organisation, None, MOST_ACCOUNTS)
            .map_err(broken)
    }

    pub(crate) fn right_password(&self, person: &Person, password: &str) -> Result<(), NotDone> {
        let password = SecretText::new(password);
        let account = self.store.account(person.account).map_err(broken)?;
        let account = account.ok_or(NotDone::NotThere)?;
        let tried = paraat_node::Attempt {
            name: &account.subject,
            password: &password,
            remote: remote(""),
            device: None,
        };
        match self.store.sign_in(&tried, now()).map_err(broken)? {
            NodeSignIn::Welcome(_) => Ok(()),
            NodeSignIn::Busy => Err(NotDone::Refused("account-busy")),
            NodeSignIn::Wrong | NodeSignIn::WaitUntil(_) => {
                Err(NotDone::Refused("account-password-wrong"))
            }
        }
    }

    pub(crate) fn set_password(&self, account: Uuid, password: &str) -> Result<(), NotDone> {
        let text = SecretText::new(password);
        match self
            .store
            .set_password(account, &text, now())
            .map_err(broken)?
        {
            SetPassword::Set => Ok(()),
            SetPassword::Weak(_) => Err(NotDone::Refused("account-password-weak")),
            SetPassword::Busy => Err(NotDone::Refused("account-busy")),
            SetPassword::NoAccount => Err(NotDone::NotThere),
        }
    }

    pub(crate) fn shown(&self, account: &Account) -> Result<AccountShown, NotDone> {
        let lent = self.lent(account, now());
        Ok(AccountShown {
            account: account.id,
            name: account.display.clone(),
            lent,
            compartments: self.compartments(&account.organisation, account.id),
            second_step: account.second_factor,
            closed: !account.enabled,
        })
    }

    fn sessions_of(&self, account: &Account) -> Result<Vec<SessionShown>, NotDone> {
        let sessions = self.store.sessions(account.id, now()).map_err(broken)?;
        let shown = |session: paraat_node::Session| SessionShown {
            id: session.handle,
            account: account.id,
            name: account.display.clone(),
            started: session.started,
            seen: session.seen,
        };
        Ok(sessions.into_iter().map(shown).collect())
    }

    pub(crate) fn visible_sessions(
        &self,
        person: &Person,
        all: bool,
    ) -> Result<Vec<SessionShown>, NotDone> {
        if all {
            admin(person)?;
            let mut shown = Vec::new();
            for account in self.of_organisation(person)? {
                shown.extend(self.sessions_of(&account)?);
            }
            return Ok(shown);
        }
        let own = self.store.account(person.account).map_err(broken)?;
        own.map_or_else(|| Ok(Vec::new()), |own| self.sessions_of(&own))
    }

    /// Records that an account of the administrator's organisation holds a function, or no more.
    pub(crate) async fn record(
        &self,
        person: &Person,
        verb: &str,
        account: Uuid,
        lent: &Lent,
    ) -> Result<(), NotDone> {
        let account = self.of_admin(person, account)?;
        let live = self.only_live()?;
        record_function(live, &self.spine, &person.actor(), verb, account.id, lent).await?;
        self.forget();
        Ok(())
    }

    pub(crate) fn add(&self, person: &Person, name: &str) -> Result<String, NotDone> {
        admin(person)?;
        let new = NewAccount {
            issuer: LOCAL,
            subject: name,
            display: name,
            organisation: &person.organisation,
        };
        let account = match self.store.add_account(&new, now()).map_err(broken)? {
            Added::Made(account) => account,
            Added::Taken => return Err(NotDone::Refused("account-name-taken")),
            Added::BadName => return Err(NotDone::Refused("account-name-bad")),
            Added::Full => return Err(NotDone::Refused("account-full")),
        };
        self.acted(person, account.id, AccountAct::Made);
        let password = accounts::password();
        self.set_password(account.id, &password)?;
        Ok(password)
    }

    /// Writes down what a person did to an account of their organisation. The act stands also when
    /// the disk refuses this.
    pub(crate) fn acted(&self, by: &Person, account: Uuid, act: AccountAct) {
        let acted = Acted {
            organisation: by.organisation.clone(),
            account,
            by: Some(by.account),
            act,
        };
        if let Err(fault) = self.store.acted(&acted, now()) {
            tracing::error!(%fault, act = act.name(), "an act on an account was not written down");
        }
    }

    pub(crate) fn acts_of(&self, person: &Person, most: u32) -> Result<Vec<ActShown>, NotDone> {
        admin(person)?;
        let found = self
            .store
            .acts(&person.organisation, most)
            .map_err(broken)?;
        let mut names: BTreeMap<Uuid, String> = BTreeMap::new();
        let mut name = |id: Uuid| {
            if let Some(name) = names.get(&id) {
                return Ok(name.clone());
            }
            let account = self.store.account(id).map_err(broken)?;
            let name = account.map_or_else(|| id.to_string(), |account| account.display);
            names.insert(id, name.clone());
            Ok::<_, NotDone>(name)
        };
        let mut shown = Vec::with_capacity(found.len());
        for (at, acted) in found {
            shown.push(ActShown {
                at,
                name: name(acted.account)?,
                by: acted.by.map(&mut name).transpose()?,
                act: acted.act.name(),
            });
        }
        Ok(shown)
    }

    pub(crate) fn refusals_of(
        &self,
        person: &Person,
        most: u32,
    ) -> Result<Vec<RefusalShown>, NotDone> {
        admin(person)?;
        let found = self
            .store
            .refusals(None, most.min(MOST_REFUSALS))
            .map_err(broken)?;
        let ours = |refusal: &paraat_node::Refusal| {
            refusal.organisation.as_ref() == Some(&person.organisation)
        };
        let mut shown = Vec::new();
        for refusal in found.into_iter().filter(ours) {
            let account = match refusal.account {
                Some(account) => self.store.account(account).map_err(broken)?,
                None => None,
            };
            shown.push(RefusalShown {
                at: refusal.at,
                name: account.map(|account| account.display),
                verb: refusal.verb,
                stream: Some(refusal.stream).filter(|stream| !stream.is_empty()),
                reason: refusal.reason,
                times: refusal.times,
            });
        }
        Ok(shown)
    }
}
