import gevent
from gevent.pool import Pool

from locust import HttpUser, between, task


class Browser(HttpUser):
    wait_time = between(5, 10)

    @task
    def page(self):
        self.client.get("/")
        pool = Pool(4)
        for asset in ["/a.css", "/b.js", "/c.png"]:
            pool.spawn(self.client.get, asset, name="assets")
        pool.join()

    @task
    def background(self):
        def poll():
            while True:
                self.client.get("/poll")
                gevent.sleep(1)

        greenlet = gevent.spawn(poll)
        self.client.get("/long")
        greenlet.kill()
