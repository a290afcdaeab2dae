//! `samen serve`

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use clap::Args;

use super::report::Reporter;
use super::{EXIT_ENVIRONMENT, EXIT_INTERRUPTED, Project, today};
use crate::diagnostic::{Diagnostics, Message};
use crate::message;
use crate::pipeline::Request;
use crate::serve::{self, ServeListener, ServeSettings, Stop};
use crate::source::Sources;

#[derive(Debug, Args)]
pub(super) struct ServeFlags {
    /// Port [default: 4242, or the next that is free]
    #[arg(short, long, value_name = "PORT")]
    port: Option<u16>,
    /// Interface to listen on; 0.0.0.0 shows the site to the whole network
    #[arg(short, long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    interface: IpAddr,
    /// Open the site in the browser
    #[arg(short = 'O', long)]
    open: bool,
    /// Look at the files twice a second, for network disks and containers that tell nothing of changes
    #[arg(long)]
    poll: bool,
    /// Show drafts, and what is not due yet
    #[arg(long)]
    drafts: bool,
    /// Show the pseudo-languages too: en-XA with long words in accents, ar-XB from right to left
    #[arg(long)]
    pseudo: bool,
}

pub(super) fn run(flags: &ServeFlags, project: &Project, reporter: &Reporter) -> u8 {
    let request = Request { pseudo: flags.pseudo, ..project.request(flags.drafts, false, None) };
    let (day, flag) = (project.clock, project.clock_flag);
    let settings = ServeSettings {
        root: project.root.clone(),
        request,
        today: Arc::new(move || today(flag).unwrap_or(day)),
        interface: flags.interface,
        port: flags.port,
        poll: flags.poll,
        catalog: reporter.catalog().clone(),
    };
    let stop = Arc::new(Stop::default());
    let stopping = Arc::clone(&stop);
    // A second handler in one process (tests) cannot be set; the first one then serves.
    let _ = ctrlc::set_handler(move || stopping.now());
    match serve::run(&settings, &Voice { reporter, project, open: flags.open }, &stop) {
        Ok(()) => EXIT_INTERRUPTED,
        Err(diagnostic) => {
            reporter.alone(*diagnostic);
            EXIT_ENVIRONMENT
        }
    }
}

/// Tells people what the server says.
struct Voice<'a> {
    reporter: &'a Reporter,
    project: &'a Project,
    open: bool,
}

impl ServeListener for Voice<'_> {
    fn say(&self, line: &Message) {
        self.reporter.tell(line);
    }

    fn found(&self, diagnostics: &Diagnostics) {
        self.reporter.diagnostics_aside(diagnostics, Some(&Sources::shown_from(&self.project.root)));
    }

    fn ready(&self, address: &str) {
        self.reporter.tell(&message!("site-shown", address = address));
        if self.open
            && let Err(error) = open::that_detached(address)
        {
            self.reporter.tell(&message!("browser-refused", why = error.to_string()));
        }
    }
}
