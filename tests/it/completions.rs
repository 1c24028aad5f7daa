//! The scripts of `klacht completions` and the page of `klacht man`, as the programs that read them see them.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::in_tree;

fn klacht(arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_klacht")).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}");
    output.stdout
}

/// What bash offers after these words, the last of which is not finished.
fn bash_offers(words: &str) -> Vec<String> {
    const ASK: &str = r#"
        source <(klacht completions bash)
        COMP_WORDS=("$@")
        COMP_CWORD=$(($# - 1))
        _klacht klacht "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf '%s\n' "${COMPREPLY[@]}"
    "#;
    let folder = Path::new(env!("CARGO_BIN_EXE_klacht")).parent().unwrap();
    let path = std::env::join_paths([folder].into_iter().chain([Path::new("/usr/bin"), Path::new("/bin")])).unwrap();
    let mut bash = Command::new("bash");
    bash.args(["-c", ASK, "bash"]).args(words.split(' ')).env("PATH", path).current_dir(in_tree("."));
    let output = bash.output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    String::from_utf8(output.stdout).unwrap().split_terminator('\n').map(str::to_owned).collect()
}

#[test]
fn bash_offers_commands_options_choices_codes_and_folders() {
    for (words, offers) in [
        ("klacht che", "check"),
        ("klacht check --chan", "--changed-since"),
        ("klacht check --format gitl", "gitlab"),
        ("klacht explain K10", "K103"),
        ("klacht explain bew", "bewaren"),
        ("klacht terms gis", "gisteren"),
        ("klacht --register comp", "complaints/"),
        // Bash parts what is typed at each =.
        ("klacht check --format = gitl", "gitlab"),
        ("klacht set 2026-014 behan", "behandelaar="),
        ("klacht set 2026-014 behandelaar =", "Sanne\\ Bakker"),
        ("klacht set 2026-014 nazorg.tevreden = onb", "onbereikbaar"),
        ("klacht set 2026-014 geslo", "gesloten=vandaag"),
        ("klacht set 2026-014 contact = vandaag oorzaak = plan", "planning"),
    ] {
        assert!(bash_offers(words).iter().any(|offer| offer == offers), "{words}: {:?}", bash_offers(words));
    }
}

#[test]
fn every_shell_has_a_script_that_calls_klacht() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = String::from_utf8(klacht(&["completions", shell])).unwrap();
        assert!(script.contains("KLACHT_COMPLETE") && script.contains("klacht"), "{shell}: {script}");
    }
}

/// Where the programs are there; `man` warns of what it cannot set.
#[test]
fn shells_and_man_find_no_fault() {
    let bash = klacht(&["completions", "bash"]);
    let zsh = klacht(&["completions", "zsh"]);
    let fish = klacht(&["completions", "fish"]);
    let page = klacht(&["man"]);
    let readers: [(&str, &[&str], Vec<u8>); 4] = [
        ("bash", &["-n", "/dev/stdin"], bash),
        ("zsh", &["-n", "/dev/stdin"], zsh),
        ("fish", &["-n", "/dev/stdin"], fish),
        ("man", &["--warnings", "--local-file", "-"], page),
    ];
    for (program, arguments, text) in readers {
        let mut reader = Command::new(program);
        reader.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
        let Ok(mut reader) = reader.spawn() else { continue };
        reader.stdin.take().unwrap().write_all(&text).unwrap();
        let output = reader.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success() && said.is_empty(), "{program}: {said}");
    }
}
