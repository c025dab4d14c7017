# no-csv
from locust import LoadTestShape, User, task


class Lazy(LoadTestShape):
    pass


class Counted(User):
    @task
    def act(self):
        pass


try:
    Lazy()
except TypeError as error:
    print(error)
raise SystemExit(3)
