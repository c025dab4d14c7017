from locust import HttpUser, constant, task


class Pool:
    # As urllib3.PoolManager(maxsize=50) has it.
    connection_pool_kw = {"maxsize": 50}


class Getter(HttpUser):
    wait_time = constant(0)
    http2 = True
    pool_manager = Pool()

    def on_start(self):
        self.client.verify = False

    @task
    def get(self):
        self.client.get("/")
