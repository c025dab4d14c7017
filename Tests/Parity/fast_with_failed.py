from locust import FastHttpUser
from parity import Once


class Without(FastHttpUser):
    wait_time, tasks = Once.wait_time, Once.tasks

    def act(self):
        for url in ("http://127.0.0.1:1/refused", "/status/500"):
            try:
                with self.client.get(url, name=url) as response:
                    print("entered", url, response.status_code)
            except Exception as error:
                print(url, type(error).__name__, error)
