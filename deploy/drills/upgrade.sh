#!/bin/bash
# Upgrade under load: starts the build of an earlier commit (two processes of everything, PostgreSQL, RabbitMQ), lets
# 50 calls a second in, runs `migrate` of this checkout while the earlier build serves, and rolls everything over.
#   deploy/drills/upgrade.sh [COMMIT]        HEAD^ unless told
# Prints the calls of each step; fails when one call failed, or when a write that was accepted is not there once.
# Needs the .NET 10 SDK, git, and what tests/Testing/README.md names for the two servers. About five minutes.
set -euo pipefail
cd "$(dirname "$0")/../.."

commit=$(git rev-parse --verify "${1:-HEAD^}^{commit}")
before=$(mktemp -d)/previous
git worktree add -q --detach "$before" "$commit"
trap 'git worktree remove --force "$before"' EXIT

for project in services/{directory,planning,sessions,supervision,bulletin,notifications} gateway web; do
    echo "build ${commit:0:9} $project"
    (cd "$before" && dotnet build "$project" -v quiet -nologo)
done
echo "build this checkout"
dotnet build tests/Suite.Tests -v quiet -nologo

echo "upgrade from ${commit:0:9} to $(git rev-parse --short HEAD)"
STUDYSUITE_PREVIOUS=$before dotnet tests/Suite.Tests/bin/Debug/net10.0/Suite.Tests.dll -noLogo -noColor -showLiveOutput \
    -explicit only -class StudySuite.Suite.Tests.Upgrade.UpgradeDrill
