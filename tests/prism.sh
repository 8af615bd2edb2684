#!/usr/bin/env bash
# Calls every operation of Clerk's published document on Prism (https://github.com/stoplightio/prism), a server by others that checks requests
# against the document, and prints how many requests it refused. Needs npm, and the document below CLERKGEN_SHARED. Prism is installed into a
# folder that is removed afterwards, unless CLERKGEN_PRISM_FOLDER names one to keep.
set -euo pipefail
case "${1:-}" in
  '') ;;
  -h | --help) echo "Usage: tests/prism.sh. Calls every operation of Clerk's published document below CLERKGEN_SHARED on Prism."; exit 0 ;;
  *) echo "Unknown argument '$1'; tests/prism.sh takes none." >&2; exit 2 ;;
esac
cd "$(dirname "$0")/.."
document="${CLERKGEN_SHARED:-}/clerk/bapi-2026-05-12.yml"
[ -f "$document" ] || { echo "There is no file '$document'; CLERKGEN_SHARED names the folder with clerk/bapi-2026-05-12.yml." >&2; exit 2; }
port="${CLERKGEN_PRISM_PORT:-4010}"
folder="${CLERKGEN_PRISM_FOLDER:-$(mktemp -d)}"
server=
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  [ -n "${CLERKGEN_PRISM_FOLDER:-}" ] || rm -rf "$folder"
}
trap finish EXIT

[ -x "$folder/node_modules/.bin/prism" ] || npm install --no-audit --no-fund --prefix "$folder" @stoplight/prism-cli@5 >"$folder/npm.log" 2>&1
"$folder/node_modules/.bin/prism" mock --host 127.0.0.1 --port "$port" --errors "$document" >"$folder/prism.log" 2>&1 &
server=$!
for _ in $(seq 120); do
  if grep -q "Prism is listening" "$folder/prism.log"; then
    break
  fi
  sleep 1
done
grep -q "Prism is listening" "$folder/prism.log" || { tail -n 20 "$folder/prism.log"; exit 1; }
CLERKGEN_PRISM="http://127.0.0.1:$port" dotnet test tests/ClerkGen.Client.Tests --filter PrismTests --logger "console;verbosity=detailed"
