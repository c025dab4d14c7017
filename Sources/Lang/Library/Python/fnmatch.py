"""Names against patterns with *, ? and [...]."""
import re as _re

_cache = {}


def translate(pat):
    out, at, end = [], 0, len(pat)
    while at < end:
        letter = pat[at]
        at += 1
        if letter == "*":
            if not out or out[-1] != ".*":
                out.append(".*")
        elif letter == "?":
            out.append(".")
        elif letter == "[":
            close = at
            if close < end and pat[close] == "!":
                close += 1
            if close < end and pat[close] == "]":
                close += 1
            while close < end and pat[close] != "]":
                close += 1
            if close >= end:
                out.append("\\[")
            else:
                inside = pat[at:close].replace("\\", "\\\\").replace("[", "\\[")
                at = close + 1
                if inside[:1] == "!":
                    inside = "^" + inside[1:]
                elif inside[:1] == "^":
                    inside = "\\" + inside
                out.append("[%s]" % inside)
        else:
            out.append(_re.escape(letter))
    return "(?s:%s)\\Z" % "".join(out)


def _matcher(pat):
    known = _cache.get(pat)
    if known is None:
        if len(_cache) > 500:
            _cache.clear()
        is_bytes = isinstance(pat, bytes)
        text = translate(pat.decode("latin-1") if is_bytes else pat)
        known = _cache[pat] = _re.compile(text.encode("latin-1") if is_bytes else text)
    return known


def fnmatchcase(name, pat):
    return _matcher(pat).match(name) is not None


def fnmatch(name, pat):
    return fnmatchcase(name, pat)


def filter(names, pat):
    matcher = _matcher(pat)
    return [name for name in names if matcher.match(name)]
