//! Web addresses: with a scheme, with `www.`, and bare domains with a known ending. Input: the place of a colon or of
//! a dot within a word; output: the span without the punctuation of the sentence, and how far was read.

use std::ops::Range;

use super::context::joined_before;
use super::tables::{OTHER_TLDS, SURE_TLDS};

/// What a look at one place brought.
pub(super) struct Seen {
    pub url: Option<Range<usize>>,
    /// No place before this needs another look.
    pub read_to: usize,
}

const SCHEMES: [&str; 4] = ["https", "http", "ftp", "sftp"];

/// Domains that are the spoken name of a brand or an authority; they stay, as long as no page of them is named.
const BRANDS: &[&str] = &[
    "9292.nl",
    "abnamro.nl",
    "acm.nl",
    "afas.nl",
    "ah.nl",
    "albertheijn.nl",
    "amazon.nl",
    "anwb.nl",
    "apg.nl",
    "arboportaal.nl",
    "autoriteitpersoonsgegevens.nl",
    "belastingdienst.nl",
    "bol.com",
    "booking.com",
    "buienradar.nl",
    "cao.nl",
    "cbs.nl",
    "cnv.nl",
    "coolblue.nl",
    "crkbo.nl",
    "digid.nl",
    "eherkenning.nl",
    "exact.com",
    "exactonline.nl",
    "facebook.com",
    "fnv.nl",
    "funda.nl",
    "google.com",
    "google.nl",
    "independer.nl",
    "ing.nl",
    "inspectie-oe.nl",
    "inspectieszw.nl",
    "instagram.com",
    "juridischloket.nl",
    "kvk.nl",
    "linkedin.com",
    "loket.nl",
    "loonwijzer.nl",
    "marktplaats.nl",
    "mkb.nl",
    "mn.nl",
    "ndc.nl",
    "nlarbeidsinspectie.nl",
    "nos.nl",
    "ns.nl",
    "nu.nl",
    "overheid.nl",
    "pensioenoverzicht.nl",
    "pfzw.nl",
    "pggm.nl",
    "postnl.nl",
    "rabobank.nl",
    "rechtspraak.nl",
    "rie.nl",
    "rijksoverheid.nl",
    "rivm.nl",
    "rvo.nl",
    "s-bb.nl",
    "ser.nl",
    "sociaalfonds.nl",
    "stvda.nl",
    "svb.nl",
    "szw.nl",
    "teams.microsoft.com",
    "thuisbezorgd.nl",
    "tweakers.net",
    "uitvoeringvanbeleidszw.nl",
    "uwv.nl",
    "vng.nl",
    "vnoncw-mkb.nl",
    "wehkamp.nl",
    "wenb.nl",
    "werk.nl",
    "werkenderijksoverheid.nl",
    "wetten.overheid.nl",
    "youtube.com",
    "zoom.us",
];

/// Abbreviations that are followed by a word without a space more often than by a top-level domain.
const ABBREVIATIONS: &[&str] = &[
    "art", "bijv", "blz", "ca", "dhr", "dr", "drs", "e", "enz", "evt", "excl", "incl", "ing", "ir", "jl", "max",
    "mevr", "min", "mr", "mw", "nl", "nr", "resp", "tel", "vgl",
];

/// The address whose scheme ends at the colon at `colon`.
pub(super) fn after_scheme(text: &str, colon: usize, read_to: usize) -> Seen {
    let nothing = Seen { url: None, read_to };
    if colon < read_to || !text[colon..].starts_with("://") {
        return nothing;
    }
    let head = &text[..colon];
    let Some(scheme) = SCHEMES.iter().find(|scheme| {
        head.len() >= scheme.len()
            && head.as_bytes()[head.len() - scheme.len()..].eq_ignore_ascii_case(scheme.as_bytes())
    }) else {
        return nothing;
    };
    let start = colon - scheme.len();
    let run = run_end(text, colon + 3);
    let end = start + trim_sentence(&text[start..run]).len();
    let url = (end > colon + 3).then_some(start..end);
    Seen { url, read_to: run }
}

/// The address whose host holds the dot at `dot`.
pub(super) fn around_dot(text: &str, dot: usize, read_to: usize) -> Seen {
    let follows = text[dot + 1..].starts_with(char::is_alphanumeric);
    if dot < read_to || !follows || !joined_before(text, dot) {
        return Seen { url: None, read_to };
    }
    let back = text[read_to..dot].char_indices().rev().take_while(|&(_, c)| is_host(c)).last();
    let start = back.map_or(dot, |(offset, _)| read_to + offset);
    let host_end = dot + text[dot..].find(|c| !is_host(c)).unwrap_or(text.len() - dot);
    let host = text[start..host_end].trim_end_matches(['.', '-', '_']);
    let start = start + (host.len() - host.trim_start_matches(['.', '-', '_']).len());
    let host = host.trim_start_matches(['.', '-', '_']);
    let behind = start + host.len();
    // The path is read for a site alone: what is no site would be read again from its next dot.
    if text[..start].ends_with('@') || !is_site(host, has_path(&text[behind..])) {
        return Seen { url: None, read_to: host_end };
    }
    let path = path_end(text, behind);
    Seen { url: Some(start..path), read_to: path.max(host_end) }
}

fn is_host(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-' | '_')
}

fn has_path(rest: &str) -> bool {
    let has_port = rest.starts_with(':') && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    let has_more =
        rest.starts_with(['/', '?', '#']) && rest[1..].starts_with(|c: char| c.is_alphanumeric() || c == '@');
    has_port || has_more
}

/// The end of port, path, query and fragment that start at `host_end`; `host_end` itself where there are none.
fn path_end(text: &str, host_end: usize) -> usize {
    if !has_path(&text[host_end..]) {
        return host_end;
    }
    host_end + trim_sentence(&text[host_end..run_end(text, host_end)]).len()
}

/// Whether a host is a site: `www.` before it, or a known ending behind a name that is no abbreviation.
fn is_site(host: &str, has_path: bool) -> bool {
    let mut labels = host.split('.');
    let first = labels.next().unwrap_or_default();
    let Some(last) = labels.next_back() else { return false };
    if host.contains("..") {
        return false;
    }
    let is_brand = |host: &str| !has_path && BRANDS.iter().any(|brand| host.eq_ignore_ascii_case(brand));
    if first.eq_ignore_ascii_case("www") {
        return !is_brand(&host[first.len() + 1..]) && (host.matches('.').count() > 1 || last.len() > 2);
    }
    if first.len() < 2 && !has_path || ABBREVIATIONS.iter().any(|short| first.eq_ignore_ascii_case(short)) {
        return false;
    }
    let capitals = !host.contains(char::is_lowercase);
    let known = |list: &[&str]| list.iter().any(|tld| *tld == last || capitals && tld.eq_ignore_ascii_case(last));
    if known(SURE_TLDS) {
        return !is_brand(host);
    }
    known(OTHER_TLDS) && has_path
}

/// Where the run of characters that a web address may hold ends.
fn run_end(text: &str, start: usize) -> usize {
    let ends = |c: char| c.is_whitespace() || c.is_control() || "<>\"`|\\^{}“”„«»".contains(c);
    text[start..].find(ends).map_or(text.len(), |offset| start + offset)
}

/// The address without the punctuation of the sentence around it; a bracket that closes one within stays.
fn trim_sentence(url: &str) -> &str {
    let mut closing = url.matches(')').count();
    let opening = url.matches('(').count();
    url.trim_end_matches(|c: char| {
        let spare = c == ')' && closing > opening;
        closing -= usize::from(spare);
        spare || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '*' | '_' | ']' | '…')
    })
}

#[cfg(test)]
mod tests {
    use super::super::PatternKind::Url;
    use super::super::tests::{assert_found, assert_untouched};

    #[test]
    fn every_usual_spelling_is_found_whole() {
        let table = [
            "<https://www.example.nl/jan-de-vries?x=1#top>.",
            "(<http://example.nl>)",
            "<www.example.nl>, en",
            "<example.nl>",
            "<example.nl/pad>",
            "zie <jandevries.example.com>!",
            "<HTTPS://EXAMPLE.NL/Jan>",
            "<WWW.EXAMPLE.NL>",
            "<EXAMPLE.NL>",
            "<https://nl.wikipedia.org/wiki/Kade_(Gouda)>",
            "<https://localhost:8000/x>",
            "<www.jan.nu>",
            "<linkedin.com/in/jan-de-vries>",
            "<bol.com/nl/verkoper/jan>",
            "<instagram.de/jan>",
            "“<https://example.nl>”",
            "<example.nl:8080/x>",
            "<t.me/jan>",
        ];
        for row in table {
            assert_found(Url, row);
        }
    }

    #[test]
    fn abbreviations_files_and_sentences_stay() {
        let table = [
            "d.w.z. o.a. bijv.nl",
            "brief.pdf",
            "De brief is geleverd.de klant",
            "klaar.In",
            "12.30",
            "versie 1.2.3",
            "3.500,00",
            "foto.jpeg",
            "dat.is zo",
            "Bol.com en Booking.com",
            "a.b",
            "http://",
            "www.",
            "en/of",
            "k.u.t.nl is",
            "rapport.docx.",
            "dhr.be",
        ];
        for row in table {
            assert_untouched(row);
        }
    }
}
