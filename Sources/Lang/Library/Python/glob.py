"""Files by patterns."""
import fnmatch as _fnmatch
import os as _os
import re as _re

_magic = _re.compile("[*?[]")


def has_magic(s):
    if isinstance(s, bytes):
        s = _os.fsdecode(s)
    return _magic.search(s) is not None


def escape(pathname):
    if isinstance(pathname, bytes):
        return _re.sub(b"([*?[])", rb"[\1]", pathname)
    return _re.sub("([*?[])", r"[\1]", pathname)


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def _join(folder, name):
    return _os.path.join(folder, name) if folder else name


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    if dir_fd is not None:
        raise RuntimeError("glob() in an open folder is refused: a spec names folders by root_dir")
    root = "" if root_dir is None else _os.fspath(root_dir)
    pattern = _os.fspath(pathname)
    if isinstance(pattern, bytes):
        found = _found(_os.fsdecode(pattern), _os.fsdecode(root), recursive, include_hidden)
        return (_os.fsencode(path) for path in found)
    return _found(pattern, root, recursive, include_hidden)


def _found(pattern, root, recursive, include_hidden):
    def names(folder):
        try:
            return _os.listdir(_join(root, folder) or ".")
        except OSError:
            return []

    def below(folder):
        for name in names(folder):
            if include_hidden or not name.startswith("."):
                yield _join(folder, name)
                if _os.path.isdir(_join(root, _join(folder, name))):
                    yield from below(_join(folder, name))

    def find(path):
        folder, name = _os.path.split(path)
        if not path:
            return
        if not has_magic(path):
            full = _join(root, path)
            if name and _os.path.lexists(full) or not name and _os.path.isdir(full):
                yield path
            return
        folders = [folder] if not folder or folder == path or not has_magic(folder) else \
            [one for one in find(folder) if _os.path.isdir(_join(root, one))]
        for one in folders:
            if recursive and name == "**":
                if one:
                    yield _join(one, "")
                yield from below(one)
            elif not has_magic(name):
                if not name and _os.path.isdir(_join(root, one)) or name and _os.path.lexists(
                        _join(root, _join(one, name))):
                    yield _join(one, name)
            else:
                for found in names(one):
                    if _fnmatch.fnmatchcase(found, name) and (include_hidden or name.startswith(".")
                                                              or not found.startswith(".")):
                        yield _join(one, found)

    yield from find(pattern)
