//! The command `klacht`.

fn main() {}
