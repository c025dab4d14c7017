from parity import Once


class Files(Once):
    def act(self):
        response = self.client.post(
            "/upload", files={"one": ("one.txt", b"first", "text/plain"), "two": b"second"}, data={"field": "value"})
        print(response.status_code)
        print([(p.get("name"), p.get("filename"), p.get("size")) for p in response.json().get("parts", [])])
