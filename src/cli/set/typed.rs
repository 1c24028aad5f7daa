//! A change as the parser of the command line takes it: any text, with what may be typed for completion.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, Command, Error};

use crate::edit;
use crate::protocol::Protocol;

/// Takes any text. What is wrong with it is told once the register, with its choices, is known.
#[derive(Clone)]
pub(super) struct Typed;

impl TypedValueParser for Typed {
    type Value = String;

    fn parse_ref(&self, command: &Command, argument: Option<&Arg>, value: &OsStr) -> Result<String, Error> {
        StringValueParser::new().parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(edit::suggestions(&Protocol::default()).into_iter().map(PossibleValue::new)))
    }
}
