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
    let page = page.replacen(POLICY, &[POLICY, MAY_LISTEN].concat(), 1);
    let (before, after) = page.split_at(start_of_body(&page));
    [before, "\n", &addition(posted), after].concat()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::{Item, Notice, Stand, Tone};

    fn posted(notices: Vec<Notice>) -> Posted {
        Posted { name: "1-1".to_owned(), stand: Stand { site: None, notices } }
    }

    #[test]
    fn what_the_server_adds_comes_first_in_the_body_and_nothing_else_changes() {
        let addition = format!("\n{}", addition(&posted(Vec::new())));
        for (page, wanted) in [
            ("<head></head><body class=\"a\"><p>b", format!("<head></head><body class=\"a\">{addition}<p>b")),
            ("<p>geen kop", format!("<p>geen kop{addition}")),
            ("", addition.clone()),
            (
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"><body>",
                format!(
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"connect-src 'self'; default-src \
                     'none'\"><body>{addition}"
                ),
            ),
        ] {
            assert_eq!(dress(page, &posted(Vec::new())), wanted, "{page}");
        }
    }

    #[test]
    fn what_is_told_is_text_whatever_stands_in_it() {
        let sign = "<b onclick=\"x\">&'".to_owned();
        let item = Item {
            place: sign.clone(),
            page: Some("\"><script>".to_owned()),
            text: sign.clone(),
            help: Some(sign.clone()),
        };
        for tone in [Tone::Trouble, Tone::Attention] {
            let notice = Notice { tone, title: sign.clone(), lead: sign.clone(), items: vec![item.clone()] };
            let page = dress("<body>", &posted(vec![notice]));
            assert!(!page.contains("<b onclick"), "{page}");
            assert_eq!(page.matches("&lt;b onclick=&quot;x&quot;&gt;&amp;").count(), 5, "{page}");
            assert_eq!(page.matches("<script").count(), 1, "{page}");
        }
    }
}
