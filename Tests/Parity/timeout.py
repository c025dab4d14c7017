from parity import Once


class Late(Once):
    def act(self):
        response = self.client.get("/delay/5", timeout=0.2)
        print(response.status_code, type(response.error).__name__)
        self.client.get("/never", timeout=(1, 0.2))
        self.client.get("/json", timeout=5)
