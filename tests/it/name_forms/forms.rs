//! The forms in which people write a name. In: a name, taken apart by hand. Out: texts with the name between `⟦|` and
//! `⟧`, and what each of them is called.

use std::ops::Range;

use klacht::anonymise::{fold, is_ordinary};
use unicode_normalization::UnicodeNormalization;

use super::is_particle;

/// A name, taken apart.
pub struct Name {
    given: String,
    surnames: Vec<Surname>,
}

struct Surname {
    particles: String,
    word: String,
}

impl Surname {
    fn whole(&self) -> String {
        joined(&self.particles, &self.word)
    }
}

/// Particles and a word, with a space between them where there are particles.
fn joined(particles: &str, word: &str) -> String {
    format!("{particles} {word}").trim().to_owned()
}

impl Name {
    /// Reads a row of the list.
    pub fn parse(row: &str) -> Self {
        let mut parts = row.split('|');
        let given = parts.next().unwrap().to_owned();
        let parts: Vec<_> = parts.map(str::to_owned).collect();
        let surname = |pair: &[String]| Surname { particles: pair[0].clone(), word: pair[1].clone() };
        Self { given, surnames: parts.chunks(2).map(surname).collect() }
    }

    /// The name as a field has it.
    pub fn whole(&self) -> String {
        format!("{} {}", self.given, self.surname())
    }

    /// Whether its surnames have this particle.
    pub fn has_particle(&self, word: &str) -> bool {
        let mut all = self.surnames.iter().flat_map(|surname| surname.particles.split(' '));
        all.any(|particle| particle == word) || fold(&self.surname()).starts_with(word)
    }

    /// All surnames, with a hyphen between them.
    fn surname(&self) -> String {
        self.surnames.iter().map(Surname::whole).collect::<Vec<_>>().join("-")
    }

    fn initials(&self) -> Vec<char> {
        self.given.split([' ', '-']).filter_map(|given| given.chars().next()).collect()
    }
}

/// Adds forms, each with a name of its own.
#[derive(Default)]
struct Forms(Vec<(&'static str, String)>);

impl Forms {
    /// A form with nothing around it.
    fn add(&mut self, form: &'static str, written: &str) {
        self.with(form, "", written, "");
    }

    /// A form with something around it that is no part of the name.
    fn with(&mut self, form: &'static str, before: &str, written: &str, after: &str) {
        self.0.push((form, format!("{before}⟦|{written}⟧{after}")));
    }
}

/// All forms of a name.
pub fn forms(name: &Name) -> Vec<(&'static str, String)> {
    let mut forms = Forms::default();
    letters(&mut forms, name);
    order(&mut forms, name);
    initials(&mut forms, name);
    particles(&mut forms, name);
    spelling(&mut forms, name);
    slips(&mut forms, name);
    marks(&mut forms, name);
    signs(&mut forms, name);
    compounds(&mut forms, name);
    names_of_files(&mut forms, name);
    forms.0
}

/// Whether a name in small letters may be an ordinary word, which stays, or is too short to tell.
fn may_be_word(word: &str) -> bool {
    is_ordinary(&fold(word)) || is_ordinary(&word.to_lowercase()) || word.chars().count() <= 2
}

fn letters(forms: &mut Forms, name: &Name) {
    let (whole, surname, word) = (name.whole(), name.surname(), &name.surnames[0].word);
    forms.add("full", &whole);
    forms.add("full in capitals", &whole.to_uppercase());
    forms.add("full in small letters", &whole.to_lowercase());
    forms.add("surname", &surname);
    forms.add("surname in capitals", &surname.to_uppercase());
    forms.add("bare surname", word);
    forms.add("given name", &name.given);
    forms.add("given name in capitals", &name.given.to_uppercase());
    forms.add("genitive with s", &format!("{whole}s"));
    forms.add("genitive with 's", &format!("{surname}'s"));
    forms.add("genitive with ’s", &format!("{}’s", name.given));
    forms.add("genitive of the surname", &format!("{word}s"));
    forms.with("plural", "de familie ", &format!("{word}s"), "");
    if word.ends_with('s') {
        forms.add("genitive with '", &format!("{word}'"));
    }
    if !may_be_word(word) {
        forms.add("surname in small letters", &surname.to_lowercase());
    }
    if !may_be_word(&name.given) && !name.given.contains(' ') {
        forms.add("given name in small letters", &name.given.to_lowercase());
    }
    for title in ["mevrouw ", "dhr. ", "fam. ", "mw.", "de heer ", "collega ", "Mevr ", "drs. ", "ex-"] {
        forms.with("title with surname", title, &surname, "");
        forms.with("title with bare surname in small letters", title, &word.to_lowercase(), "");
    }
}

fn order(forms: &mut Forms, name: &Name) {
    let (given, surname, first) = (&name.given, name.surname(), &name.surnames[0]);
    let initial = name.initials()[0];
    forms.add("surname first", &format!("{surname}, {given}"));
    forms.add("surname first without comma", &format!("{surname} {given}"));
    forms.add("surname first with initial", &format!("{surname}, {initial}."));
    forms.add("surname first with initial without comma", &format!("{surname} {initial}."));
    forms.add("surname with initial in brackets", &format!("{surname} ({initial}.)"));
    forms.add("surname with given name in brackets", &format!("{surname} ({given})"));
    if !first.particles.is_empty() {
        forms.add("particles last", &format!("{}, {given} {}", first.word, first.particles));
        forms.add("particles last with initial", &format!("{}, {initial}. {}", first.word, first.particles));
    }
    forms.add("over a line break", &format!("{given}\n{surname}"));
    forms.add("surname over a line break", &format!("{given} {}", surname.replace([' '], "\n")));
    forms.add("divided at the end of a line", &divided(&first.word));
}

/// A word with a hyphen at the end of a line.
fn divided(word: &str) -> String {
    let middle = word.chars().count() / 2;
    let (one, other): (String, String) = (word.chars().take(middle).collect(), word.chars().skip(middle).collect());
    if middle < 2 || other.starts_with(['-', '\'']) || one.contains(['-', '\'']) {
        return word.to_owned();
    }
    format!("{one}-\n{other}")
}

fn initials(forms: &mut Forms, name: &Name) {
    let (surname, first) = (name.surname(), &name.surnames[0]);
    let all = name.initials();
    let with = |end: &str| all.iter().map(|initial| format!("{initial}{end}")).collect::<String>();
    let (dotted, spaced, bare) = (with("."), with(". "), with(""));
    forms.add("initials", &format!("{dotted} {surname}"));
    forms.add("initials with spaces", &format!("{spaced}{surname}"));
    forms.add("initials without space", &format!("{dotted}{surname}"));
    forms.add("initials without full stop", &format!("{bare} {surname}"));
    forms.add("initials in small letters", &format!("{} {}", dotted.to_lowercase(), surname.to_lowercase()));
    forms.add("initials with bare surname", &format!("{dotted} {}", first.word));
    forms.add("first initial", &format!("{}. {surname}", all[0]));
    forms.add("given name and initials", &format!("{} {}. {surname}", name.given, "J"));
    let end = first.word.chars().next().unwrap();
    forms.add("given name with initial", &format!("{} {end}.", name.given));
    if !first.particles.is_empty() {
        forms.add("given name with particles and initial", &format!("{} {} {end}.", name.given, first.particles));
    }
    let plain = !first.word.contains(['\'', '-', ' ']) && first.particles.chars().all(|sign| sign != '\'');
    if plain {
        let letter = joined(&first.particles, &format!("{end}."));
        forms.with("title with the first letter of the surname", "mevrouw ", &letter, "");
        forms.with("initials alone", "paraaf ", &format!("{}.{end}.", all[0]), "");
        forms.with("initials alone with a slash", "paraaf ", &format!("{}/{end}", all[0]), "");
        let short: String = name.given.chars().take(3).collect();
        if name.given.chars().count() > 4 && short.is_ascii() {
            forms.add("given name cut short", &format!("{short}. {surname}"));
        }
    }
    let joined = first.word.replace(['\'', '-'], "");
    forms.add("initial joined", &format!("{}{joined}", all[0]));
    let small = format!("{}{joined}", all[0]).to_lowercase();
    if !may_be_word(&small) {
        forms.add("initial joined in small letters", &small);
    }
}

fn particles(forms: &mut Forms, name: &Name) {
    let Surname { particles, word } = &name.surnames[0];
    if particles.is_empty() {
        return;
    }
    let small: Vec<&str> = particles.split(' ').collect();
    let capital = |word: &str| {
        let at = word.find(char::is_alphabetic).unwrap_or_default();
        format!("{}{}{}", &word[..at], word[at..at + 1].to_uppercase(), &word[at + 1..])
    };
    let capitals = small.iter().map(|particle| capital(particle)).collect::<Vec<_>>().join(" ");
    let short = small.iter().filter_map(|particle| particle.trim_matches('\'').chars().next()).collect::<String>();
    forms.add("first particle with capital", &format!("{} {word}", capital(particles)));
    forms.add("particles with capitals", &format!("{capitals} {word}"));
    forms.add("full without particles", &format!("{} {word}", name.given));
    forms.add("particles joined", &format!("{}{word}", particles.replace([' ', '\''], "")));
    forms.add(
        "particles joined in small letters",
        &format!("{particles}{word}").replace([' ', '\''], "").to_lowercase(),
    );
    forms.add(
        "particles joined with one capital",
        &capital(&format!("{particles}{word}").replace([' ', '\''], "").to_lowercase()),
    );
    forms.add(
        "particles joined behind the given name",
        &format!("{} {}{word}", name.given, particles.replace([' ', '\''], "")),
    );
    if small.len() > 1 {
        forms.add("short particles", &format!("{short} {word}"));
        forms.add("short particles with capital", &format!("{} {word}", capital(&short)));
        forms.add(
            "short particles with full stops",
            &format!("{}. {word}", short.chars().map(String::from).collect::<Vec<_>>().join(".")),
        );
        forms.add(
            "short particles with a slash",
            &format!("{} {word}", short.chars().map(String::from).collect::<Vec<_>>().join("/")),
        );
        forms.add("short particles joined", &format!("{short}{word}"));
        forms.add("full with short particles", &format!("{} {short} {word}", name.given));
        forms.add("one particle of two", &format!("{} {word}", small[0]));
    }
    if particles.contains("den") || particles.contains("der") || particles == "van de" {
        for other in ["van de", "van den", "van der"] {
            forms.add("another particle", &format!("{} {other} {word}", name.given));
        }
    }
}

fn spelling(forms: &mut Forms, name: &Name) {
    let (given, surname) = (&name.given, name.surname());
    let both = |change: &dyn Fn(&str) -> String| (change(given), change(&surname));
    let mut changed = |form: &'static str, change: &dyn Fn(&str) -> String| {
        let (changed_given, changed_surname) = both(change);
        if changed_surname != surname {
            forms.add(form, &changed_surname);
        }
        if (&changed_given, &changed_surname) != (given, &surname) {
            forms.add(form, &format!("{changed_given} {changed_surname}"));
        }
    };
    changed("without diacritics", &|word| {
        word.nfd()
            .filter(|sign| !matches!(sign, '\u{300}'..='\u{36f}'))
            .collect::<String>()
            .replace('ł', "l")
            .replace('Ł', "L")
            .replace('ı', "i")
            .replace('ø', "o")
            .replace(['đ'], "d")
            .replace('Đ', "D")
    });
    changed("decomposed", &|word| word.nfd().collect());
    changed("german", &|word| {
        [
            ("ü", "ue"),
            ("ö", "oe"),
            ("ä", "ae"),
            ("ß", "ss"),
            ("Ö", "Oe"),
            ("ø", "oe"),
            ("æ", "ae"),
            ("å", "aa"),
            ("Å", "Aa"),
        ]
        .iter()
        .fold(word.to_owned(), |word, (from, to)| word.replace(from, to))
    });
    changed("y for ij", &|word| word.replace("ij", "y"));
    changed("ÿ for ij", &|word| word.replace("ij", "ÿ"));
    changed("ĳ for ij", &|word| word.replace("ij", "ĳ"));
    changed("ij for y", &|word| word.replace('y', "ij"));
    changed("extra diacritics", &|word| word.replacen('e', "é", 1).replacen('a', "á", 1));
    changed("hyphens for spaces", &|word| word.replace(' ', "-"));
    changed("spaces for hyphens", &|word| word.replace('-', " "));
    changed("no hyphens", &|word| word.replace('-', ""));
    changed("other apostrophe", &|word| word.replace('\'', "’"));
    changed("accent for apostrophe", &|word| word.replace('\'', "´"));
    changed("no apostrophe", &|word| word.replace('\'', ""));
    changed("dashes", &|word| word.replace('-', " – "));
    changed("slash between surnames", &|word| word.replace('-', "/"));
    if let [one, other] = name.surnames.as_slice() {
        forms.add("first of two surnames", &one.whole());
        forms.add("second of two surnames", &other.whole());
        forms.add("surnames swapped", &format!("{given} {}-{}", other.whole(), one.whole()));
        forms.add("surnames with e/v", &format!("{given} {} e/v {}", one.whole(), other.whole()));
        forms.add("given name with the second surname", &format!("{given} {}", other.whole()));
    }
    if let Some((first, _)) = given.split_once([' ', '-']) {
        forms.add("first of two given names", &format!("{first} {surname}"));
        forms.add("two given names joined", &given.replace([' ', '-'], ""));
        forms.add(
            "two given names joined with one capital",
            &format!("{} {surname}", capitalised(&given.replace([' ', '-'], ""))),
        );
    }
}

/// In small letters, but for the first.
fn capitalised(word: &str) -> String {
    let first: String = word.chars().take(1).collect();
    first.to_uppercase() + &word.chars().skip(1).collect::<String>().to_lowercase()
}

/// One letter off, in surnames of five letters and more.
fn slips(forms: &mut Forms, name: &Name) {
    let first = &name.surnames[0];
    let letters: Vec<char> = first.word.chars().collect();
    if letters.len() < 5 || first.word.contains(['-', '\'', ' ']) {
        return;
    }
    for at in [1, letters.len() / 2, letters.len() - 2] {
        let mut left_out = letters.clone();
        left_out.remove(at);
        let mut doubled = letters.clone();
        doubled.insert(at, letters[at]);
        let mut replaced = letters.clone();
        replaced[at] = if letters[at] == 'o' { 'u' } else { 'o' };
        let mut swapped = letters.clone();
        swapped.swap(at, at + 1);
        for (form, slip) in [
            ("a letter left out", left_out),
            ("a letter doubled", doubled),
            ("a letter replaced", replaced),
            ("two letters swapped", swapped),
        ] {
            let word: String = slip.into_iter().collect();
            if word == first.word {
                continue;
            }
            let surname = joined(&first.particles, &word);
            forms.add(form, &format!("{} {surname}", name.given));
            forms.with(form, "mevrouw ", &surname, "");
            if !may_be_word(&word) {
                forms.add(form, &surname);
                forms.add(form, &word);
            }
        }
    }
}

fn marks(forms: &mut Forms, name: &Name) {
    let (given, surname, word) = (&name.given, name.surname(), &name.surnames[0].word);
    forms.add("bold", &format!("**{given} {surname}**"));
    forms.add("bold given name", &format!("**{given}** {surname}"));
    forms.add("bold and italic", &format!("**{given}** *{surname}*"));
    forms.add("struck", &format!("~~{given}~~ {surname}"));
    forms.add("code", &format!("`{given} {surname}`"));
    forms.add("code of the surname", &format!("{given} `{surname}`"));
    forms.with("link", "[", &format!("{given} {surname}"), "](https://www.example.nl/)");
    forms.with("link behind the given name", "", &format!("{given} [{surname}"), "](https://www.example.nl/)");
    let mut signs = word.chars();
    let first = signs.next().unwrap();
    forms.add("first letter bold", &format!("**{first}**{}", signs.as_str()));
    forms.add("escaped", &format!("{given}\\_{word}"));
    forms.add("with a break", &format!("{given}<br>{surname}"));
    forms.add("with a hard line break", &format!("{given}  \n{surname}"));
    forms.add("entities", &entities(&format!("{given} {surname}")));
    forms.add("hard space", &format!("{given}&nbsp;{surname}"));
}

/// With each letter beyond ASCII, and the first a, as an entity.
fn entities(text: &str) -> String {
    let numbered = |sign: char| if sign.is_ascii() { sign.to_string() } else { format!("&#{};", u32::from(sign)) };
    text.chars().map(numbered).collect::<String>().replacen('a', "&#x61;", 1)
}

fn signs(forms: &mut Forms, name: &Name) {
    let (given, surname, word) = (&name.given, name.surname(), &name.surnames[0].word);
    let spaced = word.chars().map(String::from).collect::<Vec<_>>();
    for (form, written) in [
        ("soft hyphen", spaced.join("\u{ad}")),
        ("space without width", format!("{given} {}", spaced.join("\u{200b}"))),
        ("hard space sign", format!("{given}\u{a0}{}", surname.replace(' ', "\u{a0}"))),
        ("thin space", format!("{given}\u{2009}{surname}")),
        ("tab", format!("{given}\t{surname}")),
        ("two spaces", format!("{given}  {surname}")),
        ("full stop between", format!("{given}.{word}")),
        ("full stop between in small letters", format!("{given}.{word}").to_lowercase()),
        ("underscore between", format!("{given}_{word}")),
        ("slash between", format!("{given}/{word}")),
        ("single quotes", format!("'{surname}'")),
        ("double quotes", format!("„{given} {surname}”")),
        ("angle quotes", format!("«{surname}»")),
        ("surname in brackets", format!("{given} ({surname})")),
        ("given name in quotes", format!("\"{given}\" {surname}")),
        ("colon", format!("{given}: {surname}")),
        ("with a number", format!("{word}2")),
        ("spelt with hyphens", spaced.join("-")),
        ("spelt with spaces", spaced.join(" ")),
        ("spelt with full stops", spaced.join(".")),
    ] {
        if !(form.starts_with("spelt") && word.contains(['-', '\'', ' '])) {
            forms.add(form, &written);
        }
    }
}

fn compounds(forms: &mut Forms, name: &Name) {
    let (surname, word) = (name.surname(), &name.surnames[0].word);
    forms.with("ex", "ex-", word, "");
    forms.with("oud", "oud-collega ", &surname, "");
    forms.with("compound", "een ", word, "-klacht");
    forms.with("compound", "ons ", word, "-dossier");
    forms.with("compound behind a hyphen", "het klacht-", word, "");
    forms.with("compound with the given name", "de ", &name.given, "-zaak");
    forms.with("genitive behind a title", "mevrouw ", &format!("{word}s"), " dochter");
    forms.with("anti", "anti-", word, "");
    forms.with("two people", "", &surname, " en de directeur");
    forms.with("two people with a slash", "de directeur/", &surname, "");
    if word.chars().count() >= 5 && !is_ordinary(&fold(word)) {
        forms.with("compound as one word", "het ", word, "dossier");
    }
}

fn names_of_files(forms: &mut Forms, name: &Name) {
    let given = fold(&name.given).replace(' ', "");
    let word = fold(&name.surnames[0].word).replace([' ', '\''], "");
    let surname = fold(&name.surname()).replace([' ', '\'', '-'], "");
    let capital = |word: &str| capitalised(word);
    forms.with("name of a file", "klacht_", &format!("{given}_{word}"), ".pdf");
    forms.with("name of a file with capitals", "Brief-", &capital(&word), "-2026.docx");
    forms.with("name of a file in one", "scan", &format!("{}{}", capital(&given), capital(&word)), ".pdf");
    forms.add("account", &format!("{given}{surname}"));
    forms.add("account with capitals", &format!("{}{}", capital(&given), capital(&surname)));
    forms.add("account in camel case", &format!("{given}{}", capital(&word)));
    forms.add("handle", &format!("@{given}{word}"));
    forms.add("mail", &format!("{given}.{surname}@example.nl"));
    forms.add("mail with initial", &format!("{}{surname}@example.nl", &given[..1]));
    forms.add("mail with signs", &format!("{given}[at]{word}.example.nl"));
    forms.add("page", &format!("https://www.example.nl/wie/{given}-{word}"));
    forms.add("account with a number", &format!("{given}{word}75"));
    forms.add("hashtag", &format!("#{}{}", capital(&given), capital(&word)));
}

/// The letters of a stretch that tell who is meant: those of words of two letters and more that are no particles, the
/// last s aside; where there are none, all letters.
pub fn identifying(text: &str, span: &Range<usize>) -> Vec<usize> {
    let words = words(text, span);
    let tells = |word: &&Vec<usize>| {
        let letters: String = word.iter().filter_map(|&at| text[at..].chars().next()).collect();
        word.len() > 1 && !is_particle(&letters)
    };
    let telling: Vec<_> = words.iter().filter(tells).collect();
    if telling.is_empty() {
        return words.concat();
    }
    let without_genitive = |word: &Vec<usize>| {
        let genitive = word.last().is_some_and(|&at| text[at..].starts_with(['s', 'S']));
        word[..word.len() - usize::from(genitive)].to_vec()
    };
    telling.into_iter().flat_map(without_genitive).collect()
}

/// The places of the letters of each word.
fn words(text: &str, span: &Range<usize>) -> Vec<Vec<usize>> {
    let mut words = vec![Vec::new()];
    for (at, sign) in text[span.clone()].char_indices() {
        if sign.is_alphabetic() {
            words.last_mut().expect("there is one").push(span.start + at);
        } else if !matches!(sign, '\u{ad}' | '\u{200b}' | '*' | '\u{300}'..='\u{36f}') {
            words.push(Vec::new());
        }
    }
    words
}
