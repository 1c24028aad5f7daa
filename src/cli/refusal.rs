//! Arguments that klacht does not understand, told in Dutch; and help and version, which the parser
//! of the command line ends with as well.

use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::terminal;

/// Tells what is wrong with the arguments, or shows the help or version that was asked for.
pub(super) fn tell(error: &Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            terminal::show(&format!("{}\n", error.render().to_string().trim_end()));
            ExitCode::SUCCESS
        }
        _ => {
            terminal::complain(&format!(
                "fout: {}\nhulp: klacht --help toont de opdrachten en opties",
                sentence(error)
            ));
            ExitCode::from(2)
        }
    }
}

fn sentence(error: &Error) -> String {
    let argument = context(error, ContextKind::InvalidArg).unwrap_or_else(|| "een optie".to_owned());
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
        ErrorKind::UnknownArgument => format!("{argument} kent klacht hier niet{}", meant(ContextKind::SuggestedArg)),
        ErrorKind::MissingRequiredArgument => format!("er ontbreekt iets: {argument}"),
        ErrorKind::ArgumentConflict => format!("{argument} kan maar één keer, of niet samen met wat er al staat"),
        ErrorKind::InvalidValue if value.is_empty() => format!("achter {argument} ontbreekt een waarde"),
        ErrorKind::InvalidValue => {
            let options = context(error, ContextKind::ValidValue).unwrap_or_default();
            format!("{value} kan niet bij {argument}; kies uit: {options}")
        }
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            format!("{value} kan niet bij {argument}: {reason}")
        }
        _ => "deze opdracht is niet te begrijpen".to_owned(),
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
