"""Writing XML, and what handlers of XML are derived from. Parsers that call handlers are not there."""
from xml.sax.handler import ContentHandler, ErrorHandler


class SAXException(Exception):
    """An error with a message and, maybe, the exception that caused it."""

    def __init__(self, msg, exception=None):
        self._msg, self._exception = msg, exception
        Exception.__init__(self, msg)

    def getMessage(self):
        return self._msg

    def getException(self):
        return self._exception

    def __str__(self):
        return self._msg

    def __getitem__(self, ix):
        raise AttributeError("__getitem__")


class SAXNotRecognizedException(SAXException):
    pass


class SAXNotSupportedException(SAXException):
    pass


class SAXReaderNotAvailable(SAXNotSupportedException):
    pass


default_parser_list = []


def make_parser(parser_list=()):
    raise SAXReaderNotAvailable("No parsers found", None)


def parse(source, handler, errorHandler=ErrorHandler()):
    make_parser()


def parseString(string, handler, errorHandler=ErrorHandler()):
    make_parser()


for _class in (SAXException, SAXNotRecognizedException, SAXNotSupportedException, SAXReaderNotAvailable):
    _class.__module__ = "xml.sax._exceptions"
