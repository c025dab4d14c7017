"""URLs: taking apart, putting together, resolving (RFC 3986). quote and unquote are native but for other encodings."""
from collections import namedtuple as _namedtuple

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs",
           "parse_qsl", "quote", "quote_plus", "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes",
           "DefragResult", "ParseResult", "SplitResult", "DefragResultBytes", "ParseResultBytes", "SplitResultBytes"]

uses_relative = ["", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero",
                 "rtsp", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss"]
uses_netloc = ["", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews",
               "prospero", "rtsp", "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss",
               "itms-services"]
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtspu", "sip", "sips", "mms",
               "sftp", "tel"]
scheme_chars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."
_ALWAYS_SAFE_BYTES = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~"
_ALWAYS_SAFE = frozenset(_ALWAYS_SAFE_BYTES)
_native_quote, _native_quote_plus = quote, quote_plus
_native_unquote = unquote
_UNSAFE = ["\t", "\r", "\n"]
_CONTROL_AND_SPACE = "".join(map(chr, range(33)))


class _Parts:
    """What split and parsed URLs share: the pieces of the network location."""
    __slots__ = ()

    def _userinfo(self):
        info, at, _ = self.netloc.rpartition("@")
        if not at:
            return None, None
        user, colon, password = info.partition(":")
        return user, password if colon else None

    def _hostinfo(self):
        host = self.netloc.rpartition("@")[2]
        _, bracket, inside = host.partition("[")
        if bracket:
            name, _, port = inside.partition("]")
            port = port.partition(":")[2]
        else:
            name, _, port = host.partition(":")
        return name, port or None

    @property
    def username(self):
        return self._userinfo()[0]

    @property
    def password(self):
        return self._userinfo()[1]

    @property
    def hostname(self):
        name = self._hostinfo()[0]
        if not name:
            return None
        address, percent, zone = name.partition("%")
        return address.lower() + percent + zone

    @property
    def port(self):
        port = self._hostinfo()[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError("Port could not be cast to integer value as %r" % port)
        port = int(port)
        if not 0 <= port <= 65535:
            raise ValueError("Port out of range 0-65535")
        return port


_Defrag = _namedtuple("DefragResult", "url fragment", module="urllib.parse")
_Split = _namedtuple("SplitResult", "scheme netloc path query fragment", module="urllib.parse")
_Parse = _namedtuple("ParseResult", "scheme netloc path params query fragment", module="urllib.parse")


class DefragResult(_Defrag):
    __slots__ = ()

    def geturl(self):
        return self.url + "#" + self.fragment if self.fragment else self.url

    def encode(self, encoding="ascii", errors="strict"):
        return DefragResultBytes(*(part.encode(encoding, errors) for part in self))


class SplitResult(_Split, _Parts):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)

    def encode(self, encoding="ascii", errors="strict"):
        return SplitResultBytes(*(part.encode(encoding, errors) for part in self))


class ParseResult(_Parse, _Parts):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)

    def encode(self, encoding="ascii", errors="strict"):
        return ParseResultBytes(*(part.encode(encoding, errors) for part in self))


class _BytesParts:
    __slots__ = ()

    def decode(self, encoding="ascii", errors="strict"):
        return self._text(*(part.decode(encoding, errors) for part in self))

    def _ask(self, name):
        value = getattr(self.decode(), name)
        return value.encode("ascii") if isinstance(value, str) else value

    username = property(lambda self: self._ask("username"))
    password = property(lambda self: self._ask("password"))
    hostname = property(lambda self: self._ask("hostname"))
    port = property(lambda self: self._ask("port"))

    def geturl(self):
        return self.decode().geturl().encode("ascii")


class DefragResultBytes(_Defrag, _BytesParts):
    __slots__ = ()
    _text = DefragResult


class SplitResultBytes(_Split, _BytesParts):
    __slots__ = ()
    _text = SplitResult


class ParseResultBytes(_Parse, _BytesParts):
    __slots__ = ()
    _text = ParseResult


def _coerce_args(*arguments):
    """All arguments as texts, and what turns a result back into bytes if that is what they were."""
    first = arguments[0]
    is_text = isinstance(first, str)
    for argument in arguments[1:]:
        if argument and isinstance(argument, str) != is_text:
            raise TypeError("Cannot mix str and non-str arguments")
    if is_text:
        return (*arguments, lambda result: result)
    decoded = [argument.decode("ascii", "strict") if argument else "" for argument in arguments]
    return (*decoded, lambda result: result.encode("ascii", "strict"))


def _check_netloc(netloc):
    """Refuses brackets that hold no address, and characters that others may take for separators."""
    if ("[" in netloc) != ("]" in netloc):
        raise ValueError("Invalid IPv6 URL")
    if "[" in netloc:
        address = netloc.partition("[")[2].partition("]")[0]
        _check_address(address)
    if not netloc.isascii():
        from unicodedata import normalize

        plain = netloc.translate(dict.fromkeys(map(ord, "@:#?")))
        normal = normalize("NFKC", plain)
        if normal != plain and any([character in normal for character in "/?#@:"]):
            raise ValueError(f"netloc '{netloc}' contains invalid characters under NFKC normalization")


def _check_address(address):
    if address.startswith("v"):
        version, dot, rest = address[1:].partition(".")
        if not dot or not rest or not version or version.strip("0123456789abcdefABCDEF"):
            raise ValueError("IPvFuture address is invalid")
        return
    if _is_ipv4(address):
        raise ValueError("An IPv4 address cannot be in brackets")
    if not _is_ipv6(address):
        raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 address")


def _is_ipv4(text):
    parts = text.split(".")
    return len(parts) == 4 and all([part.isascii() and part.isdigit() and int(part) < 256 and len(part) < 4
                                    and (part == "0" or part[0] != "0") for part in parts])


def _is_ipv6(text):
    text, percent, zone = text.partition("%")
    if percent and (not zone or "%" in zone) or text.count("::") > 1 or ":::" in text:
        return False
    groups = text.split(":")
    if groups and "." in groups[-1]:
        if not _is_ipv4(groups.pop()):
            return False
        groups += ["0", "0"]
    is_short = "::" in text
    if is_short:
        groups = [group for group in groups if group]
    return (len(groups) < 8 if is_short else len(groups) == 8) and all(
        [0 < len(group) <= 4 and not group.strip("0123456789abcdefABCDEF") for group in groups])


def _split(url, scheme, allow_fragments):
    url = url.lstrip(_CONTROL_AND_SPACE)
    scheme = scheme.strip(_CONTROL_AND_SPACE)
    for character in _UNSAFE:
        url = url.replace(character, "")
        scheme = scheme.replace(character, "")
    netloc = query = fragment = ""
    colon = url.find(":")
    if colon > 0 and url[0].isascii() and url[0].isalpha():
        for character in url[:colon]:
            if character not in scheme_chars:
                break
        else:
            scheme, url = url[:colon].lower(), url[colon + 1:]
    if url[:2] == "//":
        end = len(url)
        for character in "/?#":
            found = url.find(character, 2)
            if found >= 0:
                end = min(end, found)
        netloc, url = url[2:end], url[end:]
        if "[" in netloc or "]" in netloc or not netloc.isascii():
            _check_netloc(netloc)
    if allow_fragments and "#" in url:
        url, fragment = url.split("#", 1)
    if "?" in url:
        url, query = url.split("?", 1)
    return scheme, netloc, url, query, fragment


def urlsplit(url, scheme="", allow_fragments=True):
    url, scheme, restore = _coerce_args(url, scheme)
    result = SplitResult(*_split(url, scheme, allow_fragments))
    return restore(result)


def _split_params(url):
    if "/" in url:
        at = url.find(";", url.rfind("/"))
        if at < 0:
            return url, ""
    else:
        at = url.find(";")
    return url[:at], url[at + 1:]


def urlparse(url, scheme="", allow_fragments=True):
    url, scheme, restore = _coerce_args(url, scheme)
    scheme, netloc, path, query, fragment = _split(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in path:
        path, params = _split_params(path)
    return restore(ParseResult(scheme, netloc, path, params, query, fragment))


def urlunsplit(components):
    scheme, netloc, url, query, fragment, restore = _coerce_args(*components)
    if netloc or scheme and scheme in uses_netloc and url[:2] != "//":
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + (netloc or "") + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url = url + "?" + query
    if fragment:
        url = url + "#" + fragment
    return restore(url)


def urlunparse(components):
    scheme, netloc, url, params, query, fragment, restore = _coerce_args(*components)
    if params:
        url = "%s;%s" % (url, params)
    return restore(urlunsplit((scheme, netloc, url, query, fragment)))


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    base, url, restore = _coerce_args(base, url)
    base_scheme, base_netloc, base_path, base_params, base_query, _ = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, base_scheme, allow_fragments)
    if scheme != base_scheme or scheme not in uses_relative:
        return restore(url)
    if scheme in uses_netloc:
        if netloc:
            return restore(urlunparse((scheme, netloc, path, params, query, fragment)))
        netloc = base_netloc
    if not path and not params:
        return restore(urlunparse((scheme, netloc, base_path, base_params, query or base_query, fragment)))
    base_parts = base_path.split("/")
    if base_parts[-1] != "":
        del base_parts[-1]
    if path[:1] == "/":
        segments = path.split("/")
    else:
        segments = base_parts + path.split("/")
        # Empty segments within stay only where they are at an end.
        segments[1:-1] = [segment for segment in segments[1:-1] if segment]
    resolved = []
    for segment in segments:
        if segment == "..":
            if resolved:
                resolved.pop()
        elif segment != ".":
            resolved.append(segment)
    if segments[-1] in (".", ".."):
        resolved.append("")
    return restore(urlunparse((scheme, netloc, "/".join(resolved) or "/", params, query, fragment)))


def urldefrag(url):
    url, restore = _coerce_args(url)
    if "#" in url:
        scheme, netloc, path, params, query, fragment = urlparse(url)
        rest = urlunparse((scheme, netloc, path, params, query, ""))
    else:
        rest, fragment = url, ""
    return restore(DefragResult(rest, fragment))


def _quotable(string, safe, encoding, errors):
    """What the native functions take: texts that are UTF-8, or bytes."""
    if isinstance(string, str):
        if encoding is not None or errors is not None:
            string = string.encode(encoding or "utf-8", errors or "strict")
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    elif isinstance(string, (bytes, bytearray)):
        string = bytes(string)
    else:
        raise TypeError("quote_from_bytes() expected bytes")
    return string, safe if isinstance(safe, str) else "".join([chr(byte) for byte in safe if byte < 128])


def quote(string, safe="/", encoding=None, errors=None):
    if type(string) is str and type(safe) is str and encoding is None and errors is None:
        return _native_quote(string, safe)
    return _native_quote(*_quotable(string, safe, encoding, errors))


def quote_plus(string, safe="", encoding=None, errors=None):
    if type(string) is str and type(safe) is str and encoding is None and errors is None:
        return _native_quote_plus(string, safe)
    return _native_quote_plus(*_quotable(string, safe, encoding, errors))


def quote_from_bytes(bs, safe="/"):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    return quote(bs, safe)


def unquote(string, encoding="utf-8", errors="replace"):
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if "%" not in string:
        string.split
        return string
    if encoding in (None, "utf-8") and errors in (None, "replace"):
        return _native_unquote(string)
    encoding, errors = "utf-8" if encoding is None else encoding, "replace" if errors is None else errors
    if not isinstance(encoding, str) or not isinstance(errors, str):
        b"".decode(encoding, errors)
    if string.isascii():
        return _native_unquote(string, encoding, errors)
    # Only what was quoted is in the encoding.
    import re

    parts = re.split("([\\x00-\\x7f]+)", string)
    parts[1::2] = [_native_unquote(part, encoding, errors) for part in parts[1::2]]
    return "".join(parts)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


_HEX = b"0123456789abcdefABCDEF"


def unquote_to_bytes(string):
    if not string:
        # It has to be of the kind all the same.
        string.split
        return b""
    if isinstance(string, str):
        string = string.encode("utf-8")
    parts = string.split(b"%")
    out = [parts[0]]
    for part in parts[1:]:
        if len(part) >= 2 and part[0] in _HEX and part[1] in _HEX:
            out.append(bytes([int(part[:2], 16)]) + part[2:])
        else:
            out.append(b"%" + part)
    return b"".join(out)


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError:
            raise TypeError("not a valid non-string sequence or mapping object")

    def text(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(value if isinstance(value, str) else str(value), safe, encoding, errors)

    pairs = []
    for key, value in query:
        key = text(key)
        if not doseq or isinstance(value, (bytes, str)):
            pairs.append(key + "=" + text(value))
            continue
        try:
            len(value)
        except TypeError:
            pairs.append(key + "=" + text(value))
        else:
            for item in value:
                pairs.append(key + "=" + text(item))
    return "&".join(pairs)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
              max_num_fields=None, separator="&"):
    qs, coerce_result = _coerce_args(qs)
    separator, _ = _coerce_args(separator)
    if not separator:
        raise ValueError("Separator must be of type string or bytes.")
    if max_num_fields is not None and max_num_fields < (1 + qs.count(separator) if qs else 0):
        raise ValueError("Max number of fields exceeded")
    result = []
    for field in qs.split(separator) if qs else ():
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition("=")
        if not equals:
            if strict_parsing:
                raise ValueError("bad query field: %r" % (field,))
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            name = unquote(name.replace("+", " "), encoding, errors)
            value = unquote(value.replace("+", " "), encoding, errors)
            result.append((coerce_result(name), coerce_result(value)))
    return result


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
             max_num_fields=None, separator="&"):
    result = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        result.setdefault(name, []).append(value)
    return result


def unwrap(url):
    url = str(url).strip()
    if url[:1] == "<" and url[-1:] == ">":
        url = url[1:-1].strip()
    if url[:4] == "URL:":
        url = url[4:].strip()
    return url


def clear_cache():
    pass


def __getattr__(name):
    if name.lstrip("_").startswith("split") or name in ("to_bytes", "_to_bytes", "Quoter", "_Quoter"):
        import urllib._splits as part

        if name == "Quoter":
            import warnings

            warnings.warn("Deprecated in 3.11. urllib.parse.Quoter will be removed in Python 3.14. It was not intended "
                          "to be a public API.", DeprecationWarning, stacklevel=2)
            name = "_Quoter"
        if hasattr(part, name):
            return getattr(part, name)
    raise AttributeError(f"module 'urllib.parse' has no attribute {name!r}")
