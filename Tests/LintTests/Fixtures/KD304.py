from locust import HttpUser, between, task


class A(HttpUser):
    wait_time = between(1, 2)
    min_wait = 1000  # bad: 5
    max_wait = 2000  # bad: 5

    @task
    def a(self):
        pass


class B(HttpUser):
    min_wait = 1000
    max_wait = 2000
