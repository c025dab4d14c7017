import _engine
from locust.clients import HttpSession
from locust.user.users import User, _Legacy, _need_host, _WithRest


class FastHttpUser(_WithRest, User):
    """`HttpUser` with the options of Locust's faster client."""

    abstract = True
    network_timeout = 60.0
    connection_timeout = 60.0
    max_redirects = 30
    max_retries = 0
    insecure = True
    default_headers = None
    concurrency = 10
    proxy_host = None
    proxy_port = None
    ssl_context_factory = None
    client_pool = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _need_host(self)
        self.client = HttpSession(self.host, self.environment.events.request, self)
        self.client.verify = not self.insecure
        self.client.max_redirects = self.max_redirects
        if self.default_headers:
            self.client.headers.update(self.default_headers)


class FastHttpLocust(_Legacy, FastHttpUser):
    """`FastHttpUser` before 1.0."""

    abstract = True

    def __init_subclass__(cls, **kwargs):
        _engine.note_legacy("FastHttpLocust", "FastHttpUser")
        super().__init_subclass__(**kwargs)
