#!/usr/bin/env bash
# Brings a build up, or the next one in: stores and schema first, then the pods, one after the other.
#   ./deploy/k8s/apply.sh single-node|ha [KUBECTL-OPTION...]
set -euo pipefail
cd "$(dirname "$0")"
overlay=${1:?single-node or ha}
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
kubectl kustomize "$overlay" >"$work/all.yaml"
k() { kubectl "${options[@]}" "$@"; }
options=("$@" --namespace studysuite)

k apply -f "$overlay/namespace.yaml"
for secret in $(grep -oE 'secretName: studysuite-[a-z-]+|name: studysuite-[a-z-]+' "$work/all.yaml" | awk '{ print $2 }' | sort -u); do
    k get secret "$secret" >/dev/null || { echo "$secret is missing: see secrets.sh"; exit 1; }
done
# A finished job cannot be changed.
k delete job migrate --ignore-not-found
k apply -f "$work/all.yaml" --selector 'studysuite/step!=rollout'
k wait --for=condition=complete job/migrate --timeout=30m
k apply -f "$work/all.yaml" --selector studysuite/step=rollout
for deployment in $(k get deployment -o name); do k rollout status "$deployment" --timeout=10m; done
