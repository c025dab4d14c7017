from parity import Once


class Hooks(Once):
    def act(self):
        def see(response, *args, **kwargs):
            print("sees", response.status_code)
        def change(response, *args, **kwargs):
            response.status_code = 299
            return response
        print(self.client.get("/redirect/1", hooks={"response": see}).status_code)
        print(self.client.get("/json", name="two", hooks={"response": [see, change]}).status_code)
        self.client.hooks["response"].append(see)
        print(self.client.get("/json", name="session").status_code)
