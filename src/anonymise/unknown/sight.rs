//! One look at each word of a text. In: its tokens. Out: the classes of each word and how it is written,
//! with answers to what the judge asks of its neighbours.

use super::super::fold::{WordHash, hash, hashes};
use super::super::lexicon::{Classes, Cue, look_up};
use super::super::tokens::Token;
use super::things;

/// Classes that a name may have.
pub const NAME: Classes = Classes::GIVEN.or(Classes::SURNAME).or(Classes::GIVEN_ABROAD).or(Classes::SURNAME_ABROAD);

/// How many particles may stand in a name in a row: `van 't`, `van den`, with one to spare.
pub const MOST_PARTICLES: usize = 3;

/// Longer words are not taken apart.
const LONGEST_COMPOUND: usize = 40;

/// A word of the text.
#[derive(Clone, Copy, Debug)]
pub struct Sight {
    /// What the word may be.
    pub classes: Classes,
    /// What it tells of its neighbours.
    pub cue: Cue,
    /// Whether it has two capitals and more, and no small letter.
    pub capitals: bool,
    /// Whether a sentence starts with it, so that its capital tells nothing.
    pub first: bool,
    /// Whether it is the initial that ends the name of someone known: `Bakker J.`, or a name that is spelt.
    pub closes: bool,
    /// Whether it stands in a name of several words that is no person's: `Den Haag`.
    pub within_thing: bool,
}

/// A text with what one look at it shows.
#[derive(Clone, Copy, Debug)]
pub struct View<'t> {
    /// The text.
    pub text: &'t str,
    /// Its tokens.
    pub tokens: &'t [Token],
    /// As many sights.
    pub sights: &'t [Sight],
    /// Whether hardly a word has a capital, as in a hasty message.
    pub small: bool,
}

/// Looks at all tokens, of which the lists know these `classes`; `sights` is emptied first.
pub fn look(text: &str, tokens: &[Token], classes: &[Classes], sights: &mut Vec<Sight>) {
    sights.clear();
    for (at, (token, &classes)) in tokens.iter().zip(classes).enumerate() {
        let letters = &text[token.start..token.end];
        let capitals = token.capital && token.length > 1 && !letters.chars().any(char::is_lowercase);
        let first = at == 0 || {
            let between = || &text[tokens[at - 1].end..token.start];
            let short = || between().starts_with('.') && may_be_abbreviated(tokens, sights, at - 1);
            token.gap.starts_sentence() && starts_sentence(between(), short())
        };
        // `er` is a word, and `ER` a register.
        let is_word = !token.capital && classes.is(Classes::ABBREVIATION) && classes.is(Classes::ORDINARY);
        let classes = if is_word { classes.without(Classes::BRAND) } else { classes };
        let cue = if capitals && is_department(text, token) { Cue::None } else { classes.cue() };
        sights.push(Sight { classes, cue, capitals, first, closes: false, within_thing: false });
    }
    things::mark(text, tokens, sights);
}

/// Whether a full stop behind a token may be that of an initial, a title or another short form; behind `op` and the s of
/// `collega's` it ends a sentence.
fn may_be_abbreviated(tokens: &[Token], sights: &[Sight], at: usize) -> bool {
    let (token, sight) = (&tokens[at], &sights[at]);
    let word = !token.capital && token.length == 2 && sight.classes.is(Classes::ORDINARY);
    let plain = word || sight.cue == Cue::Pronoun || token.gap.is_apostrophe() || is_in_code(tokens, at);
    sight.cue == Cue::Title || (token.length <= 2 && !token.digits && !plain)
}

/// Whether a token stands behind a number and a hyphen: the L of `VH-382-L`.
fn is_in_code(tokens: &[Token], at: usize) -> bool {
    at > 0 && tokens[at].gap.is_hyphen() && tokens[at - 1].digits
}

/// Whether what reads as a title is a department: `HR-analytics`, `cursus voor HR. Prijs`, but not `HR. JANSEN`.
fn is_department(text: &str, token: &Token) -> bool {
    let mut behind = text[token.end..].chars().skip_while(|sign| matches!(sign, '.' | '-' | ' '));
    let next = [behind.next(), behind.next()];
    &text[token.start..token.end] == "HR" && next.into_iter().flatten().any(char::is_lowercase)
}

/// Whether a sentence may start after these signs; a full stop after a short word may be that of an
/// initial or a title.
fn starts_sentence(between: &str, after_short: bool) -> bool {
    let mut line_ended = false;
    between.chars().any(|sign| match sign {
        '.' => !after_short,
        '!' | '?' | ':' | ';' | '"' | '“' | '”' | '„' | '•' | '>' | '|' => true,
        '\n' => std::mem::replace(&mut line_ended, true),
        _ => false,
    })
}

impl<'t> View<'t> {
    /// The view of a text that was looked at.
    pub fn new(text: &'t str, tokens: &'t [Token], sights: &'t [Sight]) -> Self {
        const ONE_IN: usize = 25;
        let capitals = tokens.iter().filter(|token| token.capital).count();
        Self { text, tokens, sights, small: capitals * ONE_IN < tokens.len() }
    }

    /// Whether a token is this word, capitals and all.
    pub fn is(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| self.text[token.start..token.end] == *word)
    }

    /// What stands between a token and the one before it.
    pub fn between(&self, at: usize) -> &'t str {
        let start = if at == 0 { 0 } else { self.tokens[at - 1].end };
        let end = self.tokens.get(at).map_or(self.text.len(), |token| token.start);
        &self.text[start..end]
    }

    /// Whether a name may read on from the token before `at` to it.
    pub fn joined(&self, at: usize) -> bool {
        at > 0 && at < self.tokens.len() && {
            let gap = self.tokens[at].gap;
            let dotted =
                || self.is_initial(at - 1) || self.sights[at - 1].cue == Cue::Title || self.is_particle(at - 1);
            gap.joins(false) || (gap.joins(true) && !self.sights[at].first && dotted())
        }
    }

    /// What a word tells of its neighbours; a compound tells what its last part does: `tegenkandidaat`.
    pub fn cue(&self, at: usize) -> Cue {
        const SHORTEST: usize = 4;
        let (token, sight) = (&self.tokens[at], &self.sights[at]);
        let word = &self.text[token.start..token.end];
        if sight.cue != Cue::None
            || (token.capital && !sight.first)
            || token.digits
            || token.length > LONGEST_COMPOUND
            || !word.is_ascii()
        {
            return sight.cue;
        }
        let plural = ["s", "en"].iter().filter_map(|ending| word.strip_suffix(ending));
        if let Some(cue) = plural.map(|word| look_up(hash(word)).cue()).find(|cue| matches!(cue, Cue::Role | Cue::Kin))
        {
            return cue;
        }
        let parts = (SHORTEST..=word.len().saturating_sub(SHORTEST)).map(|start| look_up(hash(&word[start..])).cue());
        let tells = |cue: &Cue| matches!(cue, Cue::Role | Cue::Kin | Cue::OrganisationHead | Cue::PlaceHead);
        parts.into_iter().find(tells).unwrap_or_default()
    }

    /// Whether a word that no list has is made of two ordinary ones: `klachtenmensen`.
    pub fn is_compound(&self, at: usize) -> bool {
        const SHORTEST: usize = 3;
        let (token, sight) = (&self.tokens[at], &self.sights[at]);
        let word = &self.text[token.start..token.end];
        if !sight.classes.is_unlisted() || token.length > LONGEST_COMPOUND || !word.is_ascii() {
            return false;
        }
        let is_ordinary = |part: &str| look_up(hash(part)).is(Classes::ORDINARY);
        (SHORTEST..=word.len().saturating_sub(SHORTEST)).any(|middle| {
            let (first, last) = word.split_at(middle);
            last.len() > SHORTEST
                && is_ordinary(last)
                && (is_ordinary(first) || first.strip_suffix('s').is_some_and(is_ordinary))
        })
    }

    /// Whether the words in small letters around a token are hardly Dutch.
    pub fn is_among_strange(&self, at: usize) -> bool {
        const REACH: usize = 5;
        const FEWEST: usize = 3;
        let around = at.saturating_sub(REACH)..self.tokens.len().min(at + REACH + 1);
        let (mut strange, mut all) = (0, 0);
        for other in around.filter(|other| *other != at) {
            let (token, classes) = (&self.tokens[other], self.sights[other].classes);
            if token.capital || token.digits || token.length < 2 {
                continue;
            }
            all += 1;
            let dutch = classes.is(Classes::ORDINARY) || self.sights[other].cue != Cue::None || self.is_particle(other);
            strange += usize::from(!dutch);
        }
        strange >= FEWEST && strange * 2 >= all
    }

    /// Whether a line starts with a token that no sentence starts with.
    pub fn starts_line(&self, at: usize) -> bool {
        !self.sights[at].first && self.tokens[at].gap.has_line()
    }

    /// Whether a token is one capital, or two before a full stop (`Th.`); `P&O` has none.
    pub fn is_initial(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let behind = || self.text[token.end..].chars().next();
        let joined = self.text[..token.start].ends_with(['&', '+']);
        match token.length {
            1 => {
                token.capital
                    && !is_in_code(self.tokens, at)
                    && !self.sights[at].closes
                    && !joined
                    && !self.is_glued(at)
                    && !self.is_postscript(at)
                    // `IK STEL U AANSPRAKELIJK`
                    && !(self.is(at, "U") && behind() != Some('.'))
                    && !matches!(behind(), Some('&' | '/' | '+' | '0'..='9'))
            }
            2 => {
                let plain = !self.is_particle(at) && self.sights[at].cue != Cue::Title && !self.is(at, "Zn");
                token.capital && behind() == Some('.') && plain
            }
            _ => false,
        }
    }

    /// Whether nothing stands between a token and the one before it: the H of `GmbH`.
    pub fn is_glued(&self, at: usize) -> bool {
        at > 0 && self.tokens[at - 1].end == self.tokens[at].start
    }

    /// Whether a letter is the S or the P of a `P.S.` that a line or sentence starts with, or the B or the V of a `B.V.`
    /// behind a capital, at the end of a line.
    pub fn is_postscript(&self, at: usize) -> bool {
        let ends = |at: usize| at + 1 >= self.tokens.len() || self.tokens[at + 1].gap.has_line();
        let is_legal_form = |at: usize| {
            at > 0
                && (self.is(at, "B") || self.is(at, "N"))
                && self.is(at + 1, "V")
                && self.tokens[at - 1].capital
                && self.tokens[at].gap.joins(false)
                && ends(at + 1)
        };
        let is_postscript = |at: usize| {
            self.is(at, "P") && self.is(at + 1, "S") && (self.sights[at].first || self.tokens[at].gap.has_line())
        };
        let begins = |at: usize| is_postscript(at) || is_legal_form(at);
        begins(at) || (at > 0 && begins(at - 1))
    }

    /// Whether two or three capitals stand in brackets on a line of their own, as a writer's initials do.
    pub fn is_byline(&self, at: usize) -> bool {
        let (before, behind) = (self.between(at), self.between(at + 1));
        let begins = before.trim_end().ends_with('(') && (at == 0 || before.contains('\n'));
        let ends = behind.trim_start().starts_with(')') && (at + 1 == self.tokens.len() || behind.contains('\n'));
        self.sights[at].capitals && self.tokens[at].length <= 3 && begins && ends
    }

    /// Whether a word is a place that everyone knows. Some are called Israël or Van Brussel; the place is what
    /// is meant nearly always.
    pub fn is_place(&self, at: usize) -> bool {
        let classes = self.sights[at].classes;
        classes.is(Classes::RENOWNED) && !classes.is(Classes::GIVEN)
    }

    /// Whether a token may stand before a surname as a part of it.
    pub fn is_particle(&self, at: usize) -> bool {
        self.sights[at].classes.is(Classes::PARTICLE)
    }

    /// Whether a particle that hardly stands anywhere but in names stands before a word: `van den heuvel`.
    pub fn follows_old_particle(&self, at: usize) -> bool {
        const OLD: [&str; 5] = ["der", "den", "ter", "ten", "vd"];
        at > 0 && self.joined(at) && {
            let before = &self.tokens[at - 1];
            OLD.iter().any(|word| self.text[before.start..before.end].eq_ignore_ascii_case(word))
        }
    }

    /// Whether a comma or a line break, or both, part a token from the one before it, as a writer's name at the end.
    pub fn is_closing(&self, at: usize) -> bool {
        let between = self.between(at);
        at > 0 && between.contains([',', '\n']) && between.trim_matches([',', ' ', '\n']).is_empty()
    }

    /// Whether `van der` or `van den` stands before a word, as it does in names and hardly anywhere else.
    pub fn follows_van_der(&self, at: usize) -> bool {
        const VAN: [WordHash; 3] = hashes(["fan", "van", "von"]);
        const DER: [WordHash; 2] = hashes(["den", "der"]);
        at > 1
            && self.joined(at)
            && self.joined(at - 1)
            && DER.contains(&self.tokens[at - 1].hash)
            && VAN.contains(&self.tokens[at - 2].hash)
    }

    /// Whether a token is the `'t` of `van 't hof`.
    pub fn is_article_cut_short(&self, at: usize) -> bool {
        self.tokens[at].length == 1
            && self.between(at).ends_with(['\'', '’', '‘', '`'])
            && (self.is(at, "t") || self.is(at, "T"))
    }

    /// Whether a particle is a preposition that begins no surname by itself: `in`, `op`, unlike `van` and `te`.
    pub fn is_preposition(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        matches!(self.sights[at].cue, Cue::PlacePreposition | Cue::AgentPreposition)
            && !["van", "te"].iter().any(|word| self.text[token.start..token.end].eq_ignore_ascii_case(word))
    }

    /// The last token before `at` that is no particle, and how many particles stand between, all joined.
    pub fn before_particles(&self, at: usize) -> (Option<usize>, usize) {
        let mut particles = 0;
        let mut here = at;
        while self.joined(here) && particles <= MOST_PARTICLES {
            if !self.is_particle(here - 1) {
                return (Some(here - 1), particles);
            }
            particles += 1;
            here -= 1;
        }
        (None, particles)
    }

    /// The first token after `at` that is no particle, and how many particles stand between, all joined.
    pub fn after_particles(&self, at: usize) -> Option<(usize, usize)> {
        let mut particles = 0;
        let mut here = at + 1;
        while self.joined(here) && particles <= MOST_PARTICLES {
            if !self.is_particle(here) || self.is_initial(here) {
                return Some((here, particles));
            }
            particles += 1;
            here += 1;
        }
        None
    }

    /// Whether a token stands among capitals, so that its own tell nothing.
    pub fn is_shouted(&self, at: usize) -> bool {
        let shouts = |at: usize| self.sights.get(at).is_some_and(|sight| sight.capitals);
        shouts(at) && ((at > 0 && self.joined(at) && shouts(at - 1)) || (self.joined(at + 1) && shouts(at + 1)))
    }

    /// Whether a token is a number in Roman figures, as sovereigns have.
    pub fn is_roman(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        self.text[token.start..token.end].chars().all(|figure| matches!(figure, 'I' | 'V' | 'X'))
    }

    /// Whether a token is written as a name may be: with a capital, or in capitals throughout.
    pub fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.capital && token.length > 1)
    }

    /// The capitals in a row that a word stands among, from the first to the last: `Van der Berg`. A word
    /// that tells something of its neighbours is none of them.
    pub fn run(&self, at: usize) -> (usize, usize) {
        const LONGEST: usize = 4;
        let belongs = |at: usize| {
            let sight = &self.sights[at];
            self.tokens[at].capital
                && (sight.cue == Cue::None || sight.cue == Cue::OrganisationHead || self.is_particle(at))
                && !sight.classes.is(Classes::INHABITANT)
        };
        let (mut first, mut last) = (at, at);
        for _ in 0..LONGEST {
            let reached = (first, last);
            if let (Some(before), _) = self.before_particles(first)
                && belongs(before)
            {
                first = before;
            }
            if let Some((next, _)) = self.after_particles(last)
                && belongs(next)
            {
                last = next;
            }
            if reached == (first, last) {
                break;
            }
        }
        (first, last)
    }
}
