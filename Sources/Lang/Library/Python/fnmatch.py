"""Names against patterns with *, ? and [...]."""
import re as _re

_cache = {}


def translate(pat):
    """The regular expression of a pattern. What is between stars is found once for all: no search is long."""
    parts, current, at = [], "", 0
    while at < len(pat):
        letter = pat[at]
        at += 1
        if letter == "*":
            parts.append(current)
            current = ""
        elif letter == "?":
            current += "."
        elif letter == "[":
            # A bracket right behind the beginning is a member.
            close = pat.find("]", at + (2 if pat[at:at + 1] == "!" else 1))
            if close < 0:
                current += "\\["
            else:
                current += _set(pat[at:close])
                at = close + 1
        else:
            current += _re.escape(letter)
    if not parts:
        return f"(?s:{current})\\Z"
    between = "".join([f"(?>.*?{part})" for part in parts[1:] if part])
    return f"(?s:{parts[0]}{between}.*{current})\\Z"


def _set(members):
    """A set of a pattern in a regular expression; ranges that run backwards are empty."""
    is_negated = members[0] == "!"
    rest, out = members[1:] if is_negated else members, ""
    while rest:
        if rest[1:2] == "-" and len(rest) > 2:
            if rest[0] <= rest[2]:
                out += f"{_member(rest[0])}-{_member(rest[2])}"
            rest = rest[3:]
        else:
            out += _member(rest[0])
            rest = rest[1:]
    if not out:
        return "." if is_negated else "(?!)"
    if is_negated:
        return f"[^{out}]"
    return f"[\\{out}]" if out[0] in "^[" else f"[{out}]"


def _member(letter):
    return "\\" + letter if letter in "\\-&~|" else letter


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
