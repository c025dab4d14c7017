"""Cookies as servers and browsers write them (RFC 2109, with the attributes that came later)."""
import re as _re
import string as _string

_LEGAL = _string.ascii_letters + _string.digits + "!#$%&'*+-.^_`|~:"
_UNESCAPED = _LEGAL + " ()/<=>?@[]{}"
_legal = _re.compile("[%s]+" % _re.escape(_LEGAL)).fullmatch
_KEY = r"\w\d!#%&'~_`><@,:/\$\*\+\-\.\^\|\)\(\?\}\{\="
_pattern = _re.compile(
    r"\s*(?P<key>[" + _KEY + r"]+?)(\s*=\s*(?P<val>\"(?:[^\\\"]|\\.)*\"|\w{3},\s[\w\d\s-]{9,11}\s[\d:]{8}\sGMT|["
    + _KEY + r"\[\]]*))?\s*(\s+|;|$)", _re.ASCII)


class CookieError(Exception):
    pass


def _quote(str):
    if str is None or _legal(str):
        return str
    out = []
    for letter in str:
        if letter in _UNESCAPED:
            out.append(letter)
        elif letter in '"\\':
            out.append("\\" + letter)
        else:
            out.append("\\%03o" % ord(letter))
    return '"' + "".join(out) + '"'


def _unquote(str):
    if str is None or len(str) < 2 or str[0] != '"' or str[-1] != '"':
        return str
    return _re.sub(r"\\(?:([0-3][0-7][0-7])|(.))", lambda m: chr(int(m[1], 8)) if m[1] else m[2], str[1:-1])


def _date(future=0):
    import time
    now = time.gmtime(time.time() + future)
    days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return "%s, %02d %3s %4d %02d:%02d:%02d GMT" % (days[now[6]], now[2], months[now[1] - 1], now[0], now[3], now[4],
                                                     now[5])


class Morsel(dict):
    _reserved = {"expires": "expires", "path": "Path", "comment": "Comment", "domain": "Domain", "max-age": "Max-Age",
                 "secure": "Secure", "httponly": "HttpOnly", "version": "Version", "samesite": "SameSite"}
    _flags = {"secure", "httponly"}

    def __init__(self):
        self._key = self._value = self._coded_value = None
        for key in self._reserved:
            dict.__setitem__(self, key, "")

    key = property(lambda self: self._key)
    value = property(lambda self: self._value)
    coded_value = property(lambda self: self._coded_value)

    def __setitem__(self, K, V):
        K = K.lower()
        if K not in self._reserved:
            raise CookieError("Invalid attribute %r" % (K,))
        dict.__setitem__(self, K, V)

    def setdefault(self, key, val=None):
        key = key.lower()
        if key not in self._reserved:
            raise CookieError("Invalid attribute %r" % (key,))
        return dict.setdefault(self, key, val)

    def __eq__(self, morsel):
        if not isinstance(morsel, Morsel):
            return NotImplemented
        return (dict.__eq__(self, morsel) and self._value == morsel._value and self._key == morsel._key
                and self._coded_value == morsel._coded_value)

    __ne__ = object.__ne__

    def copy(self):
        morsel = Morsel()
        dict.update(morsel, self)
        morsel._key, morsel._value, morsel._coded_value = self._key, self._value, self._coded_value
        return morsel

    def update(self, values):
        data = {}
        for key, value in dict(values).items():
            key = key.lower()
            if key not in self._reserved:
                raise CookieError("Invalid attribute %r" % (key,))
            data[key] = value
        dict.update(self, data)

    def isReservedKey(self, K):
        return K.lower() in self._reserved

    def set(self, key, val, coded_val):
        if key.lower() in self._reserved:
            raise CookieError("Attempt to set a reserved key %r" % (key,))
        if not _legal(key):
            raise CookieError("Illegal key %r" % (key,))
        self._key, self._value, self._coded_value = key, val, coded_val

    def output(self, attrs=None, header="Set-Cookie:"):
        return "%s %s" % (header, self.OutputString(attrs))

    __str__ = output

    def __repr__(self):
        return "<%s: %s>" % (self.__class__.__name__, self.OutputString())

    def js_output(self, attrs=None):
        return """
        <script type="text/javascript">
        <!-- begin hiding
        document.cookie = \"%s\";
        // end hiding -->
        </script>
        """ % self.OutputString(attrs).replace('"', r'\"')

    def OutputString(self, attrs=None):
        parts = ["%s=%s" % (self._key, self._coded_value)]
        if attrs is None:
            attrs = self._reserved
        for key, value in sorted(self.items()):
            if value == "" or key not in attrs:
                continue
            if key == "expires" and isinstance(value, int):
                parts.append("%s=%s" % (self._reserved[key], _date(value)))
            elif key == "max-age" and isinstance(value, int):
                parts.append("%s=%d" % (self._reserved[key], value))
            elif key == "comment" and isinstance(value, str):
                parts.append("%s=%s" % (self._reserved[key], _quote(value)))
            elif key in self._flags:
                if value:
                    parts.append(str(self._reserved[key]))
            else:
                parts.append("%s=%s" % (self._reserved[key], value))
        return "; ".join(parts)


class BaseCookie(dict):
    def value_decode(self, val):
        return val, val

    def value_encode(self, val):
        strval = str(val)
        return strval, strval

    def __init__(self, input=None):
        if input:
            self.load(input)

    def _put(self, key, real_value, coded_value):
        morsel = self.get(key, Morsel())
        morsel.set(key, real_value, coded_value)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
        else:
            real, coded = self.value_encode(value)
            self._put(key, real, coded)

    def output(self, attrs=None, header="Set-Cookie:", sep="\r\n"):
        return sep.join(value.output(attrs, header) for key, value in sorted(self.items()))

    __str__ = output

    def __repr__(self):
        return "<%s: %s>" % (self.__class__.__name__, " ".join("%s=%r" % (key, value.value)
                                                               for key, value in sorted(self.items())))

    def js_output(self, attrs=None):
        return "".join(value.js_output(attrs) for key, value in sorted(self.items()))

    def load(self, rawdata):
        if isinstance(rawdata, str):
            self._parse(rawdata)
        else:
            for key, value in rawdata.items():
                self[key] = value

    def _parse(self, text):
        at, found, seen = 0, [], False
        while 0 <= at < len(text):
            match = _pattern.match(text, at)
            if not match:
                break
            key, value = match.group("key"), match.group("val")
            at = match.end(0)
            if key[0] == "$":
                if not seen:
                    continue
                found.append((1, key[1:], value))
            elif key.lower() in Morsel._reserved:
                if not seen:
                    return
                if value is None:
                    if key.lower() not in Morsel._flags:
                        return
                    found.append((1, key, True))
                else:
                    found.append((1, key, _unquote(value)))
            elif value is not None:
                found.append((2, key, self.value_decode(value)))
                seen = True
            else:
                return
        morsel = None
        for kind, key, value in found:
            if kind == 1:
                morsel[key] = value
            else:
                self._put(key, *value)
                morsel = self[key]


class SimpleCookie(BaseCookie):
    def value_decode(self, val):
        return _unquote(val), val

    def value_encode(self, val):
        strval = str(val)
        return strval, _quote(strval)
