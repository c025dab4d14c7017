"""Usages that are folded, errors of declarations, options and positional arguments mixed."""
import argparse
import os

os.environ["COLUMNS"] = "60"


def tried(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except SystemExit as ended:
        print("exit", ended.code)
    except Exception as error:
        print(type(error).__name__, error)


p = argparse.ArgumentParser(prog="p")
print(repr(p.add_argument("r", nargs="...")), repr(p.add_argument("s", nargs="*", default="x", choices=["a"])))
p = argparse.ArgumentParser(prog="p", exit_on_error=False)
p.add_argument("s", nargs="*", default="x", choices=["a"])
tried(p.parse_args, [])
p = argparse.ArgumentParser(prog="p")
p.add_argument("--b", action=argparse.BooleanOptionalAction, default=True, help="hh")
p.add_argument("--c", metavar="(x)")
p.add_argument("--d", metavar="[y]", nargs="+")
p.add_argument("e", metavar="(e)")
p.add_argument("--z", choices=["q", "w"], help="a\u00a0b   c\n d %(choices)s %(default)s")
group = p.add_mutually_exclusive_group(required=True)
group.add_argument("--only", metavar="M")
print(p.format_help(), p)
p = argparse.ArgumentParser(prog="p")
group = p.add_mutually_exclusive_group(required=True)
group.add_argument("--foo-bar-long", metavar="M")
group.add_argument("--foo-bar-lonh", metavar="M")
group.add_argument("--foo-bar-lont", nargs="?")
p.add_argument("z", nargs="+")
p.add_argument("w", nargs=2, help=argparse.SUPPRESS)
print(p.format_usage())
p = argparse.ArgumentParser(prog="a-program-with-a-name-that-is-far-too-long-for-a-line")
for name in ("--alpha", "--beta", "--gamma", "delta", "epsilon"):
    p.add_argument(name)
print(p.format_usage())
tried(argparse.ArgumentParser, conflict_handler="q")
tried(p.add_argument, "-a", "b")
tried(p.add_argument, "q", nargs=2, metavar=("a",))
tried(p.add_argument, "")
tried(p.add_argument, "--", "x")
for keywords in (dict(nargs=0), dict(const=1), dict(action="store_true", nargs=2), dict(action="append", nargs=0),
                 dict(action="append", const=1), dict(type="zz"), dict(type=argparse.FileType),
                 dict(action="extend", nargs=0), dict(nargs="q"), dict(action="store_const"),
                 dict(action="append_const"), dict(action="count", default=2), dict(action="version", version="x"),
                 dict(action="zz")):
    tried(p.add_argument, "--k%d" % len(p._actions), **keywords)
print(argparse.FileType("w", encoding="u8"), argparse.Namespace(**{"a b": 1, "c": 2}))
print(argparse.__all__)
print(repr(argparse.ArgumentError(None, "x")), argparse.ArgumentError(None, "x"))
q = argparse.ArgumentParser(prog="q")
q.add_argument("--f")
q.add_argument("cmd")
q.add_argument("rest", nargs="*", type=int)
print(q.parse_intermixed_args("d 1 --f b 2 3".split()), q.parse_known_intermixed_args("d --f b 2 --u 3".split()))
print(q.parse_known_args("d --f b 2 --u 3".split()))
q = argparse.ArgumentParser(prog="q")
q.add_argument("x", nargs="A...")
tried(q.parse_intermixed_args, ["q"])
# How words are shared out among positional arguments.
for counts in ("?+", "*+", "+?", "1*1", "?*2", "...", "A", "1A", "2?", "**", "1...", "?..."):
    p = argparse.ArgumentParser(prog="p", exit_on_error=False)
    p.add_argument("-o", nargs="?")
    p.add_argument("-v", action="count")
    kinds = {"...": ["..."], "A": ["A..."], "1A": [None, "A..."], "1...": [None, "..."], "?...": ["?", "..."]}.get(
        counts, [int(c) if c.isdigit() and c != "1" else None if c == "1" else c for c in counts])
    for number, kind in enumerate(kinds):
        p.add_argument(f"a{number}", nargs=kind)
    for line in ("", "x", "x y", "x y z", "-v x y", "x -v y", "-o x y", "-ox y z", "x -- y", "-- x -v", "x y -- -- z",
                 "-vv x", "x -ovy"):
        print(counts, repr(line), end=" ")
        try:
            print(p.parse_known_args(line.split()))
        except SystemExit as ended:
            print("exit", ended.code)
        except argparse.ArgumentError as error:
            print(error)
