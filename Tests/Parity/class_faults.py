# no-csv
from locust import TaskSet, User, task


def runs():
    class Runs(User):
        @task
        def run(self):
            pass


def weightless():
    from locust.env import Environment
    class Nobody(User):
        weight = 0
        @task
        def act(self):
            pass
    Environment(user_classes=[Nobody])


for make in (runs, weightless):
    try:
        make()
    except Exception as error:
        print(make.__name__, type(error).__name__, error)


class Named(User):
    host = "http://x"
    fixed_count = 2
    @task(3)
    def three(self):
        pass
    @task
    class Inner(TaskSet):
        @task
        def act(self):
            pass


print(Named.fullname(), Named.json(), [item.__name__ for item in Named.tasks], Named.abstract, User.abstract)
raise SystemExit(6)
