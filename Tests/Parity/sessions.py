import requests
from parity import Once


class Sessions(Once):
    def act(self):
        client = self.client
        client.headers.update({"X-Own": "1"})
        client.headers["Accept"] = "text/plain"
        client.params = {"always": "yes"}
        client.auth = ("user", "pass")
        echo = client.get("/echo?b=2", params={"a": 1}, headers={"X-More": "2", "Accept": None}).json()
        headers = {name.lower(): value for name, value in echo["headers"].items()}
        print(echo["query"], headers["x-own"], headers["x-more"], headers.get("accept"), headers["authorization"])
        print(client.get("/basic-auth/user/pass", auth=("user", "wrong"), name="wrong").status_code)
        client.auth = None
        client.params = {}
        client.cookies.set("own", "1")
        print(sorted(client.get("/cookies", cookies={"more": "2"}).json().items()))
        print(client.get("/cookies").json())
        print([(c.name, c.value) for c in client.cookies], client.cookies.get_dict())
        client.cookies.clear()
        print(client.get("/cookies").json(), client.max_redirects, client.trust_env, client.verify, client.stream)
        prepared = client.prepare_request(requests.Request("GET", self.host + "/json"))
        print(prepared.method, prepared.url.endswith("/json"), client.send(prepared).status_code)
        print(client.request("GET", "/json", name="by request").status_code)
        print(client.base_url == self.host, client.request_name, type(client).__name__)
