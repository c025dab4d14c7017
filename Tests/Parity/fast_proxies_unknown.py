from locust import FastHttpUser
from parity import Once


class Fast(FastHttpUser):
    wait_time, tasks = Once.wait_time, Once.tasks
    proxy_host, proxy_port = "nowhere.invalid", 8080

    def act(self):
        for url in ("/json", "https://other.invalid/x"):
            print(repr(self.client.get(url, name=url).error))
