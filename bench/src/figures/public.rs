// SPDX-License-Identifier: EUPL-1.2
//! Figure 15: the public page, asked for over 64 and 512 connections that stay open, against nginx
//! serving the same files. One half asks as a browser that was never here, the other as one that
//! has the page already (304).

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::json;

use crate::figure::{Figure, Limit};
use crate::http::Client;
use crate::scratch::Scratch;
use crate::server::Server;
use crate::yardsticks::free_port;
use crate::{Effort, Outcome, machine};

/// Connections that stay open.
const CONNECTIONS: [usize; 2] = [64, 512];

/// What one run of wrk found.
struct Run {
    answers: f64,
    p99: f64,
    processor: f64,
}

/// nginx over a folder, with as many workers as cores, files kept open and no log.
struct Nginx {
    child: Child,
    address: String,
}

impl Nginx {
    fn start(scratch: &Scratch, folder: &Path) -> Outcome<Self> {
        let port = free_port()?;
        let own = scratch.path("nginx");
        fs::create_dir_all(&own)?;
        let shown = own.display();
        let root = folder.display();
        let configuration = format!(
            "daemon off; worker_processes auto; pid {shown}/pid; error_log {shown}/log;
             events {{ worker_connections 2048; }}
             http {{
               access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;
               open_file_cache max=100; open_file_cache_valid 60s; etag on;
               default_type text/html; client_body_temp_path {shown};
               proxy_temp_path {shown}; fastcgi_temp_path {shown}; uwsgi_temp_path {shown};
               scgi_temp_path {shown};
               server {{
                 listen 127.0.0.1:{port} backlog=4096; root {root}; index index.html;
                 add_header Cache-Control 'public, max-age=5'; add_header Vary accept-encoding;
                 add_header Content-Security-Policy \"default-src 'none'; style-src 'self'\";
                 add_header X-Content-Type-Options nosniff;
                 add_header Referrer-Policy no-referrer;
                 add_header Access-Control-Allow-Origin '*';
               }}
             }}"
        );
        let file = own.join("nginx.conf");
        fs::write(&file, configuration)?;
        let mut command = Command::new("nginx");
        command.arg("-c").arg(&file).arg("-p").arg(&own);
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let child = child.map_err(|error| format!("nginx: {error}"))?;
        std::thread::sleep(Duration::from_millis(700));
        Ok(Self {
            child,
            address: format!("127.0.0.1:{port}"),
        })
    }

    /// Processor seconds of its workers.
    fn processor(&self) -> Outcome<f64> {
        let own = self.child.id();
        let children = fs::read_to_string(format!("/proc/{own}/task/{own}/children"))?;
        let workers = children.split_whitespace().filter_map(|it| it.parse().ok());
        let used: Outcome<Vec<f64>> = workers.map(machine::processor_seconds).collect();
        Ok(used?.iter().sum())
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Its master ends its workers when it is asked to, and not when it is killed.
        let own = self.child.id().to_string();
        let _ = Command::new("kill").args(["-TERM", &own]).status();
        let _ = self.child.wait();
    }
}

/// Runs wrk for some seconds.
fn wrk(
    address: &str,
    path: &str,
    (connections, tag, seconds): (usize, &str, u64),
    processor: &dyn Fn() -> Outcome<f64>,
) -> Outcome<Run> {
    let before = processor()?;
    let mut command = Command::new("wrk");
    command.args(["--latency", "-t1", "-c", &connections.to_string()]);
    command.args([
        "-d",
        &format!("{seconds}s"),
        "-H",
        "Accept-Encoding: identity",
    ]);
    if !tag.is_empty() {
        command.args(["-H", &format!("If-None-Match: {tag}")]);
    }
    let said = command.arg(format!("http://{address}{path}")).output();
    let said = said.map_err(|error| format!("wrk: {error}"))?;
    let text = String::from_utf8_lossy(&said.stdout).into_owned();
    let used = processor()? - before;
    if text.contains("Socket errors") || text.contains("Non-2xx or 3xx") {
        return Err(format!("wrk: {text}").into());
    }
    let after = |name: &str| {
        let line = text.lines().find(|it| it.trim_start().starts_with(name));
        line.and_then(|it| it.split_whitespace().nth(1))
            .map(str::to_owned)
    };
    let answers: f64 = after("Requests/sec:").ok_or("no rate")?.parse()?;
    let count: f64 = text
        .lines()
        .find_map(|it| it.trim().split_once(" requests in "))
        .ok_or("no count")?
        .0
        .parse()?;
    Ok(Run {
        answers,
        p99: milliseconds(&after("99%").ok_or("no p99")?)?,
        processor: used * 1e6 / count.max(1.0),
    })
}

/// A time as wrk writes it.
fn milliseconds(text: &str) -> Outcome<f64> {
    let unit = text.trim_start_matches(|it: char| it.is_ascii_digit() || it == '.');
    let value: f64 = text.trim_end_matches(unit).parse()?;
    match unit {
        "us" => Ok(value / 1e3),
        "ms" => Ok(value),
        "s" => Ok(value * 1e3),
        _ => Err(format!("{text} is no time of wrk").into()),
    }
}

/// A crisis with three messages, made public.
fn publish(server: &Server) -> Outcome<()> {
    let bearer = format!("Bearer {}", server.token("editor-vr23")?);
    let mut client = Client::new(&server.address)?;
    let mut post = |path: &str, body: serde_json::Value, seen: &str| -> Outcome<String> {
        let mut headers = vec![
            ("Authorization", bearer.as_str()),
            ("Content-Type", "application/json"),
        ];
        if !seen.is_empty() {
            headers.push(("If-Match", seen));
        }
        let answer = client.ask("POST", path, &headers, body.to_string().as_bytes())?;
        let said: serde_json::Value = serde_json::from_slice(&answer.body)?;
        let stream = said.get("stream").and_then(|it| it.as_str());
        Ok(stream.ok_or_else(|| format!("{path}: {said}"))?.to_owned())
    };
    for number in 1..=3 {
        let message = json!({
            "language": "nl", "title": format!("Hoogwater {number}"), "authority": "chair",
            "what": "De Maas stijgt tot morgen. De dijken houden.",
            "todo": "Blijf weg bij het water.\nVolg het nieuws.",
            "meaning": "Wie bij de rivier woont, krijgt een brief.",
        });
        let stream = post("/v1/communication/message/draft", message, "")?;
        post(&format!("/v1/streams/{stream}/publish"), json!({}), "\"1\"")?;
    }
    Ok(())
}

/// The page as it stands, with its tag.
fn page(address: &str) -> Outcome<(Vec<u8>, String)> {
    let answer = Client::new(address)?.get("/public/", &[])?;
    let tag = answer.header("etag").unwrap_or_default().to_owned();
    Ok((answer.body, tag))
}

/// Figure 15.
pub fn measure(scratch: &Scratch, effort: &Effort) -> Outcome<Vec<Figure>> {
    let server = Server::start(&scratch.path("public"))?;
    publish(&server)?;
    std::thread::sleep(Duration::from_secs(2));
    let folder = scratch.path("files");
    server.export_public(&folder)?;
    let nginx = Nginx::start(scratch, &folder)?;
    let (theirs, their_tag) = page(&nginx.address)?;
    let (ours, _) = page(&server.address)?;
    if ours.len() != theirs.len() {
        return Err("nginx serves another page".into());
    }
    let mut figures = Vec::new();
    for connections in CONNECTIONS {
        for tag in ["", their_tag.as_str()] {
            figures.extend(compare(&server, &nginx, (connections, tag), effort)?);
        }
    }
    Ok(figures)
}

/// Ours and nginx with so many connections that have the page with this tag, or have none.
fn compare(
    server: &Server,
    nginx: &Nginx,
    (connections, their_tag): (usize, &str),
    effort: &Effort,
) -> Outcome<[Figure; 3]> {
    let known = !their_tag.is_empty();
    let process = server.process();
    let (mut rate, mut cost, mut late) = (Vec::new(), Vec::new(), Vec::new());
    for pair in 0..=effort.pairs {
        let load = (connections, their_tag, effort.seconds);
        let yardstick = wrk(&nginx.address, "/public/", load, &|| nginx.processor())?;
        let tag = if known {
            page(&server.address)?.1
        } else {
            String::new()
        };
        let load = (connections, tag.as_str(), effort.seconds);
        let used = || machine::processor_seconds(process);
        let run = wrk(&server.address, "/public/", load, &used)?;
        if pair > 0 {
            rate.push((run.answers, yardstick.answers));
            cost.push((run.processor, yardstick.processor));
            late.push((run.p99, yardstick.p99));
        }
    }
    let what = match known {
        false => format!("{connections} connections"),
        true => format!("{connections} connections that have it (304)"),
    };
    let title = |text: &str| format!("{text}, {what} / nginx");
    let cost_title = title("processor for an answer");
    Ok([
        Figure::ratio(
            "15",
            title("public page"),
            "answers/s",
            rate,
            Limit::AtLeast(0.9),
        ),
        Figure::ratio("15", cost_title, "us", cost, Limit::AtMost(1.1)),
        Figure::ratio("15", title("p99"), "ms", late, Limit::AtMost(1.5)),
    ])
}
