# What test.sh and bench.sh share: a log for each step, and the servers and packages of the machine. Sourced by a script
# that sets $results and $running and says with broken() what ends it.

say() { printf '%s  %s\n' "$(date +%T)" "$*"; }

run_logged() { # NAME COMMAND...: shows the errors of what fails
    local log=$results/$1.log
    shift
    "$@" >"$log" 2>&1 </dev/null &
    running=$!
    wait "$running" && running='' && return
    running=''
    grep -E 'error|NU1[0-9]{3}' "$log" | sort -u | head -n 20 || tail -n 20 "$log"
    say "more in ${log#"$PWD/"}"
    return 1
}

docker_works() {
    docker info >/dev/null 2>&1 || return
    local image
    for image in postgres:17-alpine rabbitmq:4-management-alpine; do
        docker image inspect "$image" >/dev/null 2>&1 || timeout 300 docker pull -q "$image" >/dev/null 2>&1 || return
    done
}

install_servers() {
    local packages=()
    compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || command -v postgres >/dev/null || packages+=(postgresql)
    [ -e /usr/lib/rabbitmq/bin/rabbitmq-server ] || command -v rabbitmq-server >/dev/null || packages+=(rabbitmq-server)
    install_packages "or start a Docker engine, or set STUDYSUITE_TEST_POSTGRES and STUDYSUITE_TEST_RABBITMQ" "${packages[@]}"
}

find_servers() { # unless addresses are given: Docker, else the machine's packages
    if [ -z "${STUDYSUITE_TEST_POSTGRES:-}" ] || [ -z "${STUDYSUITE_TEST_RABBITMQ:-}" ]; then
        # Tests remove their containers themselves, so Testcontainers' own remover need not be at hand.
        if docker_works; then export TESTCONTAINERS_RYUK_DISABLED=true; else install_servers; fi
    fi
}

install_packages() { # OTHERWISE PACKAGE...
    local otherwise=$1 as_root=() epmd_before
    shift
    local packages=("$@")
    [ ${#packages[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null || broken "no apt to install ${packages[*]}, $otherwise"
    [ "$(id -u)" = 0 ] || as_root=(sudo -n)

    say "install ${packages[*]}"
    epmd_before=$(pgrep -x epmd || true)
    # RUNLEVEL=1: the packages must not start daemons of their own; tests start what they need.
    as_root+=(env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300)
    run_logged apt-update "${as_root[@]}" update -q || say "apt-get update failed; trying with the lists at hand"
    run_logged apt-install "${as_root[@]}" install -qy --no-install-recommends "${packages[@]}" ||
        broken "install ${packages[*]}, $otherwise"
    [ -n "$epmd_before" ] || epmd -kill >/dev/null 2>&1 || true # the package leaves it running
}
