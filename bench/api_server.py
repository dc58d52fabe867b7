#!/usr/bin/env python3
"""A Kubernetes API server on the loopback interface that has the mesh of mesh.py.

api_server.py SERVICES KUBECONFIG [LATENCY]     (seconds that every answer takes)

Writes the kubeconfig when it is ready; when its standard input ends it prints how many requests there were, and how many
were open at a time.
"""
import collections
import http.server
import json
import sys
import threading
import time
import urllib.parse

import mesh

PLURALS = {"Namespace": "namespaces", "Service": "services", "EndpointSlice": "endpointslices", "Pod": "pods"}
ISTIO = {
    "networking.istio.io": ["destinationrules", "envoyfilters", "proxyconfigs", "serviceentries", "sidecars",
                            "virtualservices", "workloadentries"],
    "security.istio.io": ["authorizationpolicies", "peerauthentications", "requestauthentications"],
    "telemetry.istio.io": ["telemetries"],
    "extensions.istio.io": ["wasmplugins"],
}


def lists(services):
    """By path what a list is of, and its items as JSON without what the list says."""
    found = collections.defaultdict(lambda: ("v1", "None", []))
    for each in mesh.objects(services):
        version, kind = each["apiVersion"], each["kind"]
        path = f"/{'apis' if '/' in version else 'api'}/{version}/{PLURALS[kind]}"
        rest = {key: value for key, value in each.items() if key not in ("apiVersion", "kind")}
        found.setdefault(path, (version, kind, []))[2].append(json.dumps(rest, separators=(",", ":")))
    for path in ("/api/v1/nodes", "/apis/apps/v1/deployments"):
        found[path] = ("v1", "None", [])
    for group, plurals in ISTIO.items():
        for plural in plurals:
            found[f"/apis/{group}/v1/{plural}"] = (f"{group}/v1", "None", [])
    return dict(found)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    lists = {}
    latency = 0.0
    lock = threading.Lock()
    requests = open_now = most_open = 0

    def do_GET(self):
        with Handler.lock:
            Handler.requests += 1
            Handler.open_now += 1
            Handler.most_open = max(Handler.most_open, Handler.open_now)
        time.sleep(Handler.latency)
        url = urllib.parse.urlsplit(self.path)
        body = self.answer(url.path, dict(urllib.parse.parse_qsl(url.query)))
        self.send_response(200 if body else 404)
        body = (body or '{"kind":"Status","message":"not found"}').encode()
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        with Handler.lock:
            Handler.open_now -= 1
        self.end_headers()
        self.wfile.write(body)

    def answer(self, path, query):
        if path in Handler.lists:
            return page(*Handler.lists[path], int(query.get("continue", 0)), int(query.get("limit", 1 << 30)))
        _, apis, group, *version = path.split("/")
        if apis == "apis" and group in ISTIO:
            return json.dumps({"resources": [{"name": each} for each in ISTIO[group]]} if version
                              else {"versions": [{"version": "v1"}]})
        return None

    def log_message(self, *_):
        pass


def page(version, kind, items, start, limit):
    end = start + limit
    more = f',"continue":"{end}","remainingItemCount":{len(items) - end}' if end < len(items) else ""
    return (f'{{"kind":"{kind}List","apiVersion":"{version}","metadata":{{"resourceVersion":"7"{more}}},'
            f'"items":[{",".join(items[start:end])}]}}')


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    Handler.lists = lists(int(sys.argv[1]))
    Handler.latency = float(sys.argv[3]) if len(sys.argv) == 4 else 0.0
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = {"name": "bench", "context": {"cluster": "bench", "user": "bench"}}
    cluster = {"name": "bench", "cluster": {"server": f"http://127.0.0.1:{server.server_port}"}}
    with open(sys.argv[2], "w", encoding="utf-8") as f:
        json.dump({"apiVersion": "v1", "kind": "Config", "current-context": "bench", "contexts": [context],
                   "clusters": [cluster], "users": [{"name": "bench", "user": {"token": "none"}}]}, f)
    print("ready", flush=True)
    sys.stdin.read()
    print(f"{Handler.requests} requests, at most {Handler.most_open} at a time")


if __name__ == "__main__":
    main()
