"""The names of http.client that say something without a connection: status codes, phrases, exceptions."""
import http as _http

__all__ = ["HTTPResponse", "HTTPConnection", "HTTPException", "NotConnected", "UnknownProtocol",
           "UnknownTransferEncoding", "UnimplementedFileMode", "IncompleteRead", "InvalidURL",
           "ImproperConnectionState", "CannotSendRequest", "CannotSendHeader", "ResponseNotReady", "BadStatusLine",
           "LineTooLong", "RemoteDisconnected", "error", "responses", "HTTPSConnection"]

HTTP_PORT = 80
HTTPS_PORT = 443
responses = {status: status.phrase for status in _http.HTTPStatus.__members__.values()}
for _status in _http.HTTPStatus:
    globals()[_status.name] = _status


class HTTPException(Exception):
    pass


class NotConnected(HTTPException):
    pass


class InvalidURL(HTTPException):
    pass


class UnknownProtocol(HTTPException):
    def __init__(self, version):
        self.args = version,
        self.version = version


class UnknownTransferEncoding(HTTPException):
    pass


class UnimplementedFileMode(HTTPException):
    pass


class IncompleteRead(HTTPException):
    def __init__(self, partial, expected=None):
        self.args = partial,
        self.partial = partial
        self.expected = expected

    def __repr__(self):
        more = ", %i more expected" % self.expected if self.expected is not None else ""
        return "%s(%i bytes read%s)" % (self.__class__.__name__, len(self.partial), more)

    __str__ = object.__str__


class ImproperConnectionState(HTTPException):
    pass


class CannotSendRequest(ImproperConnectionState):
    pass


class CannotSendHeader(ImproperConnectionState):
    pass


class ResponseNotReady(ImproperConnectionState):
    pass


class BadStatusLine(HTTPException):
    def __init__(self, line):
        if not line:
            line = repr(line)
        self.args = line,
        self.line = line


class LineTooLong(HTTPException):
    def __init__(self, line_type):
        super().__init__("got more than 65536 bytes when reading %s" % line_type)


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    def __init__(self, *args):
        BadStatusLine.__init__(self, "")
        ConnectionResetError.__init__(self, *args)


error = HTTPException


class HTTPConnection:
    debuglevel = 0

    def __init__(self, *args, **kwargs):
        raise RuntimeError("http.client.%s is refused: use self.client for measured requests, or requests for others"
                           % type(self).__name__)


class HTTPSConnection(HTTPConnection):
    pass


class HTTPResponse:
    def __init__(self, *args, **kwargs):
        raise RuntimeError("http.client.HTTPResponse is refused: self.client gives responses")
