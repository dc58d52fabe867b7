#!/usr/bin/env python3
"""Writes a mesh of any size: mesh.py SERVICES > mesh.yaml

Every service has one pod with a sidecar and an EndpointSlice for each of its families. Protocols, families and kinds of
service take turns, so that a few dozen services have every combination; namespaces hold a hundred services each. The same
number always gives the same text.
"""
import itertools
import re
import sys

PER_NAMESPACE = 100

# name, appProtocol, transport
PROTOCOLS = [
    ("tcp-data", None, "TCP"), ("http-web", None, "TCP"), ("data", None, "TCP"), ("grpc-api", None, "TCP"),
    ("http2-api", None, "TCP"), ("https-web", None, "TCP"), ("tls-data", None, "TCP"), ("mongo-db", None, "TCP"),
    ("redis-cache", None, "TCP"), ("mysql-db", None, "TCP"), ("grpc-web-ui", None, "TCP"), ("web", "http", "TCP"),
    ("api", "kubernetes.io/h2c", "TCP"), ("web", "https", "TCP"), ("stream", "kubernetes.io/ws", "TCP"),
    ("udp-log", None, "UDP"),
]

# ipFamilies, ipFamilyPolicy
FAMILIES = [
    (("IPv4", "IPv6"), "RequireDualStack"), (("IPv6", "IPv4"), "PreferDualStack"),
    (("IPv4",), "SingleStack"), (("IPv6",), "SingleStack"),
]

# What needs no quotes.
PLAIN = re.compile("[A-Za-z][A-Za-z0-9./-]*")

KINDS = ["ClusterIP", "ClusterIP", "Headless", "NodePort"]


def address(family, network, i):
    """The i-th address of the services (96) or pods (244)."""
    high, low = divmod(i + 1, 65536)
    if family == "IPv4":
        return f"10.{network + high}.{low >> 8}.{low & 255}"
    return f"fd00:10:{network + high}::{low:x}"


class Flow(dict):
    """A mapping that stands on one line."""


def service(i, name, namespace, port, families, policy, kind):
    port_name, app_protocol, transport = port
    addresses = ["None"] if kind == "Headless" else [address(f, 96, i) for f in families]
    service_port = {"name": port_name, "port": 1024 + i % 97, "targetPort": 8080, "protocol": transport}
    if kind == "NodePort":
        service_port["nodePort"] = 30000 + i % 2768
    if app_protocol:
        service_port["appProtocol"] = app_protocol
    return {
        "apiVersion": "v1", "kind": "Service",
        "metadata": {"name": name, "namespace": namespace, "creationTimestamp": f"2024-01-{i % 28 + 1:02}T00:00:00Z"},
        "spec": {
            "type": "ClusterIP" if kind == "Headless" else kind, "clusterIP": addresses[0], "clusterIPs": addresses,
            "ipFamilies": list(families), "ipFamilyPolicy": policy, "selector": Flow(app=name), "ports": [service_port]}}


def endpoint_slice(i, name, namespace, port, family):
    endpoint = {
        "addresses": [address(family, 244, i)], "conditions": Flow(ready=True, serving=True, terminating=False),
        "targetRef": Flow(kind="Pod", name=f"{name}-0", namespace=namespace)}
    return {
        "apiVersion": "discovery.k8s.io/v1", "kind": "EndpointSlice",
        "metadata": {"name": f"{name}-{family.lower()}", "namespace": namespace,
                     "labels": Flow({"kubernetes.io/service-name": name})},
        "addressType": family, "endpoints": [endpoint], "ports": [Flow(name=port[0], port=8080, protocol=port[2])]}


def pod(i, name, namespace, families):
    labels = Flow({"app": name, "security.istio.io/tlsMode": "istio", "service.istio.io/canonical-name": name})
    return {
        "apiVersion": "v1", "kind": "Pod",
        "metadata": {"name": f"{name}-0", "namespace": namespace, "labels": labels,
                     "annotations": Flow({"sidecar.istio.io/status": "{}"})},
        "spec": {"serviceAccountName": name, "containers": [
            {"name": "app", "image": "example.com/app", "ports": [Flow(containerPort=8080)]},
            {"name": "istio-proxy", "image": "example.com/proxyv2"}]},
        "status": {"podIP": address(families[0], 244, i), "podIPs": [Flow(ip=address(f, 244, i)) for f in families]}}


def objects(count):
    """The objects of so many services, one after the other."""
    shapes = itertools.cycle(itertools.product(KINDS, FAMILIES, PROTOCOLS))
    for i in range(count):
        kind, (families, policy), port = next(shapes)
        name, namespace = f"app-{i:05}", f"team-{i // PER_NAMESPACE:03}"
        if i % PER_NAMESPACE == 0:
            yield {"apiVersion": "v1", "kind": "Namespace",
                   "metadata": {"name": namespace, "labels": Flow({"istio-injection": "enabled"})}}
        yield service(i, name, namespace, port, families, policy, kind)
        for family in families:
            yield endpoint_slice(i, name, namespace, port, family)
        yield pod(i, name, namespace, families)


def inline(value):
    """A value that stands on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {inline(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    if isinstance(value, str):
        return value if PLAIN.fullmatch(value) else f"'{value}'"
    return str(value).lower()


def block(mapping, indent=""):
    """The lines of a mapping in block style, as controllers and Helm write it."""
    for key, value in mapping.items():
        if type(value) is dict:
            yield f"{indent}{key}:"
            yield from block(value, indent + "  ")
        elif type(value) is list and type(value[0]) is dict:
            yield f"{indent}{key}:"
            for item in value:
                first, *rest = block(item, indent + "  ")
                yield f"{indent}- {first.lstrip()}"
                yield from rest
        else:
            yield f"{indent}{key}: {inline(value)}"


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdigit() or not 1 <= int(sys.argv[1]) <= 100000:
        sys.exit(__doc__)
    for each in objects(int(sys.argv[1])):
        print("---", *block(each), sep="\n")


if __name__ == "__main__":
    main()
