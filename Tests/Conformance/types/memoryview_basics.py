"""memoryview over bytes and bytearrays."""
from facts import calls

data = bytearray(b"hello world")
view = memoryview(data)
print(len(view), view[0], view[-1], bytes(view[2:5]), view.tolist()[:3], view.readonly, view.itemsize, view.nbytes,
    view.format)
view[0] = 72
view[1:3] = b"EL"
print(data, view.tobytes(), view == data, view[0:2] == b"HE", memoryview(b"x").readonly, list(view[::3]))
calls(memoryview, "a", 5, ([1],))
for action in (lambda: view.__setitem__(0, 300), lambda: view.__setitem__(0, "a"),
    lambda: memoryview(b"abc").__setitem__(0, 1)):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
