from urllib.parse import quote, unquote, urlparse, urlsplit, urlunparse

from _refusals import refuser as _refuser
from requests.cookies import add_dict_to_cookiejar, cookiejar_from_dict
from requests.structures import CaseInsensitiveDict


def dict_from_cookiejar(jar):
    return {name: jar.get(name) for name in jar.keys()}


def default_user_agent(name="python-requests"):
    return "%s/2.32.5" % name


def default_headers():
    from requests.sessions import Session

    return Session().headers


def requote_uri(uri):
    """Quotes what is not quoted yet, and unquotes what need not be."""
    safe_with_percent = "!#$%&'()*+,/:;=?@[]~"
    safe_without_percent = "!#$&'()*+,/:;=?@[]~"
    try:
        return quote(unquote_unreserved(uri), safe=safe_with_percent)
    except ValueError:
        return quote(uri, safe=safe_without_percent)


_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def unquote_unreserved(uri):
    parts = uri.split("%")
    for index in range(1, len(parts)):
        digits = parts[index][:2]
        if len(digits) == 2 and digits.isalnum():
            try:
                char = chr(int(digits, 16))
            except ValueError:
                from requests.exceptions import InvalidURL

                raise InvalidURL("Invalid percent-escape sequence: '%s'" % digits)
            parts[index] = char + parts[index][2:] if char in _UNRESERVED else "%" + parts[index]
        else:
            parts[index] = "%" + parts[index]
    return "".join(parts)


def to_key_val_list(value):
    if value is None:
        return None
    if isinstance(value, (str, bytes, bool, int)):
        raise ValueError("cannot encode objects that are not 2-tuples")
    return list(value.items()) if hasattr(value, "items") else list(value)


def parse_header_links(value):
    """The links of a `Link` header."""
    links = []
    value = value.strip(" '\"")
    if not value:
        return links
    import re

    for part in re.split(", *<", value):
        url, _, parameters = part.partition(";")
        link = {"url": url.strip("<> '\"")}
        for parameter in parameters.split(";"):
            key, equals, text = parameter.partition("=")
            if not equals:
                break
            link[key.strip(" '\"")] = text.strip(" '\"")
        links.append(link)
    return links


def get_encoding_from_headers(headers):
    content_type = headers.get("content-type")
    if not content_type:
        return None
    media, *parameters = content_type.split(";")
    for parameter in parameters:
        key, equals, value = parameter.strip().partition("=")
        if equals and key.strip().lower() == "charset":
            return value.strip("'\" ")
    if "text" in media:
        return "ISO-8859-1"
    if "application/json" in media:
        return "utf-8"
    return None


def get_auth_from_url(url):
    parsed = urlparse(url)
    try:
        return unquote(parsed.username), unquote(parsed.password)
    except (AttributeError, TypeError):
        return "", ""


def urldefragauth(url):
    scheme, netloc, path, params, query, fragment = urlparse(url)
    if not netloc:
        netloc, path = path, netloc
    return urlunparse((scheme, netloc.rsplit("@", 1)[-1], path, params, query, ""))


__getattr__ = _refuser(__name__)
