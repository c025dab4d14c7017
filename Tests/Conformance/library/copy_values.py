"""copy and deepcopy."""
import copy

from facts import calls


class Node:
    def __init__(self, value, child=None):
        self.value, self.child = value, child

    def __repr__(self):
        return "Node(%r, %r)" % (self.value, self.child)


class Own:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep"


node = Node([1], Node((2, [3])))
for function in (copy.copy, copy.deepcopy):
    calls(function, 5, "a", None, ([1, [2]],), ((1, [2]),), {"a": [1]}, {1, 2}, bytearray(b"x"), node, Own(), int, ...)
    twin = function(node)
    print(twin is node, twin.child is node.child, twin.value is node.value)
cycle = [1]
cycle.append(cycle)
twin = copy.deepcopy(cycle)
print(twin[1] is twin, twin is cycle)
shared = [0]
pair = copy.deepcopy([shared, shared])
print(pair[0] is pair[1], pair[0] is shared)
