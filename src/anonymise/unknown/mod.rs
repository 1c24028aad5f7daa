//! Unknown people. In: a text and what is known in it already. Out: the names of people whom no field
//! names, found by signs: what lexicons say of a word, how it is written, and what stands around it.

mod announced;
mod article;
mod endings;
mod headed;
mod initials;
mod judge;
mod names;
mod opening;
mod points;
mod sight;
mod sign;
mod signs;
mod small;
mod things;
mod times;
#[cfg(test)]
mod weigh;
mod work;

use super::lexicon::Classes;
use super::mask::Kind;
use super::resolve::Hit;
use super::tokens::Token;
use sight::{Sight, View};

/// Room that one search leaves to the next.
#[derive(Debug, Default)]
pub struct Room {
    sights: Vec<Sight>,
    states: Vec<State>,
    weighed: Vec<judge::Weighed>,
}

/// What is decided of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// It names nobody, as far as is seen.
    #[default]
    Open,
    /// It names someone whom the record or the register knows.
    Known,
    /// It is part of something else that is masked.
    Taken,
    /// It names someone.
    Found(Ground),
}

impl State {
    /// Whether it names a person.
    pub fn is_person(self) -> bool {
        matches!(self, Self::Known | Self::Found(_))
    }
}

/// Why a word is taken for a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// Lists of names have it, and nothing around it speaks against it.
    Listed,
    /// What stands around it, and how it is written.
    Context,
    /// It was found elsewhere in the text.
    Spread,
}

/// Adds the names of unknown people to `hits`, which holds what else was found, resolved; `classes` is what the lists
/// call each token.
pub fn find(text: &str, tokens: &[Token], classes: &[Classes], room: &mut Room, hits: &mut Vec<Hit>) {
    sight::look(text, tokens, classes, &mut room.sights);
    mark_known(tokens, hits, &mut room.states, &mut room.sights);
    let view = View::new(text, tokens, &room.sights);
    judge::judge(&view, &mut room.states, &mut room.weighed);
    if names::spread(&view, &mut room.states) {
        judge::judge_again(&view, &mut room.states);
    }
    initials::find(&view, &mut room.states);
    initials::find_introduced(&view, &mut room.states);
    names::collect(&view, &room.states, hits);
}

fn mark_known(tokens: &[Token], hits: &[Hit], states: &mut Vec<State>, sights: &mut [Sight]) {
    states.clear();
    states.resize(tokens.len(), State::Open);
    for hit in hits {
        let first = tokens.partition_point(|token| token.end <= hit.range.start);
        let state = if hit.meaning.kind() == Kind::Person { State::Known } else { State::Taken };
        let within = tokens[first..].iter().take_while(|token| token.start < hit.range.end).count();
        states[first..first + within].fill(state);
        // What stands for a sign alone, the `@` before a name, covers no token.
        let Some(last) = (first + within).checked_sub(1) else { continue };
        if state == State::Known && within > 1 && tokens[last].length == 1 {
            sights[last].closes = true;
            if let Some(next) = tokens.get(last + 1).filter(|next| next.gap.has_dot()) {
                sights[last + 1].first |= next.capital;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::lexicon::look_up_all;
    use super::super::tokens::tokenise;
    use super::{Room, find};

    pub(super) fn people(text: &str) -> String {
        let (mut tokens, mut classes, mut hits) = (Vec::new(), Vec::new(), Vec::new());
        tokenise(text, &mut tokens);
        look_up_all(&tokens, &mut classes);
        find(text, &tokens, &classes, &mut Room::default(), &mut hits);
        hits.iter().map(|hit| &text[hit.range.clone()]).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn a_full_stop_behind_a_word_a_code_or_a_bracket_begins_a_sentence_and_behind_an_initial_it_does_not() {
        for (text, found) in [
            ("Volgens artikel 4.12. Heeft drie keer gebeld.", ""),
            ("Dat zei hij tegen mijn collega's. Daarop zweeg hij.", ""),
            ("Het ging om VH-382-L. Sindsdien betaal ik.", ""),
            ("De cursus is in Rijswijk (ZH). Kosten zijn er niet.", ""),
            ("Dag Coen,\n\nEven tussen twee diensten door.", "Coen"),
            ("Dat zei mevrouw J. de Vries.", "J. de Vries"),
        ] {
            assert_eq!(people(text), found, "{text}");
        }
    }

    #[test]
    fn what_stands_where_names_do_and_is_a_department_a_town_or_a_unit_stays() {
        for (text, found) in [
            ("Zij volgt de leergang HR-analytics.", ""),
            ("Dat weet het team Klant & Markt.", ""),
            ("Ik kreeg 2.180 Euro te weinig.", ""),
            ("Mei was de afgesproken maand.", ""),
            (
                "Dat zou voor April klaar zijn, of eind Mei, tussen Juni en Juli of na Vrijdag. Met Kerst niet. De factuur van Juli.",
                "",
            ),
            ("Er is veel mis. Punt 4 klopt niet. Kort daarna belde ik. Groot was mijn verbazing. Hoop dat u belt.", ""),
            ("Er is veel mis. Kort belde gisteren. Visser niet bereikbaar.", "Kort; Visser"),
            ("Met vriendelijke groet,\nL.W. Chen\nDelft\n", "L.W. Chen"),
            ("HOOFD INKOOP\nBETUWE POMPEN B.V.\nAfd. Inkoop\n", ""),
        ] {
            assert_eq!(people(text), found, "{text}");
        }
    }

    #[test]
    fn what_is_called_after_its_work_or_kind_stays_and_who_is_announced_goes() {
        for (text, found) in [
            ("Bij Salaris zei men niets. Zij is adviseur Arbeid. De Coördinator Examens belde mij terug.", ""),
            ("In strijd met bijlage XIII van het Arbobesluit, met cursuscode BE-0477/19/LX.", ""),
            ("De koppeling met Loonpunt hapert, en wij gebruiken Roostermaat niet. Ik vroeg om de Ledenkaart.", ""),
            ("Zij nam Ons Blad aan in Hotel Haarhuis, Gebouw De Hoek en de Laan van Meerdervoort.", ""),
            ("De cao Kappers en de cao Zorgvervoer en Taxi. De cao Jansen stuurde, klopt niet.", "Jansen"),
            ("De opleiding Kok Zelfstandig Werkend is vol.", ""),
            ("wij zaten in zaal vermeer en bij hotel haarhuis, in zaal kees bakker niet.", "kees bakker"),
            ("Opslaan lukt niet, Annuleren wel. De trainer van Klachtbehandeling was ziek op Wereldvrouwendag.", ""),
            ("mijn engelse collega, duits en engels, en jan engels", "jan engels"),
            ("DE BIJEENKOMST WAS IN PIJNACKER, ZEI PIJNACKER", "PIJNACKER"),
            ("IK STEL U AANSPRAKELIJK, MEVROUW JANSEN", "JANSEN"),
            ("Serienummer 5CG1234XYZ, bij sint jozef en albert heijn.", ""),
            ("Het thema was Hoop, de cursus Scherp aan de Wind. De nieuwsbrief Tuin & Doen. De factuur van Mei.", ""),
            ("Dat moet niet Oosterhout zijn. Wil graag gebeld worden. Dat is ONBESCHOFT.", ""),
            ("Beste Mensen,\n\nIk wacht nog.", ""),
            ("Bedrijf: Stobbe & Zn. Loonwerken", "Stobbe"),
            ("Van jullie. Van Els van den Eijnden dus.", "Els van den Eijnden"),
            ("Dat was in De Grote Zaal.", ""),
            ("Zwammelpeel, 9 december 2025\n\nGeachte directie", ""),
            ("Dat zei mevrouw Salaris tegen Jan Arbeid.", "Salaris; Jan Arbeid"),
            (
                "Daar waren Gerlinde Zaal-de Jonge, Anja & Hal en Kees Hof.",
                "Gerlinde Zaal-de Jonge; Anja; Hal; Kees Hof",
            ),
            ("Salah van Cursusbeheer belde. Meneer Goh belde.\n\nGoh Wei Liang", "Salah; Goh; Goh Wei Liang"),
            ("Joyce van Salaris belde. Toen belde Wijntuin mij.", "Joyce; Wijntuin"),
        ] {
            assert_eq!(people(text), found, "{text}");
        }
    }

    #[test]
    fn a_word_that_is_a_name_too_stays_where_a_sentence_opens_with_it_and_goes_where_it_does_what_people_do() {
        for (text, found) in [
            ("Er is veel mis. Post kreeg ik pas na twee weken. Rust was er niet. Zoet was de koffie.", ""),
            ("Er is veel mis. Vos en haas stonden op de toets. Stap voor stap liep het mis.", ""),
            ("Onderwerp:\n- Zaal: te klein\n- Prijs: te hoog", ""),
            ("Dat weet de afdeling Post. Het ging om de module Water.", ""),
            ("Er is veel mis. Post belde mij om tien uur.", "Post"),
            ("Dat zei mevrouw Post. J. Rust was er ook. Ik sprak met Storm.", "Post; J. Rust; Storm"),
            (
                "Gisteren belde Willem Rook. Rook van de technische dienst zei niets. Rook zagen wij niet.",
                "Willem Rook; Rook",
            ),
        ] {
            assert_eq!(people(text), found, "{text}");
        }
    }

    #[test]
    fn a_name_is_found_where_it_looks_like_a_place_a_greeting_or_an_abbreviation() {
        for (text, found) in [
            ("Dat zegt Te Brake.", "Te Brake"),
            ("di 3/3 Bert-Jan: 100 procent", "Bert-Jan"),
            ("Dat zei Titia fan der Wal ons.", "Titia; der Wal"),
            ("Onze voorzitter, Haije-Jan Kloosterman, komt.", "Haije-Jan Kloosterman"),
            ("Portier Hassan was er snel bij.", "Hassan"),
            ("Onze vraag is of Ibo Şimşek komt.", "Ibo Şimşek"),
            ("NOG NAVRAGEN BIJ SASKIA.", "SASKIA"),
            (
                "Ik belde na Jan, en sprak met mevrouw Vrijdag. Dat is voor Mei Lin. De vrouw van April belde.",
                "Jan; Vrijdag; Mei Lin; April",
            ),
            ("Dat zei mevrouw Tjon A Fat ons.", "Tjon A Fat"),
            ("Wij vroegen voorzitter Van Lanschot om een brief.", "Van Lanschot"),
            ("Ik sprak een mevrouw van groothuizer, en die wist niets.", "van groothuizer"),
            ("DAT ZEI DHR. HOEKSTRA-BAKKER ONS.", "HOEKSTRA-BAKKER"),
            ("Toen kwam Frans Oude Elferink. Oude Elferink zweeg.", "Frans Oude Elferink; Oude Elferink"),
        ] {
            assert_eq!(people(text), found, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        /// Each rule looks at the neighbours of a word, which may not be there: a text ends anywhere.
        #[test]
        fn a_text_that_ends_anywhere_is_read_to_its_end(
            words in prop::collection::vec(prop::sample::select(vec![
                "Van", "van", "VAN", "der", "den", "DER", "v", "d", "'t", "ter", "in", "uit", "de", "Het", "het", "een", "A", "J", "j", "B",
                "V", "P", "S", "Berg", "berg", "BERG", "Bosch", "Haag", "haag", "Post", "post", "Jan", "jan", "JAN", "Mark", "mark", "Tanaka",
                "hiroshi", "vandermeer", "Kerk", "Mei", "mei", "3", "2026", "6681", "BL", "Hoi", "Beste", "Naam", "naam", "mevrouw", "DHR",
                "dhr", "Mr", "buurman", "directeur", "mijn", "onze", "zei", "belde", "heet", "genaamd", "is", "was", "er", "ik", "je", "en",
                "of", "Zn", "Sr", "III", "tot", "artikel", "afdeling", "Ledenkaart", "sub", "volgens", "niet", "naar", "Wil", "dat", "u",
            ]), 1..9),
            signs in prop::collection::vec(prop::sample::select(vec![
                " ", " ", " ", ", ", ". ", ".", "-", "\n", "\n\n", ": ", " (", ") ", "/", " & ", "'", "; ", "\"", "",
            ]), 9),
        ) {
            let text: String = words.iter().zip(&signs).flat_map(|(word, sign)| [*word, *sign]).collect();
            people(&text);
        }
    }
}
