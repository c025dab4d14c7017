import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from locust import HttpUser, constant, task


def token():
    answer = requests.post("http://localhost:9000/token", data={"grant_type": "client_credentials"}, timeout=10)
    answer.raise_for_status()
    return answer.json()["access_token"]


class Service(HttpUser):
    wait_time = constant(0.5)

    def on_start(self):
        retries = Retry(total=3, backoff_factor=0.1, status_forcelist=[502, 503, 504])
        self.client.mount("http://", HTTPAdapter(max_retries=retries, pool_maxsize=10))
        self.client.headers.update({"Authorization": "Bearer " + token()})
        self.client.cookies.set("lang", "en")

    @task
    def call(self):
        self.client.get("/call", verify=False)
