//! Counts and lists as parts of a Dutch sentence. In: numbers and names. Out: words.

use crate::views::grouped;

/// `1 klacht`, `1.234 klachten`.
pub(super) fn counted(count: u32, one: &str, more: &str) -> String {
    format!("{} {}", grouped(count.into()), if count == 1 { one } else { more })
}

/// `aard, wijze en tijdigheid`.
pub(super) fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [names @ .., last] => format!("{} en {last}", names.join(", ")),
    }
}

/// What holds of each of several: `elk 4`.
pub(super) fn each(several: usize, words: String) -> String {
    if several > 1 { format!("elk {words}") } else { words }
}

/// The counts that are not zero, each with its name: `4 gegrond, 1 loopt nog`.
pub(super) fn parts_of(parts: &[(u32, &str)]) -> String {
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    parts.map(|(count, name)| format!("{} {name}", grouped((*count).into()))).collect::<Vec<_>>().join(", ")
}

/// The highest count and all that have it; none where all are zero.
pub(super) fn highest<Name>(counts: impl Iterator<Item = (u32, Name)>) -> Option<(u32, Vec<Name>)> {
    let mut best = (0, Vec::new());
    for (count, name) in counts.filter(|(count, _)| *count > 0) {
        if count > best.0 {
            best = (count, vec![name]);
        } else if count == best.0 {
            best.1.push(name);
        }
    }
    (best.0 > 0).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_counts_read_as_dutch() {
        let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(listed(&names(&["aard"])), "aard");
        assert_eq!(listed(&names(&["aard", "wijze", "kwaliteit"])), "aard, wijze en kwaliteit");
        assert_eq!(
            [0, 1, 1234].map(|count| counted(count, "klacht", "klachten")),
            ["0 klachten", "1 klacht", "1.234 klachten"]
        );
        assert_eq!(parts_of(&[(4, "gegrond"), (0, "ongegrond"), (1, "loopt nog")]), "4 gegrond, 1 loopt nog");
    }

    #[test]
    fn the_highest_count_is_shared_by_all_that_have_it() {
        assert_eq!(highest([(0, 'a')].into_iter()), None);
        assert_eq!(highest([(1, 'a'), (3, 'b'), (2, 'c'), (3, 'd')].into_iter()), Some((3, vec!['b', 'd'])));
    }
}
