from locust import HttpUser, run_single_user, task


class Debugged(HttpUser):
    host = "http://localhost"

    def wait_time(self):
        return 0

    @task
    def t(self):
        with self.client.get("/", catch_response=True) as resp:
            pass  # put a breakpoint here
            if not resp.text:
                resp.failure("empty")


if __name__ == "__main__":
    run_single_user(Debugged)
