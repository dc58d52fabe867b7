#!/usr/bin/env python3
"""Writes a mesh of any size: mesh.py SERVICES > mesh.yaml

Every service has one pod with a sidecar and an EndpointSlice for each of its families. Protocols, families and kinds of
service take turns, so that a few dozen services have every combination; namespaces hold a hundred services each. The same
number always gives the same text.
"""
import itertools
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

KINDS = ["ClusterIP", "ClusterIP", "Headless", "NodePort"]


def address(family, network, i):
    """The i-th address of the services (96) or pods (244)."""
    high, low = divmod(i + 1, 65536)
    if family == "IPv4":
        return f"10.{network + high}.{low >> 8}.{low & 255}"
    return f"fd00:10:{network + high}::{low:x}"


def service(i, name, namespace, port, families, policy, kind):
    port_name, app_protocol, transport = port
    addresses = ["None"] if kind == "Headless" else [address(f, 96, i) for f in families]
    lines = [
        "apiVersion: v1", "kind: Service", "metadata:", f"  name: {name}", f"  namespace: {namespace}",
        f"  creationTimestamp: '2024-01-{i % 28 + 1:02}T00:00:00Z'", "spec:",
        f"  type: {'ClusterIP' if kind == 'Headless' else kind}",
        f"  clusterIP: {quoted(addresses[0])}", f"  clusterIPs: [{', '.join(map(quoted, addresses))}]",
        f"  ipFamilies: [{', '.join(families)}]", f"  ipFamilyPolicy: {policy}", f"  selector: {{app: {name}}}",
        "  ports:", f"  - name: {port_name}", f"    port: {1024 + i % 97}", "    targetPort: 8080",
        f"    protocol: {transport}"]
    if kind == "NodePort":
        lines.append(f"    nodePort: {30000 + i % 2768}")
    if app_protocol:
        lines.append(f"    appProtocol: {app_protocol}")
    return lines


def quoted(text):
    return f"'{text}'"


def endpoint_slice(i, name, namespace, port, family):
    return [
        "apiVersion: discovery.k8s.io/v1", "kind: EndpointSlice", "metadata:", f"  name: {name}-{family.lower()}",
        f"  namespace: {namespace}", f"  labels: {{kubernetes.io/service-name: {name}}}", f"addressType: {family}",
        "endpoints:", f"- addresses: [{quoted(address(family, 244, i))}]",
        "  conditions: {ready: true, serving: true, terminating: false}",
        f"  targetRef: {{kind: Pod, name: {name}-0, namespace: {namespace}}}",
        "ports:", f"- {{name: {port[0]}, port: 8080, protocol: {port[2]}}}"]


def pod(i, name, namespace, families):
    ips = ", ".join("{ip: " + quoted(address(f, 244, i)) + "}" for f in families)
    return [
        "apiVersion: v1", "kind: Pod", "metadata:", f"  name: {name}-0", f"  namespace: {namespace}",
        f"  labels: {{app: {name}, security.istio.io/tlsMode: istio, service.istio.io/canonical-name: {name}}}",
        "  annotations: {sidecar.istio.io/status: '{}'}", "spec:", f"  serviceAccountName: {name}", "  containers:",
        "  - name: app", "    image: example.com/app", "    ports: [{containerPort: 8080}]",
        "  - name: istio-proxy", "    image: example.com/proxyv2", "status:",
        f"  podIP: {quoted(address(families[0], 244, i))}", f"  podIPs: [{ips}]"]


def documents(count):
    shapes = itertools.cycle(itertools.product(KINDS, FAMILIES, PROTOCOLS))
    for i in range(count):
        kind, (families, policy), port = next(shapes)
        name, namespace = f"app-{i:05}", f"team-{i // PER_NAMESPACE:03}"
        if i % PER_NAMESPACE == 0:
            yield ["apiVersion: v1", "kind: Namespace", "metadata:", f"  name: {namespace}",
                   "  labels: {istio-injection: enabled}"]
        yield service(i, name, namespace, port, families, policy, kind)
        for family in families:
            yield endpoint_slice(i, name, namespace, port, family)
        yield pod(i, name, namespace, families)


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdigit() or not 1 <= int(sys.argv[1]) <= 100000:
        sys.exit(__doc__)
    for document in documents(int(sys.argv[1])):
        print("---", *document, sep="\n")


if __name__ == "__main__":
    main()
