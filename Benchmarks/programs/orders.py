# What specs do between requests: data classes, look-ups, bodies built and read, comprehensions, sorting by keys.
import json
from dataclasses import asdict, dataclass, field


@dataclass
class Line:
    product: int
    count: int
    price: float

    @property
    def total(self):
        return self.count * self.price


@dataclass
class Order:
    number: int
    customer: str
    lines: list = field(default_factory=list)

    def total(self):
        return sum(line.total for line in self.lines)


orders = []
for n in range(20000):
    order = Order(n, f"customer{n % 50}")
    for k in range(n % 4 + 1):
        order.lines.append(Line(product=(n * 7 + k) % 100, count=k + 1, price=0.5 + n % 9))
    orders.append(order)

by_customer = {}
for order in orders:
    by_customer.setdefault(order.customer, []).append(order)
best = sorted(by_customer.items(), key=lambda item: (-sum(o.total() for o in item[1]), item[0]))[:3]
for customer, theirs in best:
    print(customer, len(theirs), sum(o.total() for o in theirs))
for order in orders[:6000]:
    body = json.dumps({"order": asdict(order), "total": order.total()})
    back = json.loads(body)
    assert back["order"]["lines"][0]["product"] == order.lines[0].product and len(back) == 2
popular = {p: sum(1 for o in orders for line in o.lines if line.product == p) for p in range(5)}
print(popular, {line.product for o in orders[:20] for line in o.lines if line.price > 3})
