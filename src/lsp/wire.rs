//! Messages of the protocol between an editor and this program, over pipes. What comes in is bounded before it is read.
//! Knows nothing of what the messages ask.

use std::io::{self, BufRead, Read, Write};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use lsp_server::{Connection, Message, Notification};
use lsp_types::{LogMessageNotification, LogMessageParams, MessageType, Notification as _};

/// Bytes of the largest message: a text of a site has 2 MB at most, which JSON may write sixfold.
const LARGEST_MESSAGE: usize = 32 << 20;

/// Bytes of a line of a header, and lines of it: those of the protocol have two short ones.
const LARGEST_LINE: u64 = 1024;
const MOST_LINES: usize = 16;

/// Messages that wait. A reader that is this far ahead waits too, so that an editor that sends without end fills no memory.
const MOST_WAITING: usize = 1_000;

/// How long such a reader waits before it looks again.
const PAUSE: Duration = Duration::from_millis(2);

/// What the server writes last, which is for its own threads and not for the editor.
const LAST: &str = "$/last";

/// How long the program waits at its end for an editor to read what was said.
const LONGEST_FAREWELL: Duration = Duration::from_secs(2);

/// The notification with which an editor ends the program.
pub(super) const EXIT: &str = "exit";

/// Why nothing more is read.
#[derive(Debug, PartialEq, Eq)]
pub enum WireFault {
    /// What came in does not start like a message of the protocol.
    Header,
    /// A message is larger than any that an editor sends.
    TooLarge,
    /// The pipe ended within a message.
    CutOff,
}

/// The pipes of an editor, connected with a server.
pub struct EditorPipes {
    /// What the server reads and writes.
    pub connection: Connection,
    /// Ends when all is written.
    written: Receiver<()>,
}

impl EditorPipes {
    /// Waits until the last answer is written, but not for an editor that reads nothing any more.
    pub fn finish(self) {
        let _ = self.connection.sender.send(Notification::new(LAST.to_owned(), ()).into());
        let _ = self.written.recv_timeout(LONGEST_FAREWELL);
    }
}

/// Connects the pipes of this process with a server. The threads end with the process.
///
/// # Errors
/// When the system gives no thread.
pub fn connect(
    input: impl Read + Send + 'static,
    output: impl Write + Send + 'static,
    told: impl FnOnce(WireFault) + Send + 'static,
) -> io::Result<EditorPipes> {
    let (server, editor) = Connection::memory();
    let (sender, receiver) = (editor.sender, editor.receiver);
    let ended = sender.clone();
    let (writing, written) = mpsc::channel::<()>();
    thread::Builder::new().name("lsp writer".to_owned()).spawn(move || {
        let mut output = io::BufWriter::new(output);
        let is_last = |message: &Message| matches!(message, Message::Notification(last) if last.method == LAST);
        // An editor that is gone reads nothing more, and nobody is left to be told.
        let messages = receiver.iter().take_while(|message| !is_last(message));
        let _ = messages.map(|message| message.write(&mut output)).find(Result::is_err);
        let _ = ended.send(Notification::new(EXIT.to_owned(), ()).into());
        drop(writing);
    })?;
    let reply = server.sender.clone();
    thread::Builder::new().name("lsp reader".to_owned()).spawn(move || {
        let mut input = io::BufReader::new(input);
        loop {
            while sender.len() > MOST_WAITING {
                thread::sleep(PAUSE);
            }
            match read(&mut input) {
                Ok(Some(Ok(message))) => {
                    if sender.send(message).is_err() {
                        break;
                    }
                }
                Ok(Some(Err(()))) => {
                    let message = "this is no message of the language server protocol; it was passed over".to_owned();
                    let params = LogMessageParams { kind: MessageType::Warning, message };
                    let method = LogMessageNotification::METHOD.as_str().to_owned();
                    let _ = reply.send(Notification::new(method, params).into());
                }
                Ok(None) => break,
                Err(fault) => {
                    told(fault);
                    break;
                }
            }
        }
        // What was asked before the end is answered before it: the channel keeps the order.
        let _ = sender.send(Notification::new(EXIT.to_owned(), ()).into());
    })?;
    Ok(EditorPipes { connection: server, written })
}

/// Reads one message: `None` at the end, and an error in it for what is not of the protocol but was read whole.
fn read(input: &mut impl BufRead) -> Result<Option<Result<Message, ()>>, WireFault> {
    let Some(length) = read_header(input)? else { return Ok(None) };
    let mut body = vec![0; length];
    input.read_exact(&mut body).map_err(|_| WireFault::CutOff)?;
    Ok(Some(serde_json::from_slice(&body).map_err(|_| ())))
}

/// The length of the message behind a header; `None` where the pipe ends before it.
fn read_header(input: &mut impl BufRead) -> Result<Option<usize>, WireFault> {
    let mut length = None;
    for count in 0..MOST_LINES {
        let mut line = Vec::new();
        input.by_ref().take(LARGEST_LINE).read_until(b'\n', &mut line).map_err(|_| WireFault::CutOff)?;
        if line.is_empty() {
            return if count == 0 { Ok(None) } else { Err(WireFault::CutOff) };
        }
        let line = std::str::from_utf8(&line).ok().and_then(|line| line.strip_suffix('\n')).ok_or(WireFault::Header)?;
        let line = line.strip_suffix('\r').unwrap_or(line);
        if line.is_empty() {
            return length.map(Some).ok_or(WireFault::Header);
        }
        let (name, value) = line.split_once(':').ok_or(WireFault::Header)?;
        if name.eq_ignore_ascii_case("Content-Length") {
            let digits = value.trim();
            let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            // A number that no machine can hold is too large, too.
            let bytes = digits.parse().unwrap_or(usize::MAX);
            if !is_number {
                return Err(WireFault::Header);
            }
            if bytes > LARGEST_MESSAGE {
                return Err(WireFault::TooLarge);
            }
            length = Some(bytes);
        }
    }
    Err(WireFault::Header)
}
