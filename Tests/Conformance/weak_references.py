"""weakref: what can be seen without anything dying, and what gc.collect() is sure to end."""
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def method(self):
        return self.name


class Slotted:
    __slots__ = ("a",)


class Weak:
    __slots__ = ("a", "__weakref__")


node = Node("n")
first = weakref.ref(node)
print(first() is node, first is weakref.ref(node), first == weakref.ref(node), hash(first) == hash(node))
second = weakref.ref(node, print)
print(second is first, second == first, first.__callback__, second.__callback__ is print)
print(weakref.getweakrefcount(node), len(weakref.getweakrefs(node)))
for value in [1, 1.5, "s", b"b", (1,), [1], {}, None, True, Slotted(), object(), range(3)]:
    try:
        weakref.ref(value)
        print("can be referred to")
    except TypeError as error:
        print(error)
for value in [{1}, frozenset(), lambda: 1, Node, Node.method, node.method, len, gc, Weak(), type("T", (list,), {})()]:
    print(type(weakref.ref(value)).__name__)
proxy = weakref.proxy(node)
print(proxy.name, proxy.method(), isinstance(proxy, Node), type(proxy).__name__)
proxy.name = "changed"
print(node.name)
call = weakref.proxy(lambda x: x + 1)
print(type(weakref.proxy(Node)).__name__)
method = weakref.WeakMethod(node.method)
print(method()(), method == weakref.WeakMethod(node.method))
values = weakref.WeakValueDictionary(a=node)
values["b"] = node
print(sorted(values), values["a"] is node, len(values), "c" in values, values.get("c", 5), [v.name for v in values.values()])
del values["a"]
print(list(values.items()) == [("b", node)])
keys = weakref.WeakKeyDictionary({node: 1})
print(keys[node], node in keys, list(keys.items()) == [(node, 1)], keys.pop(node), len(keys))
group = weakref.WeakSet([node])
print(node in group, len(group), 5 in group, group == {node})
group.discard(node)
print(len(group))
final = weakref.finalize(node, print, "final", end="!\n")
print(final.alive, final.peek()[2:], final.atexit)
print(final(), final.alive, final(), final.peek())
detached = weakref.finalize(node, print, "never")
print(detached.detach()[0] is node, detached.alive)


def collected():
    gone = []
    holder = [weakref.ref(Node(i), lambda reference: gone.append(reference() is None)) for i in range(200)]
    gc.collect()
    # A word on the stack may look like one of them.
    return sum(reference() is None for reference in holder) > 150, len(gone) > 150, all(gone)


print(collected())
at_end = weakref.finalize(node, print, "at the end")
