#!/usr/bin/env bash
# Makes the pictures of the README anew, from the register that comes with klacht, on its fixed day. Wants Debian's chromium.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cargo run --release --quiet -- --today 2026-11-23 build --out "$folder/site" >/dev/null

picture() {
    chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --user-data-dir="$folder/chromium" --hide-scrollbars \
        --window-size="$3" --screenshot="docs/images/$2.png" "file://$folder/site/$1" 2>/dev/null
}

picture index.html register 1280,1150
picture teamoverleg/2026-Q4.html teamoverleg 1280,1250
picture klachten/2026-014.html klacht 1280,1250
