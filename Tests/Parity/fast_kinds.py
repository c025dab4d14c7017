# own-users
# options: -u 1
import io

from locust import FastHttpUser, constant, task
from parity import quit

unsaid = ("host", "user-agent", "accept", "accept-encoding", "connection", "cookie")


def said(response):
    sent = response.json()
    headers = sorted((name.lower(), value) for name, value in sent["headers"].items() if name.lower() not in unsaid)
    return sent["body"], headers


def query(response):
    return response.json()["query"]


class Asks(FastHttpUser):
    wait_time = constant(0)

    def ask(self, label, make):
        try:
            print(label, make())
        except Exception as error:
            print(label, type(error).__name__, str(error).replace(self.host[7:], "HOST"))

    @task
    def act(self):
        get, post, request = self.client.get, self.client.post, self.client.request
        kinds = {
            "text": lambda: said(post("/echo", data="text")),
            "bytes": lambda: said(post("/echo", data=b"bytes")),
            "form": lambda: said(post("/echo", data={"a": "ü b", "c": 1, "d": True, "f": None, "g": [1, 2]})),
            "empty": lambda: (said(post("/echo", data={})), said(post("/echo", data="")), said(post("/echo"))),
            "json": lambda: said(post("/echo", json={"a": "ü", "b": [1, None]})),
            "own type": lambda: said(post("/echo", json={"a": 1}, headers={"Content-Type": "x/y"})),
            "generator": lambda: said(post("/echo", data=(part for part in [b"a", b"b"]))),
            "GET with a body": lambda: said(get("/echo", data="x")),
            "DELETE": lambda: said(self.client.delete("/echo")),
            "auth": lambda: said(get("/echo", auth=("u", "p"))),
            "number as header": lambda: said(get("/echo", headers={"X-A": 3, "X-B": 1.5, "X-C": True})),
            "two lines as header": lambda: said(get("/echo", headers={"X-A": "a\nb"})),
            "space before header": lambda: said(get("/echo", headers={"X-A": " a"})),
            "params": lambda: query(get("/echo", params={"a": [1, 2], "b": None, "c": "ü &"}, name="p")),
            "pairs as params": lambda: query(get("/echo", params=[("a", 1), ("a", 2)], name="p")),
            "text as params": lambda: query(get("/echo", params="a=1&b=ü", name="p")),
            "cookies": lambda: (get("/cookies/set?a=b").json(), [cookie.name for cookie in self.client.cookiejar]),
            "404": lambda: get("/status/404").raise_for_status(),
            "statuses": lambda: [get(f"/status/{code}", name="many").ok for code in (204, 206, 300, 304, 400)],
            "shown": lambda: (get("/json").encoding, get("/json").headers["CONTENT-TYPE"], bool(get("/status/404"))),
        }
        for label, make in kinds.items():
            self.ask(label, make)
        response = post("/redirect-to?url=/echo&status=302", data="x")
        print(response.url.replace(self.host, ""), response.request.method, len(response.history), response.status_code)
        print(response.request.url.replace(self.host, ""), get("/json").request.url.replace(self.host, ""))
        for path in ("/garbage", "/reset", "/drop"):
            response = get(path)
            print(path, response.status_code, response.ok, type(response.error).__name__, response.content)
        with self.rest("GET", "/status/500") as response:
            print(response.js, type(response.error).__name__)
        with self.rest_("GET", "/json") as response:
            print(response.js is not None)
        quit(self)
