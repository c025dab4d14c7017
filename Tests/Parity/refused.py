from parity import Once


class Refused(Once):
    def act(self):
        response = self.client.get("http://127.0.0.1:1/", name="refused")
        print(response.status_code, response.ok, response.content, response.text)
        print(type(response.error).__name__)
        self.client.post("http://127.0.0.1:1/", data="x", name="refused")
