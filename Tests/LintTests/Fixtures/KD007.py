from locust import HttpUser, task

LIMITS = [(1, 2) (3, 4)]  # bad: 11


class Visitor(HttpUser):
    @task
    def index(self):
        response = self.client.get("/")
        if response.status_code is 200:  # bad: 12
            pass
        if response.text is not "":  # bad: 12
            pass
        if response.text is None or response.ok is True or response.ok is not ...:
            pass
        assert (response.ok, "not answered")  # bad: 9
        assert response.ok, ("not", "answered")
        try:
            pass
        finally:
            print([1, 2]["a"], "text"["a"], {"a": 1}["a"], "text"[0])  # bad: 19, 32
        print("a %d"(1), LIMITS[0], None[1])  # bad: 15, 37
