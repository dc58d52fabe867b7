"""Calls the three tcp-echo services as the experiment does. Usage: call.py BOOTSTRAP LOGS

Finds the services' addresses in the bootstrap, and in the folder LOGS what the servers have written.
"""

import json
import os
import socket
import sys

PORT = 9000
CALLS = 20
LINES = {"dual-stack": "dualstack", "ipv4": "ipv4", "ipv6": "ipv6"}


def services(bootstrap):
    """The addresses at which the proxy expects each service, by its namespace."""
    with open(bootstrap, encoding="utf-8") as file:
        listeners = json.load(file)["staticResources"]["listeners"]
    found = {}
    for listener in listeners:
        addresses = [listener.get("address", {})]
        addresses += [each["address"] for each in listener.get("additionalAddresses", [])]
        for address in addresses:
            bound = address.get("socketAddress", {})
            if bound.get("portValue") == PORT:
                for namespace in LINES:
                    if f"||tcp-echo.{namespace}.svc" in json.dumps(listener):
                        found.setdefault(namespace, []).append(bound["address"])
    return found


def family(address):
    return "IPv6" if ":" in address else "IPv4"


def say(address, line):
    try:
        with socket.create_connection((address, PORT), timeout=10) as connection:
            connection.sendall(line.encode() + b"\n")
            return connection.makefile().readline().rstrip("\n") or "none: closed"
    except ConnectionResetError:
        return "none: closed"


def reached(log):
    """The families of the connections in a log, which is emptied."""
    with open(log, "r+", encoding="ascii") as file:
        families = sorted(set(file.read().split()))
        file.truncate(0)
    return " and ".join(families) or "-"


def main():
    bootstrap, logs = sys.argv[1:]
    found = services(bootstrap)
    right = True
    print(f"{'SERVICE':21}{'CALLED AT':18}{'OVER':6}{'ANSWER':17}SERVER REACHED OVER")
    for namespace, line in LINES.items():
        for address in sorted(found[namespace], key=family):
            answers = {say(address, line) for _ in range(CALLS)}
            right &= answers == {f"hello {line}"}
            over = reached(os.path.join(logs, namespace))
            print(f"{'tcp-echo.' + namespace:21}{address:18}{family(address):6}{', '.join(answers):17}{over}")
    return 0 if right else 1


sys.exit(main())
