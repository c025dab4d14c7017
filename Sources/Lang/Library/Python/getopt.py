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
            found, words = do_longs(found, word[2:], long, words[1:])
        elif word[:1] == "-" and word != "-":
            found, words = do_shorts(found, word[1:], short, words[1:])
        elif is_mixed and not keeps_order:
            others.append(words.pop(0))
        else:
            others += words
            break
    return found, others


def do_longs(opts, opt, longopts, args):
    """Adds a long option; gives the options, and the words behind it."""
    name, equals, value = opt.partition("=")
    takes_value, name = long_has_args(name, longopts)
    if takes_value and not equals:
        if not args:
            raise GetoptError(f"option --{name} requires argument", name)
        value, args = args[0], args[1:]
    elif equals and not takes_value:
        raise GetoptError(f"option --{name} must not have an argument", name)
    opts.append((f"--{name}", value))
    return opts, args


def long_has_args(opt, longopts):
    """Whether a long option, perhaps shortened, takes an argument; and its whole name."""
    matches = [each for each in longopts if each.startswith(opt)]
    if not matches:
        raise GetoptError(f"option --{opt} not recognized", opt)
    if opt in matches:
        return False, opt
    if f"{opt}=" in matches:
        return True, opt
    if len(matches) > 1:
        raise GetoptError(f"option --{opt} not a unique prefix", opt)
    return matches[0].endswith("="), matches[0].removesuffix("=")


def do_shorts(opts, optstring, shortopts, args):
    """Adds the options of a word of letters; gives the options, and the words behind it."""
    while optstring:
        letter, optstring, value = optstring[0], optstring[1:], ""
        if short_has_arg(letter, shortopts):
            if not optstring:
                if not args:
                    raise GetoptError(f"option -{letter} requires argument", letter)
                optstring, args = args[0], args[1:]
            value, optstring = optstring, ""
        opts.append((f"-{letter}", value))
    return opts, args


def short_has_arg(opt, shortopts):
    """Whether an option of one letter takes an argument."""
    at = shortopts.find(opt) if opt != ":" else -1
    if at < 0:
        raise GetoptError(f"option -{opt} not recognized", opt)
    return shortopts.startswith(":", at + 1)
