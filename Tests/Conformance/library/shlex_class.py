"""`shlex.shlex`, `split` and their relatives."""
import shlex
tests = ["a b c", "a 'b c' d", 'x "y\\"z" w', "foo#bar", "a#b c", "# all", "", "a && b || c; d > e", "~/a-b/*.py", "it's", 'x\\', "''", "a '' b", "foo 'bar' baz\"qux\"", "a\tb\nc", "abc-def", "é ñ", "a(b)c", '"a"b', "\\a b"]
for posix in (True, False):
    for p in (False, True, "|"):
        for t in tests:
            for ws in (False, True):
                try:
                    s = shlex.shlex(t, posix=posix, punctuation_chars=p)
                    s.whitespace_split = ws
                    r = list(s)
                    print(posix, p, ws, repr(t), r, s.lineno, s.token, s.state)
                except ValueError as e:
                    print(posix, p, ws, repr(t), e)
for t in tests:
    for c in (False, True):
        for posix in (True, False):
            try: print(shlex.split(t, c, posix))
            except ValueError as e: print(e)
s = shlex.shlex("a b c")
s.push_token("z")
print(s.get_token(), s.get_token(), s.error_leader(), list(s), repr(s.get_token()))
print(shlex.quote("a b'c"), shlex.join(["a", "b c"]), shlex.quote(""))
s = shlex.shlex("include x"); s.push_source("p q"); print(list(s))
