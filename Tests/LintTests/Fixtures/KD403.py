from locust import HttpLocust, between, task


class A(HttpLocust):
    min_wait = 500  # bad: 5
    max_wait = 5000


class B(HttpLocust):
    wait_function = lambda self: 1000  # bad: 5


class C(HttpLocust):
    wait_time = between(1, 2)
    min_wait = 500
