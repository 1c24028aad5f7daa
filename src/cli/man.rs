//! `klacht man`: the manual page, made of the help of every command, for the program `man`.

use clap::{Arg, Command, CommandFactory};
use roff::{Inline, Roff, bold, italic, roman};

use super::arguments::Arguments;
use super::{Failure, Outcome, terminal};

const STATUSES: [(&str, &str); 3] = [
    ("0", "Het is gedaan."),
    ("1", "Er is iets mis met een klacht: een fout in het register, of een naam die naar buiten zou komen."),
    ("2", "De opdracht kon niet worden uitgevoerd."),
];

const ENVIRONMENT: [(&str, &str); 2] = [
    ("NO_COLOR", "Als dit is gezet, gebruikt klacht geen kleur."),
    ("SOURCE_DATE_EPOCH", "Het tijdstip dat als nu geldt, in seconden sinds 1970; --today gaat voor."),
];

const FILES: [(&str, &str); 3] = [
    ("complaints/JAAR/NUMMER.md", "Een klacht."),
    ("complaints/protocol.yaml", "Het protocol, waar dat van het ingebouwde afwijkt."),
    ("complaints/medewerkers.yaml", "De medewerkers."),
];

pub(super) fn run() -> Result<Outcome, Failure> {
    let mut command = Arguments::command();
    command.build();
    terminal::hand_over(page(&command).as_bytes())?;
    Ok(Outcome::Fine)
}

fn page(command: &Command) -> String {
    let mut page = Roff::new();
    let program = command.get_name();
    let version = format!("{program} {}", command.get_version().unwrap_or_default());
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    page.control("TH", [program.to_uppercase().as_str(), "1", " ", version.as_str(), "Klachtenregister"]);
    page.control("SH", ["NAAM"]).text([roman(format!("{program} - {about}"))]);
    page.control("SH", ["GEBRUIK"]).text(usage(command));
    page.control("SH", ["OPTIES"]);
    arguments(&mut page, command.get_arguments());
    page.control("SH", ["OPDRACHTEN"]);
    for command in command.get_subcommands().filter(|command| !command.is_hide_set()) {
        subcommand(&mut page, command);
    }
    table(&mut page, "EINDSTATUS", &STATUSES);
    table(&mut page, "OMGEVING", &ENVIRONMENT);
    table(&mut page, "BESTANDEN", &FILES);
    page.to_roff()
}

/// A command with what it alone takes: what all take stands at the top of the page.
fn subcommand(page: &mut Roff, command: &Command) {
    page.control("SS", [command.get_name()]);
    page.text(usage(command));
    if let Some(about) = command.get_long_about().or_else(|| command.get_about()) {
        page.control("PP", []).text([roman(about.to_string())]);
    }
    let own = command.get_arguments().filter(|argument| !argument.is_global_set());
    arguments(page, own.filter(|argument| !argument.is_hide_set()));
    if let Some(more) = command.get_after_long_help().or_else(|| command.get_after_help()) {
        page.control("PP", []).control("nf", []);
        more.to_string().lines().for_each(|line| {
            page.text([roman(line)]);
        });
        page.control("fi", []);
    }
}

fn usage(command: &Command) -> Vec<Inline> {
    let usage = command.get_overridden_usage().map(ToString::to_string).unwrap_or_default();
    let named = format!("klacht {}", command.get_name());
    let name = if usage.starts_with(&named) { named } else { "klacht".to_owned() };
    let rest = usage.strip_prefix(&name).unwrap_or(&usage).to_owned();
    vec![bold(name), roman(rest)]
}

fn arguments<'a>(page: &mut Roff, arguments: impl Iterator<Item = &'a Arg>) {
    for argument in arguments {
        let help = argument.get_long_help().or_else(|| argument.get_help());
        page.control("TP", []).text(heading(argument));
        page.text([roman(help.map(ToString::to_string).unwrap_or_default())]);
    }
}

/// `-h, --help`, `--register MAP` or `NUMMER`.
fn heading(argument: &Arg) -> Vec<Inline> {
    let names =
        [argument.get_short().map(|short| format!("-{short}")), argument.get_long().map(|long| format!("--{long}"))];
    let names: Vec<String> = names.into_iter().flatten().collect();
    let takes_value = argument.get_num_args().is_some_and(|count| count.takes_values());
    let value = argument.get_value_names().filter(|_| takes_value).map(|names| names.join(" "));
    let gap = if names.is_empty() || value.is_none() { "" } else { " " };
    vec![bold(names.join(", ")), roman(gap), italic(value.unwrap_or_default())]
}

fn table(page: &mut Roff, title: &str, rows: &[(&str, &str)]) {
    page.control("SH", [title]);
    for &(name, what) in rows {
        page.control("TP", []).text([bold(name)]).text([roman(what)]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_tells_of_every_command_and_option() {
        let mut command = Arguments::command();
        command.build();
        let page = page(&command).replace("\\-", "-");
        for command in command.get_subcommands() {
            assert!(page.contains(&format!(".SS {}\n", command.get_name())), "{}", command.get_name());
            for argument in command.get_arguments().filter_map(Arg::get_long) {
                assert!(page.contains(&format!("--{argument}")), "{argument}");
            }
        }
    }
}
