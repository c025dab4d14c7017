from parity import Once


class Sets(Once):
    def act(self):
        self.client.get("/json")
        self.environment.process_exit_code = 7
