#!/usr/bin/env bash
# The secrets that the manifests name, from the files of ../make-secrets.sh, as YAML for kubectl:
#   ./deploy/k8s/secrets.sh | kubectl apply -n studysuite -f -
# For the overlay ha put access_key and secret_key of the bucket into deploy/secrets first. The certificate is yours:
#   kubectl create secret tls studysuite-tls -n studysuite --cert=FILE --key=FILE
set -euo pipefail
cd "$(dirname "$0")/.."
./make-secrets.sh >&2

secret() { # NAME FILE...
    printf -- '---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: %s\ntype: Opaque\ndata:\n' "$1"
    shift
    local file
    for file; do printf '  %s: %s\n' "$file" "$(base64 -w 0 "secrets/$file")"; done
}

secret studysuite-database postgres_password
secret studysuite-broker rabbitmq_password
secret studysuite-broker-settings rabbitmq.conf
secret studysuite-first-login first_password
secret studysuite-bulletin bulletin_secret
if [ -s secrets/access_key ] && [ -s secrets/secret_key ]; then secret studysuite-bucket access_key secret_key; fi
