//! Who is let in. In: the head of a request. Out: what it asks for, or why it is refused. A web page of
//! someone else can make a browser call on this computer under a name of its own; that name tells it.

use hyper::header::HOST;
use hyper::http::uri::Authority;
use hyper::{Method, Request};

// The server's own: no file of a site has a part that begins with a full stop.
pub(super) const EVENTS: &str = "/.klacht/stand";
pub(super) const SCRIPT: &str = "/.klacht/serve.js";
pub(super) const STYLE: &str = "/.klacht/serve.css";

/// The names of this computer to itself.
const OUR_NAMES: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// The port that browsers leave out.
const UNSAID_PORT: u16 = 80;

/// What a request asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// To be told of each new stand.
    Events,
    /// The script that reloads a page.
    Script,
    /// The looks of what is told beside the site.
    Style,
    /// A file of the site, by its path in it.
    File(String),
}

/// Why a request is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It was meant for a computer of another name.
    Host,
    /// It wants to do more than read.
    Method,
}

/// What this request asks for, if it may.
pub(super) fn admit<B>(request: &Request<B>, port: u16) -> Result<Asked, Refused> {
    let mut hosts = request.headers().get_all(HOST).iter().map(|host| host.to_str().unwrap_or_default());
    let is_named = hosts.next().is_some_and(|host| is_ours(host, port)) && hosts.next().is_none();
    let in_target = request.uri().authority().map(Authority::as_str);
    if !is_named || !in_target.is_none_or(|host| is_ours(host, port)) {
        return Err(Refused::Host);
    }
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        return Err(Refused::Method);
    }
    Ok(match request.uri().path() {
        EVENTS => Asked::Events,
        SCRIPT => Asked::Script,
        STYLE => Asked::Style,
        "/" => Asked::File("index.html".to_owned()),
        path => Asked::File(path.strip_prefix('/').unwrap_or(path).to_owned()),
    })
}

fn is_ours(host: &str, port: u16) -> bool {
    let Ok(authority) = host.parse::<Authority>() else { return false };
    OUR_NAMES.iter().any(|name| authority.host().eq_ignore_ascii_case(name))
        && !host.contains('@')
        && authority.port_u16().unwrap_or(UNSAID_PORT) == port
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(method: &str, target: &str, hosts: &[&str], port: u16) -> Result<Asked, Refused> {
        let request = hosts
            .iter()
            .fold(Request::builder().method(method).uri(target), |request, host| request.header(HOST, *host));
        admit(&request.body(()).expect("a request"), port)
    }

    #[test]
    fn only_who_calls_this_computer_by_its_own_name_and_port_is_let_in() {
        for (host, port, is_let_in) in [
            ("localhost:8017", 8017, true),
            ("LOCALHOST:8017", 8017, true),
            ("127.0.0.1:8017", 8017, true),
            ("[::1]:8017", 8017, true),
            ("localhost", 80, true),
            ("localhost", 8017, false),
            ("localhost:8018", 8017, false),
            ("127.0.0.2:8017", 8017, false),
            ("0.0.0.0:8017", 8017, false),
            ("[::]:8017", 8017, false),
            ("example.com:8017", 8017, false),
            ("localhost.example.com:8017", 8017, false),
            ("example.com@localhost:8017", 8017, false),
            ("localhost:8017@example.com", 8017, false),
            ("localhost.:8017", 8017, false),
            ("localhost:8017/", 8017, false),
            ("", 8017, false),
        ] {
            let wanted = if is_let_in { Ok(Asked::File("index.html".to_owned())) } else { Err(Refused::Host) };
            assert_eq!(asked("GET", "/", &[host], port), wanted, "{host}");
        }
        assert_eq!(asked("GET", "/", &[], 8017), Err(Refused::Host));
        assert_eq!(asked("GET", "/", &["localhost:8017", "example.com"], 8017), Err(Refused::Host));
        assert_eq!(asked("GET", "http://example.com/", &["localhost:8017"], 8017), Err(Refused::Host));
        assert_eq!(asked("GET", "http://localhost:8017/a", &["localhost:8017"], 8017), Ok(Asked::File("a".to_owned())));
    }

    #[test]
    fn nothing_can_be_done_but_read() {
        for (method, wanted) in [
            ("GET", Ok(Asked::Events)),
            ("HEAD", Ok(Asked::Events)),
            ("POST", Err(Refused::Method)),
            ("PUT", Err(Refused::Method)),
            ("DELETE", Err(Refused::Method)),
            ("OPTIONS", Err(Refused::Method)),
            ("TRACE", Err(Refused::Method)),
        ] {
            assert_eq!(asked(method, EVENTS, &["localhost:8017"], 8017), wanted, "{method}");
        }
    }
}
