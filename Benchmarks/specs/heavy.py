"""A task whose cost is its own: an order book is built, sorted, written as JSON, read again and summed; then one request."""
import json

from locust import HttpUser, constant, task


class Accountant(HttpUser):
    wait_time = constant(0)

    @task
    def account(self):
        book = {}
        for number in range(400):
            customer = f"customer-{number * 7919 % 97}"
            book.setdefault(customer, []).append({"number": number, "price": number * 31 % 500 / 4})
        text = json.dumps(sorted(book.items()))
        total = sum(order["price"] for _, orders in json.loads(text) for order in orders)
        assert total == 24825.0, total
        self.client.get("/")
