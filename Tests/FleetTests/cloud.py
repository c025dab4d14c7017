"""EC2 by moto behind a proxy that makes trouble, for the tests of `katydid fleet`.

Prints the port of the proxy. What EC2 has and moto lacks is the proxy's: a call with a token that was used before gets
the earlier answer.

POST /faults with {"Action": ["fault", …]} has the next calls of an action fail in turn:
  throttle   RequestLimitExceeded
  capacity   InsufficientInstanceCapacity
  quota      VcpuLimitExceeded
  internal   InternalError
  refuse     UnauthorizedOperation, with the whole request in its message
  lost       the call is made, its answer is not given
  dropped    the call is not made, the connection is cut
  slow       the answer comes after a second
  stale      the answer of the last call of this action
  partial    at most half of the machines
  none       nothing goes wrong
POST /kill with {"pid": N, "call": K, "after": BOOL} ends that process with SIGKILL when call K comes, or after it.
GET /calls is how often each action was called.
"""
import collections
import http.client
import http.server
import json
import os
import re
import signal
import socket
import sys
import threading
import time
import urllib.parse

from moto.server import ThreadedMotoServer

CODES = {
    "throttle": (503, "RequestLimitExceeded"),
    "capacity": (500, "InsufficientInstanceCapacity"),
    "quota": (400, "VcpuLimitExceeded"),
    "internal": (500, "InternalError"),
    "refuse": (403, "UnauthorizedOperation"),
}

lock = threading.Lock()
faults = collections.defaultdict(list)
calls = collections.Counter()
by_token = {}
last_answer = {}
kill = {}


class Proxy(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def answer(self, status, body, kind="text/xml"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def cut(self):
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def do_GET(self):
        self.answer(200, json.dumps(calls).encode(), "application/json")

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path in ("/faults", "/kill"):
            data = json.loads(body)
            if self.path == "/faults":
                faults.update({action: list(names) for action, names in data.items()})
            else:
                kill.clear()
                kill.update(data)
                calls.clear()
            return self.answer(200, b"{}", "application/json")
        fields = urllib.parse.parse_qs(body.decode())
        action = fields["Action"][0]
        with lock:
            calls[action] += 1
            number = sum(calls.values())
            fault = faults[action].pop(0) if faults[action] else "none"
        if kill.get("call") == number and not kill["after"]:
            os.killpg(kill["pid"], signal.SIGKILL)
            return self.cut()
        if fault in CODES:
            status, code = CODES[fault]
            text = body.decode() if fault == "refuse" else "made by the test"
            error = f"<Response><Errors><Error><Code>{code}</Code><Message>{text}</Message></Error></Errors></Response>"
            return self.answer(status, error.replace("&", "&amp;").encode())
        if fault == "dropped":
            return self.cut()
        if fault == "slow":
            time.sleep(1)
        if action == "RunInstances":
            # Moto makes as few as it may; EC2 makes as many.
            most = int(fields["MaxCount"][0])
            count = max(1, most // 2) if fault == "partial" else most
            body = re.sub(rb"(Min|Max)Count=\d+", rb"\1Count=%d" % count, body)
        if fault == "stale" and action in last_answer:
            return self.answer(*last_answer[action])
        token = fields.get("ClientToken", [None])[0]
        with lock:
            if token in by_token:
                result = by_token[token]
            else:
                result = self.forward(body)
                if token and result[0] == 200:
                    by_token[token] = result
        last_answer[action] = result
        if kill.get("call") == number:
            os.killpg(kill["pid"], signal.SIGKILL)
            return self.cut()
        if fault == "lost":
            return self.cut()
        self.answer(*result)

    def forward(self, body):
        connection = http.client.HTTPConnection("127.0.0.1", moto_port, timeout=60)
        names = ("Content-Type", "Authorization", "X-Amz-Date", "Host", "User-Agent")
        connection.request("POST", self.path, body, {n: self.headers[n] for n in names if n in self.headers})
        response = connection.getresponse()
        return response.status, response.read()


moto = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
moto.start()
moto_port = moto.get_host_and_port()[1]
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
print(server.server_port, flush=True)
server.serve_forever()
