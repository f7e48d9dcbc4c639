// SPDX-License-Identifier: EUPL-1.2
//! Signing in: passwords, delays, known devices, the second factor, sessions.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use common::{PASSWORD, account, at, config, entropy, node, remote, sign_in};
use data_encoding::BASE32_NOPAD;
use paraat_kernel::{Language, Uuid};
use paraat_node::{
    CodeAttempt, CodeCheck, Config, Confirm, Effort, Enrol, Factor, Node, SecretText, SetPassword,
    SignIn, Weak,
};

fn is_welcome(answer: &SignIn) -> bool {
    matches!(answer, SignIn::Welcome(_))
}

/// The code of the authenticator app at a moment.
fn code(secret: &[u8], second: i64) -> String {
    let secret: [u8; 20] = secret.try_into().unwrap();
    let builder = totp_rs::Builder::new().with_secret(totp_rs::Secret::new_stack(secret));
    let moment = u64::try_from(at(second).as_second()).unwrap();
    builder.build().unwrap().generate(moment).to_string()
}

/// Enrols and confirms at second 0; answers the secret.
fn enrolled(node: &Node, account: Uuid) -> Vec<u8> {
    let Enrol::Show(shown) = node.enrol_second_factor(account).unwrap() else {
        panic!("not enrolled");
    };
    let secret = BASE32_NOPAD.decode(shown.key.reveal().as_bytes()).unwrap();
    assert!(shown.address.reveal().contains(shown.key.reveal()));
    let confirmed = node
        .confirm_second_factor(account, &code(&secret, 0), at(0))
        .unwrap();
    assert_eq!(confirmed, Confirm::On);
    secret
}

fn checked(node: &Node, account: Uuid, code: &str, last: u8, second: i64) -> CodeCheck {
    let attempt = CodeAttempt {
        code,
        remote: remote(last),
        device: None,
    };
    node.check_code(account, &attempt, at(second)).unwrap()
}

#[test]
fn given_an_account_when_the_password_is_right_then_welcome() {
    let (_folder, node) = node("welcome");
    let id = account(&node, "editor-vr23");
    match sign_in(&node, "editor-vr23", true, (remote(1), None), 1) {
        SignIn::Welcome(account) => assert_eq!(account.id, id),
        other => panic!("{other:?}"),
    }
    for (name, right) in [("editor-vr23", false), ("editor-vr99", true), ("", true)] {
        assert_eq!(
            sign_in(&node, name, right, (remote(1), None), 1),
            SignIn::Wrong,
            "{name}"
        );
    }
    node.enable_account(id, false).unwrap();
    assert_eq!(
        sign_in(&node, "editor-vr23", true, (remote(1), None), 2),
        SignIn::Wrong
    );
}

#[test]
fn given_wrong_passwords_when_they_go_on_then_the_wait_grows_and_ends() {
    let (_folder, node) = node("grows");
    account(&node, "editor-vr23");
    let from = (remote(1), None);
    for _ in 0..5 {
        assert_eq!(
            sign_in(&node, "editor-vr23", false, from, 10),
            SignIn::Wrong
        );
    }
    // Also the right one has to wait, and asking does not make the wait longer.
    for _ in 0..50 {
        assert_eq!(
            sign_in(&node, "editor-vr23", true, from, 10),
            SignIn::WaitUntil(at(11))
        );
    }
    assert_eq!(
        sign_in(&node, "editor-vr23", false, from, 11),
        SignIn::Wrong
    );
    assert_eq!(
        sign_in(&node, "editor-vr23", false, from, 11),
        SignIn::WaitUntil(at(13))
    );
    assert!(is_welcome(&sign_in(&node, "editor-vr23", true, from, 13)));
    // A good one starts anew.
    for _ in 0..5 {
        assert_eq!(
            sign_in(&node, "editor-vr23", false, from, 14),
            SignIn::Wrong
        );
    }
}

#[test]
fn given_a_name_that_is_not_there_when_hammered_then_it_waits_just_as_long() {
    let (_folder, node) = node("nobody");
    for _ in 0..5 {
        assert_eq!(
            sign_in(&node, "nobody", false, (remote(1), None), 10),
            SignIn::Wrong
        );
    }
    let waits = sign_in(&node, "nobody", false, (remote(1), None), 10);
    assert_eq!(waits, SignIn::WaitUntil(at(11)));
}

#[test]
fn given_a_name_that_is_not_there_when_judged_then_it_takes_as_long() {
    let folder = common::Folder::new("as-long");
    let effort = Effort {
        memory_kib: 8 * 1024,
        passes: 2,
        lanes: 1,
    };
    let node = Node::open(&folder.file(), Config { effort, ..config() }, entropy()).unwrap();
    account(&node, "editor-vr23");
    let took = |name: &str, last: u8| {
        let start = std::time::Instant::now();
        let said = sign_in(&node, name, false, (remote(last), None), 1);
        assert_eq!(said, SignIn::Wrong);
        start.elapsed().as_secs_f64()
    };
    // In turn, and the shortest of each, so that a busy machine counts for both or for neither.
    let pairs = (0..20).map(|last| (took("nobody", last), took("editor-vr23", last)));
    let least = |one: (f64, f64), other: (f64, f64)| (one.0.min(other.0), one.1.min(other.1));
    let (nobody, somebody) = pairs.reduce(least).unwrap();
    let ratio = nobody / somebody;
    assert!((0.6..1.7).contains(&ratio), "{ratio}");
}

#[test]
fn given_someone_who_hammers_when_the_owner_comes_on_a_known_device_then_he_gets_in() {
    let (_folder, node) = node("hammered");
    let id = account(&node, "editor-vr23");
    let device = node.know_device(id, at(0)).unwrap();
    assert!(node.is_known_device(id, &device, at(1)).unwrap());
    for last in 1..=50 {
        for _ in 0..10 {
            sign_in(&node, "editor-vr23", false, (remote(last), None), 10);
        }
    }
    // From the very address that hammers, and from another one without a known device.
    assert!(is_welcome(&sign_in(
        &node,
        "editor-vr23",
        true,
        (remote(1), Some(&device)),
        10
    )));
    assert!(is_welcome(&sign_in(
        &node,
        "editor-vr23",
        true,
        (remote(99), None),
        10
    )));
    // The device of another account is no allowance for this one.
    let other = account(&node, "editor-vr24");
    let foreign = node.know_device(other, at(0)).unwrap();
    let refused = sign_in(&node, "editor-vr23", true, (remote(1), Some(&foreign)), 10);
    assert!(matches!(refused, SignIn::WaitUntil(_)), "{refused:?}");
}

#[test]
fn given_a_known_device_when_guesses_come_from_it_then_it_waits_too() {
    let (_folder, node) = node("own-device");
    let id = account(&node, "editor-vr23");
    let device = node.know_device(id, at(0)).unwrap();
    for last in 1..=5 {
        let from = (remote(last), Some(&device));
        assert_eq!(
            sign_in(&node, "editor-vr23", false, from, 10),
            SignIn::Wrong
        );
    }
    let waits = sign_in(&node, "editor-vr23", true, (remote(6), Some(&device)), 10);
    assert_eq!(waits, SignIn::WaitUntil(at(11)));
    assert_eq!(node.forget_devices(id).unwrap(), 1);
    assert!(is_welcome(&sign_in(
        &node,
        "editor-vr23",
        true,
        (remote(7), Some(&device)),
        10
    )));
}

#[test]
fn given_a_clock_that_goes_back_an_hour_when_waiting_then_no_longer_than_before() {
    let (_folder, node) = node("clock");
    account(&node, "editor-vr23");
    for _ in 0..5 {
        sign_in(&node, "editor-vr23", false, (remote(1), None), 7_200);
    }
    let waits = sign_in(&node, "editor-vr23", true, (remote(1), None), 3_600);
    assert_eq!(waits, SignIn::WaitUntil(at(3_601)));
    assert!(is_welcome(&sign_in(
        &node,
        "editor-vr23",
        true,
        (remote(1), None),
        3_601
    )));
}

#[test]
fn given_many_guesses_at_once_when_judged_then_not_more_than_the_table_says() {
    let (_folder, node) = node("at-once");
    account(&node, "editor-vr23");
    let answers: Vec<SignIn> = std::thread::scope(|scope| {
        let tasks: Vec<_> = (0..24)
            .map(|_| scope.spawn(|| sign_in(&node, "editor-vr23", false, (remote(1), None), 10)))
            .collect();
        tasks.into_iter().map(|task| task.join().unwrap()).collect()
    });
    let judged = answers
        .iter()
        .filter(|answer| **answer == SignIn::Wrong)
        .count();
    assert_eq!(judged, 5, "{answers:?}");
}

#[test]
fn given_no_room_in_line_when_many_sign_in_then_busy_and_not_counted() {
    let folder = common::Folder::new("busy");
    let effort = Effort {
        memory_kib: 32 * 1024,
        passes: 3,
        lanes: 1,
    };
    let config = Config {
        effort,
        checkers: 1,
        waiting: 0,
        ..config()
    };
    let node = Node::open(&folder.file(), config, entropy()).unwrap();
    account(&node, "editor-vr23");
    let answers: Vec<SignIn> = std::thread::scope(|scope| {
        let tasks: Vec<_> = (1..=16)
            .map(|last| {
                let node = &node;
                scope.spawn(move || sign_in(node, "editor-vr23", true, (remote(last), None), 10))
            })
            .collect();
        tasks.into_iter().map(|task| task.join().unwrap()).collect()
    });
    assert!(answers.iter().any(is_welcome));
    assert!(answers.contains(&SignIn::Busy), "{answers:?}");
    for _ in 0..10 {
        assert!(is_welcome(&sign_in(
            &node,
            "editor-vr23",
            true,
            (remote(1), None),
            11
        )));
    }
}

#[test]
fn given_a_new_password_when_set_then_sessions_end_and_the_old_one_is_wrong() {
    let (_folder, node) = node("new-password");
    let id = account(&node, "editor-vr23");
    let session = node
        .start_session(id, Language::Nl, "", at(1))
        .unwrap()
        .unwrap();
    let device = node.know_device(id, at(1)).unwrap();
    let set = |text: &str| {
        node.set_password(id, &SecretText::new(text), at(2))
            .unwrap()
    };
    assert_eq!(set("te kort"), SetPassword::Weak(Weak::TooShort));
    assert!(node.session(&session, at(2)).unwrap().is_some());
    assert_eq!(set("nog een lange gewone zin"), SetPassword::Set);
    assert_eq!(node.session(&session, at(2)).unwrap(), None);
    assert!(!node.is_known_device(id, &device, at(2)).unwrap());
    assert_eq!(
        sign_in(&node, "editor-vr23", true, (remote(1), None), 3),
        SignIn::Wrong
    );
    let nobody = node
        .set_password(Uuid::nil(), &SecretText::new(PASSWORD), at(2))
        .unwrap();
    assert_eq!(nobody, SetPassword::NoAccount);
}

#[test]
fn given_a_greater_effort_when_someone_signs_in_then_the_hash_is_made_again() {
    let (folder, first) = node("effort");
    account(&first, "editor-vr23");
    drop(first);
    let effort = Effort {
        memory_kib: 128,
        passes: 2,
        lanes: 1,
    };
    let again = Node::open(&folder.file(), Config { effort, ..config() }, entropy()).unwrap();
    for second in 1..3 {
        assert!(is_welcome(&sign_in(
            &again,
            "editor-vr23",
            true,
            (remote(1), None),
            second
        )));
    }
    let file = rusqlite::Connection::open(folder.file()).unwrap();
    let memory: u32 = file
        .query_row("SELECT memory FROM password", [], |r| r.get(0))
        .unwrap();
    assert_eq!(memory, 128);
}

#[test]
fn given_a_second_factor_when_signing_in_then_the_session_awaits_it_and_gets_a_new_code() {
    let (_folder, node) = node("second-factor");
    let id = account(&node, "editor-vr23");
    let before = node
        .start_session(id, Language::En, "curl/8", at(0))
        .unwrap()
        .unwrap();
    let secret = enrolled(&node, id);
    assert_eq!(node.enrol_second_factor(id).unwrap(), Enrol::AlreadyOn);
    assert_eq!(
        node.session(&before, at(1)).unwrap().unwrap().factor,
        Factor::None
    );
    let session = node
        .start_session(id, Language::En, "curl/8", at(60))
        .unwrap()
        .unwrap();
    assert!(
        !node
            .session(&session, at(60))
            .unwrap()
            .unwrap()
            .is_complete()
    );
    assert_eq!(
        checked(&node, id, &code(&secret, 60), 1, 60),
        CodeCheck::Right
    );
    let passed = node.pass_second_factor(&session, at(60)).unwrap().unwrap();
    assert_eq!(node.session(&session, at(60)).unwrap(), None);
    let running = node.session(&passed, at(60)).unwrap().unwrap();
    assert!(running.is_complete());
    assert_eq!(running.agent, "curl");
    assert_eq!(node.pass_second_factor(&passed, at(60)).unwrap(), None);
}

#[test]
fn given_a_code_when_used_again_then_refused_also_after_the_clock_went_back() {
    let (_folder, node) = node("replay");
    let id = account(&node, "editor-vr23");
    let secret = enrolled(&node, id);
    assert_eq!(
        checked(&node, id, &code(&secret, 0), 1, 0),
        CodeCheck::Wrong
    );
    let right = code(&secret, 7_200);
    assert_eq!(checked(&node, id, &right, 1, 7_200), CodeCheck::Right);
    assert_eq!(checked(&node, id, &right, 1, 7_205), CodeCheck::Wrong);
    // The clock goes back an hour: codes of then are fresh, the one that was used is not.
    assert_eq!(
        checked(&node, id, &code(&secret, 3_600), 1, 3_600),
        CodeCheck::Right
    );
    assert_eq!(checked(&node, id, &right, 1, 7_210), CodeCheck::Wrong);
}

#[test]
fn given_one_code_when_sent_many_times_at_once_then_it_works_once() {
    let (_folder, node) = node("code-race");
    let id = account(&node, "editor-vr23");
    let secret = enrolled(&node, id);
    let right = code(&secret, 300);
    let good = std::thread::scope(|scope| {
        let tasks: Vec<_> = (1..=12)
            .map(|last| {
                let (node, right) = (&node, &right);
                scope.spawn(move || checked(node, id, right, last, 300))
            })
            .collect();
        let answers = tasks.into_iter().map(|task| task.join().unwrap());
        answers.filter(|answer| *answer == CodeCheck::Right).count()
    });
    assert_eq!(good, 1);
}

#[test]
fn given_codes_guessed_from_many_addresses_when_they_go_on_then_all_strangers_wait() {
    let (_folder, node) = node("code-guesses");
    let id = account(&node, "editor-vr23");
    let secret = enrolled(&node, id);
    let device = node.know_device(id, at(0)).unwrap();
    for last in 1..=20 {
        assert_eq!(checked(&node, id, "000000", last, 600), CodeCheck::Wrong);
    }
    let waits = checked(&node, id, &code(&secret, 600), 200, 600);
    assert_eq!(waits, CodeCheck::WaitUntil(at(601)));
    let right = code(&secret, 600);
    let own = CodeAttempt {
        code: &right,
        remote: remote(1),
        device: Some(&device),
    };
    assert_eq!(
        node.check_code(id, &own, at(600)).unwrap(),
        CodeCheck::Right
    );
}

#[test]
fn given_a_lost_phone_when_the_factor_is_removed_then_a_session_starts_complete() {
    let (_folder, node) = node("lost-phone");
    let id = account(&node, "editor-vr23");
    assert_eq!(checked(&node, id, "000000", 1, 0), CodeCheck::NotOn);
    let nothing = node.confirm_second_factor(id, "000000", at(0)).unwrap();
    assert_eq!(nothing, Confirm::NothingToConfirm);
    enrolled(&node, id);
    let waiting = node
        .start_session(id, Language::Nl, "", at(1))
        .unwrap()
        .unwrap();
    assert!(node.remove_second_factor(id).unwrap());
    assert!(!node.remove_second_factor(id).unwrap());
    assert_eq!(node.session(&waiting, at(2)).unwrap(), None);
    let session = node
        .start_session(id, Language::Nl, "", at(2))
        .unwrap()
        .unwrap();
    assert_eq!(
        node.session(&session, at(2)).unwrap().unwrap().factor,
        Factor::None
    );
}

#[test]
fn given_a_session_when_the_shift_is_over_then_it_opens_nothing() {
    let (_folder, node) = node("shift");
    let id = account(&node, "editor-vr23");
    let session = node
        .start_session(id, Language::Nl, "Firefox/140", at(0))
        .unwrap()
        .unwrap();
    let seen = |second| {
        node.session(&session, at(second))
            .unwrap()
            .map(|found| found.seen)
    };
    assert_eq!(seen(59), Some(at(0)));
    assert_eq!(seen(60), Some(at(60)));
    assert!(node.set_language(&session, Language::En).unwrap());
    let found = node.session(&session, at(12 * 3_600 - 1)).unwrap().unwrap();
    assert_eq!(
        (found.language, found.expires),
        (Language::En, at(12 * 3_600))
    );
    assert_eq!(seen(12 * 3_600), None);
    assert_eq!(node.sessions(id, at(12 * 3_600)).unwrap(), []);
    assert_eq!(node.prune(at(12 * 3_600)).unwrap().sessions, 1);
}

#[test]
fn given_sessions_when_ended_from_admin_then_each_is_gone() {
    let (_folder, node) = node("ended");
    let id = account(&node, "editor-vr23");
    let start = |second| {
        node.start_session(id, Language::Nl, "", at(second))
            .unwrap()
            .unwrap()
    };
    let codes: Vec<_> = (0..60).map(start).collect();
    let listed = node.sessions(id, at(60)).unwrap();
    assert_eq!(listed.len(), 50, "the oldest make room");
    assert_eq!(node.session(&codes[9], at(60)).unwrap(), None);
    assert!(node.end_session(listed[0].handle).unwrap());
    assert_eq!(node.session(&codes[59], at(60)).unwrap(), None);
    assert!(node.sign_out(&codes[58]).unwrap());
    assert!(!node.sign_out(&codes[58]).unwrap());
    assert_eq!(node.end_sessions(id).unwrap(), 48);
    node.enable_account(id, false).unwrap();
    assert_eq!(
        node.start_session(id, Language::Nl, "", at(60)).unwrap(),
        None
    );
}
