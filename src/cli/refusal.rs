//! Arguments that klacht does not understand, told in Dutch; and help and version, which the parser
//! of the command line ends with as well.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory as _, Error};

use super::arguments::Arguments;
use super::terminal;

/// Tells what is wrong with these arguments, or shows the help or version that was asked for.
pub(super) fn tell(error: &Error, arguments: &[OsString]) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            terminal::show(&format!("{}\n", error.render().to_string().trim_end()));
            ExitCode::SUCCESS
        }
        _ => {
            terminal::complain(&format!("fout: {}\nhulp: {}", sentence(error), help(arguments)));
            ExitCode::from(2)
        }
    }
}

/// The page of the command that was meant tells its options; without one, that of all commands.
fn help(arguments: &[OsString]) -> String {
    let all = Arguments::command();
    let mut words = arguments.iter().skip(1).filter_map(|argument| argument.to_str());
    match words.find_map(|word| all.find_subcommand(word)) {
        Some(command) => format!("klacht {} --help toont wat erbij hoort", command.get_name()),
        None => "klacht --help toont de opdrachten en opties".to_owned(),
    }
}

fn sentence(error: &Error) -> String {
    let argument = arguments(error).unwrap_or_else(|| "een optie".to_owned());
    let value = context(error, ContextKind::InvalidValue).unwrap_or_default();
    let meant = |kind| context(error, kind).map_or_else(String::new, |meant| format!("; bedoelde u {meant}?"));
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let given = context(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            format!("de opdracht {given} bestaat niet{}", meant(ContextKind::SuggestedSubcommand))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "er is geen opdracht gegeven, zoals check of build".to_owned()
        }
        ErrorKind::UnknownArgument => {
            let given = context(error, ContextKind::InvalidArg).unwrap_or(argument);
            format!("{given} kent klacht hier niet{}", meant(ContextKind::SuggestedArg))
        }
        ErrorKind::MissingRequiredArgument => format!("er ontbreekt iets: {argument}"),
        ErrorKind::TooManyValues => format!("achter {argument} hoort geen waarde"),
        ErrorKind::ArgumentConflict => format!("{argument} kan maar één keer, of niet samen met wat er al staat"),
        ErrorKind::InvalidValue if value.is_empty() => format!("achter {argument} ontbreekt een waarde"),
        ErrorKind::InvalidValue => {
            let options = context(error, ContextKind::ValidValue).unwrap_or_default();
            format!("{value} kan niet bij {argument}; kies uit: {options}")
        }
        ErrorKind::ValueValidation if value.is_empty() => format!("achter {argument} ontbreekt een waarde"),
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            format!("{value} kan niet bij {argument}: {reason}")
        }
        _ => "deze opdracht is niet te begrijpen".to_owned(),
    }
}

/// What the sentence is about, as it is typed: `--format`, `DAG`; the parser has `--format <VORM>`, `<DAG>...`.
fn arguments(error: &Error) -> Option<String> {
    let plain = |argument: &str| {
        let name = argument.split(' ').next().unwrap_or(argument);
        name.trim_end_matches("...").trim_matches(['<', '>', '[', ']']).to_owned()
    };
    match error.get(ContextKind::InvalidArg)? {
        ContextValue::String(argument) => Some(plain(argument)),
        ContextValue::Strings(arguments) => Some(arguments.iter().map(|one| plain(one)).collect::<Vec<_>>().join(", ")),
        _ => None,
    }
}

fn context(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        ContextValue::StyledStrs(texts) => Some(texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
        _ => None,
    }
}
