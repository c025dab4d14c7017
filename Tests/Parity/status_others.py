from parity import Once


class Others(Once):
    def act(self):
        for code in (200, 201, 202, 204, 206, 300, 304, 305, 299, 399):
            response = self.client.get(f"/status/{code}")
            print(code, response.status_code, response.ok, response.is_redirect)
