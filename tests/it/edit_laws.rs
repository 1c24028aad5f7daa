//! The laws of the editor, on front matter as people could have written it: what was asked for is there, every
//! other value is as it was, and no line outside the changed value has moved or lost a byte.

use proptest::prelude::*;

use klacht::edit::{self, Change, Key, plain_or_quoted};
use klacht::source;
use klacht::yaml::{self, Node};

/// A file without its layout: the keys in order, each with what it holds.
type Model = Vec<(&'static str, Held)>;

#[derive(Clone, Debug, PartialEq)]
enum Held {
    Nothing,
    Text(String),
    List(Vec<Held>),
    Group(Vec<(&'static str, Held)>),
}

const WORDS: [&str; 14] = [
    "Jan de Vries",
    "2026-11-02",
    "ja",
    "a: b",
    "x # y",
    "0612345678",
    "'t Hooft",
    "zij zei \"nee\"",
    "\"nee\", zei 't hondje",
    "Bakker, S.",
    "[haken] {en} braces",
    "één ü",
    "een\ntwee",
    "- streep",
];
const ALONE: [&str; 8] =
    ["nummer", "onderwerp", "ontvanger", "behandelaar", "geregistreerd", "contact", "afgehandeld", "gesloten"];
const LISTS: [&str; 3] = ["betrokken", "oorzaak", "anonimiseren"];
const GROUPS: [(&str, &[&str]); 3] = [
    ("indiener", &["naam", "telefoon", "e-mail", "organisatie"]),
    ("beroep", &["ingesteld", "uitspraak", "uitkomst"]),
    ("nazorg", &["datum", "tevreden"]),
];
const MEASURE: (&str, &[&str]) = ("maatregelen", &["wat", "wie", "voor", "gereed"]);

/// Choices, one after another; when they run out, the first of each is taken.
struct Dice(std::vec::IntoIter<u8>);

impl Dice {
    fn pick(&mut self, sides: usize) -> usize {
        usize::from(self.0.next().unwrap_or(0)) % sides
    }

    fn of<T: Copy>(&mut self, options: &[T]) -> T {
        options[self.pick(options.len())]
    }

    fn word(&mut self) -> Held {
        Held::Text(self.of(&WORDS).to_owned())
    }

    fn fields(&mut self, fields: &[&'static str]) -> Vec<(&'static str, Held)> {
        let mut given = Vec::new();
        for field in fields {
            match self.pick(4) {
                0 => {}
                1 => given.push((*field, Held::Nothing)),
                _ => given.push((*field, self.word())),
            }
        }
        if given.is_empty() { vec![(fields[0], self.word())] } else { given }
    }

    fn model(&mut self) -> Model {
        let mut model = Model::new();
        for key in ALONE {
            match self.pick(4) {
                0 => {}
                1 => model.push((key, Held::Nothing)),
                _ => model.push((key, self.word())),
            }
        }
        for key in LISTS {
            match self.pick(4) {
                0 => {}
                1 => model.push((key, self.word())),
                count => model.push((key, Held::List((0..count).map(|_| self.word()).collect()))),
            }
        }
        for (key, fields) in GROUPS {
            if self.pick(2) == 1 {
                model.push((key, Held::Group(self.fields(fields))));
            }
        }
        let measures = (0..self.pick(3)).map(|_| Held::Group(self.fields(MEASURE.1))).collect::<Vec<_>>();
        if !measures.is_empty() {
            model.push((MEASURE.0, Held::List(measures)));
        }
        let turn = self.pick(model.len().max(1));
        model.rotate_left(turn);
        model
    }
}

/// Writes a model as someone could have written it.
struct Writer {
    dice: Dice,
    text: String,
    comments: usize,
    line_end: &'static str,
}

impl Writer {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push_str(self.line_end);
    }

    fn comment(&mut self) -> String {
        self.comments += 1;
        format!("# noot {}.", self.comments)
    }

    /// What may stand behind a value: nothing, spaces, or a comment.
    fn behind(&mut self) -> String {
        match self.dice.pick(6) {
            0 => format!("{}{}", " ".repeat(self.dice.pick(9) + 1), self.comment()),
            1 => "  ".to_owned(),
            _ => String::new(),
        }
    }

    /// A line of its own between others: nothing, an empty one, or a comment.
    fn between(&mut self, indent: usize) {
        match self.dice.pick(8) {
            0 => self.line(""),
            1 => {
                let comment = self.comment();
                self.line(&format!("{}{comment}", " ".repeat(indent)));
            }
            _ => {}
        }
    }

    fn scalar(&mut self, text: &str, flow: bool) -> String {
        let single = format!("'{}'", text.replace('\'', "''"));
        let double = format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"));
        let plain = plain_or_quoted(text) == text && !(flow && text.contains([',', '[', ']', '{', '}']));
        match self.dice.pick(4) {
            0 if !text.contains('\n') => single,
            1 => double,
            _ if plain => text.to_owned(),
            _ => double,
        }
    }

    fn flow(&mut self, held: &Held) -> String {
        match held {
            Held::Nothing => String::new(),
            Held::Text(text) => self.scalar(text, true),
            Held::List(items) => {
                let items: Vec<_> = items.iter().map(|item| self.flow(item)).collect();
                format!("[{}]", items.join(self.dice.of(&[", ", ",", " , "])))
            }
            Held::Group(fields) => {
                let fields: Vec<_> = fields.iter().map(|(key, held)| format!("{key}: {}", self.flow(held))).collect();
                format!("{{{}}}", fields.join(self.dice.of(&[", ", " , "])))
            }
        }
    }

    fn entry(&mut self, indent: usize, head: &str, held: &Held) {
        let behind = self.behind();
        let gap = " ".repeat(self.dice.of(&[1, 1, 1, 3, 9]));
        match held {
            Held::Nothing => self.line(&format!("{head}:{behind}")),
            Held::Text(text) if !text.contains('\n') && self.dice.pick(9) == 8 => {
                self.line(&format!("{head}: |-"));
                self.line(&format!("{}{text}", " ".repeat(indent + 2)));
            }
            Held::Text(text) => {
                let value = self.scalar(text, false);
                self.line(&format!("{head}:{gap}{value}{behind}"));
            }
            held if self.dice.pick(3) == 0 => {
                let value = self.flow(held);
                self.line(&format!("{head}:{gap}{value}{behind}"));
            }
            Held::Group(fields) => {
                self.line(&format!("{head}:{behind}"));
                let deeper = indent + self.dice.of(&[2, 2, 4, 1]);
                for (key, held) in fields {
                    self.between(deeper);
                    self.entry(deeper, &format!("{}{key}", " ".repeat(deeper)), held);
                }
            }
            Held::List(items) => {
                self.line(&format!("{head}:{behind}"));
                let dash = indent + self.dice.of(&[0, 2, 3]);
                for item in items {
                    self.between(dash);
                    self.item(dash, item);
                }
            }
        }
    }

    fn item(&mut self, dash: usize, item: &Held) {
        let gap = self.dice.of(&[1, 1, 3]);
        let lead = format!("{}-{}", " ".repeat(dash), " ".repeat(gap));
        let indent = dash + 1 + gap;
        match item {
            Held::Group(fields) if self.dice.pick(3) > 0 => {
                for (at, (key, held)) in fields.iter().enumerate() {
                    let before = if at == 0 { lead.clone() } else { " ".repeat(indent) };
                    self.entry(indent, &format!("{before}{key}"), held);
                }
            }
            item => {
                let (value, behind) = (self.flow(item), self.behind());
                self.line(&format!("{lead}{value}{behind}"));
            }
        }
    }

    fn file(mut self, model: &Model) -> String {
        if self.dice.pick(4) == 0 {
            self.text.push('\u{feff}');
        }
        self.line("---");
        for (key, held) in model {
            self.between(0);
            let key = if self.dice.pick(9) == 8 { format!("\"{key}\"") } else { (*key).to_owned() };
            self.entry(0, &key, held);
        }
        self.between(0);
        self.line("--- ");
        self.line("## Omschrijving\n\nnummer: geen veld  ");
        self.text.push_str("zonder einde");
        self.text
    }
}

/// A change, and the same on a model.
fn edit_of(dice: &mut Dice) -> (Change, String) {
    let groups = [GROUPS[0], GROUPS[1], GROUPS[2]];
    let name = match dice.pick(5) {
        0 | 1 => dice.of(&ALONE).to_owned(),
        2 => dice.of(&LISTS).to_owned(),
        3 => {
            let (group, fields) = dice.of(&groups);
            format!("{group}.{}", dice.of(fields))
        }
        _ if dice.pick(2) == 0 => MEASURE.0.to_owned(),
        _ => format!("{}.{}.{}", MEASURE.0, dice.pick(3) + 1, dice.of(MEASURE.1)),
    };
    let key = Key::parse(&name).unwrap();
    let change = if name == MEASURE.0 {
        Change::Append(key, edit::Value::Group(vec![("wat", edit::Value::text(dice.of(&WORDS)))]))
    } else {
        let value = edit::Value::text(dice.of(&WORDS));
        match dice.pick(4) {
            0 => Change::Remove(key),
            1 if LISTS.contains(&name.as_str()) => Change::Append(key, value),
            _ => Change::Set(key, value),
        }
    };
    (change, name)
}

fn held(value: &edit::Value) -> Held {
    match value {
        edit::Value::Text(text) => Held::Text(text.clone()),
        edit::Value::List(items) => Held::List(items.iter().map(held).collect()),
        edit::Value::Group(fields) => Held::Group(fields.iter().map(|(key, value)| (*key, held(value))).collect()),
    }
}

fn slot<'m>(fields: &'m mut Vec<(&'static str, Held)>, key: &'static str) -> &'m mut Held {
    let at = fields.iter().position(|(own, _)| *own == key).unwrap_or_else(|| {
        fields.push((key, Held::Nothing));
        fields.len() - 1
    });
    &mut fields[at].1
}

/// Makes the change on the model; none where it names an item that is not there.
fn changed(mut model: Model, change: &Change) -> Option<Model> {
    let key = change.key();
    let mut place = slot(&mut model, key.top());
    if let Some(at) = key.item() {
        let Held::List(items) = place else { return None };
        place = items.get_mut(at)?;
    }
    if let Some(field) = key.field() {
        if matches!(place, Held::Nothing) {
            *place = Held::Group(Vec::new());
        }
        let Held::Group(fields) = place else { return None };
        place = slot(fields, field);
    }
    *place = match (change, std::mem::replace(place, Held::Nothing)) {
        (Change::Remove(_), _) => Held::Nothing,
        (Change::Set(_, value), _) => held(value),
        (Change::Append(_, value), Held::Nothing) => Held::List(vec![held(value)]),
        (Change::Append(_, value), Held::List(items)) => Held::List(items.into_iter().chain([held(value)]).collect()),
        (Change::Append(_, value), alone) => Held::List(vec![alone, held(value)]),
    };
    Some(model)
}

/// What a file says, with its keys in alphabetical order and without what holds nothing.
fn said(entries: impl IntoIterator<Item = (String, Said)>) -> Said {
    let mut entries: Vec<_> = entries.into_iter().filter(|(_, said)| *said != Said::Nothing).collect();
    entries.sort_by(|one, other| one.0.cmp(&other.0));
    if entries.is_empty() { Said::Nothing } else { Said::Group(entries) }
}

#[derive(Clone, Debug, PartialEq)]
enum Said {
    Nothing,
    Text(String),
    List(Vec<Said>),
    Group(Vec<(String, Said)>),
}

fn said_by_model(held: &Held) -> Said {
    match held {
        Held::Nothing => Said::Nothing,
        Held::Text(text) => Said::Text(text.clone()),
        Held::List(items) => Said::List(items.iter().map(said_by_model).collect()),
        Held::Group(fields) => said(fields.iter().map(|(key, held)| ((*key).to_owned(), said_by_model(held)))),
    }
}

fn said_by_node(node: &Node<'_>) -> Said {
    match &node.value {
        yaml::Value::Null => Said::Nothing,
        yaml::Value::Scalar(scalar) => Said::Text(scalar.text.to_string()),
        yaml::Value::List(items) => Said::List(items.iter().map(said_by_node).collect()),
        yaml::Value::Map(entries) => {
            said(entries.iter().map(|entry| (entry.key.to_string(), said_by_node(&entry.value))))
        }
    }
}

fn parsed(text: &str) -> (Node<'_>, source::FrontMatter) {
    let text = text.trim_start_matches('\u{feff}');
    let halves = source::split(text).unwrap();
    (yaml::parse(halves.yaml.of(text), halves.yaml.start).unwrap(), halves)
}

/// Whether `after` is `before` with other bytes at `own`, and there alone.
fn differs_only_in(own: std::ops::Range<usize>, before: &str, after: &str) -> bool {
    let (head, tail) = (&before[..own.start], &before[own.end..]);
    after.len() >= head.len() + tail.len() && after.starts_with(head) && after.ends_with(tail)
}

/// Whether `after` is `before` with bytes put in at one place.
fn only_adds(before: &str, after: &str) -> bool {
    let alike = |pairs: &mut dyn Iterator<Item = (u8, u8)>| pairs.take_while(|(one, other)| one == other).count();
    let head = alike(&mut before.bytes().zip(after.bytes()));
    let tail = alike(&mut before.bytes().rev().zip(after.bytes().rev()));
    after.len() >= before.len() && head + tail >= before.len()
}

fn comments(text: &str) -> Vec<&str> {
    text.match_indices("# noot ").map(|(at, _)| text[at..].split('.').next().unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]
    #[test]
    fn an_edit_does_what_was_asked_and_nothing_else(rolls in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut dice = Dice(rolls.into_iter());
        let (change, name) = edit_of(&mut dice);
        let model = dice.model();
        let line_end = dice.of(&["\n", "\r\n"]);
        let before = Writer { dice, text: String::new(), comments: 0, line_end }.file(&model);
        prop_assert_eq!(said_by_node(&parsed(&before).0), said_by_model(&Held::Group(model.clone())), "{}", before);

        let removes = matches!(change, Change::Remove(_));
        let wanted = changed(model.clone(), &change).or_else(|| removes.then(|| model.clone()));
        let after = match edit::apply(&before, std::slice::from_ref(&change)) {
            Ok(after) => after,
            Err(refusal) => {
                let alone = ALONE.contains(&name.as_str()) && matches!(change, Change::Set(..));
                prop_assert!(!alone, "{refusal} in\n{before}");
                return Ok(());
            }
        };
        let wanted = said_by_model(&Held::Group(wanted.expect("an item that is not there is refused")));
        let (root, halves) = parsed(&after);
        let told = said_by_node(&root);
        prop_assert!(told == wanted, "{told:?}\n{wanted:?}\n{before}\n{after}");

        let (old_root, old_halves) = parsed(&before);
        let body = |text: &str, at: usize| text.trim_start_matches('\u{feff}')[at..].to_owned();
        prop_assert_eq!(body(&before, old_halves.yaml.end), body(&after, halves.yaml.end));
        prop_assert_eq!(comments(&before), comments(&after), "{}\n=====\n{}", before, after);

        let mark = before.len() - before.trim_start_matches('\u{feff}').len();
        let yaml::Value::Map(entries) = &old_root.value else { return Ok(()) };
        let own = entries.iter().find(|entry| entry.key == change.key().top());
        let within = own.map_or_else(
            || only_adds(&before, &after),
            |entry| {
                let end = entry.value.span.end.max(entry.key_span.end) + mark;
                let line = before[end..].find('\n').map_or(before.len(), |at| end + at + 1);
                differs_only_in(entry.key_span.start + mark..line, &before, &after)
            },
        );
        prop_assert!(within, "{name}\n{before}\n=====\n{after}");
    }
}
