//! The server. In: an address and the readers' side of the board. Out: answers, until who started it stops
//! it. One thread; no client can hold up another, nor hold more than its share.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::io;
use std::time::Duration;

use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full, StreamBody};
use hyper::body::{Bytes, Frame, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;
use tokio_io_timeout::TimeoutStream;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use super::Address;
use super::admission::{Asked, admit};
use super::answer;
use super::board::Readers;

/// The head of a request must come within this time, and the next request on the same connection too.
const PATIENCE: Duration = Duration::from_secs(5);

/// Who takes nothing of an answer for so long is not waited for.
const STALLED: Duration = Duration::from_secs(10);

/// The longest head of a request, in bytes.
const LONGEST_HEAD: usize = 16 * 1024;

/// So many connections at once; one more ends the oldest. A page that was listening connects again.
const MOST_CONNECTIONS: usize = 128;

/// How long to wait when the system gives no connection, such as when this program has too many files open.
const BREATH: Duration = Duration::from_millis(50);

type Answer = Response<UnsyncBoxBody<Bytes, Infallible>>;

/// How serving ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Ctrl-C.
    Stopped,
    /// Nobody makes stands any more.
    Abandoned,
}

/// Serves until Ctrl-C. `begun` is called once who presses it is heard.
///
/// # Errors
/// When the system gives no timers, signals or sockets.
pub fn serve(address: Address, readers: Readers, begun: impl FnOnce()) -> io::Result<End> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut fate = readers.clone().0;
    runtime.block_on(async {
        tokio::select! {
            // In this order: Ctrl-C is listened for before anything is told.
            biased;
            stopped = tokio::signal::ctrl_c() => stopped.map(|()| End::Stopped),
            refused = async {
                begun();
                accept(address, readers).await
            } => refused,
            _ = fate.wait_for(|_| false) => Ok(End::Abandoned),
        }
    })
}

async fn accept(address: Address, readers: Readers) -> io::Result<End> {
    let v4 = TcpListener::from_std(address.v4)?;
    let v6 = address.v6.map(TcpListener::from_std).transpose()?;
    let mut connections = Connections::default();
    loop {
        let accepted = tokio::select! {
            accepted = v4.accept() => accepted,
            accepted = accept_where_there_is(v6.as_ref()) => accepted,
        };
        match accepted {
            Ok((stream, _)) => {
                connections.add(tokio::spawn(converse(stream, readers.clone(), address.port)).abort_handle())
            }
            Err(_) => tokio::time::sleep(BREATH).await,
        }
    }
}

async fn accept_where_there_is(listener: Option<&TcpListener>) -> io::Result<(TcpStream, std::net::SocketAddr)> {
    match listener {
        Some(listener) => listener.accept().await,
        None => std::future::pending().await,
    }
}

/// The connections of this moment, the oldest first.
#[derive(Default)]
struct Connections(VecDeque<AbortHandle>);

impl Connections {
    fn add(&mut self, connection: AbortHandle) {
        self.0.retain(|connection| !connection.is_finished());
        if self.0.len() >= MOST_CONNECTIONS
            && let Some(oldest) = self.0.pop_front()
        {
            oldest.abort();
        }
        self.0.push_back(connection);
    }
}

async fn converse(stream: TcpStream, readers: Readers, port: u16) {
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(STALLED));
    let service = service_fn(|request: Request<Incoming>| {
        let readers = readers.clone();
        async move { Ok::<_, Infallible>(answer(&request, readers, port).await) }
    });
    // A client that breaks off, or sends what is no HTTP, harms nobody but itself.
    let _: hyper::Result<()> = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .max_buf_size(LONGEST_HEAD)
        .serve_connection(TokioIo::new(Box::pin(stream)), service)
        .await;
}

async fn answer(request: &Request<Incoming>, mut readers: Readers, port: u16) -> Answer {
    let answer = match admit(request, port) {
        Err(refused) => answer::refusal(refused, port),
        Ok(Asked::Events) => return events(readers),
        Ok(Asked::Script) => answer::script(),
        Ok(Asked::Style) => answer::style(),
        Ok(Asked::File(path)) => {
            // Until the first stand is there, who asks waits.
            let posted = readers.0.wait_for(Option::is_some).await.ok().and_then(|posted| posted.clone());
            match posted {
                Some(posted) => answer::file(&path, &posted),
                None => answer::response(StatusCode::SERVICE_UNAVAILABLE, "text/plain", Bytes::new()),
            }
        }
    };
    answer.map(|body| Full::new(body).boxed_unsync())
}

/// The name of the stand of this moment, and of each that follows.
fn events(readers: Readers) -> Answer {
    let names = WatchStream::new(readers.0).filter_map(|posted| {
        posted.map(|posted| Ok(Frame::data(Bytes::from(format!("retry: 500\ndata: {}\n\n", posted.name)))))
    });
    answer::response(StatusCode::OK, answer::EVENT_STREAM, StreamBody::new(names).boxed_unsync())
}
