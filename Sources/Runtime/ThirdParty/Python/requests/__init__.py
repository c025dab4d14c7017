"""`requests` on Katydid's own client; what it asks for isn't counted in the statistics."""
from _refusals import refuser as _refuser
from requests import adapters, auth, codes as _codes, compat, cookies, exceptions, models, packages, sessions
from requests import status_codes, structures, utils
from requests.api import delete, get, head, options, patch, post, put, request
from requests.codes import codes
from requests.exceptions import (
    ConnectionError, ConnectTimeout, FileModeWarning, HTTPError, JSONDecodeError, ReadTimeout, RequestException,
    Timeout, TooManyRedirects, URLRequired,
)
from requests.models import PreparedRequest, Request, Response
from requests.sessions import Session, session

__version__ = "2.32.5"
__title__ = "requests"
__getattr__ = _refuser(__name__)
