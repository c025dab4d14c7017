"""The abstract base classes of containers, and which of the built-in types count as derived from them."""
from collections import deque as _deque
from collections._abc_protocols import (
    AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Collection, Container, Coroutine, Generator,
    Hashable, Iterable, Iterator, Reversible, Sized)
from collections._abc_sets import MutableSet, Set
from collections._abc_mappings import ItemsView, KeysView, Mapping, MappingView, MutableMapping, ValuesView
from collections._abc_sequences import ByteString, MutableSequence, Sequence

__all__ = ["Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable",
           "Iterator", "Generator", "Reversible", "Sized", "Container", "Callable", "Collection", "Set", "MutableSet",
           "Mapping", "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView", "Sequence",
           "MutableSequence", "ByteString"]


def _register():
    from array import array
    table = {
        Iterator: [iter(()), iter([]), iter({}), iter(set()), iter(""), iter(b""), iter(range(0)), reversed([]),
                   iter({}.values()), iter({}.items()), zip(), map(str, ()), filter(None, ()), enumerate(())],
        Generator: [_ for _ in [(_ for _ in ())]],
        Callable: [type, len, _register, [].append, str.upper],
        Sequence: ["", (), range(0), b"", memoryview(b"")], ByteString: [b"", bytearray()],
        MutableSequence: [[], bytearray(), _deque(), array("b")],
        Set: [frozenset()], MutableSet: [set()],
        Mapping: [type.__dict__], MutableMapping: [{}],
        KeysView: [{}.keys()], ItemsView: [{}.items()], ValuesView: [{}.values()],
    }
    for abstract, examples in table.items():
        for example in examples:
            abstract.register(type(example))


_register()
