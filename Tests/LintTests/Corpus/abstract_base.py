import logging
import os

from locust import HttpUser, constant_pacing, tag, task

logger = logging.getLogger(__name__)


class Base(HttpUser):
    abstract = True
    wait_time = constant_pacing(2)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.session_id = None
        self.count = 0

    def on_start(self):
        self.client.verify = False
        self.session_id = self.login()

    def login(self):
        answer = self.client.post("/auth", json={"key": os.environ.get("API_KEY", "none")})
        if not answer.ok:
            logger.error("login failed: %s %s", answer.status_code, answer.reason)
            return None
        return answer.cookies.get("session")

    def fetch(self, path, **kwargs):
        self.count += 1
        return self.client.get(path, headers={"X-Session": str(self.session_id)}, **kwargs)


class Reader(Base):
    weight = 3

    @tag("smoke", "read")
    @task
    def article(self):
        self.fetch("/article")

    @tag("read")
    @task(2)
    def index(self):
        self.fetch("/", name="index")


class Writer(Base):
    weight = 1

    @tag("write")
    @task
    def write(self):
        self.client.post("/article", json={"text": "hello", "number": self.count})
