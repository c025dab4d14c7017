from locust import HttpUser, tag, task


class A(HttpUser):
    @tag("checkout")
    @task
    def a(self):
        pass

    @tag("chekout", "step1", "step2")  # bad: 10
    @task
    def b(self):
        pass

    @tag("other")  # bad: 6
    def c(self):
        pass

    @tag  # bad: 6
    @task
    def d(self):
        pass
