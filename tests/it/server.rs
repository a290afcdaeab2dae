//! The real program serving a site on this machine, and a client of a few lines that can be rude.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::Child;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::disk::Disk;
use crate::fixture::TODAY;

/// How long a test waits for what must come. It comes within milliseconds on an idle machine.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// `samen serve` on a free port; ended with the test.
pub struct Server {
    child: Child,
    pub port: u16,
    said: Arc<Mutex<String>>,
}

/// An answer.
#[derive(Debug)]
pub struct Response {
    pub status: u16,
    /// The header fields, in small letters.
    pub head: String,
    pub body: Vec<u8>,
}

impl Response {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The value of a header field, empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        let field = self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        field.map_or("", str::trim)
    }
}

impl Server {
    /// Serves a site.
    pub fn of(disk: &Disk) -> Self {
        Self::with(disk, &[])
    }

    /// Serves a site with more flags.
    pub fn with(disk: &Disk, flags: &[&str]) -> Self {
        let all = [&["serve", "-p", "0", "--clock", TODAY], flags].concat();
        Self::start(disk, &all)
    }

    pub fn start(disk: &Disk, args: &[&str]) -> Self {
        Self::started(disk.start(args))
    }

    /// The server of a program that was started, with its output to be read.
    pub fn started(mut child: Child) -> Self {
        let said = Arc::new(Mutex::new(String::new()));
        let mut lines = BufReader::new(child.stderr.take().unwrap());
        let hearing = Arc::clone(&said);
        thread::spawn(move || {
            let mut line = String::new();
            while lines.read_line(&mut line).is_ok_and(|read| read > 0) {
                hearing.lock().unwrap().push_str(&std::mem::take(&mut line));
            }
        });
        let mut server = Self { child, port: 0, said };
        let said = server.hears("shows the site");
        let port = said.split("shows the site").next().unwrap().trim_end().trim_end_matches('/');
        server.port = port.rsplit(':').next().unwrap().parse().unwrap();
        server
    }

    /// Waits until the program has said something, and gives all that it said.
    #[track_caller]
    pub fn hears(&self, words: &str) -> String {
        let started = Instant::now();
        loop {
            let said = self.said.lock().unwrap().clone();
            if said.contains(words) {
                return said;
            }
            assert!(started.elapsed() < PATIENCE, "`{words}` was not said:\n{said}");
            thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn child(&self) -> &Child {
        &self.child
    }

    /// Waits for the end and gives the exit code.
    pub fn ends(&mut self) -> Option<i32> {
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code();
            }
            thread::sleep(Duration::from_millis(10));
        }
        None
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_write_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Sends bytes as they are, and reads until the server closes.
    pub fn raw(&self, request: &[u8]) -> Vec<u8> {
        let mut stream = self.connect();
        // The server may close before it has read all; what it said before then counts.
        let _ = stream.write_all(request);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        answer
    }

    /// A request with more header fields, each with its line end.
    pub fn ask(&self, method: &str, path: &str, fields: &str) -> Response {
        let port = self.port;
        self.ask_as(method, path, &format!("Host: 127.0.0.1:{port}\r\n{fields}"))
    }

    /// A request with all its header fields.
    pub fn ask_as(&self, method: &str, path: &str, fields: &str) -> Response {
        let answer = self.raw(format!("{method} {path} HTTP/1.1\r\n{fields}Connection: close\r\n\r\n").as_bytes());
        let at = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(answer.len());
        let head = String::from_utf8_lossy(&answer[..at]).to_lowercase();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Response { status, head, body: answer.get(at + 4..).unwrap_or_default().to_vec() }
    }

    pub fn get(&self, path: &str) -> Response {
        self.ask("GET", path, "")
    }

    /// Waits until a path answers as it must.
    #[track_caller]
    pub fn until(&self, path: &str, fits: impl Fn(&Response) -> bool) -> Response {
        let started = Instant::now();
        loop {
            let response = self.get(path);
            if fits(&response) {
                return response;
            }
            assert!(started.elapsed() < PATIENCE, "{path} stays {}: {}", response.status, response.text());
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits until a page holds some words.
    #[track_caller]
    pub fn shows(&self, path: &str, words: &str) -> Response {
        self.until(path, |response| response.status == 200 && response.text().contains(words))
    }

    /// Opens the reload channel as the script of a page does.
    pub fn listen(&self, path: &str) -> Events {
        let page = self.get(path).text();
        let value =
            |name: &str| page.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap().to_owned();
        let (page, seen) = (value("data-page"), value("data-seen"));
        let mut stream = self.connect();
        let request = format!(
            "GET /_samen/changes?page={page}&seen={seen} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nOrigin: \
             http://127.0.0.1:{}\r\n\r\n",
            self.port, self.port
        );
        stream.write_all(request.as_bytes()).unwrap();
        Events { lines: BufReader::new(stream) }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What an open page hears.
pub struct Events {
    lines: BufReader<TcpStream>,
}

impl Events {
    /// The next event with its data; panics when none comes.
    #[track_caller]
    pub fn next(&mut self) -> (String, String) {
        let mut event = None;
        loop {
            let mut line = String::new();
            let read = self.lines.read_line(&mut line);
            assert!(read.is_ok_and(|read| read > 0), "no event came");
            if let Some(name) = line.trim_end().strip_prefix("event: ") {
                event = Some(name.to_owned());
            }
            if let (Some(name), Some(data)) = (&event, line.trim_end().strip_prefix("data: ")) {
                return (name.clone(), data.to_owned());
            }
        }
    }
}
