//! The site while it is written: read again on every change, pages made when they are asked for, browsers told.
//! Knows nothing of how a page is made.

mod answer;
mod dev_server;
mod events;
mod http;
mod inject;
mod mending;
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

use crate::diagnostic::{Catalog, Code, Diagnostic, Diagnostics, Message};
use crate::message;
use crate::pipeline::{Request, STACK};
use dev_server::{DevServer, Snapshot};
use mending::MendToken;
use watch::FileWatcher;

/// The port that is tried first; no well-known program uses it.
pub const PORT: u16 = 4242;

/// How many ports are tried after it: enough for many sites at once, and few enough that a refusal is told soon.
const NEXT: u16 = 100;

/// Files that are looked at before all the others. A person saves one or a few; more come from Git or a program, and
/// then to look at them first saves nothing.
const FEW: usize = 16;

/// How long the look at all files may be put off while known files are saved again and again. Without a limit, a
/// file that the watcher missed would never be seen.
const MAX_DELAY: Duration = Duration::from_secs(1);

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
    /// The words of messages on pages.
    pub catalog: Catalog,
}

/// Who hears what happens.
pub trait ServeListener: Sync {
    /// A line for people.
    fn say(&self, line: &Message);
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
    let (mut watcher, why) = FileWatcher::new(&settings.root, settings.poll);
    if let Some(why) = why {
        listener.say(&message!("watcher-refused", why = why));
    }
    // What others can reach offers nothing that writes.
    let token = if at.ip().is_loopback() { MendToken::random() } else { None };
    let server = Arc::new(DevServer::new(settings, token));
    let mut console = Console { listener, before: None };
    console.first(server.rescan().as_deref());
    listener.ready(&address(at));
    if !at.ip().is_loopback() {
        listener.say(&message!("served-to-network"));
    }
    thread::scope(|scope| {
        let (shared, console) = (Arc::clone(&server), &mut console);
        // What a save holds is read on this thread, so it needs the stack of a build.
        let watching = move || watch_loop(&mut watcher, &shared, console, stop);
        let started = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, watching);
        started.map_err(|error| refused(settings, &error))?;
        let result = http::serve(socket, server, stop);
        stop.now();
        result.map_err(|error| refused(settings, &error))
    })
}

/// Reads the site again after each change. The files that the watcher named are looked at first, if they are few, so that
/// the page is there soon. All files follow shortly after: only that look is sure to miss nothing.
fn watch_loop(watcher: &mut FileWatcher, server: &DevServer, console: &mut Console<'_>, stop: &Stop) {
    let mut owed: Option<Instant> = None;
    while let Some(heard) = watcher.wait(&|| stop.is_wished(), owed.is_some()) {
        let seen = if heard.len() <= FEW { server.rescan_paths(&heard) } else { None };
        if let Some(snapshot) = &seen {
            console.change(snapshot);
        }
        let all = seen.is_some_and(|snapshot| snapshot.change.files.len() == heard.len());
        if all && owed.get_or_insert_with(Instant::now).elapsed() < MAX_DELAY {
            continue;
        }
        owed = None;
        if let Some(snapshot) = server.rescan() {
            console.change(&snapshot);
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
                    listener.say(&message!("port-taken", port = PORT.to_string()));
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
    let message = message!(
        "serve-refused",
        port = port.to_string(),
        interface = settings.interface.to_string(),
        why = error.to_string(),
    );
    let help = if error.kind() == io::ErrorKind::AddrInUse {
        message!("serve-refused-taken-help")
    } else {
        message!("serve-refused-help")
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
    fn first(&mut self, snapshot: Option<&Snapshot>) {
        let Some(snapshot) = snapshot else { return };
        self.found(snapshot);
        let pages = snapshot.live.as_ref().map_or(0, |live| {
            let routes = live.loaded.rendering.plan.jobs.keys();
            routes.filter(|route| route.is_page()).count()
        });
        let pages = message!("count-pages", count = pages);
        let read = message!("site-read", pages = pages, time = took(snapshot));
        self.listener.say(&with_problems(read, snapshot));
    }

    fn change(&mut self, snapshot: &Snapshot) {
        self.found(snapshot);
        let what = match &*snapshot.change.files {
            [] => message!("new-day"),
            [file] => Message::verbatim(&**file),
            [file, rest @ ..] => message!("file-and-more", file = &**file, count = rest.len()),
        };
        let read = message!("change-read", what = what, time = took(snapshot));
        self.listener.say(&with_problems(read, snapshot));
    }

    fn found(&mut self, snapshot: &Snapshot) {
        let same = self.before.as_ref().is_some_and(|before| before.items() == snapshot.diagnostics.items());
        if !same {
            self.listener.found(&snapshot.diagnostics);
            self.before = Some(snapshot.diagnostics.clone());
        }
    }
}

/// How long it took to look, read and put together.
fn took(snapshot: &Snapshot) -> Message {
    message!("milliseconds", count = u64::try_from(snapshot.change.took.as_millis()).unwrap_or(u64::MAX))
}

/// A line, and what is wrong with the site.
fn with_problems(line: Message, snapshot: &Snapshot) -> Message {
    let (errors, warnings) = snapshot.diagnostics.counts();
    if errors + warnings == 0 {
        return line;
    }
    let line = message!("both", first = line, second = message!("problems", errors = errors, warnings = warnings),);
    let kept = snapshot.live.as_ref().is_some_and(|live| live.good) && errors > 0;
    if kept { message!("both", first = line, second = message!("site-kept")) } else { line }
}
