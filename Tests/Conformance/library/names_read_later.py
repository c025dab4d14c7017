"""Names that modules read when they are asked for: they are listed, imported singly and by star, and are the same."""
import calendar
import collections
import dataclasses
import io
import logging
import re
import typing

for module in (collections, typing, dataclasses, io, re, logging, calendar):
    missing = [name for name in module.__all__ if name not in dir(module)]
    print(module.__name__, missing)
print([kind.__module__ for kind in (
    collections.OrderedDict, collections.Counter, collections.ChainMap, collections.UserDict, typing.TypeVar,
    typing.Generic, io.StringIO, io.TextIOWrapper, dataclasses.Field, logging.Logger, re.RegexFlag)])
print(collections.namedtuple.__module__, dataclasses.dataclass.__module__, typing.cast.__module__, io.open.__name__)
for module in (collections, typing, io, re, logging, calendar):
    try:
        module.nope
    except AttributeError as error:
        print(error)
from calendar import *
from collections import *
from dataclasses import *
from logging import *
from re import *
from typing import *

print(OrderedDict is collections.OrderedDict, deque, Counter("aab"), I | M, MULTILINE is re.M, Iterable[int], asdict.__name__)
print(HTMLCalendar, BufferingFormatter, INFO, TYPE_CHECKING)
