from locust import HttpUser, TaskSet, User, between, task


class A(HttpUser):  # bad: 7
    wait_time = between(1, 2)

    def index(self):
        self.client.get("/")


class B(HttpUser):  # bad: 7
    tasks = []


class Base(HttpUser):
    def helper(self):
        pass


class C(Base):
    @task
    def index(self):
        pass


class Abstract(User):
    abstract = True


class Set(TaskSet):
    @task
    def a(self):
        pass


class D(HttpUser):
    tasks = {Set: 1}


class E(HttpUser):
    @task
    class Inner(TaskSet):
        @task
        def b(self):
            self.interrupt()


class F(Base):  # bad: 7
    pass


class Later(HttpUser):
    def on_start(self):
        for path in ("/a", "/b"):
            self.tasks.append(lambda user, path=path: user.client.get(path))


class Weighted(HttpUser):
    def helper(self):
        pass


Weighted.tasks[Weighted.helper] = 3


class Reading(HttpUser):  # bad: 7
    def on_start(self):
        print(self.tasks)
