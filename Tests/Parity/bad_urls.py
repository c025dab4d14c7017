from parity import Once


class Bad(Once):
    def act(self):
        for url in ("no-slash", "ftp://example.com/", "http://", "/json\u0000"):
            try:
                print(self.client.get(url).status_code)
            except Exception as error:
                print(url, type(error).__name__, isinstance(error, ValueError))
