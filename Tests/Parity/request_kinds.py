import io

import requests
from parity import Once

unsaid = ("host", "user-agent", "accept", "accept-encoding", "connection", "cookie")


def said(response):
    sent = response.json()["headers"].items()
    return sorted((name.lower(), value) for name, value in sent if name.lower() not in unsaid)


class Bearer(requests.auth.AuthBase):
    def __call__(self, request):
        request.headers["Authorization"] = "Bearer abc"
        return request


def body(response):
    return response.json()["body"]


def query(response):
    return response.json()["query"]


def landing(response):
    return response.status_code, len(response.history), response.request.method


class Asks(Once):
    def ask(self, label, make):
        try:
            print(label, make())
        except Exception as error:
            text = str(error).replace(self.host[7:], "HOST").replace(self.host.split(":")[-1], "PORT")
            print(label, type(error).__name__, text)

    def act(self):
        get, post, request = self.client.get, self.client.post, self.client.request
        kinds = {
            "own method": lambda: request("PURGE", "/echo").json()["method"],
            "lower case": lambda: request("get", "/echo").json()["method"],
            "absolute": lambda: get(self.host + "/json?absolute").status_code,
            "no slash": lambda: get("json").status_code,
            "nothing": lambda: get("").status_code,
            "fragment": lambda: query(get("/echo?a=1#part")),
            "spaces": lambda: query(get("/echo?a=b c&d=ü")),
            "object as auth": lambda: said(get("/echo", auth=Bearer(), name="auth")),
            "pair as auth": lambda: said(get("/echo", auth=("ü", "p:w"), name="auth")),
            "function as auth": lambda: said(get("/echo", auth=lambda request: request, name="auth")),
            "pairs": lambda: body(post("/echo", data=[("a", 1), ("a", 2)])),
            "lists": lambda: body(post("/echo", data={"a": [1, 2], "b": None, "c": True})),
            "json null": lambda: body(post("/echo", json=None)),
            "json empty": lambda: (body(post("/echo", json={})), body(post("/echo", json=[]))),
            "json text": lambda: body(post("/echo", json="x")),
            "json nan": lambda: body(post("/echo", json=float("nan"))),
            "json object": lambda: body(post("/echo", json=object())),
            "both": lambda: said(post("/echo", json={"a": 1}, data={"b": 2})),
            "file": lambda: said(post("/echo", data=io.BytesIO(b"abc"))),
            "generator": lambda: said(post("/echo", data=(part for part in [b"a", b"b"]))),
            "no header": lambda: said(get("/echo", headers={"X-A": None})),
            "number as header": lambda: said(get("/echo", headers={"X-A": 3})),
            "two lines as header": lambda: said(get("/echo", headers={"X-A": "a\nb"})),
            "bytes as header": lambda: said(get("/echo", headers={"X-A": b"bytes"})),
            "space before header": lambda: said(get("/echo", headers={"X-A": " a"})),
            "cookies": lambda: get("/cookies", cookies={"a": "b", "c": "d"}).json(),
            "cookies set": lambda: (get("/cookies/set?q=1&r=2").json(), dict(self.client.cookies)),
            "cookies cleared": lambda: (self.client.cookies.clear(), get("/cookies").json()),
            "302 after POST": lambda: landing(post("/redirect-to?url=/echo&status=302", data="x")),
            "307 after POST": lambda: landing(post("/redirect-to?url=/echo&status=307", data="x")),
            "303 after PUT": lambda: landing(request("PUT", "/redirect-to?url=/echo&status=303", data="x")),
            "HEAD": lambda: landing(self.client.head("/redirect/1")),
            "to another scheme": lambda: get("/redirect-to?url=ftp://x/&status=302").status_code,
            "304": lambda: get("/status/304").ok,
            "300": lambda: get("/status/300").ok,
            "204": lambda: (get("/status/204").text, get("/status/204").content),
            "gzip": lambda: get("/gzip").json() is not None,
            "encodings": lambda: (get("/").encoding, get("/json").encoding),
            "streamed": lambda: sum(len(part) for part in get("/bytes/1000", stream=True).iter_content(100)),
            "pair as timeout": lambda: get("/delay/1", timeout=(1, 0.1), name="late").status_code,
            "no time": lambda: get("/json", timeout=0).status_code,
            "text as timeout": lambda: get("/json", timeout="x").status_code,
            "less than no time": lambda: get("/json", timeout=-1).status_code,
            "text as params": lambda: query(get("/echo", params="a=b&c")),
            "bytes as params": lambda: query(get("/echo", params=b"a=b")),
            "empty params": lambda: query(get("/echo?x=1", params={})),
            "more params": lambda: query(get("/echo?x=1", params={"y": "ü &"})),
            "no JSON": lambda: get("/").json(),
            "no HTTP": lambda: get("/garbage").status_code,
            "cut short": lambda: get("/truncate").status_code,
            "reset": lambda: get("/reset").status_code,
            "any case": lambda: (get("/json").headers["CONTENT-TYPE"], get("/json").headers.get("none", 3)),
            "shown": lambda: (repr(get("/json")), repr(get("/status/404")), bool(get("/status/404"))),
            "unknown status": lambda: get("/status/599").reason,
        }
        for label, make in kinds.items():
            self.ask(label, make)
