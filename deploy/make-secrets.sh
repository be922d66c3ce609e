#!/usr/bin/env bash
# Makes the passwords that docker-compose.yml mounts, each random, once. Keep the folder private; it is not in git.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p -m 700 secrets
secret() { [ -s "secrets/$1" ] || printf '%s' "$2" > "secrets/$1"; chmod 644 "secrets/$1"; }
random() { head -c 24 /dev/urandom | base64 | tr '+/' '-_' | tr -d '='; }

secret postgres_password "$(random)"
secret rabbitmq_password "$(random)"
# The broker reads its user from a configuration file, so that the password is in no environment.
secret rabbitmq.conf "default_user = studysuite
default_pass = $(cat secrets/rabbitmq_password)
"
# One-time password of the first administrator; it must be changed at the first log-in.
secret first_password "Once-$(random | head -c 12)-7!"
# By this the bulletin service reads from the others what counts, when the statistics are rebuilt.
secret bulletin_secret "$(random)"
echo "deploy/secrets is ready."
