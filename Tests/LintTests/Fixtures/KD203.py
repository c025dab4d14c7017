from locust import HttpUser, task


class V(HttpUser):
    @task
    def index(self, item=1):
        self.client.get("/item/{}".format(item, name="/item/[id]"))  # bad: 49
        self.client.get(str(item, name="/x"))  # bad: 35
        self.client.get("/{name}".format(name="x"))
        self.client.get("/item/{}".format(item), name="/item/[id]")
        print("{}".format(item, name="x"))
