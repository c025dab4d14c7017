"""Task sets within task sets, as people browse: into a section, around in it, and out again."""
from locust import HttpUser, TaskSet, constant, task


class Gallery(TaskSet):
    wait_time = constant(0.1)

    @task(5)
    def picture(self):
        self.client.get("/bytes/2048", name="/gallery/[picture]")

    @task
    def leave(self):
        self.interrupt()


class Visitor(HttpUser):
    wait_time = constant(0.2)
    tasks = {Gallery: 2}

    @task
    def front_page(self):
        self.client.get("/")
