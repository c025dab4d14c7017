from parity import Once


class Never(Once):
    def act(self):
        response = self.client.get("/json", catch_response=True, name="never")
        print(response.status_code)
        self.client.get("/json")
