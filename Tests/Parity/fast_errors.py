from locust import FastHttpUser, constant, task
from parity import quit


class Fast(FastHttpUser):
    wait_time = constant(0)
    network_timeout = 0.3
    @task
    def act(self):
        for path in ("/drop", "http://127.0.0.1:1/", "/delay/2"):
            r = self.client.get(path, name=path.split(":")[0])
            print(r.status_code, r.ok)
        quit(self)
