//! A page of the site as it is served: with the script that reloads it, and what is told beside it. What
//! is published never holds these.

use super::admission::{SCRIPT, STYLE};
use super::board::Posted;

/// The policy of a page; it forbids all that it does not name.
const POLICY: &str = "http-equiv=\"Content-Security-Policy\" content=\"";

/// Lets the page ask this server whether there is a new stand, and nothing else.
const MAY_LISTEN: &str = "connect-src 'self'; ";

/// The page with what the server adds.
pub(super) fn dress(page: &str, posted: &Posted) -> String {
    let (head, rest) = page.split_once(POLICY).map_or(("", page), |(head, rest)| (head, rest));
    let policy = if rest.len() == page.len() { ("", "") } else { (POLICY, MAY_LISTEN) };
    let (before, after) = rest.split_at(start_of_body(rest));
    [head, policy.0, policy.1, before, "\n", &addition(posted), after].concat()
}

/// A page of the server's own, where the site has none.
pub(super) fn plain(title: &str, text: &str, posted: &Posted) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n</head>\n<body>\n{}<main class=\"klacht-serve-plain\">\n<h1>{title}</h1>\n{text}\n\
         </main>\n</body>\n</html>\n",
        addition(posted)
    )
}

/// Where the body begins; the end where a template has no such tag, for browsers make one.
fn start_of_body(page: &str) -> usize {
    let tag = page.find("<body").and_then(|tag| page[tag..].find('>').map(|end| tag + end + 1));
    tag.unwrap_or(page.len())
}

fn addition(posted: &Posted) -> String {
    let mut html = format!(
        "<aside class=\"klacht-serve\" aria-label=\"Meldingen van klacht\">\n<link rel=\"stylesheet\" href=\"{STYLE}\">\n\
         <script src=\"{SCRIPT}\" data-stand=\"{}\" defer></script>\n<p class=\"klacht-serve-stopped\" role=\"status\" \
         hidden>klacht serve is gestopt: deze pagina wordt niet meer bijgewerkt.</p>\n",
        posted.name
    );
    posted.stand.notices.iter().for_each(|notice| notice.write(&mut html));
    html.push_str("</aside>\n");
    html
}
