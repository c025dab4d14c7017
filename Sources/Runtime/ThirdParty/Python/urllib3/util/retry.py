from urllib3.exceptions import ConnectTimeoutError, MaxRetryError, ReadTimeoutError, ResponseError


class Retry:
    """When a request is sent again; an `HTTPAdapter` hands it to the engine, which does it."""

    DEFAULT_ALLOWED_METHODS = frozenset(["DELETE", "GET", "HEAD", "OPTIONS", "PUT", "TRACE"])
    RETRY_AFTER_STATUS_CODES = frozenset([413, 429, 503])
    DEFAULT_REMOVE_HEADERS_ON_REDIRECT = frozenset(["Authorization", "Cookie", "Proxy-Authorization"])
    DEFAULT_BACKOFF_MAX = 120
    DEFAULT = None

    def __init__(
        self, total=10, connect=None, read=None, redirect=None, status=None, other=None,
        allowed_methods=DEFAULT_ALLOWED_METHODS, status_forcelist=None, backoff_factor=0, backoff_max=120,
        raise_on_redirect=True, raise_on_status=True, history=None, respect_retry_after_header=True,
        remove_headers_on_redirect=DEFAULT_REMOVE_HEADERS_ON_REDIRECT, backoff_jitter=0.0,
    ):
        self.total = total
        self.connect = connect
        self.read = read
        self.status = status
        self.other = other
        if redirect is False or total is False:
            redirect = 0
            raise_on_redirect = False
        self.redirect = redirect
        self.status_forcelist = status_forcelist or set()
        self.allowed_methods = allowed_methods
        self.backoff_factor = backoff_factor
        self.backoff_max = backoff_max
        self.raise_on_redirect = raise_on_redirect
        self.raise_on_status = raise_on_status
        self.history = history or ()
        self.respect_retry_after_header = respect_retry_after_header
        self.remove_headers_on_redirect = frozenset(name.lower() for name in remove_headers_on_redirect)
        self.backoff_jitter = backoff_jitter

    def new(self, **changes):
        values = dict(
            total=self.total, connect=self.connect, read=self.read, redirect=self.redirect, status=self.status,
            other=self.other, allowed_methods=self.allowed_methods, status_forcelist=self.status_forcelist,
            backoff_factor=self.backoff_factor, backoff_max=self.backoff_max,
            raise_on_redirect=self.raise_on_redirect, raise_on_status=self.raise_on_status, history=self.history,
            remove_headers_on_redirect=self.remove_headers_on_redirect,
            respect_retry_after_header=self.respect_retry_after_header, backoff_jitter=self.backoff_jitter)
        values.update(changes)
        return type(self)(**values)

    @classmethod
    def from_int(cls, retries, redirect=True, default=None):
        if retries is None:
            retries = default if default is not None else cls.DEFAULT
        if isinstance(retries, Retry):
            return retries
        return cls(retries, redirect=bool(redirect) and None)

    def get_backoff_time(self):
        errors = 0
        for entry in reversed(self.history):
            if entry.redirect_location is not None:
                break
            errors += 1
        if errors <= 1:
            return 0
        import random

        wait = self.backoff_factor * (2 ** (errors - 1))
        if self.backoff_jitter != 0.0:
            wait += random.random() * self.backoff_jitter
        return float(max(0, min(self.backoff_max, wait)))

    def is_retry(self, method, status_code, has_retry_after=False):
        if self.allowed_methods and method.upper() not in self.allowed_methods:
            return False
        if self.status_forcelist and status_code in self.status_forcelist:
            return True
        return bool(
            self.total and self.respect_retry_after_header and has_retry_after
            and status_code in self.RETRY_AFTER_STATUS_CODES)

    def is_exhausted(self):
        counts = [
            count for count in (self.total, self.connect, self.read, self.redirect, self.status, self.other) if count]
        return bool(counts) and min(counts) < 0

    def __repr__(self):
        return "%s(total=%s, connect=%s, read=%s, redirect=%s, status=%s)" % (
            type(self).__name__, self.total, self.connect, self.read, self.redirect, self.status)


Retry.DEFAULT = Retry(3)
