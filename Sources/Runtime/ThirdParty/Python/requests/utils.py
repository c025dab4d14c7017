from urllib.parse import quote, unquote, urlparse, urlsplit, urlunparse

from _refusals import refuser as _refuser
from requests.cookies import add_dict_to_cookiejar, cookiejar_from_dict
from requests.structures import CaseInsensitiveDict


def dict_from_cookiejar(jar):
    return jar.get_dict()


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


def parse_list_header(value):
    """The items of a header that is a list, some in quotes."""
    return [_unquoted(item) for item in _listed(value)]


def _listed(text):
    """Parts between commas that stand in no quotes."""
    parts, part, escaped, quoted = [], "", False, False
    for letter in text:
        if escaped:
            part += letter
            escaped = False
        elif quoted:
            if letter == "\\":
                escaped = True
                continue
            quoted = letter != '"'
            part += letter
        elif letter == ",":
            parts.append(part)
            part = ""
        else:
            quoted = letter == '"'
            part += letter
    if part:
        parts.append(part)
    return [part.strip() for part in parts]


def _unquoted(text):
    return text[1:-1] if text[:1] == text[-1:] == '"' else text


def parse_dict_header(value):
    """The pairs of a header that is a list of them; a key alone has None."""
    result = {}
    for item in _listed(value):
        name, equals, text = item.partition("=")
        result[name if equals else item] = _unquoted(text) if equals else None
    return result


def unquote_header_value(value, is_filename=False):
    if value and value[0] == value[-1] == '"':
        value = value[1:-1]
        if not is_filename or value[:2] != "\\\\":
            return value.replace("\\\\", "\\").replace('\\"', '"')
    return value


def guess_json_utf(data):
    """The encoding that the zero bytes at the beginning of a JSON text speak of."""
    sample = data[:4]
    for mark, name in ((b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"), (b"\xef\xbb\xbf", "utf-8-sig"),
                       (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if sample.startswith(mark):
            return name
    zeros = sample.count(b"\0")
    if zeros == 0:
        return "utf-8"
    if zeros == 2:
        if sample[::2] == b"\0\0":
            return "utf-16-be"
        if sample[1::2] == b"\0\0":
            return "utf-16-le"
    if zeros == 3:
        return "utf-32-be" if sample[:3] == b"\0\0\0" else "utf-32-le" if sample[1:] == b"\0\0\0" else None
    return None


def super_len(o):
    """How much of a body is left to read."""
    size, position = None, 0
    if isinstance(o, str):
        o = o.encode("utf-8")
    if hasattr(o, "__len__"):
        size = len(o)
    elif hasattr(o, "len"):
        size = o.len
    if hasattr(o, "tell"):
        position = o.tell()
        if size is None:
            o.seek(0, 2)
            size = o.tell()
            o.seek(position)
    return max(0, (size or 0) - position)


def iter_slices(string, slice_length):
    if slice_length is None or slice_length <= 0:
        slice_length = len(string)
    for start in range(0, len(string), slice_length or 1):
        yield string[start:start + slice_length]


def is_ipv4_address(string_ip):
    """Whether the C library reads a text as an address: the last of less than four numbers may be larger."""
    parts = string_ip.split(".")
    if len(parts) > 4 or not all(part.isdigit() for part in parts):
        return False
    return all(int(part) < 256 for part in parts[:-1]) and int(parts[-1]) < 256 ** (5 - len(parts))


def urldefragauth(url):
    scheme, netloc, path, params, query, fragment = urlparse(url)
    if not netloc:
        netloc, path = path, netloc
    return urlunparse((scheme, netloc.rsplit("@", 1)[-1], path, params, query, ""))


__getattr__ = _refuser(__name__)
