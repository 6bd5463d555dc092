#!/usr/bin/env bash
# `claims list --source` beside what else reads JSON: installs the others, writes ledgers, prints tables.
#
#     CLAIMS_SHARED=… tests/bench/peers.sh [FOLDER]
#
# FOLDER (default: a new one in /tmp) keeps tools and ledgers; 4 GB. RUNS and SIZES may be set:
# RUNS=5 SIZES="25 10k 100k 1m many". All that is compared prints the ids of the same claims; `rg` only counts
# lines and is the floor: what it takes to read the bytes.
set -euo pipefail
cd "$(dirname "$0")/../.."
root="$PWD"
work="${1:-$(mktemp -d /tmp/claims-peers-XXXXXX)}"
runs="${RUNS:-5}"
sizes="${SIZES:-25 10k 100k 1m many}"
generator="${CLAIMS_SHARED:?names the folder with bench/synthetic_ledger.py}/bench/synthetic_ledger.py"
mkdir -p "$work"

install() {
  local missing=()
  for tool in jq sqlite3 rg; do command -v "$tool" >/dev/null || missing+=("${tool/rg/ripgrep}"); done
  [ -x /usr/bin/time ] || missing+=(time)
  if [ ${#missing[@]} -gt 0 ]; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
  fi
  [ -x "$work/bin/jaq" ] || cargo install --quiet --locked --root "$work" jaq
  [ -x "$work/venv/bin/python" ] || { python3 -m venv "$work/venv" && "$work/venv/bin/pip" install --quiet duckdb; }
}

ledger() { # SIZE: writes the ledger once, and names it
  local path="$work/$1.json" claims
  case "$1" in
    many) path="$work/many"; [ -e "$path/l04999.json" ] || python3 "$generator" "$path" 1000000 --files 5000 ;;
    *) claims="${1/k/000}"; claims="${claims/m/000000}"; [ -e "$path" ] || python3 "$generator" "$path" "$claims" ;;
  esac
  echo "$path"
}

install >&2
[ -n "${CLAIMS:-}" ] || { cargo build --release --quiet --locked && CLAIMS="$root/target/release/claims"; }
cat >"$work/duck.py" <<'PYTHON'
"""duck.py FILES SOURCE [schema]: the ids of the claims of a source, by DuckDB."""
import glob
import os
import sys

import duckdb

duckdb.sql("SET threads = 2")
# Each of its buffers is as large as the largest object may be: a file is one object.
largest = max(os.path.getsize(path) for path in glob.glob(sys.argv[1]))
columns = ", columns = {claims: 'STRUCT(id VARCHAR, source VARCHAR)[]'}" if len(sys.argv) > 3 else ""
found = duckdb.execute(
    f"SELECT c.id FROM (SELECT unnest(claims) AS c FROM read_json(?{columns}, format = 'unstructured', "
    f"maximum_object_size = {max(largest + 1024, 16 << 20)})) WHERE c.source = ?",
    sys.argv[1:3],
)
while rows := found.fetchmany(10000):
    print("\n".join(row[0] for row in rows))
PYTHON

echo "$("$CLAIMS" --version), $(jq --version), $("$work/bin/jaq" --version), sqlite $(sqlite3 --version | cut -d' ' -f1), DuckDB $("$work/venv/bin/python" -c 'import duckdb; print(duckdb.__version__)'), $(rg --version | head -1)"
echo "$(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg); medians of $runs, commands in turn"
for size in $sizes; do
  path="$(ledger "$size")"
  files="'$path'"
  each="readfile('$path')"
  from="(SELECT $each AS data)"
  glob="$path"
  if [ -d "$path" ]; then
    files="'$path'/*.json"
    from="(SELECT data FROM fsdir('$path') WHERE name LIKE '%.json')"
    glob="$path/*.json"
  fi
  first="$(ls -d "$path"/*.json 2>/dev/null | head -1 || true)"
  source="$(grep -o -m1 '"s0-[a-z]*"' "${first:-$path}" | tr -d '"')"
  python3 tests/bench/compare.py --runs "$runs" --same-rows --markdown "$size: \`list --source $source\`" \
    "claims=$CLAIMS list --ledger '$path' --source $source --format ids" \
    "jq=jq -r '.claims[] | select(.source == \"$source\") | .id' $files" \
    "jaq=$work/bin/jaq -r '.claims[] | select(.source == \"$source\") | .id' $files" \
    "sqlite json_each=sqlite3 :memory: \"SELECT json_extract(value, '\$.id') FROM $from, json_each(data, '\$.claims') WHERE json_extract(value, '\$.source') = '$source'\"" \
    "DuckDB=$work/venv/bin/python $work/duck.py '$glob' $source" \
    "DuckDB with schema=$work/venv/bin/python $work/duck.py '$glob' $source schema" \
    "rg~=rg --no-filename -c '\"source\": \"$source\"' $files"
done
