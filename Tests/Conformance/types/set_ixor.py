"""set.__ixor__."""
values = [set(), {1}, {1, 2, 3}, {"a"}, {1.0, (2,)}]
for value in values:
    for other in ({1, 9}, [7, "a"], (), "xy", {1: 2}, 5, None, frozenset([1])):
        try:
            changed = set(value)
            result = changed.__ixor__(other)
            print(sorted(map(repr, changed)),
                result if result is None or result is NotImplemented else sorted(map(repr, result)))
        except Exception as error:
            print(type(error).__name__, error)
