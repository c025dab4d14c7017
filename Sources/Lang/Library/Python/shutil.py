"""Copying and removing files."""
import os as _os


class Error(OSError):
    pass


class SameFileError(Error):
    pass


def copyfileobj(fsrc, fdst, length=0):
    while True:
        data = fsrc.read(length or 65536)
        if not data:
            break
        fdst.write(data)


def copyfile(src, dst, *, follow_symlinks=True):
    if _os.path.exists(dst) and _os.path.samefile(src, dst):
        raise SameFileError("%r and %r are the same file" % (src, dst))
    with open(src, "rb") as source, open(dst, "wb") as target:
        target.write(source.read())
    return dst


def copy(src, dst, *, follow_symlinks=True):
    if _os.path.isdir(dst):
        dst = _os.path.join(dst, _os.path.basename(src))
    return copyfile(src, dst)


copy2 = copy


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    names = _os.listdir(src)
    ignored = ignore(_os.fspath(src), names) if ignore is not None else ()
    _os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in names:
        if name in ignored:
            continue
        source, target = _os.path.join(src, name), _os.path.join(dst, name)
        if _os.path.isdir(source):
            copytree(source, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
        else:
            copy_function(source, target)
    return dst


def ignore_patterns(*patterns):
    import fnmatch

    def ignore(path, names):
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}

    return ignore


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    try:
        for name in _os.listdir(path):
            full = _os.path.join(path, name)
            if _os.path.isdir(full):
                rmtree(full, ignore_errors, onerror)
            else:
                _os.remove(full)
        _os.rmdir(path)
    except OSError:
        if not ignore_errors:
            raise


def move(src, dst, copy_function=copy2):
    if _os.path.isdir(dst):
        dst = _os.path.join(dst, _os.path.basename(src.rstrip("/")))
    if _os.path.isdir(src):
        copytree(src, dst)
        rmtree(src)
    else:
        copy_function(src, dst)
        _os.remove(src)
    return dst


def get_terminal_size(fallback=(80, 24)):
    return _os.terminal_size(fallback)


def _refuse(name, reason):
    def refused(*args, **kwargs):
        raise RuntimeError("shutil.%s() is refused: %s" % (name, reason))

    return refused


which = _refuse("which", "a spec starts no programs")
chown = _refuse("chown", "a spec can't reach into the operating system")
disk_usage = _refuse("disk_usage", "a spec can't reach into the operating system")
make_archive = _refuse("make_archive", "only gzip and zlib are supported")
unpack_archive = _refuse("unpack_archive", "unpack the files beside the spec")
