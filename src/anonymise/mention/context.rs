//! What stands beside a word that may be a name or not. In: where it stands. Out: whether someone is
//! meant: who says something, is greeted, or signs.

use std::sync::OnceLock;

use super::{Finder, Run, SHORT};
use crate::anonymise::fold::{HashKeyed, WordHash, hash, hashes};
use crate::anonymise::lexicon::Classes;
use crate::anonymise::names::Word;
use crate::anonymise::people::ParticleClass;

/// What a word tells about its neighbour.
#[derive(Clone, Copy, Default)]
pub(super) struct Role(u8);

impl Role {
    /// A person does so: `zegt`, `belde`.
    pub(super) const SPEAKS: u8 = 1;
    /// A person or a thing does so: `is`, `ligt`.
    pub(super) const ACTS: u8 = 2;
    /// Before a name, at the start or the end of a letter: `beste`, `groet`.
    const GREETS: u8 = 4;
    /// Before whoever said or did something: `volgens`, `collega`.
    const POINTS: u8 = 8;
    /// Before a noun: `de`, `een`, `mijn`.
    const DETERMINES: u8 = 16;
    /// After a name that has no verb: `ook`, `zelf`.
    const FOLLOWS: u8 = 32;
    /// Stands without an article in any sentence: `groot`, `goud`, `zomer`.
    const BARE: u8 = 64;
    /// Before a person rather than a thing, where no article stands between: `met`, `tegen`.
    pub(super) const TOUCHES: u8 = 128;

    pub(super) fn is(self, bits: u8) -> bool {
        self.0 & bits != 0
    }
}

const SPEAKS: &str = "zegt zei zeggen zeiden zegde vroeg vraagt vroegen vragen schreef schrijft schreven schrijven \
    belde belt belden bellen mailde mailt mailden mailen appte appt antwoordde antwoordt antwoordden reageerde \
    reageert reageerden vertelde vertelt vertelden verklaarde verklaart meldde meldt meldden beloofde belooft \
    beloofden lachte lacht lachten noemde noemt noemden beweerde beweert beweerden bevestigde bevestigt snauwde \
    riep roept mompelde zuchtte grinnikte glimlachte knikte zweeg zwijgt luisterde luistert begreep begrijpt vindt \
    vond vonden weet wist wisten denkt dacht dachten hoopt meent meende wilde wilden weigerde weigert weigerden \
    verbond excuseerde stuurde stuurt stuurden verwees verwijst ontkende ontkent adviseerde adviseert verzekerde \
    verzekert herhaalde sprak spreekt spraken deden keek kijkt mag mocht hoorde hoort leest las typte beantwoordde \
    beloven probeerde probeert zou vergat vergeet behandelt behandelde regelt regelde zocht zoekt haalde haalt \
    toonde toont heet heette liet laat deed doet gaf nam kreeg legde";

const ACTS: &str = "is was waren zijn heeft had hebben hadden moet moest moesten wil wordt werd staat stond zit zat \
    ligt lag lijkt leek loopt liep rijdt reed valt viel draait maakt maakte zet zette ging gaat gingen kwam komt \
    kwamen bleef blijft kan kon hangt hing bleek blijkt begon begint zal hielp helpt bracht brengt doen krijgt \
    lieten werkt werkte geeft gaven neemt namen deelde deelt stelde stelt";

const GREETS: &str = "beste geachte hallo hoi hai hi hey ha dag lieve goedemorgen goedemiddag goedenavond goededag \
    goeiemorgen goeiedag morgen moi hee heej dear hello groet groeten groetjes gr mvg hoogachtend vrgr liefs bedankt \
    dank dankjewel namens ondertekend getekend cc aan";

const POINTS: &str = "collega collegas medewerker medewerkster behandelaar volgens zei zegt schreef antwoordde vroeg \
    vraag vraagt belde mailde appte aldus meester buurman buurvrouw oom tante chef stagiair stagiaire receptioniste \
    telefoniste consulent consulente adviseur adviseuse juriste jurist docent docente cursusleider notitie ene heet \
    genaamd heette verklaarde vindt vond lachte beloofde riep hoorde";

const DETERMINES: &str = "de het een den der des t n mijn jouw uw zijn haar ons onze hun jullie die dat deze dit geen \
    elke elk iedere ieder welke welk alle veel weinig meer minder wat enkele sommige zulke zulk zo n beide twee drie \
    vier vijf zes half halve eerste tweede laatste goede slechte nieuwe oude grote kleine echte";

const FOLLOWS: &str = "ook zelf niet nooit altijd dus toen daarna inmiddels intussen eveneens helaas gelukkig nog \
    weer steeds echter";

/// Words that are names as well and need no article, so that they tell little by themselves.
const BARE: &str = "groot grote klein kleine lang lange kort korte wit witte zwart zwarte bruin bruine groen groene \
    blauw blauwe rood rode grijs geel jong jonge oud oude goed goede mooi mooie wild wilde stil stille snel snelle hard \
    zacht vroom wijs wijze recht krom dik dun scherp zwaar nieuw nieuwe vrij sterk rijk arm warm koud zoet bloot bol fijn \
    vlug flink eerlijk blij boos bang gek dom slim net echt vers los vast breed smal hoog laag diep ruim trouw goud \
    zilver koper brons ijzer staal zand klei steen hout water vuur brand wind storm regen sneeuw vorst loon geld brood \
    kaas boter melk bier wijn vlees kip vis zalm graan haver zout peper suiker honing was wol leer verf olie gas licht \
    post werk druk spel haast zomer winter lente herfst mei april maart juni augustus januari morgen avond nacht dag \
    vandaag nu wil is ben bent bel belt bleek ging kwam pak ros over onder voor achter binnen buiten boven beneden door \
    links rechts hoop vrede vreugde lust liefde bos veld berg dijk huis thuis kerk school zee land bank bed kantoor \
    noord zuid oost west vol leeg half heel meer minder van der den ter ten sla kaart mos riet gras hooi \
    stro roest rook as mist dauw rust slaap klaar";

const TOUCHES: &str = "met aan door tegen via van bij";

pub(super) fn role(word: u64) -> Role {
    static ROLES: OnceLock<HashKeyed<Role>> = OnceLock::new();
    let roles = ROLES.get_or_init(|| {
        let mut roles = HashKeyed::<Role>::default();
        for (words, bit) in [
            (SPEAKS, Role::SPEAKS),
            (ACTS, Role::ACTS),
            (GREETS, Role::GREETS),
            (POINTS, Role::POINTS),
            (DETERMINES, Role::DETERMINES),
            (FOLLOWS, Role::FOLLOWS),
            (BARE, Role::BARE),
            (TOUCHES, Role::TOUCHES),
        ] {
            words.split_whitespace().for_each(|word| roles.entry(hash(word)).or_default().0 |= bit);
        }
        roles
    });
    roles.get(&word).copied().unwrap_or_default()
}

impl Finder<'_> {
    /// Whether a word greets whose name follows: `Gr. Jan`.
    pub(super) fn greets(&self, at: usize) -> bool {
        role(self.token(at).hash).is(Role::GREETS)
    }

    /// Whether a name that is an ordinary word as well reads as a name at the start of a sentence: someone
    /// does something, or the word stands alone.
    pub(super) fn begins_as_person(&self, run: Run) -> bool {
        let next = run.last + 1;
        if self.stands_alone(run) {
            return true;
        }
        let Some(token) = self.search.tokens.get(next) else { return true };
        if self.stands_for_others(next) {
            return true;
        }
        if token.gap.has_comma() {
            // `Snoek, van de receptie`, and not `Bakker, slager, iedereen`.
            return !self.search.is_plain(token)
                || self.word(next).particle().is_some()
                || role(token.hash).is(Role::DETERMINES);
        }
        if !self.joined(next) {
            // A sentence or a cell of one word.
            return true;
        }
        if token.capital || token.gap.is_hyphen() {
            return false;
        }
        if token.hash == hash("en") {
            return self.joined(next + 1) && self.token(next + 1).capital;
        }
        let role = role(token.hash);
        // `Khan told me`
        let foreign = self.search.classes[next].is(Classes::FOREIGN);
        foreign || (role.is(Role::SPEAKS | Role::ACTS | Role::FOLLOWS) && !self.is_inverted(next))
    }

    /// Whether a word in small letters that is an ordinary one as well reads as a name; more often so where
    /// the record names that person.
    pub(super) fn reads_as_person(&self, run: Run, named: bool) -> bool {
        self.is_addressed(run) || (!role(self.token(self.core).hash).is(Role::BARE) && self.lacks_article(run, named))
    }

    /// Whether a surname of ordinary words in small letters, with all its particles, stands where a person does: `met de
    /// lange had ik`, `als van leeuwen er niet is`, and not `de lange wachttijd`.
    pub(super) fn reads_as_surname(&self, run: Run) -> bool {
        const PREPOSITIONS: [WordHash; 12] =
            hashes(["met", "door", "tegen", "via", "aan", "bij", "namens", "naar", "over", "voor", "op", "volgens"]);
        const OTHERS: [WordHash; 12] =
            hashes(["als", "dat", "omdat", "of", "en", "toen", "want", "is", "heeft", "had", "sprak", "belde"]);
        const AFTER: [WordHash; 16] = hashes([
            "al",
            "er",
            "mij",
            "me",
            "hem",
            "haar",
            "ons",
            "niks",
            "niets",
            "nu",
            "gisteren",
            "vandaag",
            "terug",
            "die",
            "gebeld",
            "gesproken",
        ]);
        let is = |at: usize, list: &[WordHash]| list.contains(&self.token(at).hash);
        let next = run.last + 1;
        let ends = next >= self.search.tokens.len() || !self.continues(next);
        let acts = !ends
            && (role(self.token(next).hash).is(Role::SPEAKS | Role::ACTS | Role::FOLLOWS)
                || self.word(next).is(Word::PRONOUN)
                || is(next, &AFTER));
        if !self.joined(run.first) {
            return (ends && self.stands_alone(run)) || self.speaks(next);
        }
        let before = run.first - 1;
        let preposition = is(before, &PREPOSITIONS);
        // `bij van leeuwen`, `van in 't hout`: no other word stands between two prepositions.
        let within = is(run.first, &hashes(["van", "vd", "v"]));
        let after_preposition = (preposition || !within && is(before, &hashes(["van"])))
            && (within || self.word(run.first).particle().is_some_and(ParticleClass::is_preposition));
        let leads = preposition || is(before, &OTHERS) || role(self.token(before).hash).is(Role::GREETS | Role::POINTS);
        after_preposition || leads && (within && !preposition || ends || acts)
    }

    /// Whether a noun stands there as no noun does: without an article, where one of a person may.
    fn lacks_article(&self, run: Run, named: bool) -> bool {
        let before = |back: usize| {
            let at = run.first.checked_sub(back).filter(|&at| (at + 1..=run.first).all(|next| self.continues(next)));
            at.map(|at| self.token(at).hash)
        };
        let is = |word: Option<WordHash>, list: &[WordHash]| word.is_some_and(|word| list.contains(&word));
        let next = run.last + 1;
        // `de haan` is a noun with its article, `kok en ober` are two nouns.
        if self.token(self.core).length <= SHORT || run.first < run.last || self.is_first_of_nouns(next) {
            return false;
        }
        let comma = self.token(run.first).gap.has_comma();
        if comma || before(1).is_none() {
            let begins = self.joined(next) && role(self.token(next).hash).is(Role::ACTS) && !self.is_inverted(next);
            return begins || (named && self.stands_alone(run)) || self.is_quoted(next);
        }
        if is(before(1), &hashes(["die", "jullie"])) {
            // `die snoek van jullie`
            let after = |place: usize, list: &[WordHash]| self.joined(place) && is(Some(self.token(place).hash), list);
            return after(next, &hashes(["van"])) && after(next + 1, &hashes(["jullie", "u"]));
        }
        const MET: [WordHash; 8] = hashes(["sprak", "spreek", "kreeg", "trof", "belde", "mailde", "had", "krijg"]);
        const PRONOUNS: [WordHash; 8] = hashes(["ik", "we", "wij", "hij", "zij", "ze", "u", "je"]);
        if is(before(1), &MET) && is(before(2), &PRONOUNS) || is(before(1), &PRONOUNS) && is(before(2), &MET) {
            return true;
        }
        if before(1).is_some_and(|word| role(word).is(Role::TOUCHES)) {
            return named || !is(before(1), &hashes(["van", "bij"]));
        }
        const CLAUSES: [WordHash; 12] =
            hashes(["dat", "omdat", "als", "toen", "of", "want", "nadat", "terwijl", "zodra", "wanneer", "en", "maar"]);
        is(before(1), &CLAUSES) && self.joined(next) && (named || role(self.token(next).hash).is(Role::ACTS))
    }

    /// Whether another noun, which names nobody, is joined to the one before: `kok en ober`.
    fn is_first_of_nouns(&self, next: usize) -> bool {
        let joins = self.joined(next) && hashes(["en", "of"]).contains(&self.token(next).hash);
        joins && self.joined(next + 1) && {
            let other = self.token(next + 1);
            self.search.is_plain(other) && !self.search.is_of_anyone(other) && !self.word(next + 1).is(Word::PRONOUN)
        }
    }

    /// Whether what someone says stands behind a colon.
    fn is_quoted(&self, next: usize) -> bool {
        let end = self.token(next - 1).end;
        self.search.text[end..].starts_with(':')
    }

    /// Whether a word is greeted, signs or speaks, as people do alone.
    fn is_addressed(&self, run: Run) -> bool {
        let before = run.first.checked_sub(1);
        let near = before.filter(|_| self.continues(run.first));
        let role_before = near.map(|at| role(self.token(at).hash)).unwrap_or_default();
        let comma = self.token(run.first).gap.has_comma();
        if near.is_some_and(|at| self.token(at).length == 1) && !role_before.is(Role::GREETS | Role::POINTS) {
            return false;
        }
        if role_before.is(Role::GREETS) {
            // `beste visser`, and at the end `groet, roos`; not `beste bakker van het dorp`.
            return !self.joined(run.last + 1) || self.token(run.last + 1).gap.has_line();
        }
        if self.signs(run) {
            return true;
        }
        if role_before.is(Role::DETERMINES) && !comma {
            return false;
        }
        if role_before.is(Role::POINTS) && !comma {
            return self.speaks(run.last + 1) || !self.takes_noun(run.last + 1);
        }
        self.speaks(run.last + 1) && self.may_begin_clause(run.first)
    }

    /// Whether a name stands alone on its line or in its cell.
    fn stands_alone(&self, run: Run) -> bool {
        let begins = !self.token(run.first).gap.joins(true) || self.token(run.first).gap.has_line();
        let ends = self.search.tokens.get(run.last + 1).is_none_or(|next| !next.gap.joins(true) || next.gap.has_line());
        begins && ends
    }

    /// Whether a name stands on a line of its own below a farewell: `groet,\nroos`.
    fn signs(&self, run: Run) -> bool {
        let Some(before) = run.first.checked_sub(1) else { return false };
        const FAREWELLS: [WordHash; 8] =
            hashes(["groet", "groeten", "groetjes", "gr", "mvg", "hoogachtend", "vrgr", "liefs"]);
        let after_farewell = FAREWELLS.contains(&self.token(before).hash);
        after_farewell && self.stands_alone(run)
    }

    /// Whether the same sentence goes on from the token before, over a comma too.
    fn continues(&self, at: usize) -> bool {
        let gap = self.token(at).gap;
        gap.joins_after_surname() && !gap.has_dot()
    }

    /// Whether someone says or does something there: `zei`, `en haan zeggen`.
    fn speaks(&self, at: usize) -> bool {
        if !self.joined(at) {
            return false;
        }
        let is_and = self.token(at).hash == hash("en");
        let at =
            if is_and && self.joined(at + 2) && self.search.is_of_anyone(self.token(at + 1)) { at + 2 } else { at };
        role(self.token(at).hash).is(Role::SPEAKS) && !self.is_inverted(at)
    }

    /// Whether the verb at `at` has its subject behind it: `roos kreeg ik`.
    fn is_inverted(&self, at: usize) -> bool {
        self.joined(at + 1) && self.word(at + 1).is(Word::PRONOUN) && {
            const OBJECTS: [WordHash; 4] = hashes(["het", "dit", "dat", "er"]);
            !OBJECTS.contains(&self.token(at + 1).hash)
        }
    }

    /// Whether a noun of two words may stand there: `volgens bakker brood`.
    fn takes_noun(&self, at: usize) -> bool {
        self.joined(at)
            && !self.token(at).digits
            && !role(self.token(at).hash).is(Role::DETERMINES | Role::FOLLOWS | Role::ACTS)
            && {
                const LINKS: [WordHash; 13] =
                    hashes(["dat", "van", "met", "om", "over", "mij", "me", "aan", "nee", "ja", "bij", "naar", "wel"]);
                !LINKS.contains(&self.token(at).hash)
            }
    }

    /// Whether the word before leaves room for a subject: nothing, a conjunction or a verb, no adjective.
    fn may_begin_clause(&self, at: usize) -> bool {
        let gap = self.token(at).gap;
        if at == 0 || gap.starts_sentence() || gap.has_comma() || gap.has_line() {
            return true;
        }
        const CONJUNCTIONS: [WordHash; 18] = hashes([
            "en",
            "maar",
            "want",
            "dus",
            "of",
            "toen",
            "dat",
            "omdat",
            "als",
            "terwijl",
            "daarna",
            "vervolgens",
            "nadat",
            "hoe",
            "waarom",
            "wat",
            "dan",
            "ook",
        ]);
        let before = self.token(at - 1);
        CONJUNCTIONS.contains(&before.hash) || role(before.hash).is(Role::SPEAKS | Role::ACTS)
    }
}
