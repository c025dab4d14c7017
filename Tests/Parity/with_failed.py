from parity import Once


class Without(Once):
    def act(self):
        for url in ("http://127.0.0.1:1/refused", "/status/500"):
            try:
                with self.client.get(url, name=url) as response:
                    print("entered", url, response.status_code)
            except Exception as error:
                print(url, type(error).__name__, error)
        with self.client.get("http://127.0.0.1:1/caught", catch_response=True) as response:
            print(response.status_code, response.url)
            try:
                response.failure()
            except TypeError as error:
                print(error)
