//! What holds for every text: masks lie side by side, and no name that the record knows is left.

use proptest::prelude::*;

use super::*;

#[test]
fn no_complainant_of_the_example_register_is_left_in_its_own_text() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("complaints");
    let read = |name: &str, path| crate::source::read(&folder.join(name), path).expect("it can be read");
    let staff = Staff::load(&read("medewerkers.yaml", RelPath::new("medewerkers.yaml"))).value;
    let found = crate::source::discover(&folder).expect("the folder is there").complaints;
    let files: Vec<_> = found.into_iter().map(|found| read(found.path.clone().as_str(), found.path)).collect();
    let complaints: Vec<_> = files.iter().map(parse).collect();
    let anonymiser = Anonymiser::new(&complaints.iter().collect::<Vec<_>>(), Some(&staff));
    assert!(complaints.len() > 30);
    for (file, complaint) in files.iter().zip(&complaints) {
        let masker = anonymiser.record(file.text(), complaint);
        let html = masker.section(complaint.halves.body);
        let left = tokens::tokens_of(html.as_str());
        let digits: String = html.as_str().chars().filter(char::is_ascii_digit).collect();
        for identity in own(complaint) {
            let mut names =
                identity.weak_words().map(|weak| weak.word).filter(|word| !is_ordinary(&word.to_lowercase()));
            let named = names.find(|name| left.iter().any(|token| token.hash == fold::hash(name)));
            assert!(named.is_none(), "{} still names someone", file.path());
            for form in identity.strong_forms() {
                let left = match &form {
                    Form::Email(address) => html.as_str().contains(address.as_str()),
                    Form::Phone(phone) => digits.contains(phone.as_str()),
                    Form::Words(_) | Form::Titled(_) => false,
                };
                assert!(!left, "{} still tells how to reach someone", file.path());
            }
        }
    }
}

proptest! {
    #[test]
    fn any_text_gives_sorted_disjoint_spans_and_no_name(
        words in prop::collection::vec(prop::sample::select(vec![
            "Fatima", "el", "Amrani", "F.", "amrani", "de", "Vries", "Jan", ",", "-", "\n", "\n\n", "*", "**", "[", "](x)",
            "`", "<b>", " &eacute; ", "wil", "De", "Wit", "Wil", "mei", "06-12345670", "@", "12", "Oude", "Gracht", "7", " é ", "'s",
            "f.elamrani@example.nl", "(", ")", "\r\n", "| a | b |\n|---|---|\n", "mevrouw", "#", "## ", "> ", "- ", "\u{301}",
        ]), 0..40),
        glue in prop::collection::vec(prop::sample::select(vec![" ", "", "  "]), 40),
    ) {
        let body: String = words.iter().zip(&glue).flat_map(|(word, glue)| [*word, *glue]).collect();
        let own = file("indiener: {naam: Fatima el Amrani, telefoon: 06 12345670, e-mail: f.elamrani@example.nl}", &body);
        let complaint = parse(&own);
        let anonymiser = Anonymiser::new(&[&complaint], Some(&staff()));
        let masker = anonymiser.record(own.text(), &complaint);
        let mut at = complaint.halves.body.start;
        for mask in masker.spans() {
            prop_assert!(at <= mask.span.start && mask.span.start < mask.span.end);
            prop_assert!(own.text().get(mask.span.start..mask.span.end).is_some());
            at = mask.span.end;
        }
        let html = masker.section(complaint.halves.body);
        for text in [masker.body().text.as_str(), html.as_str()] {
            let names = ["fatima", "amrani", "elamrani"].map(fold::hash);
            let left = tokens::tokens_of(text).iter().any(|token| names.contains(&token.hash));
            prop_assert!(!left, "{:?} became {:?}", body, text);
        }
    }
}
