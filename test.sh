#!/bin/bash
# Builds the suite and runs its tests. The last line is the total: "N passed, N failed" (and ", N skipped").
#   ./test.sh          everything
#   ./test.sh quick    without the tests that need PostgreSQL or RabbitMQ: [Trait("Needs", "Servers")]
#   ./test.sh NAME     one project, e.g. planning for tests/Planning.Tests
#   ./test.sh drills   what takes a quarter of an hour and a machine of its own, and nothing else: [Trait("Run", "Drill")]
# Needs the .NET 10 SDK. Servers come from STUDYSUITE_TEST_POSTGRES and STUDYSUITE_TEST_RABBITMQ, from Docker, or from
# the machine's packages, which are installed when all else is missing (tests/Testing/README.md). Tests of paper need
# LibreOffice Writer, poppler-utils and a Chinese font, those of the web client Chromium (or STUDYSUITE_TEST_CHROMIUM);
# they are installed too.
set -euo pipefail
cd "$(dirname "$0")"

what=${1:-all}
results=$PWD/artifacts/test-results
# Debug: it is what editors build anyway, and the tests wait for databases and brokers, not for the processor.
configuration=Debug
passed=0 failed=0 skipped=0
running='' servers_in='' servers_pid=''
export STUDYSUITE_TEST_RESULTS=$results DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
. tests/machine.sh
# Build nodes that wait for the next build would outlive this one.
[ -z "${CI:-}" ] || export MSBUILDDISABLENODEREUSE=1

finish() { # last line and exit code
    local total="$passed passed, $failed failed"
    [ "$skipped" = 0 ] || total+=", $skipped skipped"
    echo "$total"
    [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
    exit
}

broken() { # what stops the whole run counts as one failure
    say "FAILED: $1"
    failed=$((failed + 1))
    finish
}

stop() { # whatever happens, nothing of ours stays behind
    [ -z "$running" ] || kill -TERM "$running" 2>/dev/null || true
    [ -z "$running" ] || wait "$running" || true
    [ -z "$servers_in" ] || exec {servers_in}>&- # the servers end with their input (Testing/Program.cs)
    [ -z "$servers_pid" ] || wait "$servers_pid" || true
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

choose_projects() {
    projects=()
    local folder name
    for folder in tests/*.Tests; do
        name=${folder#tests/}
        case $what in
            all | quick) projects+=("$name") ;;
            drills) ! has_drills "$name" || projects+=("$name") ;;
            *) [ "${name,,}" != "${what,,}" ] && [ "${name,,}" != "${what,,}.tests" ] || projects+=("$name") ;;
        esac
    done
    [ ${#projects[@]} -gt 0 ] || broken "no test project is called $what; there are: $(cd tests && echo *.Tests)"
    target=StudySuite.sln
    case $what in all | quick | drills) ;; *) target=tests/${projects[0]} ;; esac
}

build() {
    [[ $(dotnet --version 2>/dev/null) == 10.* ]] || broken "the .NET 10 SDK is missing: https://dot.net/download"
    say "restore and build $target"
    run_logged restore dotnet restore "$target" --locked-mode ||
        broken "restore; after a change of packages run 'dotnet restore' and commit packages.lock.json"
    run_logged build dotnet build "$target" --no-restore -c "$configuration" -v quiet -nologo || broken "build"
}

has_tests() { grep -rqE '\[(Fact|Theory)\b' --include='*.cs' --exclude-dir={bin,obj} "tests/$1"; }
has_drills() { grep -rqE 'Trait\("Run", "Drill"\)' --include='*.cs' --exclude-dir={bin,obj} "tests/$1"; }
needs_servers() { grep -rqE 'Trait\("Needs", "Servers"\)' --include='*.cs' --exclude-dir={bin,obj} "${@/#/tests/}"; }

uses_office() { grep -rq 'PageImages\.' --include='*.cs' --exclude-dir={bin,obj} "${@/#/tests/}"; }

install_office() { # what lays paper out and measures it; any Chinese font will do
    local packages=()
    command -v soffice >/dev/null || [ -e /usr/lib/libreoffice/program/soffice ] || packages+=(libreoffice-writer-nogui)
    command -v pdftotext >/dev/null || packages+=(poppler-utils)
    [ -n "$(fc-list :lang=zh 2>/dev/null | head -n 1)" ] || packages+=(fontconfig fonts-arphic-uming)
    install_packages "which tests of paper need" "${packages[@]}"
}

uses_browser() { grep -rq 'Microsoft\.Playwright' --include='*.csproj' "${@/#/tests/}"; }

install_browser() {
    [ -z "${STUDYSUITE_TEST_CHROMIUM:-}" ] || return 0
    command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ||
        install_packages "or set STUDYSUITE_TEST_CHROMIUM" chromium fonts-noto-cjk
}

lend_servers() { # one PostgreSQL and one RabbitMQ for all projects
    find_servers
    local line dll=$PWD/tests/Testing/bin/$configuration/net10.0/Testing.dll
    say "start PostgreSQL and RabbitMQ"
    coproc SERVERS { exec dotnet "$dll" serve 2>"$results/servers.log"; }
    servers_in=${SERVERS[1]} servers_pid=$SERVERS_PID
    while read -r -t 300 line <&"${SERVERS[0]}"; do
        [ "$line" != ready ] || return 0
        export "${line?}"
    done
    tail -n 20 "$results/servers.log"
    broken "PostgreSQL or RabbitMQ did not start"
}

count() { grep -o -m1 '<assembly [^>]*' "$results/$1.xml" | head -n 1 | sed -n "s/.* $2=\"\([0-9]*\)\".*/\1/p"; }

show_failures() { # the message and the first lines of the stack, and why a service of a test did not start
    grep -A1 -E '^(无法|缺少)' "$results/$1.log" || true
    awk '/\[FAIL\]/ { left = 16 } /Stack Trace:/ && left > 5 { left = 5 } left-- > 0' "$results/$1.log"
}

run_project() {
    local name=$1 status=0 begin=$SECONDS filter=() with_parent=()
    if ! has_tests "$name"; then say "$name: no tests yet"; return; fi
    case $what in
        quick) filter=(-trait- Needs=Servers) ;;
        drills) filter=(-trait Run=Drill) ;;
        *) filter=(-trait- Run=Drill) ;;
    esac
    # Even when this script is killed hard, its tests end too.
    ! command -v setpriv >/dev/null || with_parent=(setpriv --pdeathsig TERM)

    "${with_parent[@]}" timeout --kill-after=20 30m dotnet "tests/$name/bin/$configuration/net10.0/$name.dll" \
        -noLogo -noColor -longRunning 120 -xml "$results/$name.xml" "${filter[@]}" >"$results/$name.log" 2>&1 </dev/null &
    running=$!
    wait "$running" || status=$?
    running=''

    if [ ! -s "$results/$name.xml" ]; then
        failed=$((failed + 1))
        tail -n 20 "$results/$name.log"
        [ "$status" != 124 ] || status="30 minutes without an end; the log names tests that run long"
        say "$name: FAILED, no result ($status), $((SECONDS - begin)) s; see ${results#"$PWD/"}/$name.log"
        return
    fi
    local good bad left
    good=$(count "$name" passed) left=$(count "$name" skipped)
    bad=$(($(count "$name" failed) + $(count "$name" errors)))
    if [ $((good + bad + left)) = 0 ] && ! { [ "$what" = quick ] && needs_servers "$name"; }; then
        say "$name: FAILED, its tests were not found"
        bad=1
    elif [ "$bad" = 0 ] && [ "$status" != 0 ] && [ "$good" -gt 0 ]; then
        say "$name: FAILED, every test passed but the process ended with $status"
        bad=1
    fi
    [ "$bad" = 0 ] || show_failures "$name"
    passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + left))
    say "$name: $good passed, $bad failed, $left skipped, $((SECONDS - begin)) s"
}

rm -rf "$results"
mkdir -p "$results"
choose_projects
build
[ "$what" = quick ] || ! needs_servers "${projects[@]}" || lend_servers
[ "$what" = quick ] || ! uses_office "${projects[@]}" || install_office
[ "$what" = quick ] || ! uses_browser "${projects[@]}" || install_browser
for name in "${projects[@]}"; do run_project "$name"; done
finish
