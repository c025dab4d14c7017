import json

from _urllib3_errors import HTTPError as _BaseHTTPError


class RequestException(IOError):
    # Those that the engine raises are made without `__init__`.
    response = None
    request = None

    def __init__(self, *args, **kwargs):
        response = kwargs.pop("response", None)
        self.response = response
        self.request = kwargs.pop("request", None)
        if response is not None and not self.request and hasattr(response, "request"):
            self.request = response.request
        IOError.__init__(self, *args, **kwargs)


class InvalidJSONError(RequestException):
    pass


class JSONDecodeError(InvalidJSONError, json.JSONDecodeError):
    def __init__(self, *args, **kwargs):
        json.JSONDecodeError.__init__(self, *args)
        InvalidJSONError.__init__(self, *self.args, **kwargs)


class HTTPError(RequestException):
    pass


class ConnectionError(RequestException):
    pass


class ProxyError(ConnectionError):
    pass


class SSLError(ConnectionError):
    pass


class Timeout(RequestException):
    pass


class ConnectTimeout(ConnectionError, Timeout):
    pass


class ReadTimeout(Timeout):
    pass


class URLRequired(RequestException):
    pass


class TooManyRedirects(RequestException):
    pass


class MissingSchema(RequestException, ValueError):
    pass


class InvalidSchema(RequestException, ValueError):
    pass


class InvalidURL(RequestException, ValueError):
    pass


class InvalidHeader(RequestException, ValueError):
    pass


class InvalidProxyURL(InvalidURL):
    pass


class ChunkedEncodingError(RequestException):
    pass


class ContentDecodingError(RequestException, _BaseHTTPError):
    pass


class StreamConsumedError(RequestException, TypeError):
    pass


class RetryError(RequestException):
    pass


class UnrewindableBodyError(RequestException):
    pass


class RequestsWarning(Warning):
    pass


class FileModeWarning(RequestsWarning, DeprecationWarning):
    pass


class RequestsDependencyWarning(RequestsWarning):
    pass


# What urllib3, http.client and socket raise below; Locust's reports name these.
class gaierror(OSError):
    pass


class HTTPException(Exception):
    pass


class BadStatusLine(HTTPException):
    pass


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    pass


class LineTooLong(HTTPException):
    pass


class IncompleteRead(HTTPException):
    def __repr__(self):
        return "IncompleteRead(%i bytes read, %i more expected)" % self.args

    __str__ = __repr__


class InvalidChunkLength(HTTPException):
    def __repr__(self):
        return "InvalidChunkLength(got length %r, 0 bytes read)" % self.args[0].encode("latin-1", "replace")

    __str__ = __repr__


class UnknownProtocol(HTTPException):
    pass


class ProtocolError(HTTPException):
    pass


class MaxRetryError(HTTPException):
    pass


class DecodeError(HTTPException):
    pass


class ReadTimeoutError(HTTPException):
    pass


class ConnectTimeoutError(HTTPException):
    pass


class NewConnectionError(HTTPException):
    pass


class _SSLError(OSError):
    pass


# The `ssl` module's own, below the one of `requests` of the same name.
_SSLError.__name__ = _SSLError.__qualname__ = "SSLError"


class SSLCertVerificationError(_SSLError, ValueError):
    pass
