"""The part of `os.path` that doesn't depend on how paths are written."""
from os.path import (
    commonprefix, exists, getatime, getctime, getmtime, getsize, isdir, isfile, sameopenfile, samefile, samestat)

__all__ = ["commonprefix", "exists", "getatime", "getctime", "getmtime", "getsize", "isdir", "isfile", "samefile",
           "sameopenfile", "samestat"]
