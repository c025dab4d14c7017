from locust import HttpUser, between, events, task


@events.init_command_line_parser.add_listener
def add_options(parser):
    parser.add_argument("--tenant", type=str, env_var="TENANT", default="acme", help="The tenant to test")
    parser.add_argument("--depth", type=int, default=3, include_in_web_ui=False)
    group = parser.add_argument_group("own")
    group.add_argument("--dry", action="store_true")


@events.test_start.add_listener
def show(environment, **kw):
    print(f"tenant: {environment.parsed_options.tenant}")


class Tenant(HttpUser):
    wait_time = between(1, 4)

    def on_start(self):
        options = self.environment.parsed_options
        self.client.headers["X-Tenant"] = options.tenant
        self.depth = options.depth if not options.dry else 0

    @task
    def walk(self):
        for level in range(self.depth):
            self.client.get("/level", params={"n": level})
