//! What articles stand before: things, houses and short forms. In: a word that may be an article. Out: which words behind it
//! name nobody.

use std::ops::RangeInclusive;

use super::super::fold::{WordHash, hashes};
use super::super::lexicon::{Classes, Cue};
use super::super::tokens::Token;
use super::sight::{NAME, Sight};

/// Nobody stands behind this.
const NEUTER: [WordHash; 1] = hashes(["het"]);

/// The words that the article at `at` tells of.
pub fn named(tokens: &[Token], sights: &[Sight], at: usize) -> Option<RangeInclusive<usize>> {
    const LONGEST: usize = 4;
    let (token, next) = (&tokens[at], tokens.get(at + 1)?);
    // Nearly all words end here.
    if !next.capital || token.length > LONGEST || !next.gap.joins(false) {
        return None;
    }
    if is_abbreviation(tokens, sights, at) { Some(at + 1..=at + 1) } else { house(tokens, sights, at) }
}

/// The name of a house or firm: the capital of the article is no sentence's. `zorgcentrum Het Anker`, `in Het Wapen van
/// Zuylen`.
fn house(tokens: &[Token], sights: &[Sight], at: usize) -> Option<RangeInclusive<usize>> {
    const NAMED_AFTER_PLACE: [WordHash; 7] =
        hashes(["hof", "huis", "kasteel", "land", "raadhuis", "veerhuis", "wapen"]);
    const OF: [WordHash; 1] = hashes(["van"]);
    const MOST: usize = 3;
    let within = at > 0 && !sights[at].first && !tokens[at].gap.has_line();
    if !NEUTER.contains(&tokens[at].hash)
        || !tokens[at].capital
        || !within
        || sights[at].capitals
        || sights[at + 1].capitals
    {
        return None;
    }
    let reads_on = |at: usize| tokens.get(at).is_some_and(|token| token.capital && token.gap.joins(false));
    let is_word = |at: usize| sights[at].classes.is(Classes::ORDINARY) || !sights[at].classes.is(NAME);
    let last = (at + 2..at + 1 + MOST).take_while(|next| reads_on(*next) && is_word(*next)).last().unwrap_or(at + 1);
    let after_place = NAMED_AFTER_PLACE.contains(&tokens[last].hash)
        && tokens.get(last + 1).is_some_and(|of| OF.contains(&of.hash) && of.gap.joins(false))
        && reads_on(last + 2);
    Some(at..=if after_place { last + 2 } else { last })
}

/// Whether a short form stands behind the article, in a text that is not all capitals: `het LKV`, `een UPO`, `de VBAR`, but
/// not `mevrouw de BORK`. `Het LIV` begins a sentence; `ik gaf het LIV` may be of someone.
fn is_abbreviation(tokens: &[Token], sights: &[Sight], article: usize) -> bool {
    const LONGEST: usize = 6;
    const LONGEST_OF_NAME: usize = 4;
    const ARTICLES: [WordHash; 3] = hashes(["het", "een", "geen"]);
    // A surname may begin with this.
    const OF_NAME: [WordHash; 1] = hashes(["de"]);
    let at = article + 1;
    let (token, sight) = (&tokens[at], &sights[at]);
    if !sight.capitals || sights[article].capitals {
        return false;
    }
    let before_name = tokens.get(at + 1).is_some_and(|next| next.capital && next.gap.joins(false));
    let home = || sight.classes.is(Classes::GIVEN.or(Classes::SURNAME));
    let begins = tokens[article].capital && NEUTER.contains(&tokens[article].hash);
    let follows_name = || {
        article > 0 && tokens[article].gap.joins(true) && {
            let cue = sights[article - 1].cue;
            tokens[article - 1].capital || matches!(cue, Cue::Title | Cue::Kin | Cue::Role | Cue::Naming)
        }
    };
    let plain = ARTICLES.contains(&tokens[article].hash) && token.length <= LONGEST && (begins || !home());
    let short = || {
        OF_NAME.contains(&tokens[article].hash)
            && token.length <= LONGEST_OF_NAME
            && !sight.classes.is(NAME)
            && !follows_name()
    };
    !before_name && (plain || short())
}

#[cfg(test)]
mod tests {
    use super::super::super::lexicon::look_up_all;
    use super::super::super::tokens::tokenise;
    use super::super::sight;

    #[test]
    fn an_article_tells_a_thing_from_someone() {
        for (text, things) in [
            ("bij zorgcentrum Het Zwammelhuis en", "Het Zwammelhuis"),
            ("in Het Wapen van Zwammel gegeten", "Het Wapen van Zwammel"),
            ("in Het Oude Raadhuis van Zwammel", "Het Oude Raadhuis van Zwammel"),
            ("slagerij Het Varken van Jansen", "Het Varken"),
            ("Toen het ZWA belde", "ZWA"),
            ("Het LIV is niet aangevraagd", "LIV"),
            ("gaf het LIV terug", ""),
            ("een ZWAF of geen ZWAF", "ZWAF ZWAF"),
            ("dan de ZWA zegt", "ZWA"),
            ("mevrouw de ZWA belde", ""),
            ("Kees de ZWA belde", ""),
            ("de JAN belde", ""),
            ("Het Zwammel belde", ""),
            ("gaf het Jansen terug", ""),
            ("gaf het JAN Jansen terug", ""),
            ("HET IS HET JANSEN ECHT", ""),
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
