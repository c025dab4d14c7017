from locust import HttpUser, SequentialTaskSet, TaskSet, between, task


class Forum(TaskSet):
    wait_time = between(1, 2)

    @task(20)
    class Threads(TaskSet):
        @task
        def view(self):
            self.client.get("/thread")
            self.user.seen += 1

        @task
        def leave(self):
            self.interrupt(reschedule=False)

    @task(1)
    def leave(self):
        self.interrupt()

    @task(5)
    def index(self):
        self.parent.client.get("/forum")


class Checkout(SequentialTaskSet):
    def on_start(self):
        self.cart = []

    @task
    def cart_page(self):
        self.client.get("/cart")

    @task
    def pay(self):
        self.client.post("/pay", json={"items": self.cart})

    @task
    def done(self):
        self.client.get("/thanks")
        self.interrupt()


class Shopper(HttpUser):
    wait_time = between(2, 5)
    tasks = {Forum: 2, Checkout: 1}
    seen = 0

    @task(10)
    def home(self):
        self.client.get("/")
