# own-users
# options: -u 5
from locust import LoadTestShape, User, constant, task
from locust.runners import WorkerRunner


class Visitor(User):
    wait_time = constant(0.1)

    @task
    def act(self):
        pass


class Counts(LoadTestShape):
    seen = 0

    def tick(self):
        if isinstance(self.runner, WorkerRunner):
            return None
        self.seen += 1
        time = self.get_run_time()
        if self.seen == 1:
            print(self.use_common_options, Counts.abstract, type(self.start_time).__name__, 0 <= time < 1)
            print(self.runner.environment.parsed_options.num_users, self.get_current_user_count())
        if self.seen == 4:
            print(self.get_current_user_count(), time >= 2)
            self.reset_time()
            print(self.get_run_time() < 1)
        if self.seen == 6:
            print(self.get_run_time() < 2.9)
            return None
        return (2, 2)
