# Slices are ordered as the tuples of their parts.
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
parts = (slice(1), slice(2), slice(1, 2), slice(1, 3), slice(1, 2, 3), slice('a', 'b', 1), slice(None))
for a in parts:
    for b in parts:
        t(lambda: a < b); t(lambda: a >= b); t(lambda: a.__le__(b)); t(lambda: a > 5); t(lambda: a.__gt__(5)); t(lambda: a == b)
t(lambda: sorted([slice(1, 3, 1), slice(1, 2, 1)]))
t(lambda: slice.__lt__(5, 5))
