from _refusals import refuser as _refuser
from _requests import Session
from requests.exceptions import TooManyRedirects
from requests.models import DEFAULT_REDIRECT_LIMIT, PreparedRequest, Request, Response


def session():
    return Session()


__getattr__ = _refuser(__name__)
