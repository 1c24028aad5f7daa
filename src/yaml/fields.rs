//! Typed fields read from a map. In: a node. Out: fields that are absent, wrong (with their place) or
//! given, and every problem met on the way, so that one wrong value hides no other.

use super::{Entry, Expected, Node, Problem, ProblemKind, Value, nearest};
use crate::source::Span;

/// One field of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field<T> {
    /// Not there, or a key without a value; then with the key's place.
    Absent(Option<Span>),
    /// Something that cannot be what the field asks for; a problem says so. It counts as present
    /// and takes no part in other rules.
    Wrong(Span),
    /// A value with its place.
    Given(T, Span),
}

impl<T> Default for Field<T> {
    fn default() -> Self {
        Self::Absent(None)
    }
}

impl<T> Field<T> {
    /// The value, where it was given and is right.
    pub fn given(&self) -> Option<&T> {
        match self {
            Self::Given(value, _) => Some(value),
            _ => None,
        }
    }

    /// The value itself, where it was given and is right.
    pub fn into_given(self) -> Option<T> {
        match self {
            Self::Given(value, _) => Some(value),
            _ => None,
        }
    }

    /// The value with its place, where it was given and is right.
    pub fn placed(&self) -> Option<(&T, Span)> {
        match self {
            Self::Given(value, at) => Some((value, *at)),
            _ => None,
        }
    }

    /// Whether nothing stands there, neither right nor wrong.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent(_))
    }

    /// Whether something wrong stands there.
    pub fn is_wrong(&self) -> bool {
        matches!(self, Self::Wrong(_))
    }

    /// Where a finding about this field points: to its value, else to its key, else to `parent`.
    pub fn place(&self, parent: Span) -> Span {
        match self {
            Self::Given(_, at) | Self::Wrong(at) | Self::Absent(Some(at)) => *at,
            Self::Absent(None) => parent,
        }
    }
}

impl<T: Copy> Field<T> {
    /// A copy of the value, where it was given and is right.
    pub fn get(&self) -> Option<T> {
        self.given().copied()
    }
}

/// A field that may hold several values.
#[derive(Clone, Debug)]
pub struct List<T> {
    /// The field as a whole: absent, wrong (no list at all), or given.
    pub whole: Field<()>,
    /// Its values, right and wrong.
    pub items: Vec<Field<T>>,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { whole: Field::Absent(None), items: Vec::new() }
    }
}

impl<T> List<T> {
    /// The right values with their places.
    pub fn placed(&self) -> impl Iterator<Item = (&T, Span)> {
        self.items.iter().filter_map(Field::placed)
    }

    /// The right values.
    pub fn given(&self) -> impl Iterator<Item = &T> {
        self.items.iter().filter_map(Field::given)
    }

    /// Whether it holds no value, neither right nor wrong.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && !self.whole.is_wrong()
    }
}

/// Whether a group of keys is there, and where a finding about a key that it lacks points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Not there, or a key without a value; then with the key's place.
    Absent(Option<Span>),
    /// Something else than a group.
    Wrong(Span),
    /// A group, opened by the key that stands here.
    Open(Span),
}

impl Default for Group {
    fn default() -> Self {
        Self::Absent(None)
    }
}

impl Group {
    /// Whether nothing stands there, neither right nor wrong.
    #[must_use]
    pub fn is_absent(self) -> bool {
        matches!(self, Self::Absent(_))
    }

    /// Where a finding about an absent key of this group points: to the group's own key, else to
    /// `parent`.
    #[must_use]
    pub fn place(self, parent: Span) -> Span {
        match self {
            Self::Open(at) | Self::Wrong(at) | Self::Absent(Some(at)) => at,
            Self::Absent(None) => parent,
        }
    }
}

/// A map whose keys are being read.
#[derive(Clone, Copy)]
pub struct Fields<'n, 'a> {
    entries: &'n [Entry<'a>],
    /// How many bytes of a full name (`indiener.naam`) name the groups around the key.
    group: usize,
    /// Where findings about absent keys point: to the key that opens the group, or to the opening
    /// marker of the front matter.
    pub parent: Span,
}

impl<'n, 'a> Fields<'n, 'a> {
    fn entry(&self, key: &'static str) -> Option<&'n Entry<'a>> {
        self.entries.iter().find(|entry| entry.key == key[self.group..])
    }
}

/// Reads fields and collects problems.
pub struct Reader {
    problems: Vec<Problem>,
}

impl Default for Reader {
    fn default() -> Self {
        Self::new()
    }
}

impl Reader {
    /// A reader that has met no problem yet.
    #[must_use]
    pub fn new() -> Self {
        Self { problems: Vec::new() }
    }

    /// All problems that were met.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// Notes a problem.
    pub fn problem(&mut self, key: &'static str, at: Span, kind: ProblemKind) {
        self.problems.push(Problem { key, at, kind });
    }

    /// Opens the map at the top of a file, whose `known` keys are the only ones allowed.
    pub fn open<'n, 'a>(&mut self, entries: &'n [Entry<'a>], parent: Span, known: &[&'static str]) -> Fields<'n, 'a> {
        self.open_group(Fields { entries, parent, group: 0 }, known)
    }

    /// Notes the unknown keys of a map, and those that were given before; `known` has full names.
    fn open_group<'n, 'a>(&mut self, fields: Fields<'n, 'a>, known: &[&'static str]) -> Fields<'n, 'a> {
        let name = |key: &'static str| &key[fields.group..];
        for (index, entry) in fields.entries.iter().enumerate() {
            let Some(key) = known.iter().find(|key| name(key) == entry.key) else {
                self.unknown(entry, known, fields.group);
                continue;
            };
            if let Some(first) = fields.entries[..index].iter().find(|earlier| earlier.key == entry.key) {
                self.problem(key, entry.key_span, ProblemKind::DuplicateKey(first.key_span));
            }
        }
        fields
    }

    fn unknown(&mut self, entry: &Entry<'_>, known: &[&'static str], group: usize) {
        let names = || known.iter().map(|key| &key[group..]);
        let slip = nearest(&entry.key, names());
        let meant = slip.or_else(|| names().find(|name| is_longer(&entry.key, name)));
        let key = known.iter().find(|key| Some(&key[group..]) == meant).copied();
        let written = entry.key.trim();
        let no_name = slip.is_some() && !written.contains(char::is_uppercase);
        let kind = ProblemKind::UnknownKey {
            written: no_name.then(|| written.to_owned()),
            meant: key.map(|key| &key[group..]),
        };
        let whole_group = || known.first().map_or("", |key| key[..group].trim_end_matches('.'));
        self.problem(key.unwrap_or_else(whole_group), entry.key_span, kind);
    }

    /// One value: `parse` makes it from its text, or `expected` says what should stand there.
    pub fn value<T>(
        &mut self,
        fields: Fields<'_, '_>,
        key: &'static str,
        parse: impl FnOnce(&str) -> Result<T, Expected>,
    ) -> Field<T> {
        match fields.entry(key) {
            None => Field::Absent(None),
            Some(entry) => self.item(key, &entry.value, Some(entry.key_span), parse),
        }
    }

    /// Any text that says something: `…` and `-` stand for what is still to come, and count as nothing.
    pub fn text<T>(&mut self, fields: Fields<'_, '_>, key: &'static str, make: impl FnOnce(&str) -> T) -> Field<T> {
        let says_nothing =
            |value: &Value<'_>| matches!(value, Value::Scalar(scalar) if !scalar.text.contains(char::is_alphanumeric));
        if let Some(entry) = fields.entry(key).filter(|entry| says_nothing(&entry.value.value)) {
            return Field::Absent(Some(place_of_nothing(&entry.value, entry.key_span)));
        }
        self.value(fields, key, |text| Ok(make(text)))
    }

    fn item<T>(
        &mut self,
        key: &'static str,
        node: &Node<'_>,
        key_span: Option<Span>,
        parse: impl FnOnce(&str) -> Result<T, Expected>,
    ) -> Field<T> {
        let result = match &node.value {
            Value::Null => return Field::Absent(key_span.map(|key| place_of_nothing(node, key))),
            Value::Scalar(scalar) if scalar.text.trim().is_empty() => {
                return Field::Absent(key_span.map(|key| place_of_nothing(node, key)));
            }
            Value::Scalar(scalar) => parse(scalar.text.trim()),
            Value::List(_) | Value::Map(_) => Err(Expected::Text),
        };
        match result {
            Ok(value) => Field::Given(value, node.span),
            Err(expected) => {
                self.problem(key, node.span, ProblemKind::Wrong(expected));
                Field::Wrong(node.span)
            }
        }
    }

    /// Several values, or one that stands alone; empty items count for nothing.
    pub fn list<T>(
        &mut self,
        fields: Fields<'_, '_>,
        key: &'static str,
        parse: impl Fn(&str) -> Result<T, Expected>,
    ) -> List<T> {
        let Some(entry) = fields.entry(key) else { return List::default() };
        let nothing = Field::Absent(Some(place_of_nothing(&entry.value, entry.key_span)));
        let nodes = match &entry.value.value {
            Value::Null => return List { whole: nothing, items: Vec::new() },
            Value::List(nodes) => nodes.as_slice(),
            Value::Scalar(_) => std::slice::from_ref(&entry.value),
            Value::Map(_) => {
                self.problem(key, entry.value.span, ProblemKind::Wrong(Expected::List));
                return List { whole: Field::Wrong(entry.value.span), items: Vec::new() };
            }
        };
        let items: Vec<_> =
            nodes.iter().map(|node| self.item(key, node, None, &parse)).filter(|item| !item.is_absent()).collect();
        let whole = if items.is_empty() { nothing } else { Field::Given((), entry.value.span) };
        List { whole, items }
    }

    /// A group of keys: `read` makes it from the fields in it.
    pub fn group<T>(
        &mut self,
        fields: Fields<'_, '_>,
        key: &'static str,
        known: &[&'static str],
        read: impl FnOnce(&mut Self, Fields<'_, '_>) -> T,
    ) -> Field<T> {
        let Some(entry) = fields.entry(key) else { return Field::Absent(None) };
        self.group_in(key, &entry.value, entry.key_span, known, read)
    }

    fn group_in<T>(
        &mut self,
        key: &'static str,
        node: &Node<'_>,
        parent: Span,
        known: &[&'static str],
        read: impl FnOnce(&mut Self, Fields<'_, '_>) -> T,
    ) -> Field<T> {
        match &node.value {
            Value::Null => Field::Absent(Some(parent)),
            Value::Map(entries) if entries.is_empty() => Field::Absent(Some(parent)),
            Value::Map(entries) => {
                let group = key.len() + ".".len();
                let fields = self.open_group(Fields { entries, parent, group }, known);
                Field::Given(read(self, fields), node.span)
            }
            Value::Scalar(_) | Value::List(_) => {
                self.problem(key, node.span, ProblemKind::Wrong(Expected::Group));
                Field::Wrong(node.span)
            }
        }
    }

    /// A list of groups, or one that stands alone.
    pub fn groups<T>(
        &mut self,
        fields: Fields<'_, '_>,
        key: &'static str,
        known: &[&'static str],
        read: impl Fn(&mut Self, Fields<'_, '_>) -> T,
    ) -> List<T> {
        let Some(entry) = fields.entry(key) else { return List::default() };
        let whole = |items: &[Field<T>]| {
            if items.is_empty() { Field::Absent(Some(entry.key_span)) } else { Field::Given((), entry.value.span) }
        };
        let nodes = match &entry.value.value {
            Value::Null => &[],
            Value::List(nodes) => nodes.as_slice(),
            Value::Map(_) | Value::Scalar(_) => std::slice::from_ref(&entry.value),
        };
        let items: Vec<_> = nodes
            .iter()
            .map(|node| self.group_in(key, node, Span::new(node.span.start, node.span.start), known, &read))
            .filter(|item| !item.is_absent())
            .collect();
        List { whole: whole(&items), items }
    }
}

/// Where a value stands that says nothing: the signs that are written for it (`""`, `~`, `[]`), else its key.
fn place_of_nothing(node: &Node<'_>, key: Span) -> Span {
    if node.span.start == node.span.end { key } else { node.span }
}

/// Whether a key says more than it need: `telefoonnummer` for `telefoon`. A short name begins other words too.
fn is_longer(written: &str, name: &str) -> bool {
    const LONG_ENOUGH: usize = 5;
    name.len() >= LONG_ENOUGH && written.trim().to_lowercase().starts_with(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_says_too_much_is_known_by_its_beginning() {
        for (written, name, is_meant) in [
            ("telefoonnummer", "telefoon", true),
            ("E-mailadres", "e-mail", true),
            ("voorbeeld", "voor", false),
            ("mobiele telefoon", "telefoon", false),
        ] {
            assert_eq!(is_longer(written, name), is_meant, "{written}");
        }
    }
}
