#!/bin/sh
# Makes nl.fst from Debian's package wdutch. Run it from anywhere; it needs /usr/share/dict/dutch.
set -eu
cd "$(dirname "$0")"
cargo run --quiet --release --example build_words -- names.txt < /usr/share/dict/dutch > nl.fst.new
mv nl.fst.new nl.fst
