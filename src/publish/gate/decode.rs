//! Escapes in pages and data files. In: the byte where one may begin. Out: the character that it
//! stands for. Diacritics of named entities are dropped, as folding does.

/// Which backslash escapes hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Escapes {
    /// In running text: `\u00e9` alone, for `\n` may be the start of a word in a path.
    Text,
    /// In scripts and data: also `\n`, `\t` and `\r`.
    Data,
}

/// The character that an escape at this `&`, `%` or `\` stands for, and where it ends; none when no
/// escape begins there. An escaped escape (`&amp;eacute;`, `%2541`) is followed to its end.
pub(super) fn escape(bytes: &[u8], at: usize, escapes: Escapes) -> Option<(char, usize)> {
    let mut found = after(*bytes.get(at)?, bytes, at + 1, escapes)?;
    while let (sign @ ('&' | '%' | '\\'), next) = found
        && let Some(deeper) = after(sign as u8, bytes, next, Escapes::Text)
    {
        found = deeper;
    }
    Some(found)
}

fn after(sign: u8, bytes: &[u8], at: usize, escapes: Escapes) -> Option<(char, usize)> {
    match sign {
        b'&' => entity(bytes, at),
        b'%' => percent(bytes, at),
        b'\\' => backslash(bytes, at, escapes),
        _ => None,
    }
}

fn backslash(bytes: &[u8], at: usize, escapes: Escapes) -> Option<(char, usize)> {
    let (digits, next) = match *bytes.get(at)? {
        b'\\' => return Some(('\\', at + 1)),
        b'n' | b'r' | b't' if escapes == Escapes::Data => return Some((' ', at + 1)),
        b'x' => (bytes.get(at + 1..at + 3)?, at + 3),
        b'u' if bytes.get(at + 1) == Some(&b'{') => {
            let inside = &bytes[at + 2..bytes.len().min(at + 10)];
            let length = inside.iter().position(|byte| *byte == b'}')?;
            (&inside[..length], at + 3 + length)
        }
        b'u' => (bytes.get(at + 1..at + 5)?, at + 5),
        _ => return None,
    };
    Some((character(number(digits, 16)?), next))
}

fn percent(bytes: &[u8], at: usize) -> Option<(char, usize)> {
    let (first, mut next) = hex_byte(bytes, at)?;
    let length = match first {
        0..0x80 => return Some((char::from(first), next)),
        0xc2..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0..0xf5 => 4,
        _ => return None,
    };
    let mut encoded = [first, 0, 0, 0];
    for byte in &mut encoded[1..length] {
        if bytes.get(next) != Some(&b'%') {
            return None;
        }
        (*byte, next) = hex_byte(bytes, next + 1)?;
    }
    let sign = std::str::from_utf8(&encoded[..length]).ok()?.chars().next()?;
    Some((sign, next))
}

/// The byte that two digits after a `%` stand for; `%25C3` is a percent sign that was escaped itself.
fn hex_byte(bytes: &[u8], mut at: usize) -> Option<(u8, usize)> {
    while bytes[at..].starts_with(b"25") && bytes.get(at + 2..at + 4).is_some_and(|pair| number(pair, 16).is_some()) {
        at += 2;
    }
    let value = number(bytes.get(at..at + 2)?, 16)?;
    Some((u8::try_from(value).ok()?, at + 2))
}

fn number(digits: &[u8], radix: u32) -> Option<u32> {
    let mut value: u32 = 0;
    for digit in digits {
        value = value.checked_mul(radix)?.checked_add(char::from(*digit).to_digit(radix)?)?;
    }
    (!digits.is_empty()).then_some(value)
}

/// The character with this code; a code that has none keeps words apart.
fn character(code: u32) -> char {
    char::from_u32(code).filter(|sign| *sign != '\0').unwrap_or(char::REPLACEMENT_CHARACTER)
}

const LONGEST_NAME: usize = 24;

fn entity(bytes: &[u8], at: usize) -> Option<(char, usize)> {
    if bytes.get(at) == Some(&b'#') {
        return numeric_entity(bytes, at + 1);
    }
    let rest = &bytes[at..bytes.len().min(at + LONGEST_NAME)];
    let length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let name = &rest[..length];
    if rest.get(length) == Some(&b';') {
        return named(name).map(|sign| (sign, at + length + 1));
    }
    // Browsers read the oldest names without a semicolon as well.
    let oldest =
        (2..=length.min(6)).rev().find(|length| named(&name[..*length]).is_some() && is_old(&name[..*length]))?;
    named(&name[..oldest]).map(|sign| (sign, at + oldest))
}

fn numeric_entity(bytes: &[u8], at: usize) -> Option<(char, usize)> {
    let (radix, start) = if matches!(bytes.get(at), Some(b'x' | b'X')) { (16, at + 1) } else { (10, at) };
    let length = bytes[start..].iter().take_while(|byte| char::from(**byte).is_digit(radix)).count();
    let code = number(&bytes[start..start + length], radix);
    if length == 0 {
        return None;
    }
    let end = start + length;
    let next = if bytes.get(end) == Some(&b';') { end + 1 } else { end };
    Some((code.map_or(char::REPLACEMENT_CHARACTER, character), next))
}

/// How the names of letters with a diacritic end: `eacute`, `Lstrok`.
const DIACRITICS: [&[u8]; 15] = [
    b"acute", b"grave", b"circ", b"uml", b"tilde", b"cedil", b"ring", b"slash", b"caron", b"breve", b"macr", b"ogon",
    b"dot", b"strok", b"dblac",
];

const OLD_DIACRITICS: usize = 8;

const NAMES: [(&[u8], char); 55] = [
    (b"amp", '&'),
    (b"lt", '<'),
    (b"gt", '>'),
    (b"quot", '"'),
    (b"apos", '\''),
    (b"nbsp", ' '),
    (b"shy", '\u{ad}'),
    (b"aelig", 'æ'),
    (b"AElig", 'Æ'),
    (b"szlig", 'ß'),
    (b"eth", 'ð'),
    (b"ETH", 'Ð'),
    (b"thorn", 'þ'),
    (b"THORN", 'Þ'),
    (b"oelig", 'œ'),
    (b"OElig", 'Œ'),
    (b"ijlig", 'ĳ'),
    (b"IJlig", 'Ĳ'),
    (b"imath", 'ı'),
    (b"inodot", 'ı'),
    (b"eng", 'ŋ'),
    (b"ENG", 'Ŋ'),
    (b"commat", '@'),
    (b"period", '.'),
    (b"comma", ','),
    (b"plus", '+'),
    (b"hyphen", '-'),
    (b"dash", '-'),
    (b"ndash", '–'),
    (b"mdash", '—'),
    (b"lowbar", '_'),
    (b"sol", '/'),
    (b"bsol", '\\'),
    (b"colon", ':'),
    (b"num", '#'),
    (b"percnt", '%'),
    (b"lpar", '('),
    (b"rpar", ')'),
    (b"Tab", ' '),
    (b"NewLine", ' '),
    (b"ensp", ' '),
    (b"emsp", ' '),
    (b"thinsp", ' '),
    (b"hairsp", ' '),
    (b"numsp", ' '),
    (b"NonBreakingSpace", ' '),
    (b"zwj", '\u{200d}'),
    (b"zwnj", '\u{200c}'),
    (b"lrm", '\u{200e}'),
    (b"rlm", '\u{200f}'),
    (b"ZeroWidthSpace", '\u{200b}'),
    (b"NoBreak", '\u{2060}'),
    (b"rsquo", '’'),
    (b"lsquo", '‘'),
    (b"middot", '·'),
];

const OLD_NAMES: usize = 14;

fn named(name: &[u8]) -> Option<char> {
    if let Some((_, sign)) = NAMES.iter().find(|(own, _)| *own == name) {
        return Some(*sign);
    }
    let (letter, diacritic) = name.split_first()?;
    DIACRITICS.contains(&diacritic).then(|| char::from(*letter))
}

/// Whether a name is of those that need no semicolon.
fn is_old(name: &[u8]) -> bool {
    NAMES[..OLD_NAMES].iter().any(|(own, _)| *own == name && *own != b"apos")
        || name.get(1..).is_some_and(|diacritic| DIACRITICS[..OLD_DIACRITICS].contains(&diacritic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_write_a_letter_gives_the_letter() {
        for (text, expected) in [
            ("&eacute;", 'e'),
            ("&Lstrok;", 'L'),
            ("&eacute", 'e'),
            ("&euml", 'e'),
            ("&#233;", 'é'),
            ("&#xE9;", 'é'),
            ("&#X00e9", 'é'),
            ("&amp;eacute;", 'e'),
            ("&amp;amp;#233;", 'é'),
            ("&#38;eacute;", 'e'),
            ("&commat;", '@'),
            ("%C3%A9", 'é'),
            ("%c3%a9", 'é'),
            ("%25C3%25A9", 'é'),
            ("%20", ' '),
            ("%2541", 'A'),
            ("%26eacute;", 'e'),
            ("\\u00e9", 'é'),
            ("\\u{e9}", 'é'),
            ("\\\\u00E9", 'é'),
            ("\\xe9", 'é'),
        ] {
            assert_eq!(escape(text.as_bytes(), 0, Escapes::Text), Some((expected, text.len())), "{text}");
        }
    }

    #[test]
    fn what_is_no_escape_is_left_alone() {
        for text in
            ["&", "& Zonen", "&janssen;", "100%", "100% af", "50%denken", "%C3", "%C3é", "\\", "\\nieuws", "\\u12"]
        {
            assert_eq!(escape(text.as_bytes(), 0, Escapes::Text), None, "{text}");
        }
        assert_eq!(escape(b"\\nieuws", 0, Escapes::Data), Some((' ', 2)));
    }
}
