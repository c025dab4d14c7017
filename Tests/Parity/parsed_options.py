# options: --tags x --stop-timeout 3 --exit-code-on-error 4
from locust import tag, task
from parity import Steps, visitor


class Reads(Steps):
    @tag("x")
    @task
    def act(self):
        o = self.user.environment.parsed_options
        print(o.num_users, o.spawn_rate, o.run_time, o.headless, o.tags, o.exclude_tags, o.host.startswith("http"))
        print(o.reset_stats, o.only_summary, o.exit_code_on_error, o.loglevel, o.worker, o.master)


Visitor = visitor(Reads)
