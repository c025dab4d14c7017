# options: -t 1s
# unordered
from locust import LoadTestShape, User, constant, task


class Hidden(LoadTestShape):
    abstract = True


class Stages(Hidden):
    stages = [(2, 2, 10, ["First"]), (4, 3, 10, ["Second"]), (5, 1, 10, None)]
    def tick(self):
        for end, users, rate, classes in self.stages:
            if self.get_run_time() < end:
                chosen = [c for c in (First, Second) if c.__name__ in classes] if classes else None
                return users, rate, chosen
        return None


class First(User):
    wait_time = constant(60)
    def on_start(self):
        print("first starts")
    def on_stop(self):
        print("first stops")
    @task
    def act(self):
        pass


class Second(First):
    def on_start(self):
        print("second starts")
