"""Options of a command line in the manner of C's getopt."""
import os as _os

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    def __init__(self, msg, opt=""):
        self.msg, self.opt = msg, opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """The options at the beginning, and what follows them."""
    return _read(args, shortopts, longopts, False, False)


def gnu_getopt(args, shortopts, longopts=[]):
    """The options wherever they stand, unless a "+" or the environment asks for those at the beginning only."""
    keeps_order = shortopts.startswith("+")
    if keeps_order:
        shortopts = shortopts[1:]
    return _read(args, shortopts, longopts, True, keeps_order or bool(_os.environ.get("POSIXLY_CORRECT")))


def _read(args, short, long, is_mixed, keeps_order):
    long = [long] if isinstance(long, str) else list(long)
    words, found, others = list(args), [], []
    while words:
        word = words[0]
        if word == "--":
            others += words[1:]
            break
        if word[:2] == "--":
            words = _take_long(found, word[2:], long, words[1:])
        elif word[:1] == "-" and word != "-":
            words = _take_short(found, word[1:], short, words[1:])
        elif is_mixed and not keeps_order:
            others.append(words.pop(0))
        else:
            others += words
            break
    return found, others


def _take_long(found, word, long, rest):
    name, equals, value = word.partition("=")
    matches = [each for each in long if each.startswith(name)]
    if not matches:
        raise GetoptError(f"option --{name} not recognized", name)
    if name in matches or name + "=" in matches:
        takes_value = name + "=" in matches and name not in matches
    elif len(matches) > 1:
        raise GetoptError(f"option --{name} not a unique prefix", name)
    else:
        takes_value = matches[0].endswith("=")
        name = matches[0].removesuffix("=")
    if takes_value and not equals:
        if not rest:
            raise GetoptError(f"option --{name} requires argument", name)
        value, rest = rest[0], rest[1:]
    elif equals and not takes_value:
        raise GetoptError(f"option --{name} must not have an argument", name)
    found.append((f"--{name}", value))
    return rest


def _take_short(found, letters, short, rest):
    while letters:
        letter, letters, value = letters[0], letters[1:], ""
        at = short.find(letter) if letter != ":" else -1
        if at < 0:
            raise GetoptError(f"option -{letter} not recognized", letter)
        if short[at + 1:at + 2] == ":":
            if not letters:
                if not rest:
                    raise GetoptError(f"option -{letter} requires argument", letter)
                letters, rest = rest[0], rest[1:]
            value, letters = letters, ""
        found.append((f"-{letter}", value))
    return rest
