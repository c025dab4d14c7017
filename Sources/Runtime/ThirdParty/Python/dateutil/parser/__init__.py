from _refusals import refuser as _refuser
from dateutil.parser._parser import ParserError, UnknownTimezoneWarning, parse, parser, parserinfo
from dateutil.parser._iso import isoparse, isoparser

__getattr__ = _refuser(__name__)
