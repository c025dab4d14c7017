# options: -s 7 --mine given
# env: LOCUST_SPAWN_RATE=30
# unordered
from locust import events
from parity import OnceUser


@events.init_command_line_parser.add_listener
def on_parser(parser):
    parser.add_argument("--mine", default="added")
    parser.set_defaults(num_users=2, spawn_rate=20, host="http://by.default", mine="set", stop_timeout=1, tags=["x"])


class Says(OnceUser):
    def act(self):
        options = self.environment.parsed_options
        print(options.num_users, options.spawn_rate, options.host == "http://by.default", options.mine)
        print(options.stop_timeout, self.environment.stop_timeout, options.tags, self.host == options.host)


Says.run_once.locust_tag_set = {"x"}
