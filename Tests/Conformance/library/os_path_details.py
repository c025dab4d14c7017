"""`os.path` with texts, bytes and objects that have a path."""
import os, os.path as P, pathlib
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class F:
    def __init__(s, p): s.p = p
    def __fspath__(s): return s.p
vals = ["", "/", "//", "///", "a", "a/", "a/b", "/a/b/", "//a//b", "a/../b", "../a", "./a", "/..", ".", "..", "~", "~/x", "a.txt", ".a", "..a", "a.", "a.b.c", "a/.b", ".a.b", "...", "a/b.c/d", "$HOME", "${HOME}x", "$NOPE", "${}", "$", "$$", "${HOME", "a$HOME$b", "é/ü.x", b"a/b.c", b"", b"~/x", b"$HOME/x", F("x/y.z"), F(b"x/y.z"), pathlib.PurePath("p/q.r"), None, ["a"]]
os.environ["HOME"] = "/home/me"
for f in ("abspath basename dirname split splitext normpath isabs normcase splitdrive expanduser expandvars exists isfile isdir islink ismount lexists").split():
    for v in vals:
        print(f, v if not isinstance(v, F) else "F", end=" ")
        t(lambda: getattr(P, f)(v))
for args in (("a",), ("a","b"), ("a","/b"), ("a/","b"), ("","b"), ("a",""), ("/",""), ("a","","b"), (b"a",b"b"), (b"a",b"/b"), ("a",b"b"), (b"a","b"), ("a",5), (None,), ("a",None), (F("a"),F("b")), (F(b"a"),"b"), (pathlib.PurePath("a"),"b"), (), (["a"],)):
    print("join", len(args), end=" "); t(lambda: P.join(*args))
for a in ([], ["a"], ["a/b","a/c"], ["/a/b","/a/c"], ["/a/b","a/c"], ["/","/a"], ["a//b","a/./b/c"], [b"a/b",b"a/c"], ["a",b"a"], ["a", "b"], ["/a","/b"], ["a/b", ""], [F("a/b"), "a/c"], ("a","a"), {"a","a/b"}, iter(["a/b","a"]), [None], None, ["", ""], "ab"):
    print("commonpath", end=" "); t(lambda: P.commonpath(a))
    print("commonprefix", end=" "); t(lambda: P.commonprefix(a))
for a in (("a",), ("a","a"), ("a/b","a"), ("/x/y","/x/z"), ("/x","/"), ("/","/x/y"), ("",), ("a",""), ("a",None), (b"a",b"b"), ("a",b"b"), (b"a/b",), (F("a"),F("b")), (None,), ("a",5), ("/a/b/c", "/a/b"), ("../x",".")):
    print("relpath", a[0] if not isinstance(a[0], F) else "", end=" "); t(lambda: P.relpath(*a) if len(a) > 1 or a[0] not in ("x",) else 0)
t(lambda: P.samefile("nope", "x")); t(lambda: P.samefile(".", "./"))
t(lambda: P.__all__); t(lambda: (P.sep, P.altsep, P.curdir, P.pardir, P.extsep, P.pathsep, P.defpath, P.devnull, P.supports_unicode_filenames))
t(lambda: P.join()); t(lambda: P.normpath()); t(lambda: P.splitext("a","b")); t(lambda: P.abspath(path="a") == os.getcwd() + "/a")
t(lambda: P.samestat(os.stat("."), os.stat(".")))
t(lambda: P.realpath("nope", strict=True)); t(lambda: P.realpath("nope", strict=False)[-5:]); t(lambda: P.getsize(None)); t(lambda: P.realpath("a/../b")[-2:])
t(lambda: P.getmtime("nope")); t(lambda: P.exists([]))
import posixpath; t(lambda: posixpath.join("a","b")); from posixpath import split; import genericpath; t(lambda: genericpath.commonprefix(["a"]))
