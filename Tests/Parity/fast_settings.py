# own-users
# options: -u 1
from locust import FastHttpUser, constant, task
from parity import quit


class Short(FastHttpUser):
    wait_time = constant(0)
    network_timeout = 0.3
    connection_timeout = 0.3
    max_redirects = 2
    max_retries = 1
    concurrency = 3
    default_headers = {"X-Own": "1"}
    insecure = True

    @task
    def act(self):
        print(self.client_pool, self.proxy_host, self.proxy_port, self.ssl_context_factory, self.concurrency)
        print(self.client.get("/echo").json()["headers"].get("X-Own") or "other case")
        print(self.client.get("/delay/2", name="late").status_code)
        print(self.client.get("/redirect/5", name="many").status_code)
        with self.client.get("/stream/3", stream=True, catch_response=True) as response:
            print(response.readline()[:1] if hasattr(response, "readline") else None)
            response.success()
        lines = list(self.client.iter_lines("/stream/3"))
        print(len(lines), type(lines[0]).__name__)
        self.client.cookiejar.clear()
        print(len(list(self.client.cookiejar)))
        quit(self)
