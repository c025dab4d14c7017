# env: LOCUST_SPAWN_RATE=50
# conf: users = 3
# conf: run-time = 2s
# conf: tags = [fast]
# own-users
# unordered
from locust import User, constant, tag, task


class Configured(User):
    wait_time = constant(60)
    @tag("fast")
    @task
    def fast(self):
        options = self.environment.parsed_options
        print(options.num_users, options.spawn_rate, options.run_time, options.tags)
    @task
    def slow(self):
        print("never")
