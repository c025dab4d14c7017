import locust
from locust import HttpLocust, Locust as Old, TaskSet, task  # bad: 20, 32


class A(HttpLocust):
    pass


class B(locust.HttpLocust):  # bad: 16
    pass
