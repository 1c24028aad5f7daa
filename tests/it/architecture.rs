//! The modules import as the table in `docs/architecture.md` allows, and no other way.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

use crate::in_tree;

/// The rows of the table, in order: a module and what it may import.
fn rows() -> Vec<(String, Vec<String>)> {
    let page = fs::read_to_string(in_tree("docs/architecture.md")).unwrap();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, module, _, imports, _] = cells[..] else { return None };
        let module = module.strip_prefix('`')?.strip_suffix('`')?;
        let imports = imports.split(',').map(|name| name.trim().trim_matches('`').to_owned());
        Some((module.to_owned(), imports.filter(|name| name != "–").collect()))
    };
    page.lines().filter_map(row).collect()
}

/// The module that a file of `src` belongs to: its first folder, or its own name at the top.
fn module_of(path: &Path) -> String {
    let first = path.iter().next().unwrap().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The modules that a source text names by `crate::`.
fn imports(text: &str) -> Vec<String> {
    let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n");
    let mut names = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let group = rest.strip_prefix('{').map(|group| &group[..group.find("};").unwrap_or(group.len())]);
        let paths = group.map_or_else(|| vec![rest], top_level_items);
        names.extend(paths.into_iter().map(first_word));
    }
    names
}

/// The items of `{a, b::{c, d}}`, without looking into inner braces.
fn top_level_items(group: &str) -> Vec<&str> {
    let mut depth = 0;
    group
        .split(|sign: char| {
            depth += i32::from(sign == '{') - i32::from(sign == '}');
            sign == ',' && depth == 0
        })
        .map(str::trim)
        .filter(|item| !item.is_empty())
        .collect()
}

fn first_word(path: &str) -> String {
    path.chars().take_while(|sign| sign.is_alphanumeric() || *sign == '_').collect()
}

#[test]
fn leave_to_show_personal_data_is_given_by_the_command_line_alone() {
    let givers: BTreeSet<String> = WalkDir::new(in_tree("src"))
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "rs"))
        .filter(|entry| fs::read_to_string(entry.path()).unwrap().contains("Disclosure::to_management()"))
        .map(|entry| module_of(entry.path().strip_prefix(in_tree("src")).unwrap()))
        .collect();
    assert_eq!(givers.into_iter().collect::<Vec<_>>(), ["cli"]);
}

#[test]
fn modules_import_only_what_the_table_allows() {
    let table: BTreeMap<_, _> = rows().into_iter().collect();
    let mut wrong = Vec::new();
    for entry in WalkDir::new(in_tree("src")).into_iter().map(Result::unwrap) {
        let path = entry.path().strip_prefix(in_tree("src")).unwrap();
        if path.extension().is_none_or(|end| end != "rs") {
            continue;
        }
        let module = module_of(path);
        if ["lib", "main"].contains(&module.as_str()) {
            continue;
        }
        let allowed = table.get(&module).unwrap_or_else(|| panic!("{module} stands in the table"));
        for import in imports(&fs::read_to_string(entry.path()).unwrap()) {
            if import != module && !allowed.contains(&import) {
                wrong.push(format!("{} imports {import}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "not in the table: {wrong:#?}");
}

#[test]
fn the_table_lets_nothing_import_what_stands_below_it() {
    let rows = rows();
    let place = |name: &String| rows.iter().position(|(module, _)| module == name);
    for (module, imports) in &rows {
        for import in imports {
            assert!(place(import).is_some(), "{import} stands in the table");
            assert!(place(import) < place(module), "{module} may not import {import}");
        }
    }
    assert_eq!(rows.last().map(|(module, _)| module.as_str()), Some("cli"), "nobody imports cli");
}

#[test]
fn what_an_import_names_is_seen_in_every_form() {
    let text = "use crate::source::Span;\nuse crate::{yaml::{Field, List}, calendar::Date};\nlet x = crate::markdown::read;\n// crate::cli\n";
    assert_eq!(imports(text), ["source", "yaml", "calendar", "markdown"]);
}
