//! Names of streets, read backwards from their house number: how sure it is that a street stands there, and where
//! its name starts. Input: the end of the name; output: its start and the evidence.

mod endings;
mod openers;

use self::endings::evidence_of;
use self::openers::{OPEN_NAMES, OPENERS, PARTICLES};
use super::context::{before, is_break, skip_space_back};
use crate::anonymise::lexicon::is_ordinary_in_any_case;

/// How sure it is that the words are a street; the surer, the less must stand around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Evidence {
    /// Any word in lower case.
    Faint,
    /// Words with capitals.
    Capital,
    /// Ends as streets do, but as towns, names and ordinary words do as well: Merelring, Tilburg.
    Vague,
    /// Ends as streets and other places do: Lindenhof, Kade.
    Likely,
    /// Ends as streets alone do: Kerkstraat, Laan van Meerdervoort.
    Sure,
}

/// The name of a street.
pub(super) struct Street {
    pub start: usize,
    pub evidence: Evidence,
    /// Its last word has a capital.
    pub capital: bool,
    /// Its last word is an ordinary one.
    pub ordinary: bool,
}

/// The street whose name ends at `end`.
pub(super) fn ending_at(text: &str, end: usize) -> Option<Street> {
    let mut room = [Token::default(); MOST_TOKENS];
    let tokens = tokens_before(text, end, &mut room);
    let last = *tokens.first()?;
    let capital = last.is_capital();
    if let Some(head) = head_of(tokens) {
        return Some(Street { start: extend(text, tokens, head), evidence: Evidence::Sure, capital, ordinary: false });
    }
    let ending = evidence_of(last.text)?;
    let start = if capital { extend(text, tokens, 0) } else { extend_lower(tokens) };
    let titled = tokens.iter().any(|token| token.start == start && start < last.start && token.opens_streets());
    let evidence = if titled && ending == Evidence::Vague { Evidence::Likely } else { ending };
    let ordinary = evidence == Evidence::Capital && is_ordinary_in_any_case(last.text);
    Some(Street { start, evidence, capital, ordinary })
}

/// A word with its inner marks, as in `'s-Gravenweg` or `P.C.`.
#[derive(Debug, Clone, Copy, Default)]
struct Token<'t> {
    text: &'t str,
    start: usize,
    /// A mark, the end of a line or the start of the text stands before it: no name goes on there.
    opens: bool,
}

impl Token<'_> {
    fn is_capital(&self) -> bool {
        let bare = self.text.trim_start_matches(['\'', '’', '‘']);
        bare.starts_with(char::is_uppercase) || bare.len() < self.text.len() && bare.contains(char::is_uppercase)
    }

    fn is_any(&self, list: &[&str]) -> bool {
        list.iter().any(|entry| self.text.eq_ignore_ascii_case(entry))
    }

    /// Whether the names of streets often start with this: a title, a rank, an order.
    fn opens_streets(&self) -> bool {
        self.is_any(OPEN_NAMES) || self.is_ordinal() || self.text.ends_with('.') && is_abbreviation(self.text)
    }

    fn is_ordinal(&self) -> bool {
        let bare = self.text.trim_end_matches(|c: char| c.is_ascii_lowercase());
        !bare.is_empty()
            && bare.len() <= 2
            && bare.bytes().all(|b| b.is_ascii_digit())
            && matches!(&self.text[bare.len()..], "e" | "de" | "ste")
    }
}

/// No street has more words than this.
const MOST_TOKENS: usize = 7;
/// No word of a street is longer than this many bytes.
const LONGEST_TOKEN: usize = 48;

/// The words up to `end`, nearest first, as far back as one name can reach.
fn tokens_before<'t, 'r>(text: &'t str, end: usize, room: &'r mut [Token<'t>; MOST_TOKENS]) -> &'r [Token<'t>] {
    let mut count = 0;
    let mut end = end;
    while count < MOST_TOKENS {
        let mut start = end;
        for c in text[..end]
            .chars()
            .rev()
            .take_while(|&c| c.is_alphanumeric() || matches!(c, '\'' | '’' | '‘' | '.' | '-' | '\u{2010}' | '\u{2011}'))
        {
            start -= c.len_utf8();
            if end - start > LONGEST_TOKEN {
                return &room[..count];
            }
        }
        let word = &text[start..end];
        let goes_on = count == 0 || !word.ends_with('.') || is_abbreviation(word);
        if !word.contains(char::is_alphanumeric) || !goes_on {
            break;
        }
        let gap = skip_space_back(text, start, 2);
        let opens = gap == start
            || gap == 0
            || text[gap..start].contains(is_break)
            || before(text, gap).is_some_and(|c| matches!(c, ',' | ':' | ';' | '!' | '?'));
        room[count] = Token { text: word, start, opens };
        count += 1;
        if opens {
            break;
        }
        end = gap;
    }
    &room[..count]
}

/// Whether a word with a full stop is short for a title or a first name: it ends no sentence.
fn is_abbreviation(word: &str) -> bool {
    const TITLES: &[&str] = &[
        "burg", "burgem", "dr", "drs", "mr", "ir", "ing", "prof", "ds", "jhr", "jkvr", "st", "past", "pres", "gen",
        "kard", "kol", "kap", "min", "mgr", "pr", "prs", "gebr", "kon", "weth", "v.d", "v", "adm", "lt", "luit",
        "past", "zr", "wed",
    ];
    let bare = word.trim_end_matches('.');
    let initials = bare.split('.').all(|part| part.chars().count() == 1 && part.starts_with(char::is_uppercase));
    initials || TITLES.iter().any(|title| bare.eq_ignore_ascii_case(title))
}

/// Words that open the name of a street and end it only some words later: `Laan van Meerdervoort`, `Plein 1944`.
fn head_of(tokens: &[Token]) -> Option<usize> {
    const HEADS: &[&str] = &[
        "laan",
        "plein",
        "weg",
        "hof",
        "kade",
        "park",
        "pad",
        "gracht",
        "straat",
        "dreef",
        "allee",
        "boulevard",
        "rue",
        "avenue",
        "chaussée",
        "place",
        "square",
        "quai",
        "singel",
        "dijk",
        "steenweg",
    ];
    const INNER: &[&str] = &[
        "van", "naar", "op", "aan", "den", "der", "de", "het", "'t", "du", "des", "la", "le", "les", "l", "en", "tot",
        "in", "ter", "ten", "d",
    ];
    for (place, token) in tokens.iter().enumerate().skip(1) {
        let behind = &tokens[place - 1];
        let opens_name = if token.text.starts_with(char::is_uppercase) {
            token.is_any(HEADS) && (tokens[0].is_capital() || is_year_name(tokens[0].text))
        } else {
            (token.text == "laan" && place > 1 && behind.text == "van")
                || matches!(token.text, "rue" | "avenue") && place > 1
        };
        if opens_name {
            return Some(place);
        }
        if !(behind.is_capital() || behind.is_any(INNER) || is_year_name(behind.text) || place == 1) {
            return None;
        }
    }
    None
}

/// The years after which squares are named: `1944`, `40-45`, `'40-'45`.
fn is_year_name(word: &str) -> bool {
    word.len() >= 4
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '\'' | '’' | '-'))
        && word.chars().filter(char::is_ascii_digit).count() >= 4
}

/// Where the name starts whose head is the token at `head`: over the words with capitals before it, and over small
/// words such as `van der` where one with a capital stands before those.
fn extend(text: &str, tokens: &[Token], head: usize) -> usize {
    let mut first = head;
    for (place, token) in tokens.iter().enumerate().skip(head + 1) {
        if tokens[place - 1].opens || token.is_any(OPENERS) {
            break;
        }
        if token.is_any(PARTICLES) {
            let starts_name = token.is_capital() && !(starts_sentence(text, token) && token.is_any(&["de", "het"]));
            first = if starts_name { place } else { first };
        } else if token.is_capital() || token.is_ordinal() {
            first = place;
        } else {
            break;
        }
    }
    tokens[first].start
}

fn starts_sentence(text: &str, token: &Token) -> bool {
    let end = skip_space_back(text, token.start, 2);
    token.opens || before(text, end).is_none_or(|c| matches!(c, '.' | '!' | '?' | ':'))
}

/// The same for a name without capitals, over the words that streets often open with.
fn extend_lower(tokens: &[Token]) -> usize {
    let mut first = 0;
    for (place, token) in tokens.iter().enumerate().skip(1) {
        if tokens[place - 1].opens {
            break;
        }
        let opens_name = token.opens_streets() || token.is_any(&["der", "den"]);
        let before_particle = token.text == "van" && tokens[place - 1].is_any(&["der", "den"]);
        if !opens_name && !before_particle {
            break;
        }
        first = place;
    }
    tokens[first].start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_reaches_back_over_its_own_words_only() {
        let table = [
            ("Ik woon aan de Prins Hendrikkade", "Prins Hendrikkade"),
            ("Op de Laan van Meerdervoort", "Laan van Meerdervoort"),
            ("in de 1e Jan Steenstraat", "1e Jan Steenstraat"),
            ("Burg. van Roijensingel", "Burg. van Roijensingel"),
            ("Van der Helststraat", "Van der Helststraat"),
            ("van de Kerkstraat", "Kerkstraat"),
            ("In de Kerkstraat", "Kerkstraat"),
            ("Jan de Vriesstraat", "Jan de Vriesstraat"),
            ("Aan Plein 1944", "Plein 1944"),
            ("'s-Gravenweg", "'s-Gravenweg"),
            ("op de prins hendrikkade", "prins hendrikkade"),
            ("Jan Jansen, Kerkstraat", "Kerkstraat"),
            ("Jan Jansen\nKerkstraat", "Kerkstraat"),
            ("P.C. Hooftstraat", "P.C. Hooftstraat"),
            ("Het regent. De Kerkstraat", "Kerkstraat"),
            ("rue de la Loi", "rue de la Loi"),
        ];
        for (text, name) in table {
            let street = ending_at(text, text.len()).expect("a street");
            assert_eq!((&text[street.start..], street.evidence), (name, Evidence::Sure), "{text:?}");
        }
    }

    #[test]
    fn endings_tell_how_sure_a_street_is() {
        use Evidence::{Capital, Faint, Likely, Sure, Vague};
        let table = [
            ("kerkstraat", Sure),
            ("Dorpsstr.", Sure),
            ("Kade", Likely),
            ("Zonneweide", Likely),
            ("Amsterdam", Vague),
            ("Tilburg", Vague),
            ("onderweg", Faint),
            ("Milaan", Capital),
            ("Levering", Capital),
            ("levering", Faint),
            ("merelring", Vague),
            ("blokkade", Faint),
            ("weg", Faint),
            ("Overtoom", Capital),
        ];
        for (word, evidence) in table {
            assert_eq!(evidence_of(word), Some(evidence), "{word}");
        }
    }
}
