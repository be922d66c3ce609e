#!/usr/bin/env bash
# Everything an inner network needs in one file: images, compose file, scripts, handbook.
#   ./deploy/offline-bundle.sh amd64|arm64 [FOLDER]      -> FOLDER/studysuite-ARCH.tar (artifacts by default)
# On the server: tar xf studysuite-ARCH.tar && cd studysuite && ./install.sh
set -euo pipefail
cd "$(dirname "$0")/.."
arch=${1:-}
[[ $arch == amd64 || $arch == arm64 ]] || { echo "usage: $0 amd64|arm64 [FOLDER]" >&2; exit 2; }
out=${2:-artifacts}
mkdir -p "$out"
out=$(cd "$out" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
into=$work/studysuite
mkdir -p "$into/deploy"

# Those that the compose file names, each for the server's processor.
stores=$(awk '$1 == "image:" && $2 !~ /^studysuite:/ { print $2 }' docker-compose.yml | sort -u)
docker build --platform "linux/$arch" -f deploy/Dockerfile -t studysuite:local .
for image in $stores; do
    # Without a registry in reach, what is there already must do.
    docker pull -q --platform "linux/$arch" "$image" >/dev/null || docker image inspect "$image" >/dev/null
done
for image in studysuite:local $stores; do
    found=$(docker image inspect --format '{{ .Architecture }}' "$image")
    [ "$found" = "$arch" ] || { echo "$image is for $found, not for $arch" >&2; exit 1; }
done
# shellcheck disable=SC2086
docker save studysuite:local $stores | gzip -1 >"$into/images.tar.gz"

cp docker-compose.yml README.md "$into"
cp deploy/make-secrets.sh "$into/deploy"
cp -r deploy/k8s deploy/monitoring "$into/deploy"
cp -r docs/operations "$into/handbook"
cat >"$into/install.sh" <<'INSTALL'
#!/usr/bin/env bash
# Loads the images and starts the suite; also brings a later version in. Needs Docker with compose, and no network.
set -euo pipefail
cd "$(dirname "$0")"
sha256sum --quiet -c SHA256SUMS
gunzip -c images.tar.gz | docker load
./deploy/make-secrets.sh
docker compose up -d --no-build --wait
docker compose run --rm --no-deps directory dotnet /app/directory/Directory.dll doctor
INSTALL
chmod +x "$into/install.sh"
(cd "$into" && find . -type f ! -name SHA256SUMS -print0 | sort -z | xargs -0 sha256sum >SHA256SUMS)
tar -C "$work" -cf "$out/studysuite-$arch.tar" studysuite
echo "$out/studysuite-$arch.tar"
