import itertools
import random
from collections import Counter, defaultdict, deque, namedtuple

from locust import HttpUser, between, task

Product = namedtuple("Product", ["sku", "price"])
PRODUCTS = [Product(f"SKU{i:04d}", round(random.uniform(1, 100), 2)) for i in range(100)]
WEIGHTS = [1 / (rank + 1) for rank in range(len(PRODUCTS))]
NUMBERS = itertools.count(1)
sold = Counter()
by_user = defaultdict(list)


class Buyer(HttpUser):
    wait_time = between(1, 10)

    def on_start(self):
        self.number = next(NUMBERS)
        self.recent = deque(maxlen=5)

    @task
    def buy(self):
        (product,) = random.choices(PRODUCTS, weights=WEIGHTS, k=1)
        amount, _ = divmod(random.randint(10, 50), 10)
        body = {"sku": product.sku, "amount": amount, "total": amount * product.price}
        response = self.client.post("/buy", json=body)
        if response.ok:
            sold[product.sku] += amount
            by_user[self.number].append(product.sku)
            self.recent.appendleft(product)

    @task(2)
    def recent_products(self):
        for sku, group in itertools.groupby(sorted(p.sku for p in self.recent)):
            self.client.get("/product", params={"sku": sku, "times": len(list(group))})
