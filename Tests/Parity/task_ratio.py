# options: --show-task-ratio -u 10
from locust import HttpUser, TaskSet, User, task


class Heavy(HttpUser):
    weight = 3
    @task(3)
    def often(self):
        pass
    @task
    def seldom(self):
        pass


class Light(User):
    @task
    class Inner(TaskSet):
        @task
        def deep(self):
            pass
        @task(3)
        def deeper(self):
            pass
