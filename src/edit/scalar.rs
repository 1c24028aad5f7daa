//! A text as YAML. In: words, and how and where they are to stand. Out: the same words, quoted where YAML
//! would read something else.

use std::borrow::Cow;
use std::fmt::Write as _;

/// How a value is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quoting {
    /// Not, unless it must be.
    Plain,
    /// `'…'`
    Single,
    /// `"…"`
    Double,
}

/// Where a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Context {
    /// On lines of its own.
    Block,
    /// Between brackets or braces, where a comma ends it.
    Flow,
}

/// The text as a value on a line of its own: as it is, or between quotes where it must be.
#[must_use]
pub fn plain_or_quoted(text: &str) -> Cow<'_, str> {
    written(text, Quoting::Plain, Context::Block)
}

/// The text in the quoting that is asked for, or between double quotes where that cannot hold it.
pub(super) fn written(text: &str, quoting: Quoting, context: Context) -> Cow<'_, str> {
    let printable = !text.chars().any(needs_escape);
    match quoting {
        Quoting::Plain if printable && is_plain(text, context) => Cow::Borrowed(text),
        Quoting::Single if printable => Cow::Owned(single(text)),
        Quoting::Plain if printable && text.contains(['"', '\\']) => Cow::Owned(single(text)),
        _ => Cow::Owned(double(text)),
    }
}

/// Whether every reader of YAML takes this text for the words that stand there.
fn is_plain(text: &str, context: Context) -> bool {
    const INDICATORS: &str = "-?:,[]{}#&*!|>'\"%@`=";
    let trimmed = text.trim() == text && !text.is_empty();
    let opening = text.starts_with(|sign| INDICATORS.contains(sign)) || text.starts_with("...");
    let inner = text.contains(": ") || text.contains(" #") || text.ends_with(':');
    let flow = context == Context::Flow && text.contains([',', '[', ']', '{', '}', ':']);
    trimmed && !opening && !inner && !flow && !is_other_type(text)
}

/// Whether some reader of YAML takes this text for a number, a truth value or nothing; a day is a day in
/// all of them.
fn is_other_type(text: &str) -> bool {
    const WORDS: [&str; 11] = ["~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan"];
    let number = |sign: char| sign.is_ascii_hexdigit() || "+-._xo:".contains(sign);
    let numeric =
        text.starts_with(|sign: char| sign.is_ascii_digit() || "+.".contains(sign)) && text.chars().all(number);
    let word = WORDS.iter().any(|word| text.eq_ignore_ascii_case(word)) || text.eq_ignore_ascii_case(".inf");
    word || (numeric && crate::yaml::date(text).is_err() && crate::complaint::Number::parse(text).is_none())
}

/// Signs that cannot stand in a file as they are (YAML 1.2, 5.1), or that some readers take for the end of a line.
fn needs_escape(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn double(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for sign in text.chars() {
        match sign {
            '"' | '\\' => quoted.extend(['\\', sign]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            sign if needs_escape(sign) => {
                write!(quoted, "\\u{:04x}", u32::from(sign)).expect("a text can be written to");
            }
            sign => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted_only_where_yaml_would_read_something_else() {
        for (text, expected) in [
            ("Fatima el Amrani", "Fatima el Amrani"),
            ("2026-11-23", "2026-11-23"),
            ("2026-014", "2026-014"),
            ("ja", "ja"),
            ("Van 't Hooft", "Van 't Hooft"),
            ("'t Hooft", "\"'t Hooft\""),
            ("Klacht: te laat", "\"Klacht: te laat\""),
            ("kamer #3", "\"kamer #3\""),
            ("0612345678", "\"0612345678\""),
            ("+31612345678", "\"+31612345678\""),
            ("no", "\"no\""),
            ("null", "\"null\""),
            ("- punt", "\"- punt\""),
            ("zij zei \"nee\"", "zij zei \"nee\""),
            ("\"nee\", zei zij", "'\"nee\", zei zij'"),
            (" rand ", "\" rand \""),
            ("", "\"\""),
            ("een\ntwee\u{7}", "\"een\\ntwee\\u0007\""),
            ("een\u{fffe}", "\"een\\ufffe\""),
        ] {
            assert_eq!(plain_or_quoted(text), expected, "{text:?}");
        }
        assert_eq!(written("Bakker, S.", Quoting::Plain, Context::Flow), "\"Bakker, S.\"");
        assert_eq!(written("'s ochtends", Quoting::Single, Context::Block), "'''s ochtends'");
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_is_read_back(text in "(?s).{0,20}|\\PC{0,20}|[a-z:{}\\[\\]\"'&*#|>,~\n\r\t é0-9+.-]{0,20}", style in 0_usize..3, flow: bool) {
            let quoting = [Quoting::Plain, Quoting::Single, Quoting::Double][style];
            let context = if flow { Context::Flow } else { Context::Block };
            let value = written(&text, quoting, context);
            let line = if flow { format!("[{value}, b]") } else { format!("- {value}  # c\n") };
            let node = crate::yaml::parse(&line, 0).expect("this is YAML");
            let crate::yaml::Value::List(items) = node.value else { panic!("a list") };
            let crate::yaml::Value::Scalar(scalar) = &items[0].value else { panic!("a text in {line:?}") };
            assert_eq!(&scalar.text, &text);
        }
    }
}
