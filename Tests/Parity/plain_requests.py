import requests
from parity import Once


class Uses(Once):
    def act(self):
        response = requests.get(self.host + "/json", timeout=(3, 5))
        print(response.status_code, response.json() is not None)
        with requests.Session() as session:
            session.headers["X-Own"] = "1"
            print(session.get(self.host + "/echo").json()["headers"].get("X-Own"))
        for broken in (
            lambda: requests.get("http://127.0.0.1:1/"), lambda: requests.get(self.host + "/never", timeout=0.2),
            lambda: requests.get("nonsense"), lambda: requests.get(self.host + "/status/404").raise_for_status(),
            lambda: requests.get(self.host + "/redirect-loop"), lambda: requests.get(self.host + "/index.html").json(),
        ):
            try:
                broken()
            except requests.exceptions.RequestException as error:
                print(type(error).__name__)
        self.client.get("/json")
