"""What the exceptions of `urllib3`, and some of `requests`, derive from."""


class HTTPError(Exception):
    pass


HTTPError.__module__ = "urllib3.exceptions"
