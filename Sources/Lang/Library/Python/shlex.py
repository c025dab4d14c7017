"""Splitting and joining words as a shell does."""
import re as _re

__all__ = ["split", "quote", "join"]

_SAFE = _re.compile(r"[a-zA-Z0-9@%+=:,./_\-]+")


def quote(s):
    if not s:
        return "''"
    return s if _SAFE.fullmatch(s) else "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join([quote(word) for word in split_command])


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    words, word, quoting, escape, at = [], None, "", False, 0
    while at < len(s):
        letter = s[at]
        at += 1
        if escape:
            # Between double quotes a backslash stays unless it is needed.
            word = (word or "") + ("\\" + letter if quoting and letter not in ('"', "\\") else letter)
            escape = False
        elif quoting:
            if letter == quoting:
                word = (word or "") + ("" if posix else letter)
                quoting = ""
            elif letter == "\\" and quoting == '"' and posix:
                escape = True
            else:
                word += letter
        elif letter in " \t\r\n":
            if word is not None:
                words.append(word)
                word = None
        elif letter in "'\"":
            quoting, word = letter, (word or "") + ("" if posix else letter)
        elif letter == "\\" and posix:
            escape, word = True, word or ""
        elif letter == "#" and comments:
            # It ends a word, too.
            if word is not None:
                words.append(word)
                word = None
            end = s.find("\n", at)
            at = len(s) if end < 0 else end
        else:
            word = (word or "") + letter
    if escape:
        raise ValueError("No escaped character")
    if quoting:
        raise ValueError("No closing quotation")
    if word is not None:
        words.append(word)
    return words
