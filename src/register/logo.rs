//! The office's logo. In: the file that `protocol.yaml` names. Out: an image that pages can show; or what is wrong
//! with it, told where it is named.

use std::fs;
use std::io;
use std::path::{Component, Path};

use crate::protocol::{Loaded, Logo, LogoFile, Protocol};
use crate::yaml::{Expected, FileFault, Problem, ProblemKind};

/// Reads the logo of the register in `folder`, where one is set and is right.
pub(super) fn load(folder: &Path, protocol: &mut Loaded<Protocol>) -> Option<Logo> {
    let file = protocol.value.appearance.logo.as_ref()?;
    match read(folder, file) {
        Ok(logo) => Some(logo),
        Err(kind) => {
            protocol.problems.push(Problem { key: "uiterlijk.logo", at: file.at, kind });
            None
        }
    }
}

fn read(folder: &Path, file: &LogoFile) -> Result<Logo, ProblemKind> {
    let missing = |_: io::Error| ProblemKind::File(FileFault::Missing);
    let outside = || ProblemKind::File(FileFault::Outside);
    let path = Path::new(&file.path);
    if !path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)) {
        return Err(outside());
    }
    let whole = folder.join(path).canonicalize().map_err(missing)?;
    if !whole.starts_with(folder.canonicalize().map_err(missing)?) {
        return Err(outside());
    }
    let about = fs::metadata(&whole).map_err(missing)?;
    if !about.is_file() {
        return Err(ProblemKind::File(FileFault::Missing));
    }
    if about.len() > Logo::LARGEST {
        return Err(ProblemKind::Wrong(Expected::SmallerImage));
    }
    Logo::read(file.form, fs::read(&whole).map_err(missing)?).map_err(ProblemKind::Wrong)
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "tests make their own files")]
mod tests {
    use super::*;
    use crate::source::{RelPath, SourceFile};

    #[test]
    fn a_logo_lies_in_the_register_and_is_an_image() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let register = folder.path().join("complaints");
        fs::create_dir_all(register.join("beeld/map.svg")).expect("a folder");
        let put = |name: &str, bytes: &[u8]| fs::write(register.join(name), bytes).expect("a written file");
        put("beeld/logo.svg", b"<svg viewBox=\"0 0 4 1\"></svg>");
        put("tekst.svg", b"een logo");
        put("groot.svg", &[b' '; 200_001]);
        put("../buiten.svg", b"<svg></svg>");
        for (path, expected) in [
            ("beeld/logo.svg", None),
            ("./beeld/logo.svg", None),
            ("logo.svg", Some(ProblemKind::File(FileFault::Missing))),
            ("beeld/map.svg", Some(ProblemKind::File(FileFault::Missing))),
            ("../buiten.svg", Some(ProblemKind::File(FileFault::Outside))),
            ("/etc/logo.svg", Some(ProblemKind::File(FileFault::Outside))),
            ("tekst.svg", Some(ProblemKind::Wrong(Expected::Image))),
            ("groot.svg", Some(ProblemKind::Wrong(Expected::SmallerImage))),
        ] {
            let text = format!("uiterlijk:\n  logo: {path}\n");
            let mut protocol = Protocol::load(&SourceFile::new(RelPath::new("protocol.yaml"), text.clone()));
            let logo = load(&register, &mut protocol);
            assert_eq!(logo.is_some(), expected.is_none(), "{path}");
            assert_eq!(protocol.problems.first().map(|problem| problem.kind.clone()), expected, "{path}");
            assert!(protocol.problems.iter().all(|problem| problem.at.of(&text) == path));
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_file_outside_the_register_is_no_way_out() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let register = folder.path().join("complaints");
        fs::create_dir(&register).expect("a folder");
        fs::write(folder.path().join("buiten.svg"), "<svg></svg>").expect("a written file");
        std::os::unix::fs::symlink("../buiten.svg", register.join("logo.svg")).expect("a link");
        let text = "uiterlijk: {logo: logo.svg}".to_owned();
        let mut protocol = Protocol::load(&SourceFile::new(RelPath::new("protocol.yaml"), text));
        assert_eq!(load(&register, &mut protocol), None);
        assert_eq!(protocol.problems[0].kind, ProblemKind::File(FileFault::Outside));
    }
}
