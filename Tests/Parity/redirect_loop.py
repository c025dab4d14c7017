from parity import Once


class Loop(Once):
    def act(self):
        response = self.client.get("/redirect-loop")
        print(response.status_code, response.ok, bool(response))
        self.client.max_redirects = 2
        self.client.get("/redirect/5", name="five")
