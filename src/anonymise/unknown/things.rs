//! Places and brands of several words. In: the words of a text. Out: which of them stand in such a name, by the lists
//! or by how it is written.

use super::super::fold::{WordHash, hashes, pair};
use super::super::lexicon::{Classes, Cue, look_up};
use super::super::tokens::Token;
use super::article;
use super::headed;
use super::sight::Sight;

/// What begins the name of a saint, and of houses and towns called after one.
const SAINT: [WordHash; 1] = hashes(["sint"]);

/// Marks the words of places and brands of several words.
pub fn mark(text: &str, tokens: &[Token], sights: &mut [Sight]) {
    const LONGEST: usize = 5;
    for at in 0..tokens.len() {
        if (tokens[at].capital || SAINT.contains(&tokens[at].hash))
            && let Some(last) = town(text, tokens, at)
        {
            sights[at..=last].iter_mut().for_each(|sight| sight.within_thing = true);
        }
        if sights[at].first && is_defined(text, tokens, sights, at) {
            sights[at].within_thing = true;
        }
        if let Some(named) = headed::named(text, tokens, sights, at).or_else(|| article::named(tokens, sights, at)) {
            sights[named].iter_mut().for_each(|sight| sight.within_thing = true);
        }
        if !sights[at].classes.is(Classes::BEGINS) {
            continue;
        }
        // De Haan is a town, and a surname far more often; Benito Juárez is one too, and more often someone.
        let particle = sights[at].classes.is(Classes::PARTICLE);
        let given = is_given(tokens, sights, at);
        let mut hash = tokens[at].hash;
        for next in at + 1..tokens.len().min(at + LONGEST) {
            let continues = tokens[next].digits || sights[next].classes.is(Classes::CONTINUES);
            if !continues || !tokens[next].gap.joins(false) {
                break;
            }
            hash = pair(hash, tokens[next].hash);
            let abroad = given && sights[next].classes.is(Classes::SURNAME_ABROAD);
            let surname = abroad || ((particle || given) && sights[next].classes.is(Classes::SURNAME));
            let known = look_up(hash);
            // `Van Lanschot` is a bank, and `mevrouw Van Lanschot` is none.
            let particles = || sights[at..next].iter().all(|sight| sight.classes.is(Classes::PARTICLE));
            let named = || known.is(Classes::BRAND) && particles() && follows_someone(tokens, sights, at);
            let doubtful = (surname && known.is(Classes::PLACE) && !known.is(Classes::RENOWNED)) || named();
            if known.is(Classes::THING) && !doubtful {
                sights[at..=next].iter_mut().for_each(|sight| sight.within_thing = true);
            }
        }
    }
}

/// Whether a word is a given name and hardly anything else, where no place is meant.
fn is_given(tokens: &[Token], sights: &[Sight], at: usize) -> bool {
    let classes = sights[at].classes;
    let place =
        at > 0 && tokens[at].gap.joins(false) && matches!(sights[at - 1].cue, Cue::PlacePreposition | Cue::PlaceHead);
    classes.is(Classes::GIVEN.or(Classes::GIVEN_ABROAD))
        && !classes.is(Classes::ORDINARY.or(Classes::FOREIGN))
        && !place
}

/// Whether a title, a trade, an initial or a given name stands right before a word.
fn follows_someone(tokens: &[Token], sights: &[Sight], at: usize) -> bool {
    at > 0 && {
        let (token, sight) = (&tokens[at - 1], &sights[at - 1]);
        let called = matches!(sight.cue, Cue::Title | Cue::Role | Cue::Kin)
            || token.capital && sight.classes.is(Classes::GIVEN.or(Classes::GIVEN_ABROAD));
        let initial = token.capital && token.length == 1;
        called && tokens[at].gap.joins(false) || initial && tokens[at].gap.joins(true)
    }
}

/// The last word of a town that is told by how it is written, whether or not a list has it.
fn town(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    by_water(tokens, at).or_else(|| (is_told_apart(tokens, at) || has_province(text, tokens, at)).then_some(at + 1))
}

/// The water in the name of a town: `Bakkum aan Zee`, `Alphen a/d Rijn`.
fn by_water(tokens: &[Token], at: usize) -> Option<usize> {
    const BY: [WordHash; 2] = hashes(["aan", "a"]);
    const WATERS: [WordHash; 12] =
        hashes(["zee", "rijn", "maas", "ijssel", "waal", "lek", "amstel", "zaan", "vecht", "schie", "rotte", "linge"]);
    const ARTICLES: [WordHash; 3] = hashes(["den", "de", "d"]);
    const LONGEST: usize = 3;
    let is = |at: usize, words: &[WordHash]| tokens.get(at).is_some_and(|token| words.contains(&token.hash));
    let is_short = tokens.get(at + 1).is_some_and(|next| next.length <= LONGEST && !next.capital);
    if !is_short || !is(at + 1, &BY) {
        return None;
    }
    let water = if is(at + 2, &ARTICLES) { at + 3 } else { at + 2 };
    (is(water, &WATERS) && tokens[water].capital).then_some(water)
}

/// Whether a word tells a town from another of that name (`Nieuw-Vossemeer`), or is a saint's: `St. Maarten`.
fn is_told_apart(tokens: &[Token], at: usize) -> bool {
    const PARTS: [WordHash; 3] = hashes(["nieuw", "noord", "zuid"]);
    const SAINTS: [WordHash; 3] = hashes(["sint", "st", "sinte"]);
    let is_one = |words: &[WordHash]| words.contains(&tokens[at].hash);
    tokens.get(at + 1).is_some_and(|next| {
        // `sint jozef`
        let small = || !next.capital && !tokens[at].capital && next.gap.joins(false) && is_one(&SAINT);
        next.capital && ((next.gap.is_hyphen() && is_one(&PARTS)) || (next.gap.joins(true) && is_one(&SAINTS)))
            || small()
    })
}

/// Whether the sentence says what kind of thing its first word is: `Kuiper is een oud ambacht`, `Kok is geen tekortberoep`.
fn is_defined(text: &str, tokens: &[Token], sights: &[Sight], at: usize) -> bool {
    const VERBS: [WordHash; 3] = hashes(["is", "was", "blijft"]);
    const ARTICLES: [WordHash; 2] = hashes(["een", "geen"]);
    const KINDS: [&str; 14] = [
        "ambacht", "beroep", "bloem", "boom", "dier", "functie", "kleur", "maand", "merk", "plant", "vak", "vis",
        "vogel", "woord",
    ];
    const MOST_ADJECTIVES: usize = 2;
    let is = |at: usize, words: &[WordHash]| {
        tokens.get(at).is_some_and(|token| words.contains(&token.hash) && token.gap.joins(false))
    };
    if !sights[at].classes.is(Classes::ORDINARY) || !is(at + 1, &VERBS) || !is(at + 2, &ARTICLES) {
        return false;
    }
    let behind = tokens.iter().skip(at + 3).take(MOST_ADJECTIVES + 1);
    behind
        .take_while(|token| !token.capital && token.gap.joins(false))
        .any(|token| KINDS.iter().any(|kind| text[token.start..token.end].ends_with(kind)))
}

/// Whether a province stands in brackets behind a word: `Rijswijk (ZH)`.
fn has_province(text: &str, tokens: &[Token], at: usize) -> bool {
    const PROVINCES: [&str; 13] = ["Dr", "Fl", "Fr", "Fri", "Gld", "Gr", "Lb", "NB", "NH", "Ov", "Ut", "Zld", "ZH"];
    const LONGEST: usize = 3;
    let Some(next) = tokens.get(at + 1).filter(|next| next.capital && next.length <= LONGEST) else { return false };
    text[tokens[at].end..next.start].trim_start() == "("
        && PROVINCES.contains(&&text[next.start..next.end])
        && text[next.end..].trim_start_matches('.').starts_with(')')
}

#[cfg(test)]
mod tests {
    use super::super::super::lexicon::look_up_all;
    use super::super::super::tokens::tokenise;
    use super::super::sight;

    #[test]
    fn a_town_is_told_by_its_water_its_province_or_what_tells_it_apart() {
        for (text, things) in [
            ("naar Bakkum aan Zee gaan", "Bakkum aan Zee"),
            ("in Zwammel a/d Rijn", "Zwammel a d Rijn"),
            ("in Ommerveld aan den IJssel", "Ommerveld aan den IJssel"),
            ("te Dorrewijk (ZH).", "Dorrewijk ZH"),
            ("uit Nieuw-Zwammel", "Nieuw Zwammel"),
            ("met St. Maarten", "St Maarten"),
            ("Ik gaf Zwammel aan zee terug", ""),
            ("een reis naar Benito Juárez", "Benito Juárez"),
            ("Volgens Benito Juárez klopt dat", ""),
            ("Zwammel (JK) en De Hoog-Zwammel", ""),
            ("Kuiper is een oud ambacht", "Kuiper"),
            ("Kok is geen tekortberoep", "Kok"),
            ("Kuiper is een ramp", ""),
            ("Zwammel is een vak", ""),
        ] {
            let (mut tokens, mut classes, mut sights) = (Vec::new(), Vec::new(), Vec::new());
            tokenise(text, &mut tokens);
            look_up_all(&tokens, &mut classes);
            sight::look(text, &tokens, &classes, &mut sights);
            let marked = tokens.iter().zip(&sights).filter(|(_, sight)| sight.within_thing);
            let words: Vec<_> = marked.map(|(token, _)| &text[token.start..token.end]).collect();
            assert_eq!(words.join(" "), things, "{text}");
        }
    }
}
