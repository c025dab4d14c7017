from locust import HttpUser, task

LIMIT = 3


class Visitor(HttpUser):
    path = "/x"

    @task
    def index(self):
        self.client.get(path)  # bad: 25
        n = random.randint(1, LIMTI)  # bad: 13, 31
        print([n for n in range(3)], __name__, __file__, int("3"))
        return later()

    def other(self):
        try:
            return maybe
        except NameError:
            return [m for k in (1, 2) for m in (k,)]


def later():
    global counter
    counter = 1
    return counter


print(counter, (lambda a, *b, c=LIMIT, **d: (a, b, c, d))(1))
