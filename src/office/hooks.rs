//! What git runs at each commit. In: where the register lies in its repository, and the program. Out: two scripts.

/// A script that git runs.
#[derive(Clone, Copy, Debug)]
pub struct Hook {
    /// Its name, which tells git when.
    pub name: &'static str,
    text: &'static str,
    /// The line to add by hand where there is such a script already.
    pub by_hand: &'static str,
}

/// Before a commit, and on its message.
pub const HOOKS: [Hook; 2] = [
    Hook {
        name: "pre-commit",
        text: include_str!("../../data/office/pre-commit"),
        by_hand: "klacht check --changed-since HEAD || exit 1",
    },
    Hook {
        name: "commit-msg",
        text: include_str!("../../data/office/commit-msg"),
        by_hand: "klacht hook commit-msg \"$1\" || exit 1",
    },
];

impl Hook {
    /// The script. `register` is seen from the top of the repository; `program` serves where `klacht` is no command.
    #[must_use]
    pub fn script(&self, register: &str, program: &str) -> String {
        self.text.replace("{register}", &quoted(register)).replace("{program}", &quoted(program))
    }
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
}
