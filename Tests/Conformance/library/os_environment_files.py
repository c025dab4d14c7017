"""The environment, and files by `os`."""
import os
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
e = os.environ
t(lambda: e["NOPE"]); t(lambda: e[5]); t(lambda: e.get("NOPE")); t(lambda: e.get("NOPE", 3)); t(lambda: e.get(5)); t(lambda: 5 in e); t(lambda: "HOME" in e)
t(lambda: e.__setitem__("A", 1)); t(lambda: e.__setitem__(1, "A")); t(lambda: e.__setitem__("A=B", "x")); t(lambda: e.__setitem__("", "x")); t(lambda: e.__setitem__("A\0", "x")); t(lambda: e.__setitem__("A", "x\0"))
e["ZZ"] = "é"; t(lambda: os.environb[b"ZZ"]); t(lambda: os.getenv("ZZ")); t(lambda: os.getenvb(b"ZZ")); t(lambda: os.getenvb("ZZ")); t(lambda: os.getenv(b"ZZ"))
t(lambda: e.pop("ZZ")); t(lambda: e.pop("ZZ")); t(lambda: e.pop("ZZ", 1)); t(lambda: e.__delitem__("ZZ"))
t(lambda: e.setdefault("YY", "1")); t(lambda: e.setdefault("YY", "2")); t(lambda: e.setdefault("XX", 2)); t(lambda: e.update(WW="1", VV="2")); t(lambda: e.update({"UU": 1}))
t(lambda: isinstance(e, dict)); t(lambda: type(e | {"a": "b"})); t(lambda: type({"a": "b"} | e)); t(lambda: type(e.copy())); t(lambda: e == dict(e)); t(lambda: sorted(e) == sorted(e.keys())); t(lambda: len(e) == len(dict(e)))
t(lambda: {**e}["YY"]); t(lambda: repr(e)[:9]); t(lambda: e.__ior__({"TT": "2"}) is e); t(lambda: e | 5); t(lambda: e | [("a", "b")])
e |= [("KK", "3")]; t(lambda: e["KK"])
t(lambda: os.putenv("PP", "1")); t(lambda: os.getenv("PP")); t(lambda: os.putenv("A=", "1")); t(lambda: os.putenv(5, "1")); t(lambda: os.unsetenv("QQ"))
t(lambda: os.get_exec_path({"PATH": "/a:/b"})); t(lambda: os.get_exec_path({})); t(lambda: "A{YY}".format(**e)); t(lambda: os.path.expandvars("$YY/${WW}"))
t(lambda: isinstance("x", os.PathLike))
class P:
    def __fspath__(s): return "p"
class Q(os.PathLike): pass
class R(os.PathLike):
    def __fspath__(self): return "r"
t(lambda: isinstance(P(), os.PathLike)); t(lambda: issubclass(P, os.PathLike)); t(lambda: Q()); t(lambda: os.fspath(R())); t(lambda: os.PathLike[str])
import pathlib
t(lambda: isinstance(pathlib.Path("x"), os.PathLike)); t(lambda: issubclass(pathlib.PurePath, os.PathLike))
t(lambda: os.fspath(5)); t(lambda: os.fsencode("é")); t(lambda: os.fsdecode(b"\xff")); t(lambda: os.fsencode(5)); t(lambda: os.fsdecode(P())); t(lambda: os.listdir("nope")); t(lambda: os.listdir(b"nope")); t(lambda: os.stat("nope")); t(lambda: os.stat(None)); t(lambda: os.remove("nope")); t(lambda: os.rmdir("nope")); t(lambda: os.rename("nope", "nope2")); t(lambda: os.mkdir("nope/x")); t(lambda: os.scandir("nope")); t(lambda: list(os.walk("nope"))); t(lambda: os.remove(None)); t(lambda: os.mkdir(None)); t(lambda: os.rename("a", None)); t(lambda: os.listdir([])); t(lambda: os.scandir([])); t(lambda: os.access("nope", os.R_OK)); t(lambda: os.makedirs("")); t(lambda: os.strerror(2)); t(lambda: os.strerror(12345))
t(lambda: os.WEXITSTATUS(256)); t(lambda: os.waitstatus_to_exitcode(256)); t(lambda: os.waitstatus_to_exitcode(9)); t(lambda: len(os.urandom(3))); t(lambda: os.urandom(-1)); t(lambda: os.urandom("x")); t(lambda: os.sep + os.linesep + os.name); t(lambda: os.get_terminal_size(0))
t(lambda: os.DirEntry()); t(lambda: os.O_CLOEXEC | os.O_RDWR); t(lambda: os.error is OSError)
os.makedirs("os_files_folder/a/b"); t(lambda: os.makedirs("os_files_folder/a")); t(lambda: os.makedirs("os_files_folder/a", exist_ok=True)); open("os_files_folder/f.txt","w").write("hello"); t(lambda: os.path.getsize("os_files_folder/f.txt")); t(lambda: os.stat("os_files_folder/f.txt").st_size)
t(lambda: sorted(os.listdir("os_files_folder"))); t(lambda: sorted(os.listdir(b"os_files_folder"))); t(lambda: [(a, sorted(b), c) for a, b, c in os.walk("os_files_folder")]); t(lambda: [(a, sorted(b), c) for a, b, c in os.walk("os_files_folder", topdown=False)]); t(lambda: sorted(map(repr, os.scandir("os_files_folder")))); t(lambda: os.rmdir("os_files_folder")); t(lambda: os.remove("os_files_folder/a")); t(lambda: os.mkdir("os_files_folder/a")); t(lambda: os.rename("os_files_folder/f.txt", "os_files_folder/a")); t(lambda: os.rename("os_files_folder/a", "os_files_folder/c")); t(lambda: sorted(os.listdir("os_files_folder"))); t(lambda: os.rename("os_files_folder/c", "os_files_folder/f.txt")); t(lambda: os.rename("os_files_folder", "os_files_folder/d")); t(lambda: os.replace("os_files_folder/f.txt", "os_files_folder/g.txt")); t(lambda: os.listdir("os_files_folder/g.txt")); t(lambda: os.rmdir("os_files_folder/g.txt"))
with os.scandir("os_files_folder") as it:
    for d in sorted(it, key=lambda d: d.name): t(lambda: (d.name, d.path, d.is_file(), d.is_dir(), d.is_symlink(), os.fspath(d), d.stat().st_size if d.is_file() else 0))
t(lambda: os.remove("os_files_folder/g.txt")); t(lambda: os.removedirs("os_files_folder/c/b")); t(lambda: os.path.exists("os_files_folder"))
