//! The command line by transcripts: what a person types, and what klacht answers.

use crate::in_tree;

#[test]
fn the_command_line_answers_as_the_transcripts_say() {
    trycmd::TestCases::new()
        .env("NO_COLOR", "1")
        .env("SOURCE_DATE_EPOCH", "1795392000")
        // Whose machine this is makes no difference.
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .case(in_tree("tests/cli/*.trycmd"));
}
