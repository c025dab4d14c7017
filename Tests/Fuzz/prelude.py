"""What each program begins with: how facts are printed, and the functions and classes that its parts use."""

PRELUDE = '''\
import collections, contextlib, copy, functools, inspect, json, math, operator, os, random, sys, time, traceback
from abc import ABC, abstractmethod
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, abc, defaultdict, deque, namedtuple
from contextlib import suppress

def show(value, depth=0):
    if isinstance(value, (set, frozenset)):
        return type(value).__name__ + "{" + ", ".join(sorted(show(v, depth + 1) for v in value)) + "}"
    if type(value) is dict:
        return "{" + ", ".join(show(k, depth + 1) + ": " + show(v, depth + 1) for k, v in value.items()) + "}"
    if type(value) in (list, tuple):
        return type(value).__name__ + "(" + ", ".join(show(v, depth + 1) for v in value) + ")"
    text = repr(value)
    return "<" + type(value).__name__ + ">" if " at 0x" in text else text[:400]

def fact(name, function):
    try:
        print(name, show(function()))
    except Exception as error:
        print(name, type(error).__name__, str(error)[:400])

def trace(name, function):
    try:
        print(name, show(function()))
    except Exception:
        print(name, traceback.format_exc())

def chain(name, function):
    """Prints an exception with what it came from."""
    try:
        print(name, show(function()))
    except BaseException as error:
        while error is not None and name is not None:
            context = type(error.__context__).__name__
            print(name, type(error).__name__, str(error), error.args, error.__suppress_context__, context)
            error = error.__cause__ or error.__context__

def call(*a, **k): return a, k

def then(value, method, *a, **k):
    return getattr(value, method)(*a, **k), value

def inplace(a, sign, b):
    names = {"a": a, "b": b}
    exec("a " + sign + "= b", names)
    return names["a"]

def setitem(o, k, v): o[k] = v; return "set"

def delitem(o, k): del o[k]; return "deleted"

def unpack(o): a, *b = o; return a, b

def enter(o):
    with o as got: return got

def exec_for(o): return [i for i, _ in zip(o, range(5))]
'''

CLASSES = '''\
class Manager:
    def __init__(self, trace, swallow): self.trace, self.swallow = trace, swallow
    def __enter__(self): self.trace.append("enter"); return self
    def __exit__(self, kind, value, traceback):
        self.trace.append(kind.__name__ + ": " + str(value)[:100] if kind else "exit")
        return self.swallow

class Faulty:
    def __init__(self, where): self.where = where
    def __enter__(self): return 1 // (self.where - 1) if self.where == 1 else self
    def __exit__(self, *info): return [][5] if self.where == 2 else False

class Fault(Exception):
    def __init__(self, code, **more): super().__init__(code); self.code = code
    def __str__(self): return f"fault {self.code}"

class Point:
    __match_args__ = ("x", "y")
    ORIGIN = 0
    KEY = "a"
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f"Point({self.x!r}, {self.y!r})"
    def __eq__(self, other): return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

class Named(namedtuple("Named", "x y")): pass

class Plain: x = 1

class Base:
    x = "base"
    def method(self): return "base"
    @classmethod
    def y(cls): return cls.__name__

class Mixin:
    def method(self): return "mixin", super().method()

class Slotted: __slots__ = ("s", "t")

class Reading:
    def __init__(self, n): self.n = n
    def __get__(self, o, kind=None): return ("read", self.n, o is None)

class Both(Reading):
    def __set__(self, o, v): log.append(("wrote", self.n, v))
    def __delete__(self, o): log.append(("deleted", self.n))
    def __set_name__(self, owner, name): self.n = name

class Refusing:
    def __get__(self, o, kind=None): raise AttributeError("refused")
    def __set__(self, o, v): raise AttributeError("unset")

def inner(log):
    log.append("inner")
    yield "from"
    return "result"

def print_type(value): return type(value).__mro__[1].__name__
'''

# What programs that make classes import.
MAKING = '''\
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, replace
from enum import KEEP, STRICT, Enum, Flag, IntEnum, IntFlag, StrEnum, auto
from typing import ClassVar

@dataclass
class Data:
    z: int = 0
'''

# What programs that call the library import.
LIBRARY = '''\
import argparse, array, base64, binascii, bisect, calendar, codecs, csv, fnmatch, hashlib, heapq, hmac, html, io
import keyword, pprint, re, shlex, statistics, string, struct, textwrap, types, typing, unicodedata, urllib.parse, uuid
import warnings, weakref, zlib
from contextlib import closing, nullcontext, redirect_stdout
from datetime import date, datetime, time as time_of_day, timedelta, timezone
from decimal import (
    ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP,
    Decimal, getcontext, localcontext)
from fractions import Fraction
from functools import (
    cached_property, cmp_to_key, lru_cache, partial, reduce, singledispatch, total_ordering, update_wrapper, wraps)
from itertools import (
    accumulate, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile,
    filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest)
from operator import add
from pathlib import PurePosixPath
from typing import Callable, Dict, List, Literal, Optional, Tuple, Union
from zoneinfo import ZoneInfo

log_list = []

def take(iterator): return [x for x, _ in zip(iterator, range(6))]

def spans(found): return [(m.span(), m.groups()) for m in found]

def groups(m): return m and (m.span(), m[0], m.groups(), m.groupdict(), m.lastgroup, m.lastindex)

@lru_cache(maxsize=2)
def cached(v): return v

@singledispatch
def dispatch(v): return "other"

@dispatch.register
def number(v: int): return "int"

@dispatch.register(str)
@dispatch.register(list)
def text(v): return "text"

@total_ordering
class total:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n

def heaped(values):
    heap = list(values)
    heapq.heapify(heap)
    return [heapq.heappop(heap) for _ in range(len(heap))]

def shuffled(seed, values):
    random.Random(seed).shuffle(values)
    return values

def with_context(d, precision, rounding):
    with localcontext() as context:
        context.prec, context.rounding = precision, rounding
        return +d, d / 3, d.sqrt(), context.flags[next(iter(context.flags))]

def packed(form, offset, *values):
    buffer = bytearray(12)
    struct.pack_into(form, buffer, offset, *values)
    return buffer

def written(row, **options):
    stream = io.StringIO()
    csv.writer(stream, **options).writerow(row)
    return stream.getvalue()

def nested_copy(values):
    values.append(values)
    made = copy.deepcopy(values)
    return made[-1] is made, len(made)

def run_with(manager, function):
    with manager as got: return function()
    return "swallowed"

@contextlib.contextmanager
def managed(swallow, log):
    try: yield 1
    except ValueError:
        if not swallow: raise

def stacked(n):
    log = []
    with contextlib.ExitStack() as stack:
        for i in range(n): stack.callback(log.append, i)
        stack.enter_context(suppress(ValueError))
        stack.push(lambda *info: log.append(info[0]))
        int("x")
    return log

def stdout_of(*values):
    with redirect_stdout(io.StringIO()) as stream: print(*values)
    return stream.getvalue()

def warnings_of(kind, text):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        warnings.warn(text, kind)
    return [(w.category.__name__, str(w.message)) for w in caught]

def abs_sum(values): return sum(abs(v) for v in values)

def argparsed(argv):
    parser = argparse.ArgumentParser(prog="p", exit_on_error=False)
    parser.add_argument("n", type=int, nargs="?", default=9)
    parser.add_argument("--x", nargs="+", help="some %(default)s")
    parser.add_argument("-v", action="count")
    parser.add_argument("--ch", choices=["a", "b"])
    return vars(parser.parse_args(argv))
'''
