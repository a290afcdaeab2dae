//! The site while it is written: read again on every change, pages made when they are asked for, browsers told.
//! Knows nothing of how a page is made.

mod answer;
mod events;
mod http;
mod hub;
mod inject;
mod pages;
mod range;
mod watch;

use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use jiff::civil::Date;
use tokio::sync::Notify;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::pipeline::Request;
use hub::{DevServer, Snapshot};
use watch::FileWatcher;

/// The port that is tried first.
pub const PORT: u16 = 4242;

/// How many ports are tried after it.
const NEXT: u16 = 100;

/// Files that are looked at before all the others.
const FEW: usize = 16;

/// How long the look at all files may be put off while known files are saved again and again.
const DEBT: Duration = Duration::from_secs(1);

/// What is served, and where.
pub struct ServeSettings {
    /// The folder of the site.
    pub root: PathBuf,
    /// What the site is made with.
    pub request: Request,
    /// The day, which changes while the server runs.
    pub today: Arc<dyn Fn() -> Date + Send + Sync>,
    /// The interface that is listened on.
    pub interface: IpAddr,
    /// The port that somebody named.
    pub port: Option<u16>,
    /// Whether to look at the files now and then, and not to ask the system.
    pub poll: bool,
}

/// Who hears what happens.
pub trait ServeListener: Sync {
    /// A line for people.
    fn say(&self, line: &str);
    /// What was found, when it is not what was found before.
    fn found(&self, diagnostics: &Diagnostics);
    /// The address at which the site can be seen.
    fn ready(&self, address: &str);
}

/// The wish to stop.
#[derive(Debug, Default)]
pub struct Stop {
    wished: AtomicBool,
    told: Notify,
}

impl Stop {
    /// Asks the server to end.
    pub fn now(&self) {
        self.wished.store(true, Ordering::Relaxed);
        self.told.notify_one();
    }

    fn is_wished(&self) -> bool {
        self.wished.load(Ordering::Relaxed)
    }

    async fn wished(&self) {
        if !self.is_wished() {
            self.told.notified().await;
        }
    }
}

/// Serves a site until somebody stops it. What is wrong with the site ends nothing.
///
/// # Errors
/// When the port cannot be had, or the system refuses to serve.
pub fn run(settings: &ServeSettings, listener: &dyn ServeListener, stop: &Stop) -> Result<(), Box<Diagnostic>> {
    let socket = bind(settings, listener)?;
    let at = socket.local_addr().map_err(|error| refused(settings, &error))?;
    let (mut alarm, why) = FileWatcher::new(&settings.root, settings.poll);
    if let Some(why) = why {
        listener.say(&format!("the system gives no word of changes ({why}); samen looks every half second"));
    }
    let hub = Arc::new(DevServer::new(settings));
    let mut told = Console { listener, before: None };
    told.first(hub.refresh().as_deref());
    listener.ready(&address(at));
    if !at.ip().is_loopback() {
        listener.say("everybody on this network can read the site, drafts and messages; stop it when you are done");
    }
    thread::scope(|scope| {
        let (watched, told) = (Arc::clone(&hub), &mut told);
        scope.spawn(move || watch_loop(&mut alarm, &watched, told, stop));
        let served = http::serve(socket, hub, stop);
        stop.now();
        served.map_err(|error| refused(settings, &error))
    })
}

/// Looks whenever the alarm rings. What was heard of is looked at first, if it is little; what counts is the look at all
/// files that follows, soon.
fn watch_loop(alarm: &mut FileWatcher, hub: &DevServer, told: &mut Console<'_>, stop: &Stop) {
    let mut owed: Option<Instant> = None;
    while let Some(heard) = alarm.wait(&|| stop.is_wished(), owed.is_some()) {
        let seen = if heard.len() <= FEW { hub.rescan_paths(&heard) } else { None };
        if let Some(shown) = &seen {
            told.change(shown);
        }
        let all = seen.is_some_and(|shown| shown.change.files.len() == heard.len());
        if all && owed.get_or_insert_with(Instant::now).elapsed() < DEBT {
            continue;
        }
        owed = None;
        if let Some(shown) = hub.refresh() {
            told.change(&shown);
        }
    }
}

/// The port that was named, or the first that is free.
fn bind(settings: &ServeSettings, listener: &dyn ServeListener) -> Result<TcpListener, Box<Diagnostic>> {
    let open = |port| TcpListener::bind(SocketAddr::new(settings.interface, port));
    if let Some(port) = settings.port {
        return open(port).map_err(|error| refused(settings, &error));
    }
    let mut last = None;
    for port in PORT..PORT + NEXT {
        match open(port) {
            Ok(socket) => {
                if port != PORT {
                    listener.say(&format!("port {PORT} is taken; this is the next that is free"));
                }
                return Ok(socket);
            }
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => last = Some(error),
            Err(error) => return Err(refused(settings, &error)),
        }
    }
    let none = || io::Error::from(io::ErrorKind::AddrInUse);
    Err(refused(settings, &last.unwrap_or_else(none)))
}

fn refused(settings: &ServeSettings, error: &io::Error) -> Box<Diagnostic> {
    let port = settings.port.unwrap_or(PORT);
    let message = format!("cannot serve at port {port} of {}: {error}", settings.interface);
    let help = if error.kind() == io::ErrorKind::AddrInUse {
        "another program has this port; name another one with `-p`, or none and the next free one is taken"
    } else {
        "name another port with `-p`, or another interface with `-i`"
    };
    Box::new(Diagnostic::error(Code::ServeRefused, message).help(help))
}

/// The address for a browser on this machine.
fn address(at: SocketAddr) -> String {
    match at.ip() {
        ip if ip.is_unspecified() => format!("http://localhost:{}/", at.port()),
        ip => format!("http://{}/", SocketAddr::new(ip, at.port())),
    }
}

/// What was told of the site before.
struct Console<'a> {
    listener: &'a dyn ServeListener,
    before: Option<Diagnostics>,
}

impl Console<'_> {
    fn first(&mut self, shown: Option<&Snapshot>) {
        let Some(shown) = shown else { return };
        self.found(shown);
        let pages = shown.live.as_ref().map_or(0, |live| {
            let routes = live.loaded.rendering.plan.jobs.keys();
            routes.filter(|route| route.is_page()).count()
        });
        self.listener.say(&format!("{pages} pages, in {} ms{}", shown.change.took.as_millis(), problems(shown)));
    }

    fn change(&mut self, shown: &Snapshot) {
        self.found(shown);
        let what = match &*shown.change.files {
            [] => "a new day".to_owned(),
            [file] => file.to_string(),
            [file, rest @ ..] => format!("{file} and {} more", rest.len()),
        };
        self.listener.say(&format!("{what}: {} ms{}", shown.change.took.as_millis(), problems(shown)));
    }

    fn found(&mut self, shown: &Snapshot) {
        let same = self.before.as_ref().is_some_and(|before| before.items() == shown.diagnostics.items());
        if !same {
            self.listener.found(&shown.diagnostics);
            self.before = Some(shown.diagnostics.clone());
        }
    }
}

fn problems(shown: &Snapshot) -> String {
    match shown.diagnostics.counts() {
        (0, 0) => String::new(),
        (errors, warnings) => {
            let kept = shown.live.as_ref().is_some_and(|live| live.good) && errors > 0;
            let kept = if kept { "; the site is shown as it was" } else { "" };
            format!("; errors: {errors}, warnings: {warnings}{kept}")
        }
    }
}
