//! The name of a person, taken apart. In: a name as someone wrote it in a field. Out: given names,
//! initials, particles and surnames, in the spelling of the field.

mod words;

use std::fmt;

use self::words::{BETWEEN, PARTICLE_OR_GIVEN, SUFFIX, TITLE, Token, tokens};
use super::lists::AND;

/// A name of one person. Words are runs of letters as written: `O'Neil` gives the particle `O` and
/// the word `Neil`.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct PersonName {
    /// Given names, and nicknames: `Gerrit-Jan` gives two.
    pub given: Vec<String>,
    /// Initials, without full stops, that stand for no given name in this name: `Th`.
    pub initials: Vec<String>,
    /// Surnames: `Hofstra-de Boer` gives two, the second with a particle.
    pub surnames: Vec<Surname>,
}

/// One surname of a person.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Surname {
    /// Tussenvoegsels: `van`, `der`.
    pub particles: Vec<String>,
    /// The words after them: `Silva`, `Pereira`.
    pub words: Vec<String>,
}

impl fmt::Debug for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonName(…)")
    }
}

impl fmt::Debug for Surname {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Surname(…)")
    }
}

impl PersonName {
    /// Reads a field that names one person or more: `Jan en Marie de Boer` gives two, both De Boer.
    #[must_use]
    pub fn parse_all(text: &str) -> Vec<Self> {
        let text = text.split('<').next().unwrap_or_default().replace("e/v", "ev").replace("e.v.", "ev");
        let mut names: Vec<Self> = Vec::new();
        for people in text.split(['/', '&', ';', '+', '\n', '|']) {
            for part in split_at_words(people) {
                names.extend(parse_with_commas(&part));
            }
        }
        names.retain(|name| !name.is_empty());
        share_surname(&mut names);
        names
    }

    /// Whether it has no word at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.given.is_empty() && self.surnames.iter().all(|surname| surname.words.is_empty())
    }

    /// Every word of the name that is neither a particle nor an initial.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.given.iter().chain(self.surnames.iter().flat_map(|surname| &surname.words)).map(String::as_str)
    }

    /// The words of the surnames.
    pub fn surname_words(&self) -> impl Iterator<Item = &str> {
        self.surnames.iter().flat_map(|surname| &surname.words).map(String::as_str)
    }

    /// The letters that may stand for its given names: its initials, and the first letter of each
    /// given name.
    pub fn all_initials(&self) -> impl Iterator<Item = &str> {
        self.initials.iter().map(String::as_str).chain(self.given.iter().map(|given| first_letter(given)))
    }
}

impl Surname {
    /// Particles and words, in order.
    pub fn all(&self) -> impl Iterator<Item = &String> {
        self.particles.iter().chain(&self.words)
    }
}

/// The first letter of a word, with its diacritics.
pub(super) fn first_letter(word: &str) -> &str {
    let mut letters = word.char_indices().skip(1);
    let end = letters.find(|(_, sign)| sign.is_alphabetic()).map_or(word.len(), |(at, _)| at);
    &word[..end]
}

/// The parts of a text between the words that join two people.
fn split_at_words(text: &str) -> Vec<String> {
    let words: Vec<_> = text.split_whitespace().collect();
    words.split(|word| AND.contains(word)).map(|part| part.join(" ")).filter(|part| !part.is_empty()).collect()
}

/// A text with a comma: `Vries, Jan de`, or `Jan de Vries, Sanne Bakker`, or `Jan de Vries, secretaris`.
fn parse_with_commas(text: &str) -> Vec<PersonName> {
    let parts: Vec<_> = text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let (Some(first), rest) = (parts.first(), parts.get(1..).unwrap_or_default()) else { return Vec::new() };
    let Some(second) = rest.first() else { return vec![parse_one(first)] };
    if let [second] = rest
        && let Some(name) = parse_surname_first(first, second)
    {
        return vec![name];
    }
    let starts_with_capital = |part: &&&str| part.starts_with(char::is_uppercase);
    if starts_with_capital(&second) {
        parts.iter().filter(starts_with_capital).map(|part| parse_one(part)).collect()
    } else {
        vec![parse_one(first)]
    }
}

/// `Vries, Jan de`, `El Amrani, F.`; none when what stands before the comma is a name by itself.
fn parse_surname_first(surname: &str, given: &str) -> Option<PersonName> {
    let before = tokens(surname);
    let after = tokens(given);
    let words = before.iter().filter(|token| !token.is_particle() && !token.joined).count();
    let begins_with_particle = before.first().is_some_and(Token::is_particle);
    let one_surname = words == 1 || begins_with_particle;
    let only_suffixes = after.iter().all(|token| token.may_be(SUFFIX));
    let of_a_person = after.first().is_some_and(|token| token.is_capital() || token.is_initial());
    if !one_surname || only_suffixes || !of_a_person {
        return None;
    }
    let particles = after.iter().rev().take_while(|token| token.is_particle()).count();
    let (given_tokens, trailing) = after.split_at(after.len() - particles);
    let mut order = given_tokens.to_vec();
    order.extend_from_slice(trailing);
    order.extend(before);
    Some(from_tokens(&order, Some(given_tokens.len())))
}

fn parse_one(text: &str) -> PersonName {
    from_tokens(&tokens(&without_roles(text)), None)
}

/// A name without what stands in brackets in lower case: `Jan de Vries (secretaris)`.
fn without_roles(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once('(') {
        kept.push_str(before);
        kept.push(' ');
        let (inside, after) = inside.split_once(')').unwrap_or((inside, ""));
        if inside.trim_start().starts_with(char::is_uppercase) {
            kept.push_str(inside);
        }
        kept.push(' ');
        rest = after;
    }
    kept.push_str(rest);
    kept
}

/// Builds a name; `given` tells how many words stand before the surname, where the field told.
fn from_tokens(all: &[Token<'_>], given: Option<usize>) -> PersonName {
    let is_title = |token: &Token<'_>| token.may_be(TITLE);
    let titles = if given.is_some() { 0 } else { leading_titles(all) };
    if titles == all.len() {
        return PersonName::default();
    }
    let all: Vec<&Token<'_>> = all[titles..].iter().collect();
    let suffixes = all.iter().rev().take_while(|token| token.may_be(SUFFIX)).count();
    let all = &all[..all.len() - if suffixes < all.len() { suffixes } else { 0 }];
    let has_title = titles > 0;
    let first_surname = given.unwrap_or_else(|| surname_start(all, has_title));
    let mut name = PersonName::default();
    for token in &all[..first_surname] {
        if token.is_initial() {
            name.initials.push(token.word.to_owned());
        } else if !is_title(token) {
            name.given.push(token.word.to_owned());
        }
    }
    name.surnames = surnames(&all[first_surname..]);
    name
}

/// How many titles and articles open a name: `De heer mr. dr. J. Bakker` has three words before `J`.
fn leading_titles(all: &[Token<'_>]) -> usize {
    let is_title = |token: &Token<'_>| token.may_be(TITLE);
    let article = all.first().is_some_and(|token| ["de", "het"].contains(&token.plain.as_str()));
    let article = usize::from(article && all.get(1).is_some_and(is_title));
    article + all[article..].iter().take_while(|token| is_title(token)).count()
}

/// Where the surname begins: at the first particle after the start, else at the last word that is not
/// joined to the one before; a lone word is a given name unless a title came before it.
fn surname_start(all: &[&Token<'_>], has_title: bool) -> usize {
    let is_given = |at: usize, token: &Token<'_>| {
        at == 0
            && token.is_capital()
            && token.may_be(PARTICLE_OR_GIVEN)
            && all.get(1).is_some_and(|next| {
                next.is_capital()
                    && !token.dotted
                    && !next.joined
                    // `Ben Bakker`, `Do O'Connor`
                    && (all.len() == 2 || all.len() == 3 && next.elided)
            })
    };
    let particle = all.iter().enumerate().position(|(at, token)| {
        // `V. Jansen` has an initial, `v.d. Berg` has particles.
        let initial = token.is_capital() && token.is_initial();
        token.is_particle() && !initial && !is_given(at, token) && at + 1 < all.len()
    });
    // `Anna Hofstra-de Boer`: the surname begins before the hyphen.
    if let Some(at) = particle {
        return if all[at].joined { at.saturating_sub(1) } else { at };
    }
    let between = all.iter().position(|token| token.may_be(BETWEEN));
    let end = between.unwrap_or(all.len());
    match end {
        0 => 0,
        1 if has_title => 0,
        1 => end,
        _ => {
            let mut at = end - 1;
            while at > 0 && all[at].joined {
                at -= 1;
            }
            // `Gerrit-Jan` alone is a given name.
            if at == 0 && !has_title { end } else { at }
        }
    }
}

fn surnames(tokens: &[&Token<'_>]) -> Vec<Surname> {
    let mut surnames: Vec<Surname> = Vec::new();
    let mut current = Surname::default();
    for (at, token) in tokens.iter().enumerate() {
        let between = token.may_be(BETWEEN);
        let particle = token.is_particle() && at + 1 < tokens.len();
        if (token.joined || particle || between) && !current.words.is_empty() {
            surnames.push(std::mem::take(&mut current));
        }
        if between {
            continue;
        }
        let part = if particle { &mut current.particles } else { &mut current.words };
        part.push(token.word.to_owned());
    }
    if !current.words.is_empty() {
        surnames.push(current);
    }
    surnames
}

/// Gives `Jan` of `Jan en Marie de Boer` the surname of the one after.
fn share_surname(names: &mut [PersonName]) {
    for at in (1..names.len()).rev() {
        let (before, after) = names.split_at_mut(at);
        if let (Some(earlier), Some(later)) = (before.last_mut(), after.first())
            && earlier.surnames.is_empty()
        {
            earlier.surnames.clone_from(&later.surnames);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(name: &PersonName) -> String {
        let surname = |surname: &Surname| format!("{}|{}", surname.particles.join(" "), surname.words.join(" "));
        let surnames: Vec<_> = name.surnames.iter().map(surname).collect();
        format!("{} [{}] {}", name.given.join(" "), name.initials.join(""), surnames.join(" + "))
    }

    #[test]
    fn names_of_many_origins_are_taken_apart() {
        for (text, expected) in [
            ("Fatima el Amrani", "Fatima [] el|Amrani"),
            ("Jan de Vries", "Jan [] de|Vries"),
            ("JAN DE VRIES", "JAN [] DE|VRIES"),
            ("jan de vries", "jan [] de|vries"),
            ("Vries, Jan de", "Jan [] de|Vries"),
            ("De Vries, J.", " [J] De|Vries"),
            ("El Amrani, Fatima", "Fatima [] El|Amrani"),
            ("mevrouw F. el Amrani", " [F] el|Amrani"),
            ("De heer mr. dr. J.W. Bakker", " [JW] |Bakker"),
            ("mr. Bakker", " [] |Bakker"),
            ("fam. v.d. Berg", " [] v d|Berg"),
            ("Johan van 't Zelfde", "Johan [] van t|Zelfde"),
            ("Geertje van 't Hooft", "Geertje [] van t|Hooft"),
            ("Anna Maria Hofstra-de Boer", "Anna Maria [] |Hofstra + de|Boer"),
            ("Jacoba van Heemskerck-Bos", "Jacoba [] van|Heemskerck + |Bos"),
            ("Hanna Brouwer-Yılmaz", "Hanna [] |Brouwer + |Yılmaz"),
            ("Hanna Brouwer e.v. Yılmaz", "Hanna [] |Brouwer + |Yılmaz"),
            ("Gerrit-Jan Nijenhuis", "Gerrit Jan [] |Nijenhuis"),
            ("João da Silva Pereira", "João [] da|Silva Pereira"),
            ("Mohammed Ben Haddou", "Mohammed [] Ben|Haddou"),
            ("Ali Ben Ahmed El Idrissi", "Ali [] Ben|Ahmed + El|Idrissi"),
            ("Ben Bakker", "Ben [] |Bakker"),
            ("Nguyễn Thị Lan", "Nguyễn Thị [] |Lan"),
            ("Li Mei", "Li [] |Mei"),
            ("Johannes (Joop) Willem Quispel", "Johannes Joop Willem [] |Quispel"),
            ("Jan de Vries (secretaris)", "Jan [] de|Vries"),
            ("Jan de Vries, secretaris", "Jan [] de|Vries"),
            ("Siobhán O'Neil", "Siobhán [] O|Neil"),
            ("Wil", "Wil [] "),
            ("Gerrit-Jan", "Gerrit Jan [] "),
            ("mevrouw Kaya", " [] |Kaya"),
            ("Th. Jansen jr.", " [Th] |Jansen"),
        ] {
            let names = PersonName::parse_all(text);
            assert_eq!(names.iter().map(shown).collect::<Vec<_>>(), [expected], "{text}");
        }
    }

    #[test]
    fn a_field_may_name_more_than_one_person() {
        for (text, expected) in [
            ("Jan en Marie de Boer", vec!["Jan [] de|Boer", "Marie [] de|Boer"]),
            ("Jan de Vries & Sanne Bakker", vec!["Jan [] de|Vries", "Sanne [] |Bakker"]),
            ("Jan de Vries, Sanne Bakker", vec!["Jan [] de|Vries", "Sanne [] |Bakker"]),
            ("De heer en mevrouw Jansen", vec![" [] |Jansen"]),
            ("", vec![]),
            ("12", vec![]),
        ] {
            let names = PersonName::parse_all(text);
            assert_eq!(names.iter().map(shown).collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn debug_shows_no_word() {
        assert_eq!(format!("{:?}", PersonName::parse_all("Jan de Vries")), "[PersonName(…)]");
    }
}
