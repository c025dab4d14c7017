# options: --colour blue --count 3 --loud
from locust import events
from parity import Once


@events.init_command_line_parser.add_listener
def add(parser):
    parser.add_argument("--colour", default="red", help="What colour")
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--loud", action="store_true")
    parser.add_argument("--unset", default="as it was")


class Custom(Once):
    def act(self):
        options = self.environment.parsed_options
        print(options.colour, options.count, options.loud, options.unset)
