import random

from faker import Faker

from locust import HttpUser, between, tag, task

fake = Faker()


class Registrar(HttpUser):
    wait_time = between(1, 5)

    @tag("register")
    @task
    def register(self):
        person = {
            "name": fake.name(),
            "email": fake.email(),
            "address": fake.address(),
            "age": random.randint(18, 90),
        }
        with self.client.post("/register", json=person, catch_response=True) as r:
            if r.status_code in (200, 201):
                r.success()
            else:
                r.failure(f"{r.status_code} for {person['email']}")
