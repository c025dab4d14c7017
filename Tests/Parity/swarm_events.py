# no-csv
# options: --processes 1
# unordered
from locust import events
from locust.runners import MasterRunner, WorkerRunner
from parity import Once

seen = set()


def listen(name, also):
    @getattr(events, name).add_listener
    def heard(**kwargs):
        seen.add((name, tuple(sorted(kwargs)), also(**kwargs)))


@events.init.add_listener
def on_init(environment, **kwargs):
    who = "master" if isinstance(environment.runner, MasterRunner) else "worker"
    print(who, type(environment.runner).__name__, sorted(kwargs))
    listen("worker_connect", lambda client_id: isinstance(client_id, str))
    listen("report_to_master", lambda client_id, data: isinstance(client_id, str) and "stats_total" in data)
    listen("worker_report", lambda client_id, data: isinstance(client_id, str) and "stats_total" in data)
    listen("heartbeat_sent", lambda client_id, timestamp: timestamp > 1e9)
    listen("heartbeat_received", lambda client_id, timestamp: timestamp > 1e9)
    if who == "master":
        events.quitting.add_listener(lambda environment: print_seen(who))
        events.test_stop.add_listener(lambda environment: ask(environment.runner))
    else:
        events.quit.add_listener(lambda exit_code: print_seen(who))


def ask(runner):
    print(all(count == 0 for count in runner.reported_user_classes_count.values()))
    for client_id, node in runner.clients.items():
        print("index", runner.get_worker_index(client_id), type(node.state).__name__, node.user_count >= 0)


def print_seen(who):
    for item in sorted(seen):
        print(who, *item)


class Visitor(Once):
    def act(self):
        runner = self.environment.runner
        print(runner.worker_index, isinstance(runner.client_id, str), isinstance(runner, WorkerRunner))
        self.client.get("/json")
