"""The same call with something of its session changed in between: what was sent before must not be sent again."""
from parity import Once

NAMES = ("X-Token", "X-Late", "Authorization", "Cookie", "Content-Length", "Accept")


class Same(Once):
    def seen(self, *arguments, **keywords):
        sent = {}
        for _ in range(3):
            response = self.client.get("/echo", *arguments, **keywords)
            sent = response.json()
        headers = {name.title(): value for name, value in sent["headers"].items()}
        known = [(name, headers[name]) for name in NAMES if name in headers]
        return sent["method"], sent["path"], sent["query"], known, sent["body"]

    def act(self):
        client = self.client
        print(self.seen())
        client.headers["X-Token"] = "one"
        print(self.seen())
        client.headers["X-Token"] = "two"
        print(self.seen(), self.seen(headers={"X-Late": "yes"}), self.seen())
        client.headers.update({"X-Late": "1"})
        print(self.seen())
        del client.headers["X-Token"]
        print(self.seen(), self.seen(params={"a": 1}), self.seen())
        client.get("/cookies/set?kept=1")
        print(self.seen())
        client.cookies.clear()
        print(self.seen(), self.seen(cookies={"own": "2"}), self.seen())
        client.params = {"all": "of them"}
        print(self.seen())
        client.params = {}
        client.auth = ("ada", "secret")
        print(self.seen())
        client.auth = None
        print(self.seen())
        base = client.base_url
        client.base_url = base + "/echo/.."
        print(self.seen()[1])
        client.base_url = base
        for _ in range(3):
            print(client.post("/echo").json()["body"], client.post("/echo", data="text").json()["body"])
            print(client.get("/redirect/1").status_code, client.get("/redirect/1", allow_redirects=False).status_code)
            print(client.head("/redirect/1").status_code, client.request("GET", "/echo").json()["method"])
            print(client.put("/echo").json()["headers"].get("content-length"), client.delete("/echo").json()["method"])
        for _ in range(3):
            with client.get("/status/404", catch_response=True) as response:
                response.success()
            with client.get("/echo", catch_response=True) as response:
                response.failure("not this one")
        with client.rename_request("renamed"):
            for _ in range(3):
                client.get("/echo")
        client.get("/echo", name="named")
