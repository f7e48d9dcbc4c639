// SPDX-License-Identifier: EUPL-1.2
//! A signed request to an address (a webhook): the body is signed with the moment, so that a copy
//! of it is old, and nobody is followed elsewhere.

use std::time::Duration;

use data_encoding::HEXLOWER;
use paraat_kernel::Timestamp;
use ring::hmac;

use crate::{Came, Piece};

/// Fewest bytes of a secret.
pub(crate) const SHORTEST_SECRET: usize = 16;
/// A receiver that is silent for so long is tried again later.
const PATIENCE: Duration = Duration::from_secs(10);

pub(crate) struct Address {
    url: String,
    key: hmac::Key,
    agent: ureq::Agent,
}

/// Only what travels sealed, or does not leave this machine.
pub(crate) fn may_be_sent_to(url: &str) -> bool {
    let local = ["http://127.0.0.1", "http://[::1]", "http://localhost"];
    let local = local.iter().any(|start| {
        let rest = url.strip_prefix(start);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
    });
    local || url.starts_with("https://")
}

impl Address {
    pub(crate) fn new(url: String, secret: &str) -> Self {
        let agent = ureq::Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            // A receiver that sends us on could send us inward.
            .max_redirects(0)
            .http_status_as_error(false)
            .proxy(None)
            .build()
            .into();
        Self {
            url,
            key: hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes()),
            agent,
        }
    }

    /// `t=SECONDS,v1=HEX`: HMAC-SHA256 over the seconds, a full stop and the body.
    fn signature(&self, seconds: i64, body: &[u8]) -> String {
        let mut context = hmac::Context::with_key(&self.key);
        context.update(seconds.to_string().as_bytes());
        context.update(b".");
        context.update(body);
        format!(
            "t={seconds},v1={}",
            HEXLOWER.encode(context.sign().as_ref())
        )
    }

    /// Sends the first of them.
    pub(crate) fn send(&self, key: &str, now: Timestamp, pieces: &[Piece<'_>]) -> Came {
        let Some(piece) = pieces.first() else {
            return Came::Refused("nothing to send".to_owned());
        };
        let sent = self
            .agent
            .post(&self.url)
            .header("Content-Type", piece.kind)
            .header("Idempotency-Key", key)
            .header(
                "Paraat-Signature",
                self.signature(now.as_second(), piece.body),
            )
            .send(piece.body);
        let status = match sent {
            Ok(answer) => answer.status(),
            Err(why) => return Came::Later(why.to_string()),
        };
        match status.as_u16() {
            200..=299 => Came::Arrived(status.to_string()),
            // Asked to wait, or out of order for now.
            408 | 425 | 429 | 500..=599 => Came::Later(status.to_string()),
            300..=399 => Came::Refused(format!("{status}: nobody is followed elsewhere")),
            _ => Came::Refused(status.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;

    use super::*;

    /// What somebody who answers so hears, and what came of it.
    fn answered(answer: &'static str) -> (String, Came) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let at = listener.local_addr().unwrap();
        let heard = std::thread::spawn(move || {
            let (mut socket, _) = listener.accept().unwrap();
            let mut heard = Vec::new();
            let mut buffer = [0; 4096];
            while !heard.ends_with(b"<alert/>") {
                let read = socket.read(&mut buffer).unwrap();
                heard.extend_from_slice(buffer.get(..read).unwrap());
            }
            socket.write_all(answer.as_bytes()).unwrap();
            String::from_utf8(heard).unwrap()
        });
        let address = Address::new(format!("http://{at}/cap"), "0123456789abcdef");
        let piece = Piece {
            name: "a.xml",
            kind: "application/cap+xml",
            body: b"<alert/>",
        };
        let came = address.send("vr23.a-1", Timestamp::UNIX_EPOCH, &[piece]);
        (heard.join().unwrap(), came)
    }

    #[test]
    fn what_is_sent_is_signed_and_named() {
        let (heard, came) = answered("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
        assert_eq!(came, Came::Arrived("202 Accepted".to_owned()));
        let header = |name: &str| {
            let mut lines = heard.lines().filter_map(|line| line.split_once(": "));
            let found = lines.find(|(own, _)| own.eq_ignore_ascii_case(name));
            found.map(|(_, value)| value.to_owned()).unwrap()
        };
        assert_eq!(header("idempotency-key"), "vr23.a-1");
        let signed = header("paraat-signature");
        let (time, digest) = signed
            .strip_prefix("t=")
            .unwrap()
            .split_once(",v1=")
            .unwrap();
        let key = hmac::Key::new(hmac::HMAC_SHA256, b"0123456789abcdef");
        let said = format!("{time}.<alert/>");
        let digest = HEXLOWER.decode(digest.as_bytes()).unwrap();
        assert!(hmac::verify(&key, said.as_bytes(), &digest).is_ok());
    }

    #[test]
    fn what_is_out_of_order_is_tried_again_and_what_leads_elsewhere_is_not_followed() {
        let (_, came) = answered("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n");
        assert!(matches!(came, Came::Later(_)), "{came:?}");
        let inward = "HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:9/\r\n\
                      Content-Length: 0\r\n\r\n";
        let (_, came) = answered(inward);
        assert!(matches!(came, Came::Refused(_)), "{came:?}");
        let (_, came) = answered("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        assert!(matches!(came, Came::Refused(_)), "{came:?}");
    }

    #[test]
    fn only_what_is_sealed_or_stays_here_is_sent() {
        for url in [
            "http://127.0.0.1:8/x",
            "http://[::1]/",
            "https://a.example/",
            "http://localhost",
        ] {
            assert!(may_be_sent_to(url), "{url}");
        }
        for url in [
            "http://a.example/",
            "http://127.0.0.1.evil.example/",
            "ftp://a",
            "file:///etc",
        ] {
            assert!(!may_be_sent_to(url), "{url}");
        }
    }
}
