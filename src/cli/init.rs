//! `klacht init`: begins a register. In: a folder, which may have to be made. Out: all files of a new office, or none,
//! and with `--hook` what git runs at each commit.

use std::path::{Path, PathBuf};

use clap::Args;

use super::arguments::{ARGUMENTS, OPTIONS};
use super::hook::Installation;
use super::{Failure, Outcome, terminal};
use crate::calendar::Date;
use crate::office::{self, OfficeFile, REGISTER};
use crate::store::Store;

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct InitOptions {
    /// De map waarin het register komt; anders de map waarin u nu bent
    #[arg(value_name = "MAP", default_value = ".", hide_default_value = true, help_heading = ARGUMENTS)]
    folder: PathBuf,

    /// Laat git bij elke commit ook het register en het bericht nakijken (zie klacht hook)
    #[arg(long)]
    hook: bool,
}

pub(super) fn run(register: &Path, today: Date, options: &InitOptions) -> Result<Outcome, Failure> {
    if register != Path::new(REGISTER) {
        return Err(Failure::new(format!(
            "klacht init maakt het register altijd in de map {REGISTER}; laat --register weg en geef de map waarin het \
             komt, zoals: klacht init klachten"
        )));
    }
    let folder = &options.folder;
    let files = office::files(today);
    refuse_what_is_there(folder, &files)?;
    let hooks = options.hook.then(|| Installation::plan(&folder.join(REGISTER))).transpose()?;
    let store = Store::open_new(folder).map_err(Failure::new)?;
    store.create_all(files.iter().map(|file| (&file.path, file.text.as_bytes()))).map_err(Failure::new)?;
    drop(store);
    if let Some(hooks) = &hooks {
        hooks.carry_out()?;
    }
    terminal::show(&told(folder, &files, hooks.is_some()));
    Ok(Outcome::Fine)
}

/// Nothing is overwritten: what is there is told, all of it.
fn refuse_what_is_there(folder: &Path, files: &[OfficeFile]) -> Result<(), Failure> {
    if folder.exists() && !folder.is_dir() {
        return Err(Failure::new(format!("{} is geen map; er is niets veranderd", folder.display())));
    }
    let paths = std::iter::once(REGISTER).chain(files.iter().map(|file| file.path.as_str()));
    let there: Vec<&str> = paths.filter(|path| folder.join(path).symlink_metadata().is_ok()).collect();
    if there.is_empty() {
        return Ok(());
    }
    let place = if folder == Path::new(".") { "deze map".to_owned() } else { folder.display().to_string() };
    Err(Failure::new(format!(
        "in {place} staat al iets dat klacht init zou maken; er is niets veranderd\n  {}\nhulp: kies een andere map, of \
         verplaats wat er staat",
        there.join("\n  ")
    )))
}

/// What can be done with a new register.
const NEXT: [(&str, &str); 3] = [
    ("klacht check", "kijkt alles na"),
    ("klacht new", "legt een klacht vast"),
    ("klacht build", "maakt de site voor het team"),
];
const NEXT_IN_GIT: (&str, &str) = ("klacht hook install", "laat git elke commit nakijken (na git init)");

fn told(folder: &Path, files: &[OfficeFile], hooks: bool) -> String {
    let here = folder == Path::new(".");
    let place = if here { "deze map".to_owned() } else { folder.display().to_string() };
    let list: String = files.iter().map(|file| format!("  {}\n", file.path)).collect();
    let mut text = format!("Er is een nieuw klachtenregister in {place}:\n{list}");
    if hooks {
        text.push_str("Klacht kijkt voortaan elke commit en elk bericht na.\n");
    }
    text.push_str(
        "\nVul nu in complaints/medewerkers.yaml uw collega's in, en kijk complaints/protocol.yaml na.\nDaarna:\n",
    );
    if !here {
        text.push_str(&format!("  cd {place}\n"));
    }
    let next = NEXT.into_iter().chain((!hooks).then_some(NEXT_IN_GIT));
    text.extend(next.map(|(command, what)| format!("  {command:<21}{what}\n")));
    text.push_str("\nHet register is vertrouwelijk: zet het nooit op een openbare plek.\n");
    text
}
