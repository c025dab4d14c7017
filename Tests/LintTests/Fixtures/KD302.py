from locust import HttpUser, TaskSet, between, constant, task


class A(HttpUser):  # bad: 7
    @task
    def index(self):
        self.client.get("/")


class Base(HttpUser):
    abstract = True
    wait_time = between(1, 2)


class B(Base):
    @task
    def index(self):
        self.client.get("/")


class C(HttpUser):
    def wait_time(self):
        return 1


class Set(TaskSet):
    wait_time = constant(1)


class D(HttpUser):
    tasks = [Set]
