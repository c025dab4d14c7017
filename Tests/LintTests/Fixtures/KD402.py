from locust import HttpLocust, TaskSet


class S(TaskSet):
    task_set = 3


class A(HttpLocust):
    task_set = S  # bad: 5
