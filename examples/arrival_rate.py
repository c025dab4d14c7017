"""An open model: so many iterations a second, however slow the target is. Checks and metrics of the spec's own."""
from katydid import check, metrics
from katydid.shapes import ConstantArrivalRate
from locust import HttpUser, task

size = metrics.Trend("page size")


class Visitor(HttpUser):
    @task
    def page(self):
        response = self.client.get("/json")
        check("status is 200", response.status_code == 200)
        size.add(len(response.content))


class Arrivals(ConstantArrivalRate):
    rate = 20
    duration = "4s"
    max_users = 50
