// SPDX-License-Identifier: EUPL-1.2
//! What the account and administration pages ask: `paraat_web::Keeper` for `NodeKeeper`.

use paraat_kernel::{Function, StreamId, Uuid};
use paraat_node::{AccountAct, Confirm, Enrol, HandedIn, Issued, NewToken, Secret};
use paraat_web::Keeper;
use paraat_web::keeper::{
    AccountShown, ActShown, Attempt, Enrolment, Handed, Held, Holder, Kept, Lent, Limited, Looked,
    NotDone, Noted, Opens, Person, RefusalShown, SessionShown, SignIn, TokenShown,
};

use crate::accounts::{self, opens_of, scopes_of};
use crate::keeper::{NodeKeeper, broken, now};
use crate::keeper_admin::admin;

impl Keeper for NodeKeeper {
    fn sign_in(&self, attempt: Attempt) -> Kept<'_, SignIn> {
        self.later(move |inner| inner.sign_in(&attempt))
    }

    fn session(&self, secret: &str) -> Option<Person> {
        self.0.session(secret)
    }

    fn sign_out(&self, secret: &str) -> Kept<'_, ()> {
        let code = Secret::read(secret);
        self.later(move |inner| {
            if let Some(code) = code {
                inner.store.sign_out(&code).map_err(broken)?;
            }
            Ok(())
        })
    }

    fn token(&self, secret: &str) -> Option<Holder> {
        self.0.token(secret)
    }

    fn limit(&self, limited: Limited<'_>) -> Option<u32> {
        self.0.limit(limited)
    }

    fn note_refusal(&self, noted: Noted<'_>) {
        self.0.note_refusal(noted);
    }

    fn hold(&self, held: Held, remote: &str) -> Kept<'_, String> {
        let from = remote.to_owned();
        self.later(move |inner| inner.hold(&held, &from))
    }

    fn held(&self, code: &str) -> Kept<'_, Option<Held>> {
        let code = Secret::read(code);
        self.later(move |inner| {
            let Some(code) = code else { return Ok(None) };
            let draft = inner.store.held(&code, now()).map_err(broken)?;
            Ok(draft.and_then(|draft| {
                Some(Held {
                    path: inner.own(&draft.path)?,
                    typed: draft.typed,
                })
            }))
        })
    }

    fn unhold(&self, code: &str) -> Kept<'_, ()> {
        let code = Secret::read(code);
        self.later(move |inner| {
            if let Some(code) = code {
                inner.store.drop_held(&code).map_err(broken)?;
            }
            Ok(())
        })
    }

    fn hand_in(&self, person: &Person, handed: Handed) -> Kept<'_, String> {
        let account = person.account;
        self.later(move |inner| {
            let Handed {
                list,
                name,
                body,
                report,
                ..
            } = handed;
            let kept = inner.store.hand_in(
                account,
                &inner.of_space(&list),
                &name,
                &body,
                &report,
                now(),
            );
            match kept.map_err(broken)? {
                HandedIn::Kept(code) => Ok(code.reveal()),
                HandedIn::TooLarge => Err(NotDone::Refused("list-import-too-large")),
                HandedIn::TooMuch => Err(NotDone::Refused("list-import-too-much")),
            }
        })
    }

    fn handed(&self, person: &Person, code: &str) -> Kept<'_, Option<Handed>> {
        let (account, code) = (person.account, Secret::read(code));
        self.later(move |inner| {
            let Some(code) = code else { return Ok(None) };
            let file = inner.store.file(account, &code, now()).map_err(broken)?;
            Ok(file.and_then(|file| {
                Some(Handed {
                    list: inner.own(&file.list)?,
                    name: file.name,
                    body: file.body,
                    report: file.report,
                    outcome: file.outcome,
                })
            }))
        })
    }

    fn tried(&self, person: &Person, code: &str, report: String) -> Kept<'_, ()> {
        let (account, code) = (person.account, Secret::read(code));
        self.later(move |inner| {
            if let Some(code) = code {
                inner.store.tried(account, &code, &report).map_err(broken)?;
            }
            Ok(())
        })
    }

    fn taken_over(&self, person: &Person, code: &str, outcome: String) -> Kept<'_, ()> {
        let (account, code) = (person.account, Secret::read(code));
        self.later(move |inner| {
            if let Some(code) = code {
                let done = inner.store.taken_over(account, &code, &outcome);
                done.map_err(broken)?;
            }
            Ok(())
        })
    }

    fn looked(&self, person: &Person, about: Option<StreamId>) -> Kept<'_, Option<Looked>> {
        let account = person.account;
        self.later(move |inner| inner.looked(account, about))
    }

    fn look(&self, person: &Person, about: Option<StreamId>, until: i64) -> Kept<'_, ()> {
        let account = person.account;
        self.later(move |inner| inner.look(account, about, until))
    }

    fn tokens(&self, person: &Person) -> Kept<'_, Vec<TokenShown>> {
        let account = person.account;
        self.later(move |inner| {
            let tokens = inner.store.tokens(account).map_err(broken)?;
            let shown = |token: paraat_node::Token| TokenShown {
                id: token.id,
                name: token.name,
                opens: opens_of(&token.scopes),
                made: token.created,
                revoked: token.revoked,
            };
            Ok(tokens.into_iter().map(shown).collect())
        })
    }

    fn make_token(&self, person: &Person, name: &str, opens: &[Opens]) -> Kept<'_, String> {
        let (person, name, opens) = (person.clone(), name.to_owned(), opens.to_vec());
        let account = person.account;
        self.later(move |inner| {
            let scopes = scopes_of(&opens).ok_or(NotDone::Refused("account-key-opens"))?;
            let new = NewToken {
                account,
                name: &name,
                scopes: &scopes,
                expires: None,
            };
            match inner.store.issue_token(&new, now()).map_err(broken)? {
                Issued::Made { text, .. } => {
                    inner.acted(&person, account, AccountAct::KeyMade);
                    Ok(text.reveal().to_owned())
                }
                Issued::BadName => Err(NotDone::Refused("account-key-name")),
                Issued::TooMany => Err(NotDone::Refused("account-key-too-many")),
                Issued::NoAccount => Err(NotDone::NotThere),
            }
        })
    }

    fn revoke_token(&self, person: &Person, token: Uuid) -> Kept<'_, ()> {
        let person = person.clone();
        self.later(move |inner| {
            let revoked = inner
                .store
                .revoke_token(person.account, token, now())
                .map_err(broken)?;
            if revoked {
                inner.acted(&person, person.account, AccountAct::KeyRevoked);
                Ok(())
            } else {
                Err(NotDone::NotThere)
            }
        })
    }

    fn change_password(&self, person: &Person, old: &str, new: &str) -> Kept<'_, ()> {
        let (person, old, new) = (person.clone(), old.to_owned(), new.to_owned());
        self.later(move |inner| {
            inner.right_password(&person, &old)?;
            inner.set_password(person.account, &new)
        })
    }

    fn second_step(&self, person: &Person) -> Kept<'_, bool> {
        let account = person.account;
        self.later(move |inner| {
            let account = inner.store.account(account).map_err(broken)?;
            Ok(account.is_some_and(|account| account.second_factor))
        })
    }

    fn enrol(&self, person: &Person) -> Kept<'_, Enrolment> {
        let account = person.account;
        self.later(
            move |inner| match inner.store.enrol_second_factor(account).map_err(broken)? {
                Enrol::Show(shown) => Ok(Enrolment {
                    secret: shown.key.reveal().to_owned(),
                    address: shown.address.reveal().to_owned(),
                }),
                Enrol::AlreadyOn => Err(NotDone::Refused("account-second-step-on")),
                Enrol::NoAccount => Err(NotDone::NotThere),
            },
        )
    }

    fn confirm(&self, person: &Person, code: &str) -> Kept<'_, ()> {
        let (person, code) = (person.clone(), code.to_owned());
        self.later(move |inner| {
            let said = inner
                .store
                .confirm_second_factor(person.account, &code, now())
                .map_err(broken)?;
            match said {
                Confirm::On => {
                    inner.acted(&person, person.account, AccountAct::SecondFactorOn);
                    Ok(())
                }
                Confirm::Wrong => Err(NotDone::Refused("account-code-wrong")),
                Confirm::NothingToConfirm => Err(NotDone::NotThere),
            }
        })
    }

    fn unenrol(&self, person: &Person, password: &str) -> Kept<'_, ()> {
        let (person, password) = (person.clone(), password.to_owned());
        self.later(move |inner| {
            inner.right_password(&person, &password)?;
            let removed = inner.store.remove_second_factor(person.account);
            if removed.map_err(broken)? {
                inner.acted(&person, person.account, AccountAct::SecondFactorOff);
            }
            Ok(())
        })
    }

    fn sessions(&self, person: &Person, all: bool) -> Kept<'_, Vec<SessionShown>> {
        let person = person.clone();
        self.later(move |inner| inner.visible_sessions(&person, all))
    }

    fn end_session(&self, person: &Person, session: Uuid) -> Kept<'_, ()> {
        let person = person.clone();
        self.later(move |inner| {
            let own = inner.visible_sessions(&person, false)?;
            let all = inner.visible_sessions(&person, person.holds(Function::Admin))?;
            let mut visible = own.iter().chain(&all);
            let shown = visible.find(|shown| shown.id == session);
            let account = shown.ok_or(NotDone::NotThere)?.account;
            inner.store.end_session(session).map_err(broken)?;
            inner.acted(&person, account, AccountAct::SessionEnded);
            Ok(())
        })
    }

    fn accounts(&self, admin: &Person) -> Kept<'_, Vec<AccountShown>> {
        let person = admin.clone();
        self.later(move |inner| {
            self::admin(&person)?;
            inner
                .of_organisation(&person)?
                .iter()
                .map(|it| inner.shown(it))
                .collect()
        })
    }

    fn add_account(&self, admin: &Person, name: &str) -> Kept<'_, String> {
        let (person, name) = (admin.clone(), name.to_owned());
        self.later(move |inner| inner.add(&person, &name))
    }

    fn close_account(&self, admin: &Person, account: Uuid) -> Kept<'_, ()> {
        let person = admin.clone();
        self.later(move |inner| {
            let account = inner.of_admin(&person, account)?;
            if account.id == person.account {
                return Err(NotDone::Refused("account-own"));
            }
            inner
                .store
                .enable_account(account.id, false)
                .map_err(broken)?;
            inner.forget();
            inner.acted(&person, account.id, AccountAct::Closed);
            Ok(())
        })
    }

    fn open_account(&self, admin: &Person, account: Uuid) -> Kept<'_, ()> {
        let person = admin.clone();
        self.later(move |inner| {
            let account = inner.of_admin(&person, account)?;
            inner
                .store
                .enable_account(account.id, true)
                .map_err(broken)?;
            inner.forget();
            inner.acted(&person, account.id, AccountAct::Opened);
            Ok(())
        })
    }

    fn lend(&self, admin: &Person, account: Uuid, lent: Lent) -> Kept<'_, ()> {
        let person = admin.clone();
        Box::pin(async move { self.0.record(&person, "lend", account, &lent).await })
    }

    fn end_function(&self, admin: &Person, account: Uuid, function: Function) -> Kept<'_, ()> {
        let person = admin.clone();
        let lent = Lent {
            function,
            until: None,
        };
        Box::pin(async move { self.0.record(&person, "end", account, &lent).await })
    }

    fn reset_password(&self, admin: &Person, account: Uuid) -> Kept<'_, String> {
        let person = admin.clone();
        self.later(move |inner| {
            let account = inner.of_admin(&person, account)?;
            let password = accounts::password();
            inner.set_password(account.id, &password)?;
            inner.acted(&person, account.id, AccountAct::PasswordReset);
            let removed = inner.store.remove_second_factor(account.id);
            if removed.map_err(broken)? {
                inner.acted(&person, account.id, AccountAct::SecondFactorOff);
            }
            Ok(password)
        })
    }

    fn acts(&self, admin: &Person, most: u32) -> Kept<'_, Vec<ActShown>> {
        let person = admin.clone();
        self.later(move |inner| inner.acts_of(&person, most))
    }

    fn refusals(&self, admin: &Person, most: u32) -> Kept<'_, Vec<RefusalShown>> {
        let person = admin.clone();
        self.later(move |inner| inner.refusals_of(&person, most))
    }
}
