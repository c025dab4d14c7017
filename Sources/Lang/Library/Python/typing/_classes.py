"""The old names of the classes of collections, and of the abstract ones."""
import collections as _collections
import collections.abc as _cabc
import contextlib as _contextlib
import re as _re
from typing._aliases import _CallableType, _SpecialGenericAlias

__name__ = "typing"

Deque = _SpecialGenericAlias(_collections.deque, "Deque")
DefaultDict = _SpecialGenericAlias(_collections.defaultdict, "DefaultDict", 2)
OrderedDict = _SpecialGenericAlias(_collections.OrderedDict, "OrderedDict", 2)
Counter = _SpecialGenericAlias(_collections.Counter, "Counter")
ChainMap = _SpecialGenericAlias(_collections.ChainMap, "ChainMap", 2)
Hashable = _SpecialGenericAlias(_cabc.Hashable, "Hashable", 0)
Sized = _SpecialGenericAlias(_cabc.Sized, "Sized", 0)
Iterable = _SpecialGenericAlias(_cabc.Iterable, "Iterable")
Iterator = _SpecialGenericAlias(_cabc.Iterator, "Iterator")
Reversible = _SpecialGenericAlias(_cabc.Reversible, "Reversible")
Container = _SpecialGenericAlias(_cabc.Container, "Container")
Collection = _SpecialGenericAlias(_cabc.Collection, "Collection")
AbstractSet = _SpecialGenericAlias(_cabc.Set, "AbstractSet")
MutableSet = _SpecialGenericAlias(_cabc.MutableSet, "MutableSet")
Mapping = _SpecialGenericAlias(_cabc.Mapping, "Mapping", 2)
MutableMapping = _SpecialGenericAlias(_cabc.MutableMapping, "MutableMapping", 2)
Sequence = _SpecialGenericAlias(_cabc.Sequence, "Sequence")
MutableSequence = _SpecialGenericAlias(_cabc.MutableSequence, "MutableSequence")
ByteString = _SpecialGenericAlias(_cabc.ByteString, "ByteString", 0)
MappingView = _SpecialGenericAlias(_cabc.MappingView, "MappingView")
KeysView = _SpecialGenericAlias(_cabc.KeysView, "KeysView")
ItemsView = _SpecialGenericAlias(_cabc.ItemsView, "ItemsView", 2)
ValuesView = _SpecialGenericAlias(_cabc.ValuesView, "ValuesView")
Generator = _SpecialGenericAlias(_cabc.Generator, "Generator", 3)
Awaitable = _SpecialGenericAlias(_cabc.Awaitable, "Awaitable")
Coroutine = _SpecialGenericAlias(_cabc.Coroutine, "Coroutine", 3)
AsyncIterable = _SpecialGenericAlias(_cabc.AsyncIterable, "AsyncIterable")
AsyncIterator = _SpecialGenericAlias(_cabc.AsyncIterator, "AsyncIterator")
AsyncGenerator = _SpecialGenericAlias(_cabc.AsyncGenerator, "AsyncGenerator", 2)
ContextManager = _SpecialGenericAlias(_contextlib.AbstractContextManager, "ContextManager")
AsyncContextManager = _SpecialGenericAlias(_contextlib.AbstractAsyncContextManager, "AsyncContextManager")
Pattern = _SpecialGenericAlias(type(_re.compile("")), "Pattern")
Match = _SpecialGenericAlias(type(_re.match("", "")), "Match")
Callable = _CallableType(_cabc.Callable, "Callable", 2)
