//! Tables of edits: the front matter before, the change, and the front matter after.

use super::*;

const BODY: &str = "---\n\n## Omschrijving\n\nTekst  \nzonder einde";

fn key(text: &str) -> Key {
    Key::parse(text).expect("a key")
}

/// A change as these tests write it: `key=value`, `key+=value`, `key=` to remove; a value may be a list
/// `[a; b]` or a group `{wat: a; voor: b}`.
fn change(text: &str) -> Change {
    let (name, value) = text.split_once('=').expect("a change");
    match name.strip_suffix('+') {
        Some(name) => Change::Append(key(name), self::value(value)),
        None if value.is_empty() => Change::Remove(key(name)),
        None => Change::Set(key(name), self::value(value)),
    }
}

fn value(text: &str) -> Value {
    let parts = |text: &'static str| text.trim_end_matches([']', '}']).split("; ");
    let text: &'static str = String::from(text).leak();
    if let Some(items) = text.strip_prefix('[') {
        return Value::List(parts(items).map(Value::text).collect());
    }
    let Some(fields) = text.strip_prefix('{') else { return Value::text(text) };
    let field = |part: &'static str| part.split_once(": ").map(|(key, value)| (key, Value::text(value)));
    Value::Group(parts(fields).filter_map(field).collect())
}

fn edited(yaml: &str, changes: &[&str]) -> Result<String, Refusal> {
    let changes: Vec<_> = changes.iter().map(|text| change(text)).collect();
    let result = apply(&format!("---\n{yaml}{BODY}"), &changes)?;
    let halves = crate::source::split(&result).expect("it still has two halves");
    assert_eq!(&result[halves.yaml.end..], BODY);
    Ok(halves.yaml.of(&result).to_owned())
}

#[track_caller]
fn check(table: &[(&str, &str, &str)]) {
    for (before, change, after) in table {
        assert_eq!(edited(before, &[change]).as_deref(), Ok(*after), "{change} in\n{before}");
    }
}

#[test]
fn a_value_is_replaced_in_its_own_quoting_and_a_comment_keeps_its_column() {
    check(&[
        ("gesloten: 2026-11-02\n", "gesloten=2026-11-23", "gesloten: 2026-11-23\n"),
        ("ontvanger: \"Jan\"\n", "ontvanger=Piet \"P\"", "ontvanger: \"Piet \\\"P\\\"\"\n"),
        ("ontvanger: 'Jan'\n", "ontvanger='t Hart", "ontvanger: '''t Hart'\n"),
        ("ontvanger: Jan\n", "ontvanger=Jan: zelf", "ontvanger: \"Jan: zelf\"\n"),
        ("ontvanger: Jan     # wie\n", "ontvanger=Pieter", "ontvanger: Pieter  # wie\n"),
        ("ontvanger: Pieter # wie\n", "ontvanger=Jan", "ontvanger: Jan    # wie\n"),
        ("ontvanger: Jan # wie\n", "ontvanger=Pieter", "ontvanger: Pieter # wie\n"),
        ("ontvanger: Jan  \ncontact:\n", "ontvanger=Piet", "ontvanger: Piet  \ncontact:\n"),
        ("ontvanger:   Jan\n", "ontvanger=Piet", "ontvanger:   Piet\n"),
        ("onderwerp: een\n  twee\ncontact:\n", "onderwerp=drie", "onderwerp: drie\ncontact:\n"),
        ("onderwerp: |\n  een\n  twee\n\ncontact:\n", "onderwerp=drie", "onderwerp: drie\n\ncontact:\n"),
        ("contact: ~  # nog niet\n", "contact=2026-11-03", "contact: 2026-11-03 # nog niet\n"),
        ("\"contact\" : x\n", "contact=2026-11-03", "\"contact\" : 2026-11-03\n"),
    ]);
}

#[test]
fn an_empty_value_is_filled_and_its_comment_stays() {
    check(&[
        ("contact:\ngesloten:\n", "contact=2026-11-03", "contact: 2026-11-03\ngesloten:\n"),
        ("contact:               # bellen\n", "contact=2026-11-03", "contact: 2026-11-03    # bellen\n"),
        ("contact: # bellen\n", "contact=2026-11-03", "contact: 2026-11-03 # bellen\n"),
        ("contact:   \n", "contact=2026-11-03", "contact:   2026-11-03\n"),
        ("nummer:      x\nontvangen:   y\ncontact:\n", "contact=z", "nummer:      x\nontvangen:   y\ncontact:     z\n"),
        ("nazorg: # straks\ngesloten:\n", "nazorg.tevreden=ja", "nazorg: # straks\n  tevreden: ja\ngesloten:\n"),
        ("nazorg: ~\n", "nazorg.tevreden=ja", "nazorg: {tevreden: ja}\n"),
        ("nazorg: {}\n", "nazorg.tevreden=ja", "nazorg: {tevreden: ja}\n"),
        ("nazorg: {datum: , tevreden}\n", "nazorg.datum=x", "nazorg: {datum: x , tevreden}\n"),
        ("nazorg: {datum: , tevreden}\n", "nazorg.tevreden=ja", "nazorg: {datum: , tevreden: ja}\n"),
        ("maatregelen: []\n", "maatregelen+={wat: a, b}", "maatregelen: [{wat: \"a, b\"}]\n"),
    ]);
}

#[test]
fn a_new_key_goes_where_the_order_of_the_file_has_it() {
    check(&[
        ("nummer: x\ngesloten: y\n", "contact=z", "nummer: x\ncontact: z\ngesloten: y\n"),
        ("gesloten: y\n", "contact=z", "contact: z\ngesloten: y\n"),
        ("", "contact=z", "contact: z\n"),
        ("# leeg\n", "contact=z", "# leeg\ncontact: z\n"),
        ("{nummer: x, gesloten: y}\n", "contact=z", "{nummer: x, contact: z, gesloten: y}\n"),
        ("nummer:    x\nontvangen: y\n", "contact=z", "nummer:    x\nontvangen: y\ncontact:   z\n"),
        (
            "indiener:\n    naam: x\n    # telefoon volgt\n# ontvanger\nontvanger: y\n",
            "indiener.e-mail=a@example.nl",
            "indiener:\n    naam: x\n    e-mail: a@example.nl\n    # telefoon volgt\n# ontvanger\nontvanger: y\n",
        ),
        (
            "indiener:\n    naam: x\nbesproken: y\n",
            "beroep.ingesteld=z",
            "indiener:\n    naam: x\nberoep:\n    ingesteld: z\nbesproken: y\n",
        ),
        ("nazorg:\n  tevreden: ja\n", "nazorg.datum=x", "nazorg:\n  datum: x\n  tevreden: ja\n"),
        ("nazorg: {tevreden: ja}  # kort\n", "nazorg.datum=x", "nazorg: {datum: x, tevreden: ja} # kort\n"),
        (
            "beroep: {\n  ingesteld: x, # a\n}\n",
            "beroep.uitspraak=z",
            "beroep: {\n  ingesteld: x, uitspraak: z, # a\n}\n",
        ),
        ("onderwerp: |\n  een\n\ncontact: x\n", "ontvanger=z", "onderwerp: |\n  een\n\nontvanger: z\ncontact: x\n"),
        ("nummer: x\r\ngesloten: y\r\n", "nazorg.datum=z", "nummer: x\r\nnazorg:\r\n  datum: z\r\ngesloten: y\r\n"),
    ]);
}

#[test]
fn an_item_is_added_in_the_style_of_its_list() {
    check(&[
        ("betrokken: [Jan]\n", "betrokken+=Piet, P.", "betrokken: [Jan, \"Piet, P.\"]\n"),
        ("betrokken: [Jan, ]  # x\n", "betrokken+=P", "betrokken: [Jan, P, ] # x\n"),
        ("betrokken: [\n  Jan, # a\n]\n", "betrokken+=P", "betrokken: [\n  Jan, P, # a\n]\n"),
        ("betrokken: Jan\n", "betrokken+=Piet", "betrokken: [Jan, Piet]\n"),
        ("betrokken: Jan, de tweede\n", "betrokken+=Piet", "betrokken: [\"Jan, de tweede\", Piet]\n"),
        ("betrokken:\n- Jan\ncontact:\n", "betrokken+=Piet", "betrokken:\n- Jan\n- Piet\ncontact:\n"),
        (
            "betrokken:\n  -   Jan  # a\n   # b\n  # c\n",
            "betrokken+=P",
            "betrokken:\n  -   Jan  # a\n   # b\n  -   P\n  # c\n",
        ),
        ("betrokken: # x\n", "betrokken+=Jan", "betrokken: [Jan] # x\n"),
        ("nummer: x\n", "betrokken+=Jan", "nummer: x\nbetrokken: [Jan]\n"),
        (
            "maatregelen:\n  - wat: a\n    wie: b\nbesproken:\n",
            "maatregelen+={wat: c; voor: d}",
            "maatregelen:\n  - wat: a\n    wie: b\n  - wat: c\n    voor: d\nbesproken:\n",
        ),
        (
            "maatregelen:\n-\n  wat: a\n  wie:\nbesproken:\n",
            "maatregelen+={wat: c; voor: d}",
            "maatregelen:\n-\n  wat: a\n  wie:\n- wat: c\n  voor: d\nbesproken:\n",
        ),
        (
            "maatregelen:\n- {wat: a}\nbesproken:\n",
            "maatregelen+={wat: c; voor: d}",
            "maatregelen:\n- {wat: a}\n- {wat: c, voor: d}\nbesproken:\n",
        ),
        (
            "betrokken:\n- Jan\nmaatregelen:\nbesproken:\n",
            "maatregelen+={wat: c; voor: d}",
            "betrokken:\n- Jan\nmaatregelen:\n- wat: c\n  voor: d\nbesproken:\n",
        ),
        ("nummer: x\n", "maatregelen+={wat: c; voor: d}", "nummer: x\nmaatregelen:\n  - wat: c\n    voor: d\n"),
        ("maatregelen: {wat: a}\n", "maatregelen+={wat: c}", "maatregelen: [{wat: a}, {wat: c}]\n"),
    ]);
}

#[test]
fn a_value_within_a_list_is_reached_by_its_place() {
    let list = "maatregelen:\n  - wat: a\n    voor: b  # eerst\n  - wie: c\n";
    check(&[
        (list, "maatregelen.1.gereed=x", "maatregelen:\n  - wat: a\n    voor: b  # eerst\n    gereed: x\n  - wie: c\n"),
        (list, "maatregelen.2.wie=x", "maatregelen:\n  - wat: a\n    voor: b  # eerst\n  - wie: x\n"),
        (list, "maatregelen.2.wat=x", "maatregelen:\n  - wat: a\n    voor: b  # eerst\n  - wie: c\n    wat: x\n"),
        (list, "maatregelen.2=", "maatregelen:\n  - wat: a\n    voor: b  # eerst\n"),
        ("maatregelen:\n  wat: a\n", "maatregelen.1.voor=x", "maatregelen:\n  wat: a\n  voor: x\n"),
        (
            "maatregelen: [{wat: a}, {wat: b}]  # c\n",
            "maatregelen.2.wat=xyz",
            "maatregelen: [{wat: a}, {wat: xyz}] # c\n",
        ),
        ("betrokken: [a, b, c]\n", "betrokken.2=x", "betrokken: [a, x, c]\n"),
        ("betrokken:\n- a\n- b\n", "betrokken.2=x", "betrokken:\n- a\n- x\n"),
    ]);
}

#[test]
fn a_list_gives_way_to_another_value() {
    check(&[
        ("oorzaak: [a, b]\n", "oorzaak=c", "oorzaak: c\n"),
        ("oorzaak: a  # x\n", "oorzaak=[a; b]", "oorzaak: [a, b] # x\n"),
        ("oorzaak:\n  - a\n  - b\ncontact:\n", "oorzaak=c", "oorzaak: c\ncontact:\n"),
        ("oorzaak:    # x\n  - a\n  - b\n", "oorzaak=c", "oorzaak: c  # x\n"),
    ]);
}

#[test]
fn a_value_that_is_removed_takes_its_line_and_no_comment_with_it() {
    check(&[
        ("nummer: x\ncontact: y\ngesloten: z\n", "contact=", "nummer: x\ngesloten: z\n"),
        ("contact: y  # gebeld\n", "contact=", "contact:    # gebeld\n"),
        ("nazorg:\n  datum: x\n  tevreden: ja\n", "nazorg.datum=", "nazorg:\n  tevreden: ja\n"),
        ("nummer: x\nnazorg:\n  datum: x\n", "nazorg.datum=", "nummer: x\n"),
        ("nazorg: {datum: x, tevreden: ja}\n", "nazorg.datum=", "nazorg: {tevreden: ja}\n"),
        ("nazorg: {datum: x, tevreden: ja}\n", "nazorg.tevreden=", "nazorg: {datum: x}\n"),
        ("maatregelen:\n- wat: a\n  wie: b\n", "maatregelen.1.wat=", "maatregelen:\n- wat:\n  wie: b\n"),
        ("betrokken: [a, b]\n", "betrokken.1=", "betrokken: [b]\n"),
        ("betrokken:\n- a\n- b\ncontact:\n", "betrokken.1=", "betrokken:\n- b\ncontact:\n"),
        ("betrokken:  # wie\n- a\n- b\ncontact:\n", "betrokken=", "betrokken:  # wie\ncontact:\n"),
        ("nummer: x\n", "contact=", "nummer: x\n"),
    ]);
}

#[test]
fn what_cannot_be_changed_with_certainty_is_refused() {
    for (before, change, refusal) in [
        ("contact: a\ncontact: b\n", "contact=x", Refusal::Twice(key("contact"))),
        ("nazorg: ja\n", "nazorg.datum=x", Refusal::OtherForm(key("nazorg.datum"))),
        ("indiener:\n  naam: x\n", "indiener=y", Refusal::OtherForm(key("indiener"))),
        ("maatregelen:\n- wat: a\n", "maatregelen.2.wat=x", Refusal::NoItem(key("maatregelen.2.wat"))),
        ("nummer: x\n", "maatregelen.1.wat=x", Refusal::NoItem(key("maatregelen.1.wat"))),
        ("maatregelen:\n- wat: a\n", "maatregelen.wat=x", Refusal::OtherForm(key("maatregelen.wat"))),
        ("oorzaak:\n- a # waarom\n- b\n", "oorzaak=c", Refusal::Comment(key("oorzaak"))),
        ("onderwerp: | # lang\n  een\n", "onderwerp=c", Refusal::Comment(key("onderwerp"))),
        ("maatregelen:\n  wat: a\n", "maatregelen+={wat: b}", Refusal::Layout(key("maatregelen"))),
        ("? contact\n", "contact=x", Refusal::Layout(key("contact"))),
        ("contact: [a\n", "contact=x", Refusal::NoYaml),
        ("- a\n", "contact=x", Refusal::NoYaml),
    ] {
        assert_eq!(edited(before, &[change]), Err(refusal), "{change} in\n{before}");
    }
    assert_eq!(apply("Geen klacht\n", &[change("contact=x")]), Err(Refusal::NoFrontMatter));
}

#[test]
fn a_byte_order_mark_stays_and_several_changes_are_made_in_order() {
    let text = "\u{feff}--- \r\nnummer: x\r\n---\r\nÉén\r\n";
    let changes = ["nazorg.datum=a", "nazorg.tevreden=ja", "nummer=z", "betrokken+=A", "betrokken+=B"].map(change);
    let after =
        "\u{feff}--- \r\nnummer: z\r\nbetrokken: [A, B]\r\nnazorg:\r\n  datum: a\r\n  tevreden: ja\r\n---\r\nÉén\r\n";
    assert_eq!(apply(text, &changes).as_deref(), Ok(after));
}
