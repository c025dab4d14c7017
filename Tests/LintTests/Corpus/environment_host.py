import os
import sys

from locust import HttpUser, between, task

TARGET = os.getenv("TARGET_HOST")
if TARGET is None:
    print("TARGET_HOST is missing")
    sys.exit(1)

VERSION = os.environ.get("API_VERSION", "v1")
PREFIX = f"/api/{VERSION}"
ENDPOINTS = {"users": PREFIX + "/users", "groups": PREFIX + "/groups"}


class ApiUser(HttpUser):
    host = TARGET
    wait_time = between(int(os.getenv("MIN_WAIT", "1")), int(os.getenv("MAX_WAIT", "3")))
    prefix = PREFIX
    users_path = f"{prefix}/users"

    @task
    def users(self):
        self.client.get(ENDPOINTS["users"])

    @task
    def groups(self):
        self.client.get(f"{PREFIX}/groups")

    @task
    def me(self):
        self.client.get(self.users_path + "/me")

    @task
    def all(self):
        for path in ENDPOINTS.values():
            self.client.get(path)
