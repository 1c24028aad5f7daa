//! The arguments of each command, with their help in Dutch.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use super::serve::ServeOptions;
use crate::calendar::Date;

const TEMPLATE: &str = "{about-with-newline}\nGebruik: {usage}\n\n{all-args}{after-help}";
const ARGUMENTS: &str = "Gegevens";
pub(super) const OPTIONS: &str = "Opties";

/// Houdt een klachtenregister bij: controleert elke termijn en maakt een geanonimiseerd overzicht.
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
    #[arg(long, global = true, value_name = "MAP", default_value = "complaints", hide_default_value = true)]
    pub(super) register: PathBuf,

    /// De dag die als vandaag geldt, zoals 2026-11-23
    #[arg(long, global = true, value_name = "JJJJ-MM-DD", value_parser = day)]
    pub(super) today: Option<Date>,

    /// Toont deze hulp
    #[arg(long, short, global = true, action = ArgAction::Help)]
    help: Option<bool>,

    /// Toont het versienummer
    #[arg(long, short = 'V', action = ArgAction::Version)]
    version: Option<bool>,

    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Subcommand)]
pub(super) enum Command {
    /// Controleert alle klachten en meldt wat ontbreekt, niet klopt of te laat is
    #[command(help_template = TEMPLATE, override_usage = "klacht check [OPTIES]")]
    Check(CheckOptions),
    /// Maakt een geanonimiseerd overzicht voor het team, dat in een browser te lezen is
    #[command(help_template = TEMPLATE, override_usage = "klacht build [OPTIES]")]
    Build(BuildOptions),
    /// Toont het overzicht op deze computer, en werkt het bij zodra er iets verandert
    #[command(help_template = TEMPLATE, override_usage = "klacht serve [OPTIES]")]
    Serve(ServeOptions),
    /// Rekent de termijnen uit van een klacht die op een dag is ontvangen
    #[command(help_template = TEMPLATE, override_usage = "klacht terms DAG [OPTIES]")]
    Terms(TermsOptions),
    /// Laat zien wat er van een tekst overblijft als zij wordt geanonimiseerd
    #[command(help_template = TEMPLATE, override_usage = "klacht anonymise [BESTAND] [OPTIES]")]
    Anonymise(AnonymiseOptions),
    /// Legt een melding uit, of noemt alle meldingen
    #[command(help_template = TEMPLATE, override_usage = "klacht explain [CODE]")]
    Explain(ExplainOptions),
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct CheckOptions {
    /// De vorm van de uitkomst: human (voor mensen), json of github
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
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum CheckFormat {
    Human,
    Json,
    Github,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct BuildOptions {
    /// De map waarin het overzicht komt; anders site, en voor management site-vertrouwelijk
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
    /// De dag van ontvangst, zoals 2026-11-02
    #[arg(value_name = "DAG", value_parser = day, help_heading = ARGUMENTS)]
    pub(super) received: Date,

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
    /// De code van de melding, zoals K103; zonder code worden alle meldingen genoemd
    #[arg(value_name = "CODE", help_heading = ARGUMENTS)]
    pub(super) code: Option<String>,
}

fn day(text: &str) -> Result<Date, String> {
    crate::yaml::date(text).map_err(|_| "schrijf een dag die bestaat als jaar-maand-dag, zoals 2026-11-23".to_owned())
}
