// SPDX-License-Identifier: EUPL-1.2
//! What the machine says: itself, and what a process uses.

use std::fs;

use crate::Outcome;

/// Ticks of `/proc/PID/stat` in a second (USER_HZ), 100 on every Linux that Paraat runs on.
const TICKS: f64 = 100.0;

fn field<'a>(text: &'a str, name: &str) -> &'a str {
    let line = text
        .lines()
        .find(|line| line.starts_with(name))
        .unwrap_or_default();
    line.split_once(':').map_or("", |(_, value)| value.trim())
}

/// Processor, memory and kernel, in one line.
pub fn described() -> String {
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let memory = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    format!(
        "{cores} x {}, {} memory, Linux {}, load {}",
        field(&cpu, "model name"),
        field(&memory, "MemTotal"),
        kernel.trim(),
        load.split(' ').next().unwrap_or_default()
    )
}

/// Processor time that a process has used, in seconds, its ended threads included.
pub fn processor_seconds(process: u32) -> Outcome<f64> {
    let text = fs::read_to_string(format!("/proc/{process}/stat"))?;
    // The name of the process stands between brackets and may hold anything.
    let (_, after) = text.rsplit_once(')').ok_or("no name in stat")?;
    let ticks = |at: usize| after.split_whitespace().nth(at)?.parse::<f64>().ok();
    let used = ticks(11).zip(ticks(12)).map(|(user, system)| user + system);
    Ok(used.ok_or("no times in stat")? / TICKS)
}

/// Memory that a process has resident, in MiB.
pub fn resident(process: u32) -> Outcome<f64> {
    let text = fs::read_to_string(format!("/proc/{process}/status"))?;
    let kibibytes = field(&text, "VmRSS")
        .trim_end_matches(" kB")
        .parse::<f64>()?;
    Ok(kibibytes / 1024.0)
}

/// Lets the highest memory of a process be counted anew from now on.
pub fn forget_highest(process: u32) -> Outcome<()> {
    // "5" resets the peak resident set size, as proc(5) says.
    Ok(fs::write(format!("/proc/{process}/clear_refs"), "5")?)
}

/// The highest memory that a process had resident since then, in MiB.
pub fn highest(process: u32) -> Outcome<f64> {
    let text = fs::read_to_string(format!("/proc/{process}/status"))?;
    let kibibytes = field(&text, "VmHWM")
        .trim_end_matches(" kB")
        .parse::<f64>()?;
    Ok(kibibytes / 1024.0)
}
