from parity import Once
from requests.adapters import HTTPAdapter


class Looks(Once):
    def act(self):
        client = self.client
        print(self.pool_manager, client.trust_env, client.max_redirects, client.verify, client.cert, client.proxies)
        print(client.params, client.auth, dict(client.hooks)["response"], client.request_name)
        client.mount("http://", HTTPAdapter(max_retries=1, pool_connections=2, pool_maxsize=2))
        response = client.get("/json")
        print(response.apparent_encoding, response.encoding, response.is_redirect, response.is_permanent_redirect)
        print(response.next, response.links, response.reason, response.ok, response.history, response.error)
        first = client.get("/redirect/1", allow_redirects=False, name="moved")
        print(first.is_redirect, first.next.method, first.next.url.split("/")[-1] == "", first.headers["location"])
        print(type(response.elapsed).__name__, response.elapsed.total_seconds() > 0)
        print(sorted(key for key in response.request_meta if key != "start_perf_counter"))
        print(response.request.method, response.request.path_url, response.request.body)
        client.close()
        print(client.get("/json", name="after close").status_code)
        with client.rename_request("renamed"):
            print(client.get("/json").status_code, client.request_name)
        print(client.request_name, client.base_url.startswith("http://"))
