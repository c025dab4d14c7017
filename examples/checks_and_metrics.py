"""Count what responses say, beside the requests: metrics and checks of the spec's own, as k6 has them.

The users are to ask ten times a second, so the report also has response times from the moments at which they should have.
"""
from katydid import check, metrics
from locust import HttpUser, constant_throughput, task

insects = metrics.Counter("insects")
wings = metrics.Trend("wings")
loud = metrics.Rate("loud")


class Listener(HttpUser):
    wait_time = constant_throughput(10)

    @task
    def listen(self):
        with self.client.get("/json", catch_response=True) as response:
            if not check("is JSON", response.headers["content-type"] == "application/json"):
                response.failure("no JSON")
                return
        insect = response.json()
        insects.add()
        wings.add(insect["wings"])
        loud.add("loud" in insect["tags"])
        check("sings", insect["sings"])
