# options: --show-task-ratio-json -u 10
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
    fixed_count = 2
    @task
    class Inner(TaskSet):
        @task
        def deep(self):
            pass
