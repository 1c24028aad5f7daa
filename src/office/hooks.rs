//! What git runs at each commit. In: where the register lies in its repository, and the program. Out: two scripts.

use super::REGISTER;

/// A script that git runs.
#[derive(Clone, Copy, Debug)]
pub struct Hook {
    /// Its name, which tells git when.
    pub name: &'static str,
    text: &'static str,
    /// What it asks of klacht.
    question: &'static str,
}

/// Before a commit, and on its message.
pub const HOOKS: [Hook; 2] = [
    Hook {
        name: "pre-commit",
        text: include_str!("../../data/office/pre-commit"),
        question: "check --changed-since HEAD",
    },
    Hook { name: "commit-msg", text: include_str!("../../data/office/commit-msg"), question: "hook commit-msg \"$1\"" },
];

impl Hook {
    /// The script. `register` is seen from the top of the repository; `program` serves where `klacht` is no command.
    #[must_use]
    pub fn script(&self, register: &str, program: &str) -> String {
        self.text.replace("{register}", &quoted(register)).replace("{program}", &quoted(program))
    }

    /// The line to add by hand where there is such a script already.
    #[must_use]
    pub fn by_hand(&self, register: &str) -> String {
        let place = if register == REGISTER { String::new() } else { format!(" --register {}", quoted(register)) };
        format!("klacht{place} {} || exit 1", self.question)
    }
}

/// The line of a script that tells which register it is for.
#[must_use]
pub fn register_line(script: &str) -> Option<&str> {
    script.lines().find(|line| line.starts_with("register="))
}

/// One word for the shell, whatever stands in it. Windows' own slashes would be lost in it.
fn quoted(word: &str) -> String {
    let word = if cfg!(windows) { word.replace('\\', "/") } else { word.to_owned() };
    format!("'{}'", word.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_one_word_for_the_shell() {
        assert_eq!(quoted("mijn map/'s klachten"), "'mijn map/'\\''s klachten'");
    }

    #[test]
    fn a_line_to_add_by_hand_names_a_register_that_lies_elsewhere() {
        for (register, line) in [
            ("complaints", "klacht check --changed-since HEAD || exit 1"),
            ("mijn map/complaints", "klacht --register 'mijn map/complaints' check --changed-since HEAD || exit 1"),
        ] {
            assert_eq!(HOOKS[0].by_hand(register), line);
        }
    }
}
