//! Answers. In: what was asked, and the stand of this moment. Out: a response with its headers. Files come
//! from the site in memory alone, by their exact path: there is no way to anything else.

use hyper::body::Bytes;
use hyper::header::{
    ALLOW, CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use hyper::{Response, StatusCode};

use super::admission::Refused;
use super::board::Posted;
use super::page;

const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";
pub(super) const EVENT_STREAM: &str = "text/event-stream";

/// Headers of every answer: it is not kept, not guessed about, not framed, and not for pages of others.
const ALWAYS: [(HeaderName, &str); 5] = [
    (CACHE_CONTROL, "no-store"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("x-frame-options"), "DENY"),
];

/// A response of this status and kind.
pub(super) fn response<B>(status: StatusCode, kind: &'static str, body: B) -> Response<B> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// The script that reloads a page.
pub(super) fn script() -> Response<Bytes> {
    response(StatusCode::OK, SCRIPT, Bytes::from_static(include_bytes!("serve.js")))
}

/// The looks of what is told beside the site.
pub(super) fn style() -> Response<Bytes> {
    response(StatusCode::OK, STYLE, Bytes::from_static(include_bytes!("serve.css")))
}

/// The file of the site at this path.
pub(super) fn file(path: &str, posted: &Posted) -> Response<Bytes> {
    let Some(site) = &posted.stand.site else {
        let text = "<p>Zodra dat kan, verschijnt zij hier vanzelf.</p>";
        let page = page::plain("Er is nog geen site", text, posted);
        return response(StatusCode::SERVICE_UNAVAILABLE, HTML, page.into());
    };
    let Some(bytes) = site.file(path) else {
        let text =
            "<p>Misschien heeft de klacht nu een ander nummer, of is zij weg. <a href=\"/\">Naar het overzicht</a></p>";
        return response(StatusCode::NOT_FOUND, HTML, page::plain("Deze pagina is er niet", text, posted).into());
    };
    let kind = kind(path);
    let dressed =
        (kind == HTML).then(|| std::str::from_utf8(bytes).ok()).flatten().map(|text| page::dress(text, posted));
    response(StatusCode::OK, kind, dressed.map_or_else(|| Bytes::from_owner(bytes.clone()), Bytes::from))
}

/// The answer to who is not let in.
pub(super) fn refusal(refused: Refused, port: u16) -> Response<Bytes> {
    match refused {
        Refused::Host => {
            let text = format!("Deze site is alleen te lezen op deze computer: http://localhost:{port}/\n");
            response(StatusCode::MISDIRECTED_REQUEST, TEXT, text.into())
        }
        Refused::Method => {
            let text = Bytes::from_static("Deze site is alleen te lezen: veranderen kan hier niet.\n".as_bytes());
            let mut response = response(StatusCode::METHOD_NOT_ALLOWED, TEXT, text);
            response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            response
        }
    }
}

/// The media type of a file of the site.
fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, end)| end) {
        "html" => HTML,
        "css" => STYLE,
        "js" => SCRIPT,
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "atom" => "application/atom+xml",
        _ => "application/octet-stream",
    }
}
