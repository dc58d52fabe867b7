"""tcp-echo: answers each line with "hello LINE", over IPv4 and IPv6. Usage: echo-server.py PORT LOG

Writes to LOG, for each connection from elsewhere, the family over which it came.
"""

import socket
import socketserver
import sys


class Hello(socketserver.StreamRequestHandler):
    def handle(self):
        client = self.client_address[0]
        if client != "::1":
            with open(sys.argv[2], "a", encoding="ascii") as log:
                log.write("IPv4\n" if client.startswith("::ffff:") else "IPv6\n")
        for line in self.rfile:
            self.wfile.write(b"hello " + line)


class Server(socketserver.ThreadingTCPServer):
    address_family = socket.AF_INET6
    allow_reuse_address = True
    daemon_threads = True

    def server_bind(self):
        self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        super().server_bind()


Server(("::", int(sys.argv[1])), Hello).serve_forever()
