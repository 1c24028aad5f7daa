//! Lines of `vernietigd.csv`: what is written, what is read, and what is wrong.

use super::*;
use crate::source::RelPath;

const LINE: &str = "2024-001,2024-10,tijdigheid,planning,op-tijd,2024-10,te-laat,2024-10,op-tijd,2024-11,,,op-tijd,31,\
                    2024-11,nee,,,,2025-01,2024-12,ja,2024-12";

fn list(text: &str) -> ErasedList {
    ErasedList::load(SourceFile::new(RelPath::new(ERASED), text.to_owned()), &Protocol::default())
}

fn with_header(lines: &str) -> String {
    format!("{}\n{lines}\n", erased_header())
}

#[test]
fn a_line_that_is_read_is_written_as_it_was() {
    let appealed = "2023-1000,,aard; wijze,,,,,,te-laat,2023-02,op-tijd,2023-03,te-laat,,,ja,2023-02,2023-03,\
                    deels-gegrond,,,onbereikbaar,";
    let text = with_header(&format!("{LINE}\n{appealed}"));
    for text in [text.clone(), format!("\u{feff}{}", text.replace('\n', "\r\n")), format!("{text}\n\n")] {
        let list = list(&text);
        assert_eq!(list.wrong, []);
        let today = "2026-11-23".parse().expect("a day");
        let again: Vec<_> = list.rows.iter().map(|row| erased_line(row, &Protocol::default(), today)).collect();
        assert_eq!(again, [LINE, appealed]);
        let number = Number::parse("2023-1000").expect("a number");
        assert_eq!((list.line_of(&number), list.text_of(&number)), (Some(3), Some(appealed)));
    }
}

#[test]
fn words_that_the_protocol_no_longer_has_are_passed_over() {
    let list = list(&with_header(&LINE.replace("tijdigheid,", "snelheid; aard,")));
    assert_eq!((list.wrong.len(), list.rows[0].kinds.len()), (0, 1));
}

#[test]
fn a_wrong_line_is_named_and_the_others_count() {
    for (lines, line, why) in [
        ("nummer,maand", 1, WhyWrong::Header),
        ("2024-001;2024-10", 2, WhyWrong::Cells),
        ("<<<<<<< HEAD", 2, WhyWrong::Cells),
        (&LINE.replace("2024-001", "Fatima"), 2, WhyWrong::Value("nummer")),
        (&LINE.replace("2024-001", ""), 2, WhyWrong::Value("nummer")),
        (&LINE.replacen("2024-10", "2024-13", 1), 2, WhyWrong::Value("ontvangen")),
        (&LINE.replacen("2024-10", "2024-10-02", 1), 2, WhyWrong::Value("ontvangen")),
        (&LINE.replacen("2024-10", "0204-10", 1), 2, WhyWrong::Value("ontvangen")),
        (&LINE.replace(",31,", ",4294967295,"), 2, WhyWrong::Value("doorlooptijd-dagen")),
        (&LINE.replace("op-tijd,31", "op tijd,31"), 2, WhyWrong::Value("doorlooptijd.stand")),
        (&LINE.replace("op-tijd,2024-11", "op-tijd,"), 2, WhyWrong::Value("afhandeling.maand")),
        (&LINE.replace(",31,", ",-31,"), 2, WhyWrong::Value("doorlooptijd-dagen")),
        (&LINE.replace(",nee,", ",,"), 2, WhyWrong::Value("beroep")),
        (&format!("{LINE}\n{LINE}"), 3, WhyWrong::Twice),
    ] {
        let text = if why == WhyWrong::Header { format!("{lines}\n") } else { with_header(lines) };
        let other = LINE.replace("2024-001", "2024-009");
        let list = list(&format!("{text}{other}\n"));
        let file = list.file.as_ref().expect("there is one");
        let wrong: Vec<_> = list.wrong.iter().map(|wrong| (file.place(wrong.at).start.line, wrong.why)).collect();
        assert_eq!(wrong, [(line, why)], "{lines}");
        assert_eq!(list.rows.last().map(|row| row.number.as_str()), Some("2024-009"), "{lines}");
    }
    assert!(list("").wrong.is_empty());
}
