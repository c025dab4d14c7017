from _refusals import refuser as _refuser
from _requests import PreparedRequest, Response

DEFAULT_REDIRECT_LIMIT = 30
CONTENT_CHUNK_SIZE = 10 * 1024
ITER_CHUNK_SIZE = 512
REDIRECT_STATI = (301, 302, 303, 307, 308)


class Request:
    """What a request is made of: `prepare()` or `Session.prepare_request(…)` makes one that `Session.send` sends."""

    def __init__(
        self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None,
        hooks=None, json=None,
    ):
        self.method = method
        self.url = url
        self.headers = {} if headers is None else headers
        self.files = [] if files is None else files
        self.data = [] if data is None else data
        self.params = {} if params is None else params
        self.auth = auth
        self.cookies = cookies
        self.hooks = {} if hooks is None else hooks
        self.json = json

    def __repr__(self):
        return "<Request [%s]>" % self.method

    def prepare(self):
        prepared = PreparedRequest()
        prepared.prepare(
            method=self.method, url=self.url, headers=self.headers, files=self.files or None, data=self.data or None,
            params=self.params or None, auth=self.auth, cookies=self.cookies, hooks=self.hooks, json=self.json,
        )
        return prepared


__getattr__ = _refuser(__name__)
