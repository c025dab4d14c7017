from locust import HttpUser, between, constant


class A(HttpUser):
    wait_time = 5  # bad: 17


class B(HttpUser):
    wait_time = (1, 5)  # bad: 17


class C(HttpUser):
    wait_time = between  # bad: 17


class D(HttpUser):
    wait_time = constant(1)


class E(HttpUser):
    wait_time = lambda self: 1
