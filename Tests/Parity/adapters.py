from parity import Once
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry


class Repeats(Once):
    def act(self):
        self.client.mount("http://", HTTPAdapter(max_retries=Retry(total=2, status_forcelist=[503])))
        for method, path in (
            ("GET", "/never"), ("POST", "/never"), ("GET", "/drop"), ("POST", "/drop"), ("GET", "/status/503"),
            ("GET", "/json"),
        ):
            response = self.client.request(method, path, timeout=0.2)
            print(method, path, response.status_code, type(response.error).__name__)
            print(str(response.error).replace(self.host[7:].split(":")[-1], "PORT"))
