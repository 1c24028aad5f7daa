//! The arguments of each command, with their help in Dutch.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use super::attach::AttachOptions;
use super::completions::CompletionsOptions;
use super::confirm::ConfirmOptions;
use super::erase::EraseOptions;
use super::export::ExportOptions;
use super::hook::HookOptions;
use super::init::InitOptions;
use super::letter::LetterOptions;
use super::new::NewOptions;
use super::review::ReviewOptions;
use super::serve::ServeOptions;
use super::set::SetOptions;
use super::status::StatusOptions;
use crate::calendar::TypedDay;

const TEMPLATE: &str = "{about-with-newline}\nGebruik: {usage}\n\n{all-args}{after-help}";
/// The folder of the register where none is given.
pub(super) const REGISTER: &str = crate::office::REGISTER;
pub(super) const ARGUMENTS: &str = "Gegevens";
pub(super) const OPTIONS: &str = "Opties";
/// The place of what every command takes: below its own options.
const LAST: usize = 100;

/// Houdt een klachtenregister bij: controleert elke termijn en maakt een site zonder namen voor het team.
#[derive(Parser)]
#[command(
    name = "klacht",
    version,
    help_template = TEMPLATE,
    override_usage = "klacht [OPTIES] OPDRACHT",
    subcommand_help_heading = "Opdrachten",
    next_help_heading = OPTIONS,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_required = true,
    after_help = "Hulp bij een opdracht: klacht OPDRACHT --help"
)]
pub(super) struct Arguments {
    /// De map met het klachtenregister
    #[arg(
        long,
        global = true,
        value_name = "MAP",
        default_value = REGISTER,
        hide_default_value = true,
        display_order = LAST
    )]
    pub(super) register: PathBuf,

    /// De dag die als vandaag geldt, zoals 23-11-2026
    #[arg(long, global = true, value_name = "DAG", display_order = LAST + 1)]
    pub(super) today: Option<TypedDay>,

    /// Toont deze hulp
    #[arg(long, short, global = true, action = ArgAction::Help, display_order = LAST + 2)]
    help: Option<bool>,

    /// Toont het versienummer
    #[arg(long, short = 'V', action = ArgAction::Version, display_order = LAST + 3)]
    version: Option<bool>,

    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Subcommand)]
pub(super) enum Command {
    /// Controleert alle klachten en meldt wat ontbreekt, niet klopt of te laat is
    #[command(help_template = TEMPLATE, override_usage = "klacht check [OPTIES]")]
    Check(CheckOptions),
    /// Maakt de site voor het team: alle klachten zonder namen, te lezen in een browser
    #[command(help_template = TEMPLATE, override_usage = "klacht build [OPTIES]")]
    Build(BuildOptions),
    /// Toont de site op deze computer, en werkt haar bij zodra er iets verandert
    #[command(help_template = TEMPLATE, override_usage = "klacht serve [OPTIES]")]
    Serve(ServeOptions),
    /// Begint een klachtenregister: met protocol, medewerkers, een voorbeeld en controles in GitHub en GitLab
    #[command(help_template = TEMPLATE, override_usage = "klacht init [MAP] [OPTIES]")]
    Init(InitOptions),
    /// Legt een nieuwe klacht vast en vraagt naar wat u niet als optie geeft
    #[command(help_template = TEMPLATE, override_usage = "klacht new [OPTIES]")]
    New(NewOptions),
    /// Laat git het register nakijken, telkens als u iets vastlegt (bij elke commit)
    #[command(help_template = TEMPLATE, override_usage = "klacht hook install [OPTIES]")]
    Hook(HookOptions),
    /// Schrijft de bevestiging van ontvangst als concept voor uw mailprogramma
    #[command(help_template = TEMPLATE, override_usage = "klacht confirm NUMMER [OPTIES]")]
    Confirm(ConfirmOptions),
    /// Schrijft een andere brief aan de indiener: oplossing, uitspraak, uitstel of nazorg
    #[command(help_template = TEMPLATE, override_usage = "klacht letter NUMMER BRIEF [OPTIES]")]
    Letter(LetterOptions),
    /// Legt een stap vast in een klacht, zoals gesloten=vandaag
    #[command(help_template = TEMPLATE, override_usage = "klacht set NUMMER VELD=WAARDE... [OPTIES]")]
    Set(SetOptions),
    /// Kopieert bestanden in de map van een klacht, onder een naam zonder persoonsgegevens
    #[command(help_template = TEMPLATE, override_usage = "klacht attach NUMMER BESTAND... [OPTIES]")]
    Attach(AttachOptions),
    /// Rekent de termijnen uit van een klacht die op een dag is ontvangen
    #[command(help_template = TEMPLATE, override_usage = "klacht terms DAG [OPTIES]")]
    Terms(TermsOptions),
    /// Laat zien wat er van een tekst overblijft na het anonimiseren
    #[command(help_template = TEMPLATE, override_usage = "klacht anonymise [BESTAND] [OPTIES]")]
    Anonymise(AnonymiseOptions),
    /// Laat lezen wat het team van een klacht te zien krijgt, en legt vast dat dit is nagelezen
    #[command(help_template = TEMPLATE, override_usage = "klacht review NUMMER")]
    Review(ReviewOptions),
    /// Noemt wat er voor de klachten moet gebeuren, wanneer en door wie
    #[command(help_template = TEMPLATE, override_usage = "klacht status [OPTIES]")]
    Status(StatusOptions),
    /// Noemt de klachten die gewist moeten worden, en die dat binnen drie maanden moeten
    #[command(help_template = TEMPLATE, override_usage = "klacht retention [OPTIES]")]
    Retention,
    /// Wist klachten waarvan de bewaartermijn voorbij is, en onthoudt alleen wat voor de cijfers nodig is
    #[command(help_template = TEMPLATE, override_usage = "klacht erase NUMMER... [OPTIES]")]
    Erase(EraseOptions),
    /// Schrijft het klachtenregister als tabel, werkmap of agenda, voor andere programma's
    #[command(help_template = TEMPLATE, override_usage = "klacht export VORM [OPTIES]")]
    Export(ExportOptions),
    /// Legt een melding uit, of noemt alle meldingen
    #[command(help_template = TEMPLATE, override_usage = "klacht explain [CODE]")]
    Explain(ExplainOptions),
    /// Maakt het script waarmee een terminal opdrachten, opties en nummers van klachten aanvult
    #[command(help_template = TEMPLATE, override_usage = "klacht completions SHELL")]
    Completions(CompletionsOptions),
    /// Maakt de handleiding van alle opdrachten voor het programma man
    #[command(help_template = TEMPLATE, override_usage = "klacht man")]
    Man,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct CheckOptions {
    /// De vorm van de uitkomst: human (voor mensen), json, github, gitlab, sarif of junit
    #[arg(
        long,
        value_enum,
        value_name = "VORM",
        default_value = "human",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) format: CheckFormat,

    /// Laat de controle ook bij waarschuwingen mislukken
    #[arg(long)]
    pub(super) strict: bool,

    /// Meldt alleen wat er mis is in bestanden die sinds deze versie in git zijn veranderd
    #[arg(long, value_name = "VERSIE")]
    pub(super) changed_since: Option<String>,

    /// Gaat ook na of een klacht niet later in git is vastgelegd dan de dag van registratie (K401)
    #[arg(long)]
    pub(super) git: bool,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum CheckFormat {
    Human,
    Json,
    Github,
    Gitlab,
    Sarif,
    Junit,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct BuildOptions {
    /// De map waarin de site komt; anders site, en voor management site-vertrouwelijk
    #[arg(long, value_name = "MAP")]
    pub(super) out: Option<PathBuf>,

    /// Voor wie het is: team (zonder persoonsgegevens) of management (met alles, vertrouwelijk)
    #[arg(
        long,
        value_enum,
        value_name = "WIE",
        default_value = "team",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) audience: Audience,

    /// Laat een klacht weg waarvan niet zeker is wat verborgen moet blijven, en zegt dat erbij
    #[arg(long)]
    pub(super) keep_going: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Audience {
    Team,
    Management,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct TermsOptions {
    /// De dag van ontvangst: vandaag, gisteren, of een datum als 2-11-2026
    #[arg(value_name = "DAG", help_heading = ARGUMENTS)]
    pub(super) received: TypedDay,

    /// De vorm van de uitkomst: human (voor mensen) of json
    #[arg(
        long,
        value_enum,
        value_name = "VORM",
        default_value = "human",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) format: TermsFormat,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum TermsFormat {
    Human,
    Json,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct AnonymiseOptions {
    /// Een klachtbestand of een gewone tekst; - of niets leest wat u intypt
    #[arg(value_name = "BESTAND", default_value = "-", hide_default_value = true, help_heading = ARGUMENTS)]
    pub(super) file: String,

    /// De vorm van de uitkomst: human (met uitleg bij elk masker), text of json; zonder keuze human op een
    /// scherm en anders text
    #[arg(long, value_enum, value_name = "VORM", hide_possible_values = true)]
    pub(super) format: Option<AnonymiseFormat>,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum AnonymiseFormat {
    Human,
    Text,
    Json,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct ExplainOptions {
    /// De code van de melding, zoals K103, of bewaren; zonder code wordt alles genoemd
    #[arg(value_name = "CODE", help_heading = ARGUMENTS)]
    pub(super) code: Option<String>,
}
