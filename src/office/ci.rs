//! What guards a register on GitHub and GitLab. In: the files that do so in this repository. Out: the same for an
//! office: held to the day, where an error is an error, with klacht installed instead of built.

use super::replaced;

const GITHUB: &str = include_str!("../../.github/workflows/register.yml");
const GITLAB: &str = include_str!("../../.gitlab-ci.yml");

/// What stands between these lines is for this repository alone.
const BEGIN: &str = "# begin voorbeeld";
const END: &str = "# einde voorbeeld";

const BUILD: &str = "cargo build --release --locked";
const INSTALL: &str = "cargo install --locked --git \"${KLACHT_BRON:?zet in de instellingen van dit project de variabele \
                       KLACHT_BRON op het adres van de broncode van klacht}\" --root .klacht klacht";

/// `.github/workflows/register.yml`.
pub(super) fn github() -> String {
    let key = format!("klacht-${{{{ runner.os }}}}-{}", env!("CARGO_PKG_VERSION"));
    let own_key = "klacht-${{ runner.os }}-${{ hashFiles('Cargo.lock', 'Cargo.toml', 'src/**', 'templates/**') }}";
    let source = "\nenv:\n  # Waar de broncode van klacht staat: een variabele in de instellingen van dit project.\n  \
                  KLACHT_BRON: ${{ vars.KLACHT_BRON }}\n";
    let words = [("\nenv:\n", source), (own_key, &key), (BUILD, INSTALL)];
    replaced(&for_an_office(GITHUB), &words)
}

/// `.gitlab-ci.yml`.
pub(super) fn gitlab() -> String {
    let key = format!("    key: klacht-{}\n", env!("CARGO_PKG_VERSION"));
    let once = format!("test -x .klacht/bin/klacht || {INSTALL}");
    let words = [("    key:\n      files: [Cargo.lock]\n", key.as_str()), (BUILD, once.as_str())];
    replaced(&for_an_office(GITLAB), &words)
}

fn for_an_office(text: &str) -> String {
    let mut is_example = false;
    let mut kept = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        match line.trim() {
            BEGIN => is_example = true,
            END => is_example = false,
            _ if is_example => {}
            _ => kept.push_str(line),
        }
    }
    replaced(&kept, &[(" $KLACHT_OPTIES", ""), ("target/release/", ".klacht/bin/")])
}
