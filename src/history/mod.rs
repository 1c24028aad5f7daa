//! Since when a register's files are in git. In: what `git log` prints. Out: the first day of each file. Nothing is run
//! here and nothing invented: a file that the text does not tell of has no day.

use std::collections::HashMap;
use std::fmt;

use crate::calendar::Date;
use crate::source::RelPath;

/// The arguments of the `git log` that [`History::parse`] reads: every commit, the oldest first, with the days of its
/// author and committer, and the files that it adds or renames.
///
/// A rename is one whose text stays the same for the better part: a complaint that gets another number keeps its day,
/// and one that is written over the template of another begins its own. Files of the whole repository are asked for,
/// for a register may have been moved within it. Nothing that a person may have set for git changes the output.
pub const GIT_LOG: [&str; 13] = [
    "-c",
    "log.showRoot=true",
    "-c",
    "diff.relative=false",
    "log",
    "--topo-order",
    "--reverse",
    "--no-show-signature",
    "--no-color",
    "--diff-filter=AR",
    "--find-renames=80%",
    "--name-status",
    "-z",
];

/// The format of a commit in that output, the last argument: the day of the author and that of the committer, each in
/// the time zone where that person was.
pub const GIT_LOG_FORMAT: &str = "--format=%as %cs";

/// The day on which each file of a register was first committed, as far as is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    first: HashMap<RelPath, Date>,
}

/// The text is not what [`GIT_LOG`] asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoHistory;

impl fmt::Display for NoHistory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("wat git over de geschiedenis zegt, is niet te lezen")
    }
}

impl std::error::Error for NoHistory {}

impl History {
    /// Reads the output of [`GIT_LOG`]. `prefix` is where the register lies in the repository, with a `/` at its end;
    /// empty at the root.
    ///
    /// The day of a commit is the earlier of its author's and its committer's: a commit that is put on another branch
    /// is committed anew, and was written no later for that.
    ///
    /// # Errors
    /// When the text has another form.
    pub fn parse(output: &[u8], prefix: &str) -> Result<Self, NoHistory> {
        let mut parts = output.split(|&byte| byte == 0);
        let mut next = || parts.next().map(String::from_utf8_lossy);
        let mut first: HashMap<String, Date> = HashMap::new();
        let mut day = None;
        while let Some(part) = next() {
            match part.trim_start_matches('\n') {
                "" => {}
                "A" => {
                    let path = next().ok_or(NoHistory)?.into_owned();
                    keep_earlier(&mut first, path, day.ok_or(NoHistory)?);
                }
                rename if rename.starts_with('R') => {
                    let (old, new) = (next().ok_or(NoHistory)?, next().ok_or(NoHistory)?);
                    let since = first.get(old.as_ref()).copied().or(day).ok_or(NoHistory)?;
                    keep_earlier(&mut first, new.into_owned(), since);
                }
                days => day = Some(earlier_of(days)?),
            }
        }
        let inside = |(path, day): (String, Date)| Some((RelPath::new(path.strip_prefix(prefix)?), day));
        Ok(first.into_iter().filter_map(inside).collect())
    }

    /// The day on which this file was first committed, where that is known.
    #[must_use]
    pub fn first_day(&self, file: &RelPath) -> Option<Date> {
        self.first.get(file).copied()
    }
}

impl FromIterator<(RelPath, Date)> for History {
    fn from_iter<I: IntoIterator<Item = (RelPath, Date)>>(days: I) -> Self {
        Self { first: days.into_iter().collect() }
    }
}

fn keep_earlier(first: &mut HashMap<String, Date>, path: String, day: Date) {
    first.entry(path).and_modify(|known| *known = day.min(*known)).or_insert(day);
}

fn earlier_of(days: &str) -> Result<Date, NoHistory> {
    let (author, committer) = days.split_once(' ').ok_or(NoHistory)?;
    let day = |text: &str| text.parse::<Date>().map_err(|_| NoHistory);
    Ok(day(author)?.min(day(committer)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What git prints, with `|` for the byte between its parts.
    fn parse(output: &str, prefix: &str) -> Result<History, NoHistory> {
        History::parse(output.replace('|', "\0").as_bytes(), prefix)
    }

    fn first_day(output: &str, file: &str) -> Option<String> {
        let history = parse(output, "complaints/").unwrap();
        history.first_day(&RelPath::new(file)).map(|day| day.to_string())
    }

    #[test]
    fn a_file_has_the_day_on_which_it_was_first_committed() {
        let log = "2026-11-03 2026-11-03|\nA|complaints/2026/a.md|A|README.md|2026-11-04 2026-11-04|2026-11-05 2026-11-05|\
                   \nA|complaints/2026/b.md|A|complaints/2026/a.md|";
        for (file, day) in [
            ("2026/a.md", Some("2026-11-03")),
            ("2026/b.md", Some("2026-11-05")),
            ("2026/c.md", None),
            ("README.md", None),
        ] {
            assert_eq!(first_day(log, file).as_deref(), day, "{file}");
        }
    }

    #[test]
    fn a_renamed_file_keeps_its_day_also_when_it_comes_from_another_folder() {
        let log = "2026-11-03 2026-11-03|\nA|klachten/1.md|2026-11-10 2026-11-10|\nR100|klachten/1.md|complaints/1.md|\
                   2026-11-12 2026-11-12|\nR087|complaints/1.md|complaints/2.md|R100|elders.md|complaints/3.md|";
        assert_eq!(first_day(log, "2.md").as_deref(), Some("2026-11-03"));
        assert_eq!(first_day(log, "3.md").as_deref(), Some("2026-11-12"), "nothing is known of where it was before");
    }

    #[test]
    fn a_commit_that_was_moved_to_another_branch_keeps_the_day_of_its_author() {
        assert_eq!(first_day("2026-11-03 2026-11-20|\nA|complaints/a.md|", "a.md").as_deref(), Some("2026-11-03"));
        assert_eq!(first_day("2026-11-20 2026-11-03|\nA|complaints/a.md|", "a.md").as_deref(), Some("2026-11-03"));
    }

    #[test]
    fn a_file_may_have_any_name() {
        let log = "2026-11-03 2026-11-03|\nA|A|A|2026-11-09 2026-11-09|A|\ta\nb.md|";
        let history = parse(log, "").unwrap();
        for file in ["A", "2026-11-09 2026-11-09", "\ta\nb.md"] {
            assert!(history.first_day(&RelPath::new(file)).is_some(), "{file:?}");
        }
    }

    #[test]
    fn without_commits_nothing_is_known_and_other_text_is_no_history() {
        assert_eq!(parse("", ""), Ok(History::default()));
        for text in ["A|a.md|", "gisteren|\nA|a.md|", "2026-11-03|\nA|a.md|", "2026-11-03 2026-11-03|\nA", "x"] {
            assert_eq!(parse(text, ""), Err(NoHistory), "{text}");
        }
    }
}
