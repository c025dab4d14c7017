# no-host
# own-users
# unordered
from locust import User, constant, events, task


@events.init_command_line_parser.add_listener
def on_parser(parser):
    parser.add_argument("--mine", default="added")
    parser.set_defaults(num_users=2, spawn_rate=20, run_time="3s", host="http://by.default", mine="set")


class Says(User):
    wait_time = constant(60)

    @task
    def act(self):
        options = self.environment.parsed_options
        print(options.num_users, options.spawn_rate, options.run_time, options.host, options.mine, self.host)
