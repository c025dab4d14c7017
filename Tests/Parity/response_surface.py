from parity import Once


class Surface(Once):
    def act(self):
        r = self.client.get("/json")
        print(r.status_code, r.ok, r.reason, r.encoding, type(r.content).__name__, type(r.text).__name__)
        print(r.url.endswith("/json"), r.history, type(r.elapsed).__name__, r.elapsed.total_seconds() > 0, bool(r))
        print(r.request.method, r.request.url == r.url, r.is_redirect, r.is_permanent_redirect, r.links)
        print(repr(r))
        page = self.client.get("/")
        print(len(page.content) == len(page.text.encode(page.encoding or "utf-8")), page.encoding)
