//! `medewerkers.yaml`. In: its text. Out: the people of the bureau with their roles.

use super::Loaded;
use crate::calendar::Date;
use crate::personal::Personal;
use crate::source::{SourceFile, Span};
use crate::yaml::{self, Entry, Field, Fields, Node, Problem, ProblemKind, Reader, Value};

const MEMBER: [&str; 3] = ["naam", "functie", "tot"];

/// What someone is at the bureau.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Any employee.
    Employee,
    /// The director, who analyses the complaints (§3, §4).
    Director,
    /// The chair, who rules on appeals (§2.4).
    Chair,
}

impl Role {
    const WORDS: [(&'static str, Self); 3] =
        [("medewerker", Self::Employee), ("directeur", Self::Director), ("voorzitter", Self::Chair)];

    /// The role with this word: `directeur`.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.into_iter().find(|(own, _)| own.eq_ignore_ascii_case(word.trim())).map(|(_, role)| role)
    }
}

/// Someone on the staff list.
#[derive(Clone, Debug)]
pub struct Member {
    /// Name in full.
    pub name: Personal,
    /// Role; a wrong one counts as employee.
    pub role: Role,
    /// The day someone left; people are never removed, for old records name them.
    pub until: Option<Date>,
    /// The line of `medewerkers.yaml` where the name stands.
    pub line: usize,
}

/// The staff list.
#[derive(Clone, Debug, Default)]
pub struct Staff {
    members: Vec<Member>,
}

impl Staff {
    /// The name of the list, whether or not the file has it as a key.
    pub const LIST: &str = "medewerkers";

    /// Reads the staff list: a list of people, by itself or under the key `medewerkers`.
    #[must_use]
    pub fn load(file: &SourceFile) -> Loaded<Self> {
        let node = match yaml::parse(file.text(), 0) {
            Ok(node) => node,
            Err(fault) => return Loaded::broken(Self::default(), fault),
        };
        let mut reader = Reader::new();
        let members: Vec<_> = match &node.value {
            Value::List(people) => people.iter().filter_map(|person| member(&mut reader, person, file)).collect(),
            Value::Map(entries) => wrapped(&mut reader, entries, file),
            Value::Null => Vec::new(),
            Value::Scalar(_) => {
                reader.problem(Self::LIST, node.span, ProblemKind::Wrong(yaml::Expected::List));
                Vec::new()
            }
        };
        let mut problems = reader.into_problems();
        if members.is_empty() && problems.is_empty() {
            problems.push(Problem { key: Self::LIST, at: Span::new(0, 0), kind: ProblemKind::Missing });
        }
        Loaded { value: Self { members }, problems, fault: None }
    }

    /// Everyone on the list, in its order.
    #[must_use]
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// Who has this name; white space counts as one space.
    #[must_use]
    pub fn find(&self, name: &Personal) -> Option<&Member> {
        self.members.iter().find(|member| same_name(&member.name, name))
    }

    /// The one whose name resembles a name that is not on the list.
    #[must_use]
    pub fn nearest(&self, name: &Personal) -> Option<&Member> {
        let names = self.members.iter().map(|member| member.name.reveal());
        let meant = yaml::nearest(name.reveal(), names)?;
        self.members.iter().find(|member| member.name.reveal() == meant)
    }
}

/// Whether two names are the same but for white space.
#[must_use]
pub fn same_name(a: &Personal, b: &Personal) -> bool {
    let (a, b) = (a.reveal(), b.reveal());
    a == b || a.split_whitespace().eq(b.split_whitespace())
}

fn wrapped(reader: &mut Reader, entries: &[Entry<'_>], file: &SourceFile) -> Vec<Member> {
    let start = entries.first().map_or(Span::new(0, 0), |entry| entry.key_span);
    reader.open(entries, start, &[Staff::LIST]);
    let list = entries.iter().find(|entry| entry.key == Staff::LIST).map(|entry| &entry.value);
    match list {
        Some(Node { value: Value::List(people), .. }) => {
            people.iter().filter_map(|person| member(reader, person, file)).collect()
        }
        Some(Node { value: Value::Null, .. }) | None => Vec::new(),
        Some(node) => {
            reader.problem(Staff::LIST, node.span, ProblemKind::Wrong(yaml::Expected::List));
            Vec::new()
        }
    }
}

fn member(reader: &mut Reader, node: &Node<'_>, file: &SourceFile) -> Option<Member> {
    let Value::Map(entries) = &node.value else {
        reader.problem(Staff::LIST, node.span, ProblemKind::Wrong(yaml::Expected::Group));
        return None;
    };
    let start = Span::new(node.span.start, node.span.start);
    let fields = reader.open(entries, start, &MEMBER);
    let name = required(reader, fields, "naam", |text| Ok(Personal::new(text)));
    let role = required(reader, fields, "functie", |text| yaml::choice(text, &Role::WORDS));
    let until = reader.value(fields, "tot", yaml::date);
    let (name, at) = name.placed().map(|(name, at)| (name.clone(), at))?;
    let line = file.place(at).start.line;
    Some(Member { name, role: role.get().unwrap_or(Role::Employee), until: until.get(), line })
}

fn required<T>(
    reader: &mut Reader,
    fields: Fields<'_, '_>,
    key: &'static str,
    parse: impl FnOnce(&str) -> Result<T, yaml::Expected>,
) -> Field<T> {
    let field = reader.value(fields, key, parse);
    if field.is_absent() {
        reader.problem(key, field.place(fields.parent), ProblemKind::Missing);
    }
    field
}
