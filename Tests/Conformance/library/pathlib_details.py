"""Paths as objects: their parts, what is made of them, and files by them."""
import pathlib, os
from pathlib import *
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
P = PurePosixPath
texts = ["", ".", "/", "//", "///", "a", "a/b", "/a/b", "//a/b", "///a/b", "a/../b", "./a", "a/.", "a//b", "..", "../a", "a.txt", ".a", "a.", "a.b.c", ".a.b", "a..b", "...", "a/.b.c/", "~", "é/ü.x", "a b#?%", "a\\b"]
for s in texts:
    p = P(s)
    print(s, [str(p), p.as_posix(), repr(p), p.parts, p.drive, p.root, p.anchor, p.name, p.suffix, p.suffixes, p.stem, str(p.parent), [str(x) for x in p.parents], len(p.parents), p.is_absolute(), p.is_reserved(), bytes(p), os.fspath(p), bool(p)])
    for f in ("as_uri",): print(f, end=" "); t(lambda: getattr(p, f)())
    for a in ("x", "x.y", "", ".", "..", "a/b", "/", "x.", ".x"):
        print(a, end=" "); t(lambda: p.with_name(a)); t(lambda: p.with_stem(a)); t(lambda: p.with_suffix(a))
    for a in (".c", ".", "", "c", ".c/d", ".c.d", "..", None): print(a, end=" "); t(lambda: p.with_suffix(a))
    for a in ("", ".", "/", "a", "a/b", "/a", "//a", "..", "b", "a/"): 
        print(a, end=" "); t(lambda: p.relative_to(a)); t(lambda: p.is_relative_to(a)); t(lambda: p / a); t(lambda: a / p); t(lambda: p.joinpath(a, "z")); t(lambda: (p < P(a), p <= P(a), p == P(a), p > P(a), hash(p) == hash(P(a))))
    for a in ("*", "a*", "*.txt", "a/*", "/*", "/a/b", "**", "", ".", "[ab]", "?", "*/b", "..", "//*", "A", "a/b/c"):
        print(a, end=" "); t(lambda: p.match(a))
    for i in (0, -1, 1, 5, -5, slice(0, 2), slice(None, None, -1), "x"): t(lambda: p.parents[i])
t(lambda: P("a", "b", "/c", "d")); t(lambda: P()); t(lambda: P(None)); t(lambda: P(b"a")); t(lambda: P("a", 5)); t(lambda: P(P("a"), "b")); t(lambda: P("a") / None); t(lambda: None / P("a")); t(lambda: P("a") / b"b"); t(lambda: 5 / P("a")); t(lambda: P("a") + "b"); t(lambda: P("a") == "a"); t(lambda: P("a") < "a"); t(lambda: P("a") != P("b")); t(lambda: PurePath("a") == P("a")); t(lambda: Path("a") == P("a")); t(lambda: {P("a"): 1}[Path("a")]); t(lambda: sorted([P("b"), P("a/c"), P("a"), P("A")]))
t(lambda: type(PurePath("x"))); t(lambda: type(Path("x"))); t(lambda: PurePosixPath.__mro__); t(lambda: PosixPath.__mro__); t(lambda: WindowsPath("x")); t(lambda: isinstance(Path(), PurePath)); t(lambda: issubclass(PosixPath, Path))
t(lambda: P("a").relative_to()); t(lambda: P("a/b/c").relative_to("a", "b")); t(lambda: P("a/b/c").relative_to(P("a"))); t(lambda: P("a").is_relative_to()); t(lambda: P("a").match()); t(lambda: P("a").joinpath()); t(lambda: P("a").suffixes); t(lambda: P("/").with_name("a")); t(lambda: P("a").foo); t(lambda: setattr(P("a"), "name", "b")); t(lambda: setattr(P("a"), "foo", "b")); t(lambda: P.__slots__); t(lambda: P("a\0b")); t(lambda: P("a").__fspath__()); t(lambda: P["x"]); t(lambda: repr(P("a").parents)); t(lambda: list(P("a/b").parents)); t(lambda: P("a/b") in P("a/b/c").parents); t(lambda: P("a/b/c").parents[:]); t(lambda: f"{P('a')!s:>4}"); t(lambda: "%s" % P("a")); t(lambda: P("a").__reduce__())
import copy; t(lambda: copy.copy(P("a/b"))); t(lambda: copy.deepcopy(P("a/b")))
class MyPath(PosixPath):
    x = 1
m = MyPath("q/r.txt"); t(lambda: m); t(lambda: m.parent); t(lambda: type(m / "z")); t(lambda: m.with_name("k").x); t(lambda: type(m.parents[0])); t(lambda: type("a" / m)); t(lambda: m.relative_to("q")); t(lambda: m == Path("q/r.txt"))
class MyPure(PurePosixPath):
    def __init__(self, *args, **kw): self.extra = kw
t(lambda: MyPure("a").extra)
match P("a/b"):
    case PurePath(name="b", parent=par): print("matched", par)
# files
D = Path("pathlib_folder"); 
import shutil; shutil.rmtree(D, ignore_errors=True)
t(lambda: D.exists()); t(lambda: D.mkdir()); t(lambda: D.mkdir()); t(lambda: D.mkdir(exist_ok=True)); t(lambda: (D / "x/y").mkdir()); t(lambda: (D / "x/y").mkdir(parents=True)); t(lambda: (D / "f.txt").write_text("héllo\n")); t(lambda: (D / "f.txt").read_text()); t(lambda: (D / "f.txt").read_bytes()); t(lambda: (D / "b").write_bytes(b"\x00\xff")); t(lambda: (D / "b").write_bytes("x")); t(lambda: (D / "b").write_bytes(bytearray(b"yy"))); t(lambda: (D / "b").write_bytes(memoryview(b"zz"))); t(lambda: (D / "f.txt").write_text(b"x")); t(lambda: (D / "f.txt").write_text(5)); t(lambda: (D / "g").write_text("a\nb", newline="\r\n")); t(lambda: (D / "g").read_bytes()); t(lambda: (D / "l1").write_text("é", encoding="latin-1")); t(lambda: (D / "l1").read_text("latin-1")); t(lambda: (D / "l1").read_text()); t(lambda: (D / "l1").read_text(errors="replace")); t(lambda: (D / "nope").read_text()); t(lambda: (D / "nope").read_bytes()); t(lambda: (D / "nope").unlink()); t(lambda: (D / "nope").unlink(missing_ok=True)); t(lambda: (D / "nope").rmdir()); t(lambda: (D / "nope").stat()); t(lambda: (D / "nope").rename(D / "n2")); t(lambda: (D / "f.txt").rename(D / "f2.txt")); t(lambda: (D / "f2.txt").replace(D / "f3.txt")); t(lambda: (D / "f3.txt").stat().st_size); t(lambda: (D / "t").touch()); t(lambda: (D / "t").touch(exist_ok=False)); t(lambda: (D / "t").read_bytes()); t(lambda: (D / "f3.txt").touch()); t(lambda: (D / "f3.txt").read_bytes())
(D / "x/one.py").touch(); (D / "x/y/two.py").touch(); (D / "x/.hid.py").touch(); (D/"x/y/.h").mkdir(); (D/"x/y/.h/three.py").touch(); (D/"x/K.PY").touch()
for g in ("*", "*.py", "x/*", "*/*.py", "**", "**/*", "**/*.py", "x/**", "**/y", "**/y/*", "x/y", "x/nope", "?", "[fg]*", "..", "../pathlib_folder/*.txt", "x/../*", ".", "**/**", "x/", "", "/x", "**x", "x**", "*/..", "**/.h", "*.PY", "x/one.py", "f3.txt/*", "**/x/**", "*/", "*.py/", "x/*/", "**/", "b/", "/"):
    print(g, end=" "); t(lambda: sorted(D.glob(g))); print(g, end=" "); t(lambda: sorted(D.rglob(g)))
t(lambda: sorted(D.iterdir())); t(lambda: list((D / "nope").iterdir())); t(lambda: list((D / "b").iterdir())); t(lambda: [(D / n).is_file() for n in ("b", "x", "nope")]); t(lambda: [(D / n).is_dir() for n in ("b", "x", "nope")]); t(lambda: (D/"x").is_symlink()); t(lambda: Path("/").is_mount()); t(lambda: (D / "a\0").exists()); t(lambda: (D / "a\0").is_file()); t(lambda: (D/"x/../b").resolve() == Path.cwd() / D / "b"); t(lambda: (D/"nope").resolve(strict=True) ); t(lambda: D.absolute() == Path.cwd() / D); t(lambda: Path("x").absolute().is_absolute()); t(lambda: (D / "b").samefile(D / "x/../b")); t(lambda: (D / "b").samefile(str(D / "g"))); t(lambda: (D / "b").samefile("nope"))
with (D / "b").open("wb") as f: t(lambda: f.write(b"123"))
with (D / "b").open() as f: t(lambda: f.read())
with open(D / "b") as f: t(lambda: f.name)
t(lambda: (D/"b").open("q")); t(lambda: D.open()); t(lambda: D.unlink()); t(lambda: D.rmdir()); t(lambda: (D/"b").rmdir()); t(lambda: (D / "x").rename(D / "xx")); t(lambda: sorted((D/"xx").rglob("*"))); t(lambda: (D/"xx").rename(D/"b")); t(lambda: (D/"b").rename(D/"xx")); t(lambda: (D / "b").mkdir()); t(lambda: (D/"b").mkdir(exist_ok=True)); t(lambda: (D / "b/c").mkdir(parents=True, exist_ok=True)); t(lambda: Path("~").expanduser() == Path.home()); t(lambda: Path("~/a").expanduser() == Path.home() / "a"); t(lambda: Path("a/~").expanduser()); t(lambda: Path("/a b/c#?").as_uri()); t(lambda: Path("a").as_uri())
shutil.rmtree(D); t(lambda: D.exists())
t(lambda: pathlib.__all__)
