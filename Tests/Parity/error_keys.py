from locust import events
from locust.runners import WorkerRunner
from parity import Once


@events.quitting.add_listener
def on_quitting(environment, **kwargs):
    if not isinstance(environment.runner, WorkerRunner):
        for key, row in sorted(environment.stats.errors.items()):
            print(key, row.method, row.name, row.occurrences)
        print(sorted(environment.stats.serialize_errors()) == sorted(environment.stats.errors))


class Fails(Once):
    def act(self):
        self.client.get("/status/500", name="it's \"quoted\"")
        self.client.get("http://127.0.0.1:1/refused", name="réfusé")
        with self.client.get("/json", catch_response=True) as response:
            response.failure("line\nbreak")
