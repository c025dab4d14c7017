"""What the views of a dict can do."""
from facts import each, pairs

tables = [{}, {"a": 1}, {"a": 1, "b": 2}, {"b": 2, "c": 3}]
operators = [("&", lambda a, b: sorted(a & b)), ("|", lambda a, b: sorted(a | b)), ("-", lambda a, b: sorted(a - b)),
             ("^", lambda a, b: sorted(a ^ b)), ("<=", lambda a, b: a <= b), ("<", lambda a, b: a < b),
             ("==", lambda a, b: a == b)]
pairs(operators, [table.keys() for table in tables], [table.keys() for table in tables] + [{"a"}, ["b"]])
pairs(operators, [table.items() for table in tables], [table.items() for table in tables])
for table in tables:
    for view in (table.keys(), table.values(), table.items()):
        print(len(view), list(view), list(reversed(view)), "a" in view, 1 in view, ("a", 1) in view, repr(view))
each("isdisjoint", [table.keys() for table in tables], {"a"}, (["q"],), 5)
