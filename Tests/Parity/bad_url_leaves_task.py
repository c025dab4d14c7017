from parity import Once


class Bad(Once):
    def act(self):
        self.client.get("ftp://example.com/")
