"""Containers made from the abstract base classes."""
import operator
from collections import abc

from facts import calls, each, pairs


class Bag(abc.MutableSet):
    def __init__(self, items=()):
        self.items = []
        for item in items:
            self.add(item)

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, item):
        if item not in self.items:
            self.items.append(item)

    def discard(self, item):
        if item in self.items:
            self.items.remove(item)

    def copy(self):
        return Bag(self.items)

    def __repr__(self):
        return "Bag(%r)" % self.items


class Table(abc.MutableMapping):
    def __init__(self, *args, **kwargs):
        self.data = []
        self.update(*args, **kwargs)

    def __getitem__(self, key):
        for known, value in self.data:
            if known == key:
                return value
        raise KeyError(key)

    def __setitem__(self, key, value):
        self.data = [pair for pair in self.data if pair[0] != key] + [(key, value)]

    def __delitem__(self, key):
        self[key]
        self.data = [pair for pair in self.data if pair[0] != key]

    def __iter__(self):
        return iter([key for key, _ in self.data])

    def __len__(self):
        return len(self.data)

    def copy(self):
        return Table(self)

    def __repr__(self):
        return "Table(%r)" % self.data


class Row(abc.MutableSequence):
    def __init__(self, items=()):
        self.items = list(items)

    def __getitem__(self, index):
        return self.items[index]

    def __setitem__(self, index, item):
        self.items[index] = item

    def __delitem__(self, index):
        del self.items[index]

    def __len__(self):
        return len(self.items)

    def insert(self, index, item):
        self.items.insert(index, item)

    def copy(self):
        return Row(self.items)

    def __eq__(self, other):
        return isinstance(other, Row) and self.items == other.items

    def __repr__(self):
        return "Row(%r)" % self.items


bags = [Bag(), Bag([1]), Bag([1, 2, 3])]
others = bags + [{1, 9}, [1], 5]
pairs([("<=", operator.le), ("<", operator.lt), (">=", operator.ge), (">", operator.gt), ("==", operator.eq), ("&",
    operator.and_),
       ("|", operator.or_), ("-", operator.sub), ("^", operator.xor)], bags, others)
for name in ("__ior__", "__iand__", "__isub__", "__ixor__", "isdisjoint"):
    each(name, bags, *[(other,) for other in others[:5]])
each("remove", bags, 1, 9)
each("pop", bags, ())
each("clear", bags, ())
tables = [Table(), Table(a=1), Table([("a", 1), ("b", 2)])]
each("get", tables, "a", ("z", 5))
each("pop", tables, "a", ("z", 5))
each("popitem", tables, ())
each("setdefault", tables, ("a", 9), "q")
each("update", tables, ({"a": 5},), ([("x", 1)],), (Table(b=7),), (), 5, ([1],))
each("keys", tables, ())
each("items", tables, ())
each("values", tables, ())
each("clear", tables, ())
pairs([("==", operator.eq), ("in", lambda a, b: b in a)], tables, [{"a": 1}, Table(a=1), "a", 5])
rows = [Row(), Row([1]), Row([3, 1, 2, 1])]
each("append", rows, 5)
each("extend", rows, "ab", ([],), 5)
each("pop", rows, (), 0, 9)
each("remove", rows, 1, 7)
each("reverse", rows, ())
each("index", rows, 1, (1, 2), (1, -1), (1, 0, 1), 7)
each("count", rows, 1, 7)
each("__contains__", rows, 1, 7)
each("__iadd__", rows, (["x"],))
for row in rows:
    print(list(row), list(reversed(row)))
for kind in ("Hashable", "Iterable", "Iterator", "Reversible", "Generator", "Sized", "Container", "Collection",
    "Callable", "Set", "MutableSet",
             "Mapping", "MutableMapping", "Sequence", "MutableSequence", "ByteString", "KeysView", "ItemsView", "ValuesView", "Awaitable"):
    base = getattr(abc, kind)
    print(kind, [isinstance(value, base) for value in (1, "a", b"", [], (), {}, set(), frozenset(), range(1),
        iter([]), {}.keys(), {}.items(),
                                                       {}.values(), len, int, None, (x for x in ()), bytearray(), bags[0], tables[0], rows[0])])
    calls(base)
