#!/bin/bash
# Measures the suite against the budget of docs/performance.md: every line a ratio within one run, on this machine.
#   ./bench.sh          every line, about a quarter of an hour on 2 cores
#   ./bench.sh NAME...  some of them; tests/Benchmarks/README.md lists the names
#   ./bench.sh --quick [NAME...]   one short round of each, to see that it works
# Asserts nothing: people read the table, which is left in artifacts/bench as Markdown and JSON. Needs the .NET 10 SDK;
# PostgreSQL and RabbitMQ come from where test.sh has them from, and are started so that every commit is on disk.
set -euo pipefail
cd "$(dirname "$0")"

results=$PWD/artifacts/bench/logs
running=''
export STUDYSUITE_TEST_RESULTS=$results DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
. tests/machine.sh

broken() {
    say "FAILED: $1"
    exit 1
}

stop() { # the servers and services end with the process that started them
    [ -z "$running" ] || kill -TERM "$running" 2>/dev/null || true
    [ -z "$running" ] || wait "$running" || true
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

rm -rf "$results"
mkdir -p "$results"
say "restore and build tests/Benchmarks"
run_logged restore dotnet restore tests/Benchmarks --locked-mode || broken "restore"
run_logged build dotnet build tests/Benchmarks --no-restore -c Release -v quiet -nologo || broken "build"
find_servers
compgen -G '/usr/lib/postgresql/*/bin/pgbench' >/dev/null || command -v pgbench >/dev/null ||
    install_packages "which brings pgbench" postgresql

say "measure"
dotnet tests/Benchmarks/bin/Release/net10.0/Benchmarks.dll "$@" &
running=$!
status=0
wait "$running" || status=$?
running=''
exit "$status"
