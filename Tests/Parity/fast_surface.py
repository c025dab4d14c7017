from locust import FastHttpUser, constant, task
from locust.contrib.fasthttp import (
    FAILURE_EXCEPTIONS, FastHttpSession, FastResponse, LocustBadStatusCode, ResponseContextManager,
    insecure_ssl_context_factory,
)
from parity import quit


class Fast(FastHttpUser):
    wait_time = constant(0)
    default_headers = {"X-Own": "1"}
    max_redirects = 1
    @task
    def act(self):
        client = self.client
        print(isinstance(client, FastHttpSession), LocustBadStatusCode in FAILURE_EXCEPTIONS, len(client.cookiejar))
        response = client.get("/json")
        print(isinstance(response, FastResponse), response.status, response.ok, response.encoding, response.text[:1])
        print(response.encoding, type(response.content).__name__, response.url.rpartition("/")[2], response.history)
        print(response.request.method, response.request.body, response.request.get_full_url() == response.url)
        print(response.elapsed.total_seconds() > 0, response.data == response.content, response.isclosed())
        echo = client.post("/echo", json={"b": 2}, headers={"X-More": "2"}).json()
        headers = {name.lower(): value for name, value in echo["headers"].items()}
        print(headers["x-own"], headers["x-more"], headers["content-type"], headers["accept-encoding"], echo["body"])
        form = client.post("/echo", data={"a": "1 2"}, auth=("u", "p")).json()
        headers = {name.lower(): value for name, value in form["headers"].items()}
        print(headers["content-type"], headers["authorization"], form["body"])
        text = client.post("/echo", data="text").json()
        print([value for name, value in text["headers"].items() if name.lower() == "content-type"])
        print(client.get("/echo", params={"a": ["1", "2"], "b": "x y"}).json()["query"])
        print(client.get("/cookies/set?a=b").status_code, [cookie.name for cookie in client.cookiejar])
        print(client.get("/redirect/2", name="too many").status_code)
        print(client.get("/redirect/2", name="not followed", allow_redirects=False).status_code)
        print(client.head("/json").status_code, client.options("/json").status_code, client.delete("/echo").status_code)
        print(client.put("/echo", data="x").status_code, client.patch("/echo", data=b"y").status_code)
        print(list(client.iter_lines("/stream/3"))[1][:1])
        streamed = client.get("/stream/2", name="streamed", stream=True)
        print(len(list(streamed.iter_content(chunk_size=10))) > 1)
        lost = client.get("/status/404", name="lost")
        print(lost.status_code, lost.ok, repr(lost.error), len(lost.content))
        try:
            lost.raise_for_status()
        except FAILURE_EXCEPTIONS as error:
            print(type(error).__name__)
        gone = client.get("/drop", name="gone")
        print(gone.status_code, gone.content, gone.text, gone.headers, type(gone.error).__name__)
        try:
            FastHttpUser.client
        except AttributeError:
            print("no client on the class")
        quit(self)
