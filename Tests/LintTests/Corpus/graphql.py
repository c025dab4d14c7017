import json
import random
from string import Template

from locust import HttpUser, between, task

QUERY = """
query ($id: ID!) {
  product(id: $id) { name price }
}
"""
MUTATION = Template("mutation { rate(id: $id, stars: $stars) { ok } }")


class Shop(HttpUser):
    wait_time = between(1, 2)

    def graphql(self, name, query, variables=None):
        body = {"query": query, "variables": variables or {}}
        with self.client.post("/graphql", json=body, name=f"graphql {name}", catch_response=True) as response:
            try:
                data = response.json()
            except json.JSONDecodeError:
                response.failure("no JSON")
                return None
            if data.get("errors"):
                response.failure(data["errors"][0]["message"])
                return None
            return data["data"]

    @task(3)
    def product(self):
        data = self.graphql("product", QUERY, {"id": random.randint(1, 1000)})
        if data:
            assert data["product"]["price"] >= 0

    @task
    def rate(self):
        self.graphql("rate", MUTATION.substitute(id=random.randint(1, 1000), stars=random.choice([1, 2, 3, 4, 5])))
