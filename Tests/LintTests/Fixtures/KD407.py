from locust import HttpUser, TaskSet, events, runners


class A(HttpUser):
    def setup(self):  # bad: 9
        pass

    def teardown(self):  # bad: 9
        pass

    def on_start(self):
        pass


def f(environment):
    print(environment.runner.hatch_rate)  # bad: 30
    print(environment.slave_count)


class Other:
    def setup(self):
        pass
