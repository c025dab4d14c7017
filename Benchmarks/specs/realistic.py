"""What many real specs do: a page, something taken from it, an order as JSON, its answer looked at. Katydid and Locust run
this same file."""
import os
import random
import re

from locust import FastHttpUser, HttpUser, constant, task

TOKEN = re.compile(r'<input type="hidden" name="token" value="([0-9a-f]{16})">')


class Buyer(FastHttpUser if os.environ.get("BUYER") == "fast" else HttpUser):
    wait_time = constant(0)

    @task
    def buy(self):
        number = random.randint(1, 10_000)
        page = self.client.get(f"/items/{number}", name="/items/[number]")
        found = TOKEN.search(page.text)
        assert found, "no token on the page"
        order = {
            "item": number,
            "token": found.group(1),
            "lines": [{"size": size, "quantity": number % 7 + 1} for size in ("S", "M", "L")],
            "note": None,
            "express": number % 2 == 0,
        }
        answer = self.client.post("/orders", json=order).json()
        assert answer["state"] == "accepted" and answer["lines"][2]["size"] == "L", answer
