//! The reader of YAML against an independent one: what both accept, they read alike.

use proptest::prelude::*;
use serde::de::DeserializeOwned;

use klacht::yaml::{Node, Value, parse};

/// A tree without places, with every scalar as text.
#[derive(Debug, PartialEq)]
enum Plain {
    Null,
    Text(String),
    List(Vec<Plain>),
    Map(Vec<(String, Plain)>),
}

fn plain(node: &Node<'_>) -> Plain {
    match &node.value {
        Value::Null => Plain::Null,
        Value::Scalar(scalar) => Plain::Text(scalar.text.to_string()),
        Value::List(items) => Plain::List(items.iter().map(plain).collect()),
        Value::Map(entries) => {
            Plain::Map(entries.iter().map(|entry| (entry.key.to_string(), plain(&entry.value))).collect())
        }
    }
}

fn oracle<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_yaml::from_str(text).ok()
}

/// One line of front matter, with a value in one of the notations that people use.
fn line() -> impl Strategy<Value = (String, String)> {
    let value = prop_oneof![
        "[A-Za-z][A-Za-z é.@-]{0,20}[a-z]",
        "[A-Za-z ,:#'é]{1,20}".prop_map(|text| format!("\"{text}\"")),
        "[A-Za-z ,:#é]{1,20}".prop_map(|text| format!("'{text}'")),
        "[A-Za-z][a-z ]{0,10}[a-z]  # [a-z :]{0,10}",
    ];
    ("[a-z]{1,8}", value)
}

proptest! {
    #[test]
    fn front_matter_reads_as_an_independent_reader_reads_it(lines in prop::collection::btree_map("[a-z]{1,8}", line(), 1..8)) {
        let text: String = lines.iter().map(|(key, (_, value))| format!("{key}: {value}\n")).collect();
        if let Some(expected) = oracle::<std::collections::BTreeMap<String, String>>(&text) {
            let node = parse(&text, 0).expect("the other reader accepts it");
            let Plain::Map(entries) = plain(&node) else { panic!("a map") };
            for (key, value) in entries {
                let value = match value { Plain::Text(text) => text, Plain::Null => String::new(), other => panic!("{other:?}") };
                let own = expected.get(&key).expect("the same keys");
                prop_assert!(own == &value || (value.is_empty() && own == "null"), "{key}: {own:?} and {value:?}");
            }
        }
    }
}

#[test]
fn a_real_complaint_reads_as_an_independent_reader_reads_it() {
    #[derive(serde::Deserialize, Debug)]
    struct Complaint {
        nummer: String,
        onderwerp: String,
        indiener: std::collections::BTreeMap<String, String>,
    }
    for path in ["complaints/2026/2026-002.md", "complaints/2026/2026-014.md", "complaints/2025/2025-006.md"] {
        let text = std::fs::read_to_string(crate::in_tree(path)).unwrap();
        let halves = klacht::source::split(text.trim_start_matches('\u{feff}')).unwrap();
        let yaml = halves.yaml.of(text.trim_start_matches('\u{feff}'));
        let expected: Complaint = oracle(yaml).unwrap();
        let Plain::Map(entries) = plain(&parse(yaml, 0).unwrap()) else { panic!("a map") };
        let get = |key: &str| &entries.iter().find(|(own, _)| own == key).unwrap().1;
        assert_eq!(get("nummer"), &Plain::Text(expected.nummer));
        assert_eq!(get("onderwerp"), &Plain::Text(expected.onderwerp));
        let Plain::Map(complainant) = get("indiener") else { panic!("a map") };
        assert_eq!(complainant.len(), expected.indiener.len());
    }
}
