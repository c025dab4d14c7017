# options: --colour green --size 3 --item a --item b --no-fast
# env: PARITY_TOKEN=secret
# conf: limit = 7
from locust import events
from parity import Once


@events.init_command_line_parser.add_listener
def add(parser):
    group = parser.add_argument_group("ours")
    group.add_argument("--colour", choices=["red", "green"], default="red")
    parser.add_argument("--size", type=float, env_var="PARITY_SIZE", default=1.0)
    parser.add_argument("--token", env_var="PARITY_TOKEN", is_secret=True, default="none")
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--item", action="append")
    parser.add_argument("--no-fast", dest="fast", action="store_false")
    parser.add_argument("--hidden", include_in_web_ui=False, default="x")


class Custom(Once):
    def act(self):
        options = self.environment.parsed_options
        print(options.colour, options.size, options.token, options.limit, options.item, options.fast, options.hidden)
