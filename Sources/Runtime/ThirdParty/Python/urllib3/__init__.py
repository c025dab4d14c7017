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
    def __init__(self, *args, **kwargs):
        raise NotImplementedError(
            "urllib3's pools are not here: HttpUser's self.client is measured and pools by itself, requests.Session "
            "isn't measured")


ProxyManager = HTTPConnectionPool = HTTPSConnectionPool = PoolManager
__getattr__ = _refuser(__name__, "make requests with self.client, or with requests")
