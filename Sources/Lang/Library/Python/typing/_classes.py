"""The old names of the classes of collections, and of the abstract ones."""
import collections as _collections
import collections.abc as _cabc
import contextlib as _contextlib
import re as _re
from typing._aliases import _CallableForm, _ClassForm

__name__ = "typing"

Deque = _ClassForm(_collections.deque, "Deque")
DefaultDict = _ClassForm(_collections.defaultdict, "DefaultDict", 2)
OrderedDict = _ClassForm(_collections.OrderedDict, "OrderedDict", 2)
Counter = _ClassForm(_collections.Counter, "Counter")
ChainMap = _ClassForm(_collections.ChainMap, "ChainMap", 2)
Hashable = _ClassForm(_cabc.Hashable, "Hashable", 0)
Sized = _ClassForm(_cabc.Sized, "Sized", 0)
Iterable = _ClassForm(_cabc.Iterable, "Iterable")
Iterator = _ClassForm(_cabc.Iterator, "Iterator")
Reversible = _ClassForm(_cabc.Reversible, "Reversible")
Container = _ClassForm(_cabc.Container, "Container")
Collection = _ClassForm(_cabc.Collection, "Collection")
AbstractSet = _ClassForm(_cabc.Set, "AbstractSet")
MutableSet = _ClassForm(_cabc.MutableSet, "MutableSet")
Mapping = _ClassForm(_cabc.Mapping, "Mapping", 2)
MutableMapping = _ClassForm(_cabc.MutableMapping, "MutableMapping", 2)
Sequence = _ClassForm(_cabc.Sequence, "Sequence")
MutableSequence = _ClassForm(_cabc.MutableSequence, "MutableSequence")
ByteString = _ClassForm(_cabc.ByteString, "ByteString", 0)
MappingView = _ClassForm(_cabc.MappingView, "MappingView")
KeysView = _ClassForm(_cabc.KeysView, "KeysView")
ItemsView = _ClassForm(_cabc.ItemsView, "ItemsView", 2)
ValuesView = _ClassForm(_cabc.ValuesView, "ValuesView")
Generator = _ClassForm(_cabc.Generator, "Generator", 3)
Awaitable = _ClassForm(_cabc.Awaitable, "Awaitable")
Coroutine = _ClassForm(_cabc.Coroutine, "Coroutine", 3)
AsyncIterable = _ClassForm(_cabc.AsyncIterable, "AsyncIterable")
AsyncIterator = _ClassForm(_cabc.AsyncIterator, "AsyncIterator")
AsyncGenerator = _ClassForm(_cabc.AsyncGenerator, "AsyncGenerator", 2)
ContextManager = _ClassForm(_contextlib.AbstractContextManager, "ContextManager")
AsyncContextManager = _ClassForm(_contextlib.AbstractAsyncContextManager, "AsyncContextManager")
Pattern = _ClassForm(type(_re.compile("")), "Pattern")
Match = _ClassForm(type(_re.match("", "")), "Match")
Callable = _CallableForm(_cabc.Callable, "Callable", 2)
