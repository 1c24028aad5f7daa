//! Initials that stand for someone by themselves: `paraaf S.P.`, `(H.S.)`, `Ilse van Dam (IvD)`. In: what is decided of
//! the words. Out: the same for such initials.

use super::super::fold::hash;
use super::super::lexicon::{Cue, look_up};
use super::sight::View;
use super::{Ground, State};

/// More letters are an abbreviation.
const MOST: usize = 3;

/// Finds initials with full stops, two or three, where someone is meant.
pub fn find(view: &View<'_>, states: &mut [State]) {
    let mut at = 0;
    while at < states.len() {
        let count = dotted(view, states, at);
        if (2..=MOST).contains(&count) && is_someone(view, at, count) {
            states[at..at + count].fill(State::Found(Ground::Context));
        }
        at += count.max(1);
    }
}

/// So many people are introduced by their initials at most.
const MOST_INTRODUCED: usize = 16;

/// Finds initials that stand in brackets behind the name that they are short for, and the same elsewhere in the text, as
/// minutes have them.
pub fn find_introduced(view: &View<'_>, states: &mut [State]) {
    let mut introduced: Vec<&str> = Vec::new();
    for at in 1..states.len() {
        let token = &view.tokens[at];
        let short = token.capital && token.length <= MOST && states[at - 1].is_person();
        if short && view.between(at).trim_start() == "(" {
            let (_, letters) = written_as_one(view, at);
            if letters.len() > 1 && is_short_for_name(view, states, at, letters) {
                introduced.push(letters);
            }
            if introduced.len() == MOST_INTRODUCED {
                break;
            }
        }
    }
    if introduced.is_empty() {
        return;
    }
    for at in (0..states.len()).filter(|at| view.tokens[*at].capital && view.tokens[*at].length <= MOST) {
        let (count, letters) = written_as_one(view, at);
        if states[at] == State::Open && introduced.contains(&letters) {
            states[at..at + count].fill(State::Found(Ground::Spread));
        }
    }
}

/// How many tokens stand there with nothing between them, and what they are together: `RvD` is two.
fn written_as_one<'t>(view: &View<'t>, at: usize) -> (usize, &'t str) {
    let count = (at + 1..view.tokens.len()).take(MOST).take_while(|next| view.is_glued(*next)).count() + 1;
    (count, &view.text[view.tokens[at].start..view.tokens[at + count - 1].end])
}

/// Whether letters are those that the words of the name before them begin with; particles may lack.
fn is_short_for_name(view: &View<'_>, states: &[State], at: usize, letters: &str) -> bool {
    let mut letters = letters.chars().flat_map(char::to_lowercase).rev().peekable();
    let mut here = at;
    while letters.peek().is_some() && here > 0 && (here == at || view.joined(here)) {
        here -= 1;
        let word = &view.text[view.tokens[here].start..];
        let named = states[here].is_person() || view.is_initial(here);
        if named && word.chars().flat_map(char::to_lowercase).next() == letters.peek().copied() {
            letters.next();
        } else if !view.is_particle(here) {
            return false;
        } else if word.chars().next() == letters.peek().copied() {
            letters.next();
        }
    }
    letters.peek().is_none()
}

/// How many single capitals with a full stop stand in a row.
fn dotted(view: &View<'_>, states: &[State], at: usize) -> usize {
    let is_dotted = |at: usize| {
        let token = &view.tokens[at];
        token.capital && token.length == 1 && states[at] == State::Open && view.text[token.end..].starts_with('.')
    };
    let follows = |next: usize| next == at || view.tokens[next - 1].end + 1 == view.tokens[next].start;
    (at..states.len()).take_while(|next| is_dotted(*next) && follows(*next)).count()
}

fn is_someone(view: &View<'_>, at: usize, count: usize) -> bool {
    let next = at + count;
    let letters: String = (at..next).map(|at| &view.text[view.tokens[at].start..view.tokens[at].end]).collect();
    if !look_up(hash(&letters)).is_unlisted() || view.is_postscript(at) {
        return false;
    }
    let reads_on = view.joined(next) && view.tokens[next].capital;
    let behind = view.between(next).trim_start_matches('.').trim_start();
    let bracketed = view.between(at).ends_with(['(', '/']) && behind.starts_with([')', '/']);
    let cued = at > 0 && matches!(view.sights[at - 1].cue, Cue::Naming | Cue::Role | Cue::Title);
    let speaks = next < view.tokens.len() && view.sights[next].cue == Cue::Says;
    !reads_on && (bracketed || cued || speaks || behind.starts_with(':'))
}

#[cfg(test)]
mod tests {
    use super::super::super::lexicon::look_up_all;
    use super::super::super::tokens::tokenise;
    use super::super::{Room, find};

    #[test]
    fn initials_behind_the_name_that_they_are_short_for_are_found_everywhere() {
        for (text, names) in [
            ("Er waren Arjen Vlasblom (AV) en Els Bakker (HR).\n\nAV zweeg.", "Arjen Vlasblom; AV; Els Bakker; AV"),
            ("Dat zei Roelof van Dam (RvD, lid). RvD ging.", "Roelof van Dam; RvD; RvD"),
            ("Dat zei Roelof van Dam (RD).", "Roelof van Dam; RD"),
            ("Dat zei Roelof van Dam (OR).", "Roelof van Dam"),
        ] {
            let (mut tokens, mut classes, mut hits) = (Vec::new(), Vec::new(), Vec::new());
            tokenise(text, &mut tokens);
            look_up_all(&tokens, &mut classes);
            find(text, &tokens, &classes, &mut Room::default(), &mut hits);
            let found: Vec<_> = hits.into_iter().map(|hit| &text[hit.range]).collect();
            assert_eq!(found.join("; "), names, "{text}");
        }
    }
}
