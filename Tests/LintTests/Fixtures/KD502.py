from locust import HttpUser, task


class A(HttpUser):
    host = "https://admin:s3cret@example.com"  # bad: 12

    @task
    def a(self):
        self.client.get("http://u:p4ss@example.com/x")  # bad: 25
        self.client.get("https://example.com/@user:x")
