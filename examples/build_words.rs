//! Makes the set of ordinary words. In: a word list on standard input, and the path of a list of words
//! to leave out. Out: the set, on standard output. See `data/words/README.md`.

use std::collections::BTreeSet;
use std::io::{BufRead, Write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = std::env::args().nth(1).ok_or("the path of the list of words to leave out is missing")?;
    let out = std::fs::read_to_string(out)?;
    let left_out: BTreeSet<&str> = out.lines().filter(|line| !line.starts_with('#')).collect();
    let mut words = BTreeSet::new();
    for line in std::io::stdin().lock().lines() {
        let word = line?;
        if word.chars().all(char::is_lowercase) && !left_out.contains(word.as_str()) {
            words.insert(word);
        }
    }
    let set = fst::Set::from_iter(words)?;
    std::io::stdout().lock().write_all(set.as_fst().as_bytes())?;
    Ok(())
}
