//! Connections: who may ask, how much and how long, and the answers in the form of HTTP. The only user of the HTTP
//! library. Knows nothing of sites.

use std::convert::Infallible;
use std::net::{IpAddr, TcpListener};
use std::num::NonZero;
use std::ops::Range;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use hyper::body::{Body, Bytes, Frame, Incoming, SizeHint};
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc};
use tokio::time;

use super::answer::{Answer, OWN, ServedFile, answer, must_print};
use super::dev_server::DevServer;
use super::events::Client;
use super::mending::{FIX, MendToken};
use super::{Stop, range};
use crate::pipeline::STACK;

/// Connections at once; more wait until one of these ends. Each takes an open file, of which systems give about a thousand.
const CONNECTIONS: usize = 600;

/// Open pages at once. Each holds a connection for as long as it is open, so they must leave some for other requests.
const LISTENERS: usize = 128;

/// How long a request may take to arrive, and a connection may be silent: who sends a byte now and then keeps no place.
const HEAD_TIME: Duration = Duration::from_secs(5);

/// How long a connection may last in all; browsers open a new one by themselves.
const LIFE: Duration = Duration::from_mins(10);

/// How long a connection lasts that has not become an open page.
const SHORT_LIFE: Duration = Duration::from_mins(1);

/// How often an open page hears that the server is there: browsers and proxies give a silent connection up after a minute
/// or less.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Bytes of a request; a browser sends about one thousand.
const HEAD_BYTES: usize = 16 << 10;

/// Header fields of a request: a browser sends about twenty.
const HEADERS: usize = 64;

/// Bytes of a large file that are read at once.
const PIECE: usize = 256 << 10;

/// Bytes of a form; that of a fix has seventy.
const FORM_BYTES: usize = 1 << 10;

/// What the pages of samen may do.
const OWN_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
                          form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What every connection knows.
struct ConnectionContext {
    server: Arc<DevServer>,
    interface: IpAddr,
    port: u16,
    /// Places for open pages.
    listeners: Arc<Semaphore>,
    /// One print is made at a time, so that whoever waits for one takes no thread from the others.
    press: Arc<Semaphore>,
}

/// Serves until `stop` says so.
pub(super) fn serve(socket: TcpListener, server: Arc<DevServer>, stop: &Stop) -> std::io::Result<()> {
    let address = socket.local_addr()?;
    socket.set_nonblocking(true)?;
    // Pages take time of the processor and nothing else: more threads would make none of them sooner.
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get) + 2;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .enable_time()
        .max_blocking_threads(threads)
        .thread_stack_size(STACK)
        .build()?;
    let (listeners, press) = (Arc::new(Semaphore::new(LISTENERS)), Arc::new(Semaphore::new(1)));
    let context =
        Arc::new(ConnectionContext { server, interface: address.ip(), port: address.port(), listeners, press });
    runtime
        .block_on(async {
            let socket = tokio::net::TcpListener::from_std(socket)?;
            tokio::select! {
                () = accept(&socket, &context) => {}
                () = stop.wished() => {}
            }
            Ok(())
        })
        .inspect(|()| runtime.shutdown_background())
}

async fn accept(socket: &tokio::net::TcpListener, context: &Arc<ConnectionContext>) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let Ok((stream, _)) = socket.accept().await else {
            // Too many open files, or a connection that is gone already: the next one may work.
            time::sleep(Duration::from_millis(20)).await;
            continue;
        };
        let context = Arc::clone(context);
        tokio::spawn(async move {
            connection(stream, context).await;
            drop(place);
        });
    }
}

async fn connection(stream: tokio::net::TcpStream, context: Arc<ConnectionContext>) {
    let _ = stream.set_nodelay(true);
    let (open, mut opened) = tokio::sync::watch::channel(false);
    let open = Arc::new(open);
    let service = service_fn(move |request| {
        let (context, open) = (Arc::clone(&context), Arc::clone(&open));
        async move { Ok::<_, Infallible>(respond(&context, request, &open).await) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_buf_size(HEAD_BYTES)
        .max_headers(HEADERS)
        .serve_connection(TokioIo::new(stream), service);
    // A client that reads slowly, or not at all, is let go in the end; so is one that only keeps a place.
    let mut connection = std::pin::pin!(connection);
    let short = tokio::select! {
        _ = &mut connection => return,
        () = time::sleep(SHORT_LIFE) => true,
        Ok(()) = opened.changed() => false,
    };
    if !short {
        let _ = time::timeout(LIFE, connection).await;
    }
}

type Answered = Response<HttpBody>;

async fn respond(
    context: &Arc<ConnectionContext>,
    request: Request<Incoming>,
    open: &tokio::sync::watch::Sender<bool>,
) -> Answered {
    if let Err(why) = context.admits(&request) {
        return plain(403, why);
    }
    if *request.method() == Method::POST
        && let Some(name) = request.uri().path().strip_prefix(FIX).map(str::to_owned)
        && let Some(token) = context.server.snapshot().token.clone()
    {
        return context.mend(name, &token, request).await;
    }
    let request = &request;
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut answer = plain(405, "Only GET and HEAD are served.\n");
        answer.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return answer;
    }
    let path = request.uri().path().to_owned();
    if path == "/_samen/changes" {
        let client = Client::new(request.uri().query().unwrap_or_default());
        return context.listen(client, request.method() == Method::HEAD, open);
    }
    let turn = context.turn(&path).await;
    let server = Arc::clone(&context.server);
    let made = tokio::task::spawn_blocking(move || (answer(&server.snapshot(), &path), turn).0).await;
    match made {
        Ok(answer) => written(&answer, request),
        Err(_) => plain(500, "samen itself has failed on this page; please report it.\n"),
    }
}

impl ConnectionContext {
    /// Refuses whoever came by another name, such as a page of the web whose name was led here (DNS rebinding), and
    /// other sites that want to read along.
    fn admits(&self, request: &Request<Incoming>) -> Result<(), &'static str> {
        let mut hosts = request.headers().get_all(header::HOST).iter();
        let host = match (hosts.next(), hosts.next()) {
            (Some(host), None) => host.to_str().unwrap_or_default(),
            _ => return Err("A request names one host.\n"),
        };
        let named = request.uri().authority().map_or(host, |authority| authority.as_str());
        if !self.is_me(host) || !self.is_me(named) {
            return Err("This server answers to its own address only.\n");
        }
        let value = |name: HeaderName| request.headers().get(name).map(|value| value.to_str().unwrap_or_default());
        let own = |origin: &str| origin.strip_prefix("http://").is_some_and(|origin| self.is_me(origin));
        let foreign = value(header::ORIGIN).is_some_and(|origin| !own(origin));
        let site = value(HeaderName::from_static("sec-fetch-site"));
        let from_elsewhere = site.is_some_and(|site| !matches!(site, "same-origin" | "none"));
        if request.uri().path().starts_with(OWN) && (foreign || from_elsewhere) {
            return Err("Only pages of this server may ask for this.\n");
        }
        Ok(())
    }

    /// Whether a host with its port is this server. Names lead anywhere; addresses do not.
    fn is_me(&self, host: &str) -> bool {
        let (name, port) = match host.rsplit_once(':') {
            Some((name, port)) if !port.ends_with(']') => (name, port.parse().ok()),
            _ => (host, Some(80)),
        };
        let name = name.trim_end_matches('.').to_ascii_lowercase();
        let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(&name);
        let local = name == "localhost" || name.ends_with(".localhost");
        let fits =
            |address: IpAddr| address.is_loopback() || address == self.interface || self.interface.is_unspecified();
        port == Some(self.port) && (local || bare.parse().is_ok_and(fits))
    }

    /// Makes a fix for a form of a page of this run, and for nobody else.
    async fn mend(&self, name: String, token: &MendToken, request: Request<Incoming>) -> Answered {
        if !self.is_own_form(request.headers()) {
            return plain(403, "Only a form of this server may ask for this.\n");
        }
        let body = match time::timeout(HEAD_TIME, form(request.into_body())).await {
            Ok(Some(body)) => body,
            Ok(None) => return plain(413, "This form is too long.\n"),
            Err(_) => return plain(408, "This form came too slowly.\n"),
        };
        if !token.is_in(&body) {
            return plain(403, "This page is of an earlier run: load it again.\n");
        }
        // One at a time, as with prints: the whole site is read to see whether the fix does good.
        let turn = Arc::clone(&self.press).acquire_owned().await.ok();
        let server = Arc::clone(&self.server);
        match tokio::task::spawn_blocking(move || (server.mend(&name), turn).0).await {
            Ok((status, html)) => whole(&Answer::own_page(status, html)),
            Err(_) => plain(500, "samen itself has failed on this fix; please report it.\n"),
        }
    }

    /// Whether a browser says that a form of this server sends this: by its origin, or by its own word for it.
    fn is_own_form(&self, headers: &HeaderMap) -> bool {
        let value = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
        let site = value(HeaderName::from_static("sec-fetch-site"));
        let origin = value(header::ORIGIN).and_then(|origin| origin.strip_prefix("http://"));
        let own = origin.is_some_and(|origin| self.is_me(origin));
        let form = value(header::CONTENT_TYPE).is_some_and(|media| media == "application/x-www-form-urlencoded");
        form && site.is_none_or(|site| site == "same-origin") && (own || site.is_some())
    }

    /// Waits until it is the turn of whoever asks for something that has to be printed; others need not wait.
    async fn turn(&self, path: &str) -> Option<OwnedSemaphorePermit> {
        let waits = must_print(&self.server.snapshot(), path);
        if waits { Arc::clone(&self.press).acquire_owned().await.ok() } else { None }
    }

    /// Opens the channel to a page.
    fn listen(
        self: &Arc<Self>,
        client: Option<Client>,
        head: bool,
        open: &tokio::sync::watch::Sender<bool>,
    ) -> Answered {
        let Some(mut client) = client else { return plain(400, "Which page?\n") };
        let Ok(place) = Arc::clone(&self.listeners).try_acquire_owned() else {
            return plain(503, "Too many pages are open.\n");
        };
        let (sender, receiver) = mpsc::channel(1);
        let body = if head { HttpBody::Whole(None) } else { HttpBody::Parts(receiver) };
        let mut response = Response::new(body);
        let headers = response.headers_mut();
        common(headers, "text/event-stream", true);
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if head {
            return response;
        }
        open.send_replace(true);
        let context = Arc::clone(self);
        tokio::spawn(async move {
            let mut changes = context.server.changes();
            let mut first = true;
            loop {
                let turn = context.turn(client.page()).await;
                let (snapshot, mut asked) = (context.server.snapshot(), client);
                let made = tokio::task::spawn_blocking(move || {
                    let news = (asked.news(&snapshot), turn).0;
                    (asked, news)
                });
                let Ok((asked, news)) = made.await else { break };
                client = asked;
                let text = if std::mem::take(&mut first) { format!("retry: 1000\n\n{news}") } else { news };
                // A page that does not read gets nothing more, and what it missed is not kept.
                if !text.is_empty() && sender.send(Bytes::from(text)).await.is_err() {
                    break;
                }
                tokio::select! {
                    told = changes.changed() => if told.is_err() { break },
                    () = sender.closed() => break,
                    () = heartbeat(&sender) => break,
                }
            }
            drop(place);
        });
        response
    }
}

/// A comment now and then, by which both sides learn that the other is gone. Ends when it is.
async fn heartbeat(sender: &mpsc::Sender<Bytes>) {
    loop {
        time::sleep(HEARTBEAT).await;
        if sender.send(Bytes::from_static(b":\n\n")).await.is_err() {
            return;
        }
    }
}

/// The bytes of a form; `None` where they are too many, or the connection breaks.
async fn form(mut body: Incoming) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    while let Some(frame) = std::future::poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
        let data = frame.ok()?.into_data().unwrap_or_default();
        if bytes.len() + data.len() > FORM_BYTES {
            return None;
        }
        bytes.extend_from_slice(&data);
    }
    Some(bytes)
}

fn plain(status: u16, text: &str) -> Answered {
    whole(&Answer::plain(status, text))
}

fn whole(answer: &Answer) -> Answered {
    let mut response = Response::new(HttpBody::Whole(Some(Bytes::from(answer.bytes.to_vec()))));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    common(response.headers_mut(), answer.media, true);
    response
}

/// The header fields of every answer. None of them lets another site read it.
fn common(headers: &mut HeaderMap, media: &'static str, own: bool) {
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin"));
    if own {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(OWN_POLICY));
    }
}

/// An answer with its tag, or the part of it that is asked for, or nothing where the asker has it already.
fn written(answer: &Answer, request: &Request<Incoming>) -> Answered {
    let mut response = Response::new(HttpBody::Whole(None));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    common(response.headers_mut(), answer.media, answer.own);
    if let Some(location) = &answer.location {
        response.headers_mut().extend(HeaderValue::from_str(location).ok().map(|to| (header::LOCATION, to)));
    }
    let hash = answer.file.as_ref().map_or_else(|| crate::source::Hash::of(&answer.bytes), |file| file.hash);
    let length = answer.file.as_ref().map_or(answer.bytes.len(), |file| file.size);
    let tag = format!("\"{hash}\"");
    let asked = |name: HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok());
    let mut part = 0..length;
    if answer.status == 200 {
        response.headers_mut().extend(HeaderValue::from_str(&tag).ok().map(|tag| (header::ETAG, tag)));
        response.headers_mut().insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
        if asked(header::IF_NONE_MATCH).is_some_and(|known| range::names(known, &tag)) {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
        let whole = asked(header::IF_RANGE).is_some_and(|known| known != tag);
        match asked(header::RANGE).filter(|_| !whole).map(|range| range::parse(range, length)) {
            None | Some(range::RequestedRange::Whole) => {}
            Some(range::RequestedRange::Part(asked)) => {
                part = asked;
                *response.status_mut() = StatusCode::PARTIAL_CONTENT;
                let of = format!("bytes {}-{}/{}", part.start, part.end - 1, length);
                response.headers_mut().extend(HeaderValue::from_str(&of).ok().map(|of| (header::CONTENT_RANGE, of)));
            }
            Some(range::RequestedRange::Outside) => {
                *response.status_mut() = StatusCode::RANGE_NOT_SATISFIABLE;
                let of = format!("bytes */{length}");
                response.headers_mut().extend(HeaderValue::from_str(&of).ok().map(|of| (header::CONTENT_RANGE, of)));
                return response;
            }
        }
    }
    if request.method() == Method::HEAD {
        response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(part.len()));
    } else if let Some(file) = &answer.file {
        response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(part.len()));
        *response.body_mut() = HttpBody::Parts(pieces(file.clone(), part));
    } else {
        let bytes = Bytes::copy_from_slice(&answer.bytes[part]);
        *response.body_mut() = HttpBody::Whole((!bytes.is_empty()).then_some(bytes));
    }
    response
}

/// The part of a file, read as fast as it is taken. Where the file is no longer what it was, the connection ends early, and
/// the asker sees that bytes are missing.
fn pieces(file: ServedFile, part: Range<usize>) -> mpsc::Receiver<Bytes> {
    let (sender, receiver) = mpsc::channel(1);
    tokio::spawn(async move {
        let mut at = part.start;
        while at < part.end {
            let (file, most) = (file.clone(), PIECE.min(part.end - at));
            let Ok(Some(piece)) = tokio::task::spawn_blocking(move || file.piece(at, most)).await else { return };
            at += piece.len();
            if sender.send(Bytes::from(piece)).await.is_err() {
                return;
            }
        }
    });
    receiver
}

/// The body of an answer: bytes, or what comes one by one: pieces of a file, or what happens while the page is open.
enum HttpBody {
    Whole(Option<Bytes>),
    Parts(mpsc::Receiver<Bytes>),
}

impl Body for HttpBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match self.get_mut() {
            Self::Whole(bytes) => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
            Self::Parts(receiver) => receiver.poll_recv(cx).map(|bytes| bytes.map(|bytes| Ok(Frame::data(bytes)))),
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Self::Whole(None))
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Whole(bytes) => SizeHint::with_exact(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64)),
            Self::Parts(_) => SizeHint::default(),
        }
    }
}
