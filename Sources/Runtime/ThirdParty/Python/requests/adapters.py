import _requests
from _refusals import refuser as _refuser
from urllib3.util.retry import Retry

DEFAULT_POOLBLOCK = False
DEFAULT_POOLSIZE = 10
DEFAULT_RETRIES = 0
DEFAULT_POOL_TIMEOUT = None


class BaseAdapter:
    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        raise NotImplementedError

    def close(self):
        raise NotImplementedError


class HTTPAdapter(BaseAdapter):
    """How often requests below a URL are sent again. Pools are the engine's own: their sizes change nothing here."""

    def __init__(
        self, pool_connections=DEFAULT_POOLSIZE, pool_maxsize=DEFAULT_POOLSIZE, max_retries=DEFAULT_RETRIES,
        pool_block=DEFAULT_POOLBLOCK,
    ):
        if max_retries == DEFAULT_RETRIES:
            self.max_retries = Retry(0, read=False)
        else:
            self.max_retries = Retry.from_int(max_retries)
        self.config = {}

    def _mount(self, session, prefix):
        for name in ("send", "init_poolmanager", "cert_verify", "add_headers", "get_connection", "build_response"):
            if getattr(type(self), name, None) is not getattr(HTTPAdapter, name, None):
                raise NotImplementedError(
                    "an HTTPAdapter's own %s() is never called here: the engine has its own connections; "
                    "use max_retries, or the arguments verify=, cert=, headers= of the session" % name)
        _requests.mount(session, prefix, self.max_retries)

    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        raise NotImplementedError("a request can't be sent through an adapter: call Session.request(...) instead")

    def close(self):
        pass


__getattr__ = _refuser(__name__)
