from locust import HttpUser, task


class A(HttpUser):
    seen = []  # bad: 5
    counts = {}  # bad: 5
    total = list()  # bad: 5
    pages = ["/a", "/b"]
    own = []
    tasks = []

    def on_start(self):
        self.own = []

    @task
    def a(self):
        self.seen.append(1)
        self.counts["a"] = 1
        self.total += [1]
        self.own.append(2)
        self.client.get(self.pages[0])
