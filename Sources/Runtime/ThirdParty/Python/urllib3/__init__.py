"""What specs use of `urllib3`: silencing its warnings, `Retry` and `Timeout`, and its exceptions."""
from _refusals import refuser as _refuser
from urllib3 import exceptions, util
from urllib3.util import Retry, Timeout

__version__ = "2.5.0"


def disable_warnings(category=None):
    """There are none: an unverified TLS connection is what the spec has asked for."""


def add_stderr_logger(level=None):
    pass


class PoolManager:
    """Connections that users share as their `pool_manager`: up to `maxsize`, or at most that many with `block`."""

    def __init__(self, num_pools=10, headers=None, **connection_pool_kw):
        unknown = sorted(set(connection_pool_kw) - {"maxsize", "block"})
        if unknown or headers:
            raise NotImplementedError(
                "urllib3.PoolManager() takes maxsize and block here: set headers, timeouts and certificates on self.client")
        self.connection_pool_kw = connection_pool_kw

    def request(self, *args, **kwargs):
        raise NotImplementedError("a pool makes no requests here: use self.client, or requests")

    urlopen = request

    def clear(self):
        pass


class HTTPConnectionPool:
    def __init__(self, *args, **kwargs):
        raise NotImplementedError("urllib3's own pools are not here: use self.client, or requests")


ProxyManager = HTTPSConnectionPool = HTTPConnectionPool
__getattr__ = _refuser(__name__, "make requests with self.client, or with requests")
