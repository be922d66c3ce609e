# Runs a server and ends it when the process that asked for it is gone, however it went: that process holds the other
# end of our standard input, and the kernel closes it even after SIGKILL. (prctl PDEATHSIG will not do: it fires when
# the *thread* that forked ends, and .NET forks from pool threads.)
# Arguments: log file, signal to send when the owner dies, folder to delete afterwards or '', command and arguments.
# A line on standard input is the name of a signal to send now.
log=$1 last=$2 folder=$3
shift 3
exec >>"$log" 2>&1
trap : INT TERM HUP # Ctrl-C reaches us too; the clean-up below must still happen
set -m              # the server gets a process group of its own

"$@" </dev/null &
server=$!
{
    read -r signal || signal=$last
    kill -s "$signal" "$server"
    for _ in {1..150}; do kill -0 "$server" || break; sleep 0.1; done
    kill -s KILL -- "-$server"
} 2>/dev/null &
watcher=$!
disown "$watcher"

wait "$server"
status=$?
while kill -0 "$server" 2>/dev/null; do # wait also returns when a trapped signal arrives
    wait "$server"
    status=$?
done
kill -s KILL -- "-$server" "-$watcher" 2>/dev/null
[ -z "$folder" ] || for _ in {1..10}; do rm -rf -- "$folder" && break; sleep 0.5; done 2>/dev/null
exit "$status"
