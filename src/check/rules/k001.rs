//! K001: not a complaint file, a settings file that is no YAML, or a wrong line of `vernietigd.csv`.

use crate::check::{Check, Draft, Rule};
use crate::complaint::Why;
use crate::finding::Code;
use crate::register::{NoRecord, WhyWrong, WrongLine};
use crate::source::{FrontMatterFault, Span};
use crate::yaml::FaultKind;

pub(super) const RULE: Rule =
    Rule { code: Code::new(1), name: "not-a-complaint-file", page: include_str!("k001.md"), check: Check::File(check) };

fn check(why: &NoRecord) -> Draft {
    let broken = match why {
        NoRecord::Unreadable(reason) => {
            return Draft::error(Span::default(), format!("dit bestand is niet te lezen: {reason}"))
                .help("kijk of het bestand er nog is en of u het mag openen");
        }
        NoRecord::Folder => {
            return Draft::error(Span::default(), "dit is geen bestand maar een map")
                .help("zet het klachtbestand zelf op deze plaats; geef wat hier geen klacht is een naam zonder .md");
        }
        NoRecord::NotUtf8(place) => {
            return Draft::error(Span::default(), "vanaf hier is dit geen gewone tekst (UTF-8)").place(*place).help(
                "open het bestand in Kladblok of een andere editor en sla het op met de codering UTF-8; een bestand van \
                 Word slaat u eerst in Word op als tekst zonder opmaak",
            );
        }
        NoRecord::ErasedLine(line) => return wrong_line(*line),
        NoRecord::Broken(broken) => broken,
    };
    let (message, help) = words(broken.why);
    Draft::error(broken.at, message).help(help)
}

/// A line of `vernietigd.csv` that cannot be counted.
fn wrong_line(line: WrongLine) -> Draft {
    let message = match line.why {
        WhyWrong::Header => "de eerste regel noemt niet de kolommen die dit bestand hoort te hebben".to_owned(),
        WhyWrong::Cells => "deze regel heeft te veel of te weinig kolommen".to_owned(),
        WhyWrong::Value(column) => format!("de waarde in de kolom `{column}` klopt niet of ontbreekt"),
        WhyWrong::Twice => "het nummer op deze regel staat ook op een regel erboven".to_owned(),
    };
    Draft::error(line.at, message)
        .help("zet dit bestand terug zoals klacht het heeft geschreven; tot dan tellen de cijfers deze regel niet mee")
}

fn words(why: Why) -> (&'static str, &'static str) {
    match why {
        Why::FrontMatter(FrontMatterFault::Empty) => (
            "dit klachtbestand is leeg",
            "zet de vorige versie terug, of haal het bestand weg en leg de klacht opnieuw vast met `klacht new`",
        ),
        Why::FrontMatter(FrontMatterFault::NotOpened) => (
            "dit is geen klachtbestand: de eerste regel is niet `---`",
            "zet helemaal bovenaan een regel met drie gewone streepjes (---), daaronder de velden, en dan weer zo'n regel",
        ),
        Why::FrontMatter(FrontMatterFault::NotClosed(_)) => (
            "de velden worden niet afgesloten: er is geen tweede regel `---`",
            "zet onder het laatste veld een regel met drie gewone streepjes (---)",
        ),
        Why::MergeConflict => (
            "hier zijn twee versies van dit bestand samengevoegd en er is nog niet gekozen",
            "kies de goede regels en haal de regels met <<<<<<<, ======= en >>>>>>> weg",
        ),
        Why::NoKeys => {
            ("tussen de streepjes staan geen velden", "schrijf elk veld op een eigen regel, als `naam: waarde`")
        }
        Why::Yaml(kind) => yaml_words(kind),
    }
}

fn yaml_words(kind: FaultKind) -> (&'static str, &'static str) {
    match kind {
        FaultKind::Tab => ("hier is ingesprongen met een tab", "gebruik spaties om in te springen: twee per stap"),
        FaultKind::AnchorOrAlias => (
            "deze waarde begint met & of *, en dat heeft in dit bestand een bijzondere betekenis",
            "zet de hele waarde tussen aanhalingstekens: \"…\"",
        ),
        FaultKind::ProcessorSign => (
            "hier staat een teken van een tekstverwerker: een krom aanhalingsteken, of een vaste spatie",
            "haal het weg en typ het opnieuw in een editor zoals Kladblok: een recht aanhalingsteken (\"), of een gewone spatie",
        ),
        FaultKind::ColonInText => (
            "de velden zijn hier niet te lezen: er staat een dubbele punt te veel of zonder spatie erachter, een haakje of \
             aanhalingsteken sluit niet, of een regel springt verkeerd in",
            "schrijf elk veld op één regel als `naam: waarde`, met een spatie achter de dubbele punt; zet een waarde waarin \
             zelf een dubbele punt voorkomt tussen aanhalingstekens: \"…\"",
        ),
        FaultKind::NotClosed => (
            "hier is een aanhalingsteken of haakje niet goed afgesloten",
            "kijk op deze regel en de regels erboven of elk \" ' [ en { ook wordt gesloten",
        ),
        FaultKind::Indentation => (
            "deze regel springt anders in dan de regels eromheen",
            "zet velden die bij elkaar horen recht onder elkaar",
        ),
        FaultKind::KeyIsNoText => {
            ("hier staat een lijst of groep waar de naam van een veld hoort", "schrijf elk veld als `naam: waarde`")
        }
        FaultKind::SecondDocument => {
            ("hier begint een tweede reeks velden", "houd één reeks velden over en haal de regel met ... of % weg")
        }
        FaultKind::TooDeep => ("de velden zitten hier te diep in elkaar", "maak de groepen ondieper"),
        FaultKind::Other => (
            "de velden zijn hier niet te lezen",
            "kijk op deze regel en de regel erboven naar leestekens die er niet horen, of zet de waarde tussen \
             aanhalingstekens",
        ),
    }
}
