"""Many users who mostly wait; the connections are shared, since a process may have too few descriptors for one each."""
from locust import HttpUser, between, task


class Pool:
    # As urllib3.PoolManager(maxsize=1000, block=True) has it.
    connection_pool_kw = {"maxsize": 1000, "block": True}


class Paced(HttpUser):
    wait_time = between(5, 10)
    pool_manager = Pool()

    @task
    def page(self):
        self.client.get("/index.html")
