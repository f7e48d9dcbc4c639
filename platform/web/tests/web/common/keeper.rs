// SPDX-License-Identifier: EUPL-1.2

use std::collections::BTreeMap;
use std::sync::Mutex;

use paraat_kernel::{Function, StreamId, Timestamp, Uuid};
use paraat_web::keeper::{
    AccountShown, ActShown, Attempt, Enrolment, Handed, Held, Holder, Keeper, Kept, Lent, Limited,
    Looked, NotDone, Noted, Opens, Person, RefusalShown, SessionShown, SignIn, SignedIn,
    TokenShown,
};
use paraat_web::reads::{ReadShown, Reading, Reads, Why};

#[derive(Default)]
pub struct FakeKeeper {
    pub held: Mutex<BTreeMap<String, Held>>,
    pub handed: Mutex<Option<Handed>>,
    pub noted: Mutex<Vec<String>>,
    pub wait: Mutex<Option<u32>>,
    pub ended: Mutex<Vec<Uuid>>,
    pub closed: Mutex<Vec<Uuid>>,
    pub lent: Mutex<Vec<Lent>>,
    pub opened: Mutex<Vec<(Reading, Why)>>,
    pub looked: Mutex<BTreeMap<Option<StreamId>, Looked>>,
}

fn person(name: &str, functions: &[Function]) -> Person {
    Person {
        account: Uuid::from_u128(5),
        organisation: "vr23".parse().unwrap(),
        functions: functions.to_vec(),
        compartments: Vec::new(),
        name: name.to_owned(),
        session: Some(Uuid::from_u128(9)),
        language: None,
        zone: None,
    }
}

fn at() -> Timestamp {
    "2026-11-23T08:00:00Z".parse().unwrap()
}

fn done<'a, T: Send + 'a>(answer: T) -> Kept<'a, T> {
    Box::pin(async move { Ok(answer) })
}

fn refused<'a, T: Send + 'a>(key: &'static str) -> Kept<'a, T> {
    Box::pin(async move { Err(NotDone::Refused(key)) })
}

impl Reads for FakeKeeper {
    fn open(&self, _person: &Person, reading: Reading, why: Why) -> Kept<'_, ()> {
        self.opened.lock().unwrap().push((reading, why));
        done(())
    }

    fn read(&self, _person: &Person, reading: Reading, why: Option<Why>) -> Kept<'_, bool> {
        let opened = self.opened.lock().unwrap();
        let same = |it: &(Reading, Why)| it.0.stream == reading.stream;
        done(why.is_some() || opened.iter().any(same))
    }

    fn reads(
        &self,
        _person: &Person,
        _of: Option<StreamId>,
        _before: Option<i64>,
        _most: u32,
    ) -> Kept<'_, Vec<ReadShown>> {
        done(Vec::new())
    }

    fn let_in(&self, _admin: &Person, _account: Uuid, _to: &str, _is_in: bool) -> Kept<'_, ()> {
        done(())
    }
}

impl Keeper for FakeKeeper {
    fn sign_in(&self, attempt: Attempt) -> Kept<'_, SignIn> {
        done(
            match (
                attempt.name.as_str(),
                attempt.password.as_str(),
                attempt.code.as_str(),
            ) {
                ("locked", ..) => SignIn::Wait(90),
                ("busy", ..) => SignIn::Busy,
                ("two-steps", "right", "") => SignIn::CodeWanted,
                (_, "right", _) => SignIn::In(SignedIn {
                    session: "good".to_owned(),
                    device: Some("known".to_owned()),
                    lasts: 43_200,
                }),
                _ => SignIn::Wrong,
            },
        )
    }

    fn session(&self, secret: &str) -> Option<Person> {
        match secret {
            "good" => Some(person("editor-vr23", &[Function::Editor])),
            "admin" => Some(person("admin", &[Function::Admin])),
            _ => None,
        }
    }

    fn sign_out(&self, _secret: &str) -> Kept<'_, ()> {
        done(())
    }

    fn token(&self, secret: &str) -> Option<Holder> {
        let opens = match secret {
            "all" => vec![Opens::Read, Opens::Write],
            "read" => vec![Opens::Read],
            "metrics" => vec![Opens::Metrics],
            _ => return None,
        };
        Some(Holder {
            person: person("editor-vr23", &[Function::Editor]),
            opens,
        })
    }

    fn limit(&self, _limited: Limited<'_>) -> Option<u32> {
        *self.wait.lock().unwrap()
    }

    fn note_refusal(&self, noted: Noted<'_>) {
        let times = if noted.times > 1 {
            format!(" {}", noted.times)
        } else {
            String::new()
        };
        let said = format!("{} {}{times}", noted.verb, noted.reason);
        self.noted.lock().unwrap().push(said);
    }

    fn hold(&self, held: Held, _remote: &str) -> Kept<'_, String> {
        self.held.lock().unwrap().insert("co-de_1".to_owned(), held);
        done("co-de_1".to_owned())
    }

    fn held(&self, code: &str) -> Kept<'_, Option<Held>> {
        done(self.held.lock().unwrap().get(code).cloned())
    }

    fn unhold(&self, code: &str) -> Kept<'_, ()> {
        self.held.lock().unwrap().remove(code);
        done(())
    }

    fn hand_in(&self, _person: &Person, handed: Handed) -> Kept<'_, String> {
        *self.handed.lock().unwrap() = Some(handed);
        done("fi-le_1".to_owned())
    }

    fn handed(&self, _person: &Person, code: &str) -> Kept<'_, Option<Handed>> {
        let handed = self.handed.lock().unwrap().clone();
        done(handed.filter(|_| code == "fi-le_1"))
    }

    fn tried(&self, _person: &Person, _code: &str, report: String) -> Kept<'_, ()> {
        if let Some(handed) = &mut *self.handed.lock().unwrap() {
            handed.report = report;
        }
        done(())
    }

    fn taken_over(&self, _person: &Person, _code: &str, outcome: String) -> Kept<'_, ()> {
        if let Some(handed) = &mut *self.handed.lock().unwrap() {
            handed.outcome = Some(outcome);
        }
        done(())
    }

    fn looked(&self, _person: &Person, about: Option<StreamId>) -> Kept<'_, Option<Looked>> {
        done(self.looked.lock().unwrap().get(&about).copied())
    }

    fn look(&self, _person: &Person, about: Option<StreamId>, until: i64) -> Kept<'_, ()> {
        let looked = Looked { at: at(), until };
        self.looked.lock().unwrap().insert(about, looked);
        done(())
    }

    fn tokens(&self, _person: &Person) -> Kept<'_, Vec<TokenShown>> {
        done(vec![TokenShown {
            id: Uuid::from_u128(3),
            name: "koppeling".to_owned(),
            opens: vec![Opens::Read],
            made: at(),
            revoked: None,
        }])
    }

    fn make_token(&self, _person: &Person, _name: &str, _opens: &[Opens]) -> Kept<'_, String> {
        done("secret-of-the-key".to_owned())
    }

    fn revoke_token(&self, _person: &Person, token: Uuid) -> Kept<'_, ()> {
        self.ended.lock().unwrap().push(token);
        done(())
    }

    fn change_password(&self, _person: &Person, old: &str, _new: &str) -> Kept<'_, ()> {
        if old == "right" {
            done(())
        } else {
            refused("account-password-wrong")
        }
    }

    fn second_step(&self, _person: &Person) -> Kept<'_, bool> {
        done(false)
    }

    fn enrol(&self, _person: &Person) -> Kept<'_, Enrolment> {
        done(Enrolment {
            secret: "ABCDEFGH".to_owned(),
            address: "otpauth://totp/Paraat?secret=ABCDEFGH".to_owned(),
        })
    }

    fn confirm(&self, _person: &Person, code: &str) -> Kept<'_, ()> {
        if code == "123456" {
            done(())
        } else {
            refused("account-code-wrong")
        }
    }

    fn unenrol(&self, _person: &Person, _password: &str) -> Kept<'_, ()> {
        done(())
    }

    fn sessions(&self, person: &Person, _all: bool) -> Kept<'_, Vec<SessionShown>> {
        done(vec![SessionShown {
            id: Uuid::from_u128(9),
            account: person.account,
            name: person.name.clone(),
            started: at(),
            seen: at(),
        }])
    }

    fn end_session(&self, _person: &Person, session: Uuid) -> Kept<'_, ()> {
        self.ended.lock().unwrap().push(session);
        done(())
    }

    fn accounts(&self, _admin: &Person) -> Kept<'_, Vec<AccountShown>> {
        done(vec![AccountShown {
            account: Uuid::from_u128(5),
            name: "editor-vr23".to_owned(),
            lent: vec![Lent {
                function: Function::Editor,
                until: None,
            }],
            compartments: Vec::new(),
            second_step: false,
            closed: self.closed.lock().unwrap().contains(&Uuid::from_u128(5)),
        }])
    }

    fn add_account(&self, _admin: &Person, name: &str) -> Kept<'_, String> {
        if name == "taken" {
            refused("account-name-taken")
        } else {
            done("vier-woorden".to_owned())
        }
    }

    fn close_account(&self, _admin: &Person, account: Uuid) -> Kept<'_, ()> {
        self.closed.lock().unwrap().push(account);
        done(())
    }

    fn open_account(&self, _admin: &Person, account: Uuid) -> Kept<'_, ()> {
        self.closed.lock().unwrap().retain(|it| *it != account);
        done(())
    }

    fn lend(&self, _admin: &Person, _account: Uuid, lent: Lent) -> Kept<'_, ()> {
        self.lent.lock().unwrap().push(lent);
        done(())
    }

    fn end_function(&self, _admin: &Person, _account: Uuid, _function: Function) -> Kept<'_, ()> {
        done(())
    }

    fn reset_password(&self, _admin: &Person, _account: Uuid) -> Kept<'_, String> {
        done("vier-woorden".to_owned())
    }

    fn acts(&self, _admin: &Person, _most: u32) -> Kept<'_, Vec<ActShown>> {
        let act = |act, by: Option<&str>| ActShown {
            at: at(),
            name: "editor-vr23".to_owned(),
            by: by.map(str::to_owned),
            act,
        };
        done(vec![act("closed", Some("admin")), act("made", None)])
    }

    fn refusals(&self, _admin: &Person, _most: u32) -> Kept<'_, Vec<RefusalShown>> {
        done(vec![RefusalShown {
            at: at(),
            name: Some("editor-vr23".to_owned()),
            verb: "notes.note write".to_owned(),
            stream: None,
            reason: "permit-lacks-write".to_owned(),
            times: 12,
        }])
    }
}
