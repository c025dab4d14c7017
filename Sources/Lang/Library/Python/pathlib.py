"""Paths as objects."""
import _katydid
import fnmatch as _fnmatch
import io as _io
import os as _os
import stat as _stat

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]


def _split(args):
    """The root and the parts of paths put one after the other."""
    root, parts = "", []
    for arg in args:
        if isinstance(arg, PurePath):
            text = str(arg) if arg._parts or arg._root else ""
        else:
            text = _os.fspath(arg)
            if not isinstance(text, str):
                raise TypeError("argument should be a str object or an os.PathLike object returning str, not %r"
                                % type(text))
        if text.startswith("/"):
            root = "//" if text.startswith("//") and not text.startswith("///") else "/"
            parts = []
        parts += [part for part in text.split("/") if part and part != "."]
    return root, parts


class PurePath:
    __slots__ = ("_root", "_parts", "_text", "__weakref__")

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        elif cls is Path:
            cls = PosixPath
        self = object.__new__(cls)
        for arg in args:
            if not isinstance(arg, (str, bytes, PurePath)) and not hasattr(type(arg), "__fspath__"):
                raise TypeError("expected str, bytes or os.PathLike object, not %s" % type(arg).__name__)
        self._root, self._parts = _split(args)
        self._text = None
        return self

    def __init__(self, *args, **kwargs):
        pass

    def __reduce__(self):
        return type(self), self.parts

    def _made(self, root, parts):
        result = object.__new__(type(self))
        result._root, result._parts, result._text = root, parts, None
        return result

    def __str__(self):
        if self._text is None:
            self._text = self._root + "/".join(self._parts) or "."
        return self._text

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        return str(self)

    def __bytes__(self):
        return _os.fsencode(str(self))

    def __repr__(self):
        return "%s(%r)" % (self.__class__.__name__, str(self))

    def as_uri(self):
        if not self._root:
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes
        return "file://" + quote_from_bytes(bytes(self))

    def _key(self):
        return self._root, tuple(self._parts)

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def _order(self):
        return ([self._root] if self._root else []) + self._parts

    def __lt__(self, other):
        return self._order() < other._order() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._order() <= other._order() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._order() > other._order() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._order() >= other._order() if isinstance(other, PurePath) else NotImplemented

    drive = property(lambda self: "")
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._root)

    @property
    def parts(self):
        return tuple(self._order())

    @property
    def name(self):
        return self._parts[-1] if self._parts else ""

    @property
    def suffix(self):
        name = self.name
        at = name.rfind(".")
        return name[at:] if 0 < at < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        at = name.rfind(".")
        return name[:at] if 0 < at < len(name) - 1 else name

    def with_name(self, name):
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        if not name or "/" in name or name == ".":
            raise ValueError("Invalid name %r" % (name,))
        return self._made(self._root, self._parts[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if "/" in suffix or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError("Invalid suffix %r" % suffix)
        name = self.name
        if not name:
            raise ValueError("%r has an empty name" % (self,))
        old = self.suffix
        return self._made(self._root, self._parts[:-1] + [(name[:-len(old)] if old else name) + suffix])

    def relative_to(self, *other):
        if not other:
            raise TypeError("need at least one argument")
        root, parts = _split(other)
        count = len(parts)
        if root != self._root or self._parts[:count] != parts:
            shown = str(self._made(root, parts)) if root or parts else ""
            raise ValueError("%r is not in the subpath of %r OR one path is relative and the other is absolute."
                             % (str(self), shown))
        return self._made("", self._parts[count:])

    def is_relative_to(self, *other):
        if not other:
            raise TypeError("need at least one argument")
        root, parts = _split(other)
        return root == self._root and self._parts[:len(parts)] == parts

    def joinpath(self, *args):
        root, parts = _split((self,) + args)
        return self._made(root, parts)

    def __truediv__(self, key):
        if not isinstance(key, (str, PurePath)) and not hasattr(type(key), "__fspath__"):
            return NotImplemented
        return self.joinpath(key)

    def __rtruediv__(self, key):
        if not isinstance(key, (str, PurePath)) and not hasattr(type(key), "__fspath__"):
            return NotImplemented
        root, parts = _split((key, self))
        return self._made(root, parts)

    @property
    def parent(self):
        return self._made(self._root, self._parts[:-1]) if self._parts else self

    @property
    def parents(self):
        return _Parents(self)

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def match(self, path_pattern):
        root, parts = _split((path_pattern,))
        if not parts and not root:
            raise ValueError("empty pattern")
        own = self._order()
        if root:
            if root != self._root or len(parts) + 1 != len(own):
                return False
        elif len(parts) > len(own):
            return False
        return all(_fnmatch.fnmatchcase(part, pattern) for part, pattern in zip(reversed(own), reversed(parts)))


class _Parents:
    def __init__(self, path):
        self._path = path
        self._count = len(path._parts)

    def __len__(self):
        return self._count

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        return self._path._made(self._path._root, self._path._parts[:self._count - index - 1])

    def __repr__(self):
        return "<%s.parents>" % type(self._path).__name__


class PurePosixPath(PurePath):
    __slots__ = ()


class PureWindowsPath(PurePath):
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise RuntimeError("PureWindowsPath is refused: paths here are those of Linux")


class Path(PurePath):
    __slots__ = ()

    @classmethod
    def cwd(cls):
        return cls(_os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def __enter__(self):
        import warnings

        warnings.warn("pathlib.Path.__enter__() is deprecated and scheduled for removal in Python 3.13; Path objects as a "
                      "context manager is a no-op", DeprecationWarning, stacklevel=2)
        return self

    def __exit__(self, *args):
        pass

    def absolute(self):
        return self if self._root else self.cwd().joinpath(self)

    def resolve(self, strict=False):
        if strict and not self.exists():
            raise FileNotFoundError(2, "No such file or directory", str(self))
        return type(self)(_os.path.realpath(str(self)))

    def expanduser(self):
        if self._root or not self._parts or self._parts[0][:1] != "~":
            return self
        home = _os.path.expanduser(self._parts[0])
        if home[:1] == "~":
            raise RuntimeError("Could not determine home directory.")
        return type(self)(home, *self._parts[1:])

    def stat(self, *, follow_symlinks=True):
        return _os.stat(self)

    lstat = stat

    def exists(self):
        return _os.path.exists(self)

    def is_file(self):
        return _os.path.isfile(self)

    def is_dir(self):
        return _os.path.isdir(self)

    def is_symlink(self):
        return False

    is_socket = is_fifo = is_block_device = is_symlink

    def is_char_device(self):
        try:
            return _stat.S_ISCHR(self.stat().st_mode)
        except (OSError, ValueError):
            return False

    def is_mount(self):
        return self.exists() and _os.path.ismount(self)

    def samefile(self, other_path):
        return _os.path.samefile(self, other_path)

    def iterdir(self):
        for name in _os.listdir(self):
            yield self._made(self._root, self._parts + [name])

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return _io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        return _katydid.read_file(str(self))

    def read_text(self, encoding=None, errors=None):
        with self.open("r", encoding=encoding, errors=errors) as file:
            return file.read()

    def write_bytes(self, data):
        return _katydid.write_file(str(self), memoryview(data).tobytes())

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % data.__class__.__name__)
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if self.exists() and not exist_ok:
            raise FileExistsError(17, "File exists", str(self))
        _katydid.write_file(str(self), b"", True)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            _os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def unlink(self, missing_ok=False):
        try:
            _os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        _os.rmdir(self)

    def rename(self, target):
        _os.rename(self, target)
        return type(self)(target)

    def replace(self, target):
        _os.replace(self, target)
        return type(self)(target)

    def owner(self):
        import getpass

        return getpass.getuser()

    def group(self):
        raise RuntimeError("pathlib.Path.group() is refused: a spec can't look up users")

    def chmod(self, mode, *, follow_symlinks=True):
        _os.chmod(self, mode)

    def lchmod(self, mode):
        self.chmod(mode, follow_symlinks=False)

    def readlink(self):
        return type(self)(_os.readlink(self))

    def symlink_to(self, target, target_is_directory=False):
        _os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        _os.link(target, self)

    def link_to(self, target):
        _os.link(self, target)

    def _select(self, patterns):
        if not patterns or patterns == [""]:
            yield self
            return
        first, rest = patterns[0], patterns[1:]
        if first == "**":
            seen = set()
            for folder in self._folders():
                for found in folder._select(rest):
                    if found not in seen:
                        seen.add(found)
                        yield found
            return
        if not any(letter in first for letter in "*?["):
            found = self._made(self._root, self._parts + [first])
            if found.exists() if not rest else found.is_dir():
                yield from found._select(rest)
            return
        if not self.is_dir():
            return
        for name in _os.listdir(self):
            if _fnmatch.fnmatchcase(name, first):
                found = self._made(self._root, self._parts + [name])
                if not rest or found.is_dir():
                    yield from found._select(rest)

    def _folders(self):
        yield self
        if self.is_dir():
            for name in _os.listdir(self):
                found = self._made(self._root, self._parts + [name])
                if found.is_dir():
                    yield from found._folders()

    def _pattern(self, pattern):
        """The parts of a pattern for `glob` and `rglob`."""
        root, parts = _split((pattern,))
        if root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        if any("**" in part and part != "**" for part in parts):
            raise ValueError("Invalid pattern: '**' can only be an entire path component")
        # Behind a slash at the end is nothing: only folders have that.
        return parts + [""] if pattern[-1:] == "/" and parts else parts

    def glob(self, pattern):
        if not pattern:
            raise ValueError("Unacceptable pattern: %r" % (pattern,))
        parts = self._pattern(pattern)
        if not parts:
            raise IndexError("tuple index out of range")
        for found in self._select(parts):
            if parts[-1] != "**" or found.is_dir():
                yield found

    def rglob(self, pattern):
        yield from self._select(["**"] + self._pattern(pattern))


class PosixPath(Path, PurePosixPath):
    __slots__ = ()


class WindowsPath:
    def __new__(cls, *args, **kwargs):
        raise NotImplementedError("cannot instantiate 'WindowsPath' on your system")
