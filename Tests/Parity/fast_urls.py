from locust import FastHttpUser
from parity import Once


class Bad(FastHttpUser):
    wait_time, tasks = Once.wait_time, Once.tasks

    def act(self):
        base = self.client.base_url
        urls = [
            "http:///x", "http://", "http://a b/x", "http://[::1/x", "http://:80/x", "http://?x=1", "http://*a/x",
            "http://127.0.0.1:99999/x", "http://127.0.0.1:-1/x", "http://127.0.0.1:8a/x", "http://127.0.0.1:1:2/x",
            "http://127.0.0.1:1 /x", "http://127.0.0.1:\u0661/x", "http://u:p@:1/x", "http://[::1]x:1/y",
        ]
        for url in urls:
            self.look(None, url)
        for other in (None, "", "127.0.0.1", "localhost:1", "http://127.0.0.1:port", "http:/127.0.0.1"):
            self.look(other, "/x")
            self.look(other, "x")
        self.client.base_url = base.replace("http:", "other:")
        print(self.client.get("/json").status_code)

    def look(self, base, url):
        self.client.base_url = base
        try:
            response = self.client.get(url, name=f"{base} {url}")
            print(base and base[:10], repr(url), response.status_code, repr(response.error))
        except Exception as error:
            print(base and base[:10], repr(url), repr(error))
