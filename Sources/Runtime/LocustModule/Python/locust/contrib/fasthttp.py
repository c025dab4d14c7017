import zlib

import _engine
import _fasthttp
from _fasthttp import ErrorResponse, FastHttpSession, FastRequest, FastResponse, ResponseContextManager
from locust.exception import CatchResponseError, LocustError, ResponseError, StopTest
from locust.user.rest import RestMixin
from locust.user.legacy import _Legacy
from locust.user.users import User, _need_host


class ConnectionError(Exception):
    """Why a `FastHttpUser`'s request failed; what is given by name is part of the text."""

    def __init__(self, url, *args, **kwargs):
        super().__init__(url, *args)
        self.url = url
        for name, value in kwargs.items():
            setattr(self, name, value)
        self.kw_text = ", ".join(f"{name}={value}" for name, value in kwargs.items())
        if not args:
            text = ""
        elif isinstance(args[0], str) and len(args) > 1:
            text = f"{args[0]}: {args[1:]}"
        else:
            text = str(args[0]) if len(args) == 1 else ""
        self.text = ", ".join(part for part in (text, self.kw_text) if part)

    def __str__(self):
        return f"URL {self.url}: {self.text}" if self.text else f"URL {self.url}"

    def __repr__(self):
        shown = [repr(value) for value in self.args]
        if self.kw_text:
            shown.append(self.kw_text)
        return f"{type(self).__name__}({', '.join(shown)})"


class RetriesExceeded(ConnectionError):
    pass


class BadStatusCode(ConnectionError):
    pass


class EmptyResponse(ConnectionError):
    pass


class UnsupportedRedirectSchemeError(ConnectionError):
    pass


class LocustBadStatusCode(BadStatusCode):
    # Failures of one name are one row: the URL isn't part of the text.
    def __repr__(self):
        return f"{type(self).__name__}({self.kw_text})"


class HTTPParseError(Exception):
    pass


class HTTPConnectionClosed(Exception):
    pass


# What makes a request a failure; anything else is raised to the task.
FAILURE_EXCEPTIONS = (ConnectionError, OSError, HTTPConnectionClosed, HTTPParseError, zlib.error)


def insecure_ssl_context_factory():
    import ssl

    return ssl._create_unverified_context()


_fasthttp._use_exceptions(
    {
        cls.__name__: cls
        for cls in (
            RetriesExceeded, LocustBadStatusCode, UnsupportedRedirectSchemeError, HTTPParseError, HTTPConnectionClosed,
        )
    }
)


class RestResponseContextManager(ResponseContextManager):
    """What `rest()` gives in Locust, for annotations: a response with `js`, its JSON or None."""


class FastHttpUser(User, RestMixin):
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
    client_pool = None
    ssl_context_factory = None
    # HTTP/2, which Locust's has not: True where the server offers it, or "prior-knowledge".
    http2 = False

    def __init__(self, environment):
        super().__init__(environment)
        _need_host(self)
        self.client = FastHttpSession(
            self.host, self.environment.events.request, self, insecure=self.insecure, client_pool=self.client_pool,
            ssl_context_factory=self.ssl_context_factory, network_timeout=self.network_timeout,
            connection_timeout=self.connection_timeout, max_redirects=self.max_redirects,
            max_retries=self.max_retries, headers=self.default_headers, concurrency=self.concurrency,
            proxy_host=self.proxy_host, proxy_port=self.proxy_port,
        )


class FastHttpLocust(_Legacy, FastHttpUser):
    """`FastHttpUser` before 1.0."""

    abstract = True

    def __init_subclass__(cls, **kwargs):
        _engine.note_legacy("FastHttpLocust", "FastHttpUser")
        super().__init_subclass__(**kwargs)
