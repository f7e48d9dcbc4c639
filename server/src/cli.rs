// SPDX-License-Identifier: EUPL-1.2
//! The command line. Exit codes: 0 done; 1 it was done and something is wrong, or could not be
//! done; 2 called in a way that cannot work.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use paraat_kernel::{Function, OrganisationId};

use crate::config::Config;
use crate::control::{self, Request};
use crate::folder::Folder;
use crate::{Stop, boundaries, check, clean, lists, maintenance, memory, print, serve};

/// Paraat: one shared record for national crisis management.
#[derive(Parser)]
#[command(
    name = "paraat",
    version,
    after_help = "Exit codes: 0 done; 1 something is wrong or could not be done; 2 wrong use."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Start the node and serve pages and API until it is stopped
    Serve(Serve),
    /// Prove that the ledger is whole; works without the node, and beside it
    Verify(Data),
    /// Copy everything to a new folder, also while the node runs
    Backup {
        #[command(flatten)]
        data: Data,
        /// A new or empty folder
        to: PathBuf,
    },
    /// Put a backup back into a new or empty folder
    Restore {
        #[command(flatten)]
        data: Data,
        /// The folder that `backup` made
        from: PathBuf,
    },
    /// Take the text of one entry out of the record for good; that it was there stays proven
    Withdraw {
        #[command(flatten)]
        data: Data,
        /// Address of the stream, as in the address of its page or in the API
        stream: String,
        /// Version of the stream that held it
        version: u64,
        /// Why, in words; this is recorded
        #[arg(long)]
        reason: String,
    },
    /// Say what is wrong with files of others before anybody goes by them
    Check(check::Check),
    /// Make a page, a file to work on or a file to keep of a document
    Print(print::Print),
    /// Take out of a PDF what it says besides what it shows; a node calls it
    #[command(hide = true)]
    Clean(clean::Clean),
    /// Take in what others publish
    #[command(subcommand)]
    Import(Import),
    /// Write a list to a file, as its page does
    Export {
        #[command(flatten)]
        data: Data,
        #[command(flatten)]
        list: lists::Out,
    },
    /// Accounts
    #[command(subcommand)]
    User(User),
}

#[derive(Args)]
struct Serve {
    #[command(flatten)]
    data: Data,
    /// Address to listen on; overrides the configuration
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<String>,
    /// Use a demo folder: the real agenda, accounts named after functions, loopback only
    #[arg(long)]
    demo: bool,
}

#[derive(Args)]
struct Data {
    /// The data folder
    #[arg(long, value_name = "FOLDER")]
    data: PathBuf,
}

#[derive(Subcommand)]
enum Import {
    /// Borders of regions and islands: a FeatureCollection of GeoJSON, in WGS 84 or RD New
    Boundaries {
        #[command(flatten)]
        data: Data,
        /// The file
        file: PathBuf,
        /// Organisation of this node that imports them; jenv when this node writes for it
        #[arg(long = "org", value_name = "ORGANISATION")]
        organisation: Option<String>,
        /// Year for which they hold; needed when the file does not tell
        #[arg(long, value_parser = clap::value_parser!(u16).range(1900..2200))]
        year: Option<u16>,
        /// Who published them, to be named under the map; needed when the file does not tell
        #[arg(long, value_name = "TEXT")]
        source: Option<String>,
        /// Import the areas with which nothing is wrong, and leave out the others
        #[arg(long)]
        good_only: bool,
    },
    /// Any list that its page offers to import, by its name: activities, agenda/activities
    #[command(external_subcommand)]
    List(Vec<String>),
}

/// What stands behind the name of a list.
#[derive(Parser)]
struct ListIn {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    file: lists::In,
}

#[derive(Subcommand)]
enum User {
    /// Add an account; prints its password once, as the last line
    Add {
        #[command(flatten)]
        data: Data,
        /// Name to sign in with: that of a function, not of a person
        name: String,
        /// Organisation, by its id in the registers: jenv, vr23, saba
        #[arg(long = "org", value_name = "ORGANISATION")]
        organisation: String,
        /// Function: reader, editor, decider, admin or auditor; may be given more than once
        #[arg(long = "role", value_name = "FUNCTION", required = true)]
        functions: Vec<String>,
    },
    /// Make a key for programs; prints it once, as the last line
    Token {
        #[command(flatten)]
        data: Data,
        /// Name of the account
        name: String,
        /// What it opens: read, write, metrics; all but metrics when not given
        #[arg(long = "opens", value_name = "WHAT")]
        opens: Vec<String>,
        /// Sealed compartment that it opens too, when its account may: persons, medical; none when
        /// not given
        #[arg(long = "sealed", value_name = "COMPARTMENT")]
        sealed: Vec<String>,
    },
    /// Let an account into sealed compartments (persons, medical), or shut it out of them
    Compartment {
        #[command(flatten)]
        data: Data,
        /// Name of the account
        name: String,
        /// Let it into this one; may be given more than once
        #[arg(long, value_name = "COMPARTMENT", required_unless_present = "remove")]
        add: Vec<String>,
        /// Shut it out of this one; may be given more than once
        #[arg(long, value_name = "COMPARTMENT")]
        remove: Vec<String>,
    },
}

/// Does what the command line says.
pub fn run() -> Result<(), Stop> {
    match Cli::parse().command {
        Command::Serve(serve) => {
            memory::sparing();
            let folder = Folder::open(&serve.data.data, serve.demo)?;
            let mut config = Config::read(folder.root())?;
            config.listen = serve.listen.unwrap_or(config.listen);
            serve::run(folder, config, serve.demo)
        }
        Command::Verify(data) => maintenance::check(&data.data),
        Command::Backup { data, to } => {
            let to = std::path::absolute(to)?;
            ask(&data, Request::Backup { to })
        }
        Command::Restore { data, from } => maintenance::restore(&from, &data.data),
        Command::Withdraw {
            data,
            stream,
            version,
            reason,
        } => {
            let stream = stream
                .parse()
                .map_err(|bad| Stop::usage(format!("{bad}")))?;
            ask(
                &data,
                Request::Withdraw {
                    stream,
                    version,
                    reason,
                },
            )
        }
        Command::Check(check) => check::run(&check),
        Command::Print(print) => print::run(print),
        Command::Clean(clean) => clean::run(&clean),
        Command::Import(list) => import(list),
        Command::Export { data, list } => ask(&data, Request::ListOut(list.absolute()?)),
        Command::User(user) => self::user(user),
    }
}

fn user(user: User) -> Result<(), Stop> {
    match user {
        User::Add {
            data,
            name,
            organisation,
            functions,
        } => {
            let organisation = organisation_of(&organisation)?;
            let read = |name: &String| Function::from_name(name).ok_or_else(|| no_function(name));
            let functions = functions.iter().map(read).collect::<Result<Vec<_>, _>>()?;
            ask(
                &data,
                Request::UserAdd {
                    name,
                    organisation,
                    functions,
                },
            )
        }
        User::Token {
            data,
            name,
            opens,
            sealed,
        } => ask(
            &data,
            Request::UserToken {
                name,
                opens,
                sealed,
            },
        ),
        User::Compartment {
            data,
            name,
            add,
            remove,
        } => ask(&data, Request::UserCompartment { name, add, remove }),
    }
}

fn import(list: Import) -> Result<(), Stop> {
    match list {
        Import::Boundaries {
            data,
            file,
            organisation,
            year,
            source,
            good_only,
        } => {
            let organisation = organisation.as_deref().map(organisation_of).transpose()?;
            let mut found = boundaries::read(&file, year, source)?;
            (found.organisation, found.good_only) = (organisation, good_only);
            ask(&data, Request::ImportBoundaries(found))
        }
        Import::List(arguments) => {
            let name = arguments.first().cloned().unwrap_or_default();
            let ListIn { data, file } = ListIn::parse_from(arguments);
            let file = file.absolute()?;
            ask(&data, Request::ListIn { name, file })
        }
    }
}

fn ask(data: &Data, request: Request) -> Result<(), Stop> {
    println!("{}", control::ask(&data.data, request)?);
    Ok(())
}

fn organisation_of(text: &str) -> Result<OrganisationId, Stop> {
    let known = paraat_reference::organisations().map_err(|e| Stop::wrong(e.to_string()))?;
    if !known.iter().any(|organisation| organisation.id == text) {
        let said = "is not in the registers; use an id as on the page /registers/organisations";
        return Err(Stop::usage(format!("organisation {text:?} {said}")));
    }
    text.parse().map_err(|bad| Stop::usage(format!("{bad}")))
}

fn no_function(name: &str) -> Stop {
    let names: Vec<&str> = Function::ALL
        .iter()
        .map(|function| function.name())
        .collect();
    Stop::usage(format!(
        "no function {name:?}; choose from {}",
        names.join(", ")
    ))
}
