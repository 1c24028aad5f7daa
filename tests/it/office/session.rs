//! `klacht new` and `klacht erase` at a terminal: a person types, and sees what the terminal shows (tmux is one).

use std::fs;
use std::process::Output;
use std::thread;
use std::time::{Duration, Instant};

use super::{KLACHT, Office, complaint_of};

const PATIENCE: Duration = Duration::from_secs(30);

/// A terminal in which a command runs.
pub(super) struct Terminal<'o> {
    office: &'o Office,
    /// Of its own, for a server that is told to go may still be there when the next one comes.
    socket: tempfile::TempDir,
}

impl<'o> Terminal<'o> {
    /// One of 60 columns, narrower than most that klacht says.
    fn open(office: &'o Office, environment: &str, options: &[&str]) -> Self {
        let options: String = options.iter().map(|word| format!(" '{word}'")).collect();
        Self::run(office, (60, 50), &format!("{environment} '{KLACHT}'{options}"))
    }

    /// One of so many columns and rows, with this command in it.
    pub(super) fn run(office: &'o Office, (columns, rows): (u16, u16), command: &str) -> Self {
        let terminal = Self { office, socket: tempfile::tempdir().unwrap() };
        // The window stays when the command has ended, so that its last words can be read.
        let line = format!("{command}; echo \"status $?\"; exec sleep 600");
        let (columns, rows) = (columns.to_string(), rows.to_string());
        terminal.tmux(&["-f", "/dev/null", "new-session", "-d", "-x", &columns, "-y", &rows, &line]);
        terminal
    }

    fn tmux(&self, arguments: &[&str]) -> Output {
        let socket = self.socket.path().join("tmux");
        let mut command = self.office.command("tmux", &[]);
        command.arg("-S").arg(socket).args(arguments).env_remove("TMUX").env("LC_ALL", "C.UTF-8");
        command.output().expect("this test needs tmux; tests/all.sh installs it")
    }

    fn screen(&self) -> String {
        String::from_utf8_lossy(&self.tmux(&["capture-pane", "-p"]).stdout).trim_end().to_owned()
    }

    /// Waits until the screen shows these words.
    pub(super) fn sees(&self, words: &str) -> String {
        let begin = Instant::now();
        loop {
            let screen = self.screen();
            if screen.contains(words) {
                return screen;
            }
            assert!(begin.elapsed() < PATIENCE, "{words:?} does not come:\n{screen}");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits for a question, and presses these keys.
    fn answers(&self, question: &str, keys: &[&str]) {
        self.sees(&format!("? {question}"));
        self.presses(keys);
    }

    pub(super) fn presses(&self, keys: &[&str]) {
        self.tmux(&[&["send-keys"], keys].concat());
    }
}

impl Drop for Terminal<'_> {
    fn drop(&mut self) {
        self.tmux(&["kill-server"]);
    }
}

/// An editor that writes one mail, and keeps what it was shown.
fn editor(office: &Office) -> String {
    let script = office.path("editor.sh");
    let mail = "Beste mensen,\\n\\nIk wacht al drie weken.\\n--\\nF. el Amrani\\n";
    fs::write(&script, format!("cp \"$2\" '{}'\nprintf '{mail}' > \"$2\"\n", office.path("getoond").display()))
        .unwrap();
    format!("EDITOR='sh {} --wacht'", script.display())
}

#[test]
fn a_person_is_asked_everything_and_a_wrong_answer_is_asked_again() {
    let office = Office::empty();
    office.klacht(&["init"]);
    let terminal = Terminal::open(&office, &editor(&office), &["new"]);
    terminal.answers("Wanneer is de klacht ontvangen?", &["24-11-2026", "Enter"]);
    let screen = terminal.sees("toekomst");
    assert!(screen.lines().all(|line| !line.ends_with("ge")), "words are not cut off:\n{screen}");
    terminal.presses(&["BSpace"; "24-11-2026".len()]);
    terminal.presses(&["20-11-2026", "Enter"]);
    terminal.answers("Hoe kwam de klacht binnen?", &["Enter"]);
    terminal.answers("Naam van de indiener:", &["Fatima el Amrani", "Enter"]);
    terminal.answers("Telefoonnummer van de indiener:", &["geen", "Enter"]);
    terminal.sees("is geen telefoonnummer");
    terminal.presses(&["BSpace", "BSpace", "BSpace", "BSpace", "06 12 34 56 90", "Enter"]);
    terminal.answers("E-mailadres van de indiener:", &["Enter"]);
    terminal.sees("kwam per e-mail");
    terminal.presses(&["f.elamrani@example.nl", "Enter"]);
    terminal.answers("Organisatie van de indiener:", &["Enter"]);
    terminal.answers("Wie ontving de klacht?", &["Down", "Enter"]);
    terminal.answers("Waar gaat de klacht over?", &["Enter"]);
    terminal.sees("kies er ten minste één");
    terminal.presses(&["Down", "Down", "Space", "Down", "Space", "Enter"]);
    terminal.answers("Onderwerp", &["Brief bleef liggen", "Enter"]);
    let screen = terminal.sees("status 0");
    assert!(screen.contains("Klacht 2026-002 is vastgelegd"), "{screen}");
    assert!(screen.contains("uiterlijk dinsdag 24 november 2026"), "{screen}");

    let text = office.read("complaints/2026/2026-002.md");
    for line in [
        "ontvangen: 2026-11-20",
        "kanaal: e-mail",
        "betreft: [tijdigheid, wijze]",
        "  e-mail: f.elamrani@example.nl",
        "  organisatie:",
        "ontvanger: Nadia Verbruggen",
        "Ik wacht al drie weken.",
    ] {
        assert!(text.lines().any(|own| own == line), "{line}:\n{text}");
    }
    assert!(office.read("getoond").contains("Schrijf of plak hierboven"));
    office.klacht(&["check"]);
}

#[test]
fn whoever_stops_halfway_leaves_nothing_behind() {
    let office = Office::empty();
    office.klacht(&["init"]);
    let before = office.read("complaints/laatste-nummer.txt");
    let terminal = Terminal::open(&office, "NO_COLOR=1", &["new"]);
    terminal.answers("Wanneer is de klacht ontvangen?", &["Enter"]);
    terminal.answers("Hoe kwam de klacht binnen?", &["C-c"]);
    terminal.sees("er is niets vastgelegd");
    let coloured = terminal.tmux(&["capture-pane", "-p", "-e"]).stdout;
    assert!(!String::from_utf8_lossy(&coloured).contains("\u{1b}[3"), "NO_COLOR is followed");
    terminal.sees("status 2");
    assert!(!office.path("complaints/2026/2026-002.md").exists());
    assert_eq!(office.read("complaints/laatste-nummer.txt"), before);
}

#[test]
fn no_question_is_asked_when_all_is_given() {
    let office = Office::empty();
    office.klacht(&["init"]);
    let terminal = Terminal::open(&office, "", &complaint_of("Fatima el Amrani"));
    let screen = terminal.sees("status 0");
    assert!(!screen.contains('?'), "{screen}");
    assert!(office.path("complaints/2026/2026-002.md").exists());
}

#[test]
fn a_complaint_goes_when_its_number_is_typed_and_stays_when_anything_else_is() {
    let office = Office::empty();
    office.klacht(&["--today", "2026-11-20", "init"]);
    let file = office.path("complaints/2026/2026-001.md");
    let erase = ["--today", "2029-01-08", "erase", "2026-001"];
    for answer in ["2026-002", "ja", ""] {
        let terminal = Terminal::open(&office, "", &erase);
        terminal.sees("alleen Enter om te");
        terminal.presses(&["-l", answer]);
        terminal.presses(&["Enter"]);
        assert!(terminal.sees("status 0").contains("Er is niets gewist."), "{answer}");
        assert!(file.exists() && !office.path("complaints/vernietigd.csv").exists(), "{answer}");
    }
    let terminal = Terminal::open(&office, "", &erase);
    terminal.sees("alleen Enter om te");
    let folder = office.path("complaints/2026/2026-001");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("brief.txt"), "van een collega, terwijl de vraag openstaat").unwrap();
    terminal.presses(&["2026-001", "Enter"]);
    assert!(terminal.sees("status 2").contains("er is niets gewist"));
    assert!(file.exists() && folder.join("brief.txt").exists());

    let terminal = Terminal::open(&office, "", &erase);
    terminal.sees("alleen Enter om te");
    terminal.presses(&["2026-001", "Enter"]);
    assert!(terminal.sees("status 0").contains("Gewist: 2026-001"));
    assert!(!file.exists() && office.read("complaints/vernietigd.csv").contains("\n2026-001,"));
}
