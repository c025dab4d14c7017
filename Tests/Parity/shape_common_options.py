# options: -u 3 -r 100 -t 2s
# unordered
from locust import LoadTestShape, User, constant, task


class Reads(LoadTestShape):
    use_common_options = True
    def tick(self):
        options = self.runner.environment.parsed_options
        if self.get_run_time() > options.run_time:
            return None
        return options.num_users, options.spawn_rate


class Counted(User):
    wait_time = constant(60)
    def on_start(self):
        print("starts")
    @task
    def act(self):
        pass
