from locust import HttpUser, events, task


class V(HttpUser):
    @task
    def page(self):
        pass

    @task
    def page(self):  # bad: 9
        pass

    @property
    def x(self):
        return 1

    @x.setter
    def x(self, value):
        pass


@events.test_start.add_listener
def hook(**kwargs):
    pass


@events.test_stop.add_listener
def hook(**kwargs):
    pass


class V(HttpUser):  # bad: 7
    pass


if V:
    def a(): pass
else:
    def a(): pass
