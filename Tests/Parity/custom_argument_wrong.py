# options: --colour blue
# no-csv
from locust import events
from parity import Once


@events.init_command_line_parser.add_listener
def add(parser):
    parser.add_argument("--colour", choices=["red", "green"], default="red")


class Custom(Once):
    def act(self):
        print("never")
