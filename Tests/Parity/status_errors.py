from parity import Once


class Errors(Once):
    def act(self):
        for code in (400, 401, 403, 404, 405, 410, 418, 429, 500, 502, 503, 504):
            print(self.client.get(f"/status/{code}").status_code)
        self.client.get("/status/404", name="again")
        self.client.get("/status/404", name="again")
        self.client.post("/nowhere")
