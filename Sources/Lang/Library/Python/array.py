"""Arrays of numbers of one kind, kept as their bytes."""
import _katydid
import struct as _struct
from collections.abc import MutableSequence as _MutableSequence

__all__ = ["array", "ArrayType", "typecodes"]

typecodes = "bBuhHiIlLqQfd"
_NOTHING = object()


def _index(value):
    if isinstance(value, int):
        return value
    method = getattr(type(value), "__index__", None)
    if method is None:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return method(value)


class array:
    """`_items` has the numbers themselves; bytes are made of them when somebody asks."""

    __module__ = "array"
    __hash__ = None

    __slots__ = ("_code", "_items", "_format", "_size", "__weakref__")

    def __new__(cls, typecode=_NOTHING, initializer=(), /, **kwargs):
        if typecode is _NOTHING:
            raise TypeError("array() takes at least 1 argument (0 given)")
        if kwargs and cls is array:
            raise TypeError("array.array() takes no keyword arguments")
        if not isinstance(typecode, str):
            raise TypeError(f"array() argument 1 must be a unicode character, not {type(typecode).__name__}")
        if len(typecode) != 1:
            raise TypeError("array() argument 1 must be a unicode character, not str")
        if typecode not in typecodes:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        if typecode != "u":
            if isinstance(initializer, str):
                raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
            if isinstance(initializer, array) and initializer.typecode == "u":
                raise TypeError(f"cannot use a unicode array to initialize an array with typecode '{typecode}'")
        self = object.__new__(cls)
        self._code = typecode
        self._items = []
        self._format = "I" if typecode == "u" else typecode
        self._size = _struct.calcsize(self._format)
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            self._items = [self._checked(item) for item in initializer]
        return self

    typecode = property(lambda self: self._code)
    itemsize = property(lambda self: self._size)

    def _made(self, items):
        """An array of the same kind."""
        made = object.__new__(array)
        made._code, made._format, made._size, made._items = self._code, self._format, self._size, items
        return made

    def _checked(self, value):
        """A value as the array keeps it; an error when it is of another kind or too large."""
        code = self._code
        if code == "u":
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError("array item must be unicode character")
            return value
        if code in "fd":
            if isinstance(value, (str, bytes)) or not hasattr(value, "__float__") and not hasattr(value, "__index__"):
                raise TypeError(f"must be real number, not {type(value).__name__}")
            return _struct.unpack(code, _struct.pack(code, float(value)))[0]
        number = _index(value)
        bits = 8 * self._size
        least, most = (-(1 << bits - 1), (1 << bits - 1) - 1) if code.islower() else (0, (1 << bits) - 1)
        if not least <= number <= most:
            raise OverflowError(_overflow(code, number, least))
        return number

    def append(self, v, /):
        self._items.append(self._checked(v))

    def extend(self, bb, /):
        if isinstance(bb, array):
            if bb._code != self._code:
                raise TypeError("can only extend with array of same kind")
            self._items += list(bb._items)
            return
        for item in bb:
            self._items.append(self._checked(item))

    def fromlist(self, list, /):
        if not isinstance(list, type([])):
            raise TypeError("arg must be list")
        self._items += [self._checked(item) for item in list]

    def frombytes(self, buffer, /):
        if isinstance(buffer, array):
            buffer = buffer.tobytes()
        if not isinstance(buffer, (bytes, bytearray, memoryview)):
            raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'")
        data = bytes(buffer)
        count, rest = divmod(len(data), self._size)
        if rest:
            raise ValueError("bytes length not a multiple of item size")
        items = list(_struct.unpack(f"={count}{self._packed()}", data))
        self._items += [chr(item) for item in items] if self._code == "u" else items

    def _packed(self):
        """The code for `struct` in standard sizes."""
        return {"l": "q", "L": "Q"}.get(self._format, self._format)

    def tobytes(self):
        items = [ord(item) for item in self._items] if self._code == "u" else self._items
        return _struct.pack(f"={len(items)}{self._packed()}", *items)

    def tolist(self):
        return list(self._items)

    def fromunicode(self, ustr, /):
        if self._code != "u":
            raise ValueError("fromunicode() may only be called on unicode type arrays")
        if not isinstance(ustr, str):
            raise TypeError(f"fromunicode() argument must be str, not {type(ustr).__name__}")
        self._items += list(ustr)

    def tounicode(self):
        if self._code != "u":
            raise ValueError("tounicode() may only be called on unicode type arrays")
        return "".join(self._items)

    def fromfile(self, f, n, /):
        data = f.read(self._size * n)
        if not isinstance(data, bytes):
            raise TypeError("read() didn't return bytes")
        self.frombytes(data)
        if len(data) != self._size * n:
            raise EOFError("read() didn't return enough bytes")

    def tofile(self, f, /):
        f.write(self.tobytes())

    def byteswap(self):
        data = self.tobytes()
        size = self._size
        swapped = b"".join([data[at:at + size][::-1] for at in range(0, len(data), size)])
        self._items = []
        self.frombytes(swapped)

    def buffer_info(self):
        return id(self._items), len(self._items)

    def count(self, v, /):
        return self._items.count(v)

    def index(self, v, start=0, stop=None, /):
        stop = len(self._items) if stop is None else stop
        try:
            return self._items.index(v, start, stop)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def insert(self, i, v, /):
        self._items.insert(i, self._checked(v))

    def pop(self, i=-1, /):
        if not self._items:
            raise IndexError("pop from empty array")
        try:
            return self._items.pop(i)
        except IndexError:
            raise IndexError("pop index out of range") from None

    def remove(self, v, /):
        try:
            self._items.remove(v)
        except ValueError:
            raise ValueError("array.remove(x): x not in array") from None

    def reverse(self):
        self._items.reverse()

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __reversed__(self):
        return reversed(self._items)

    def __contains__(self, value):
        return value in self._items

    def _place(self, index, fault):
        """An index checked; the array's errors name it, not a list."""
        at = _index(index)
        if not -len(self._items) <= at < len(self._items):
            raise IndexError(fault)
        return at

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._made(self._items[index])
        if not hasattr(type(index), "__index__") and not isinstance(index, int):
            raise TypeError("array indices must be integers")
        return self._items[self._place(index, "array index out of range")]

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            if not isinstance(value, array):
                raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
            if value._code != self._code:
                raise TypeError("bad argument type for built-in operation")
            self._items[index] = list(value._items)
            return
        if not hasattr(type(index), "__index__") and not isinstance(index, int):
            raise TypeError("array indices must be integers")
        self._items[self._place(index, "array assignment index out of range")] = self._checked(value)

    def __delitem__(self, index):
        if not isinstance(index, slice):
            if not hasattr(type(index), "__index__") and not isinstance(index, int):
                raise TypeError("array indices must be integers")
            index = self._place(index, "array assignment index out of range")
        del self._items[index]

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other._code != self._code:
            raise TypeError("bad argument type for built-in operation")
        return self._made(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, count):
        if not isinstance(count, int) and not hasattr(type(count), "__index__"):
            raise TypeError(f"can't multiply sequence by non-int of type '{type(count).__name__}'")
        return self._made(self._items * _index(count))

    __rmul__ = __mul__

    def __imul__(self, count):
        self._items *= _index(count)
        return self

    def _compared(self, other, operation):
        return operation(self._items, other._items) if isinstance(other, array) else NotImplemented

    def __eq__(self, other):
        return self._compared(other, lambda a, b: a == b)

    def __lt__(self, other):
        return self._compared(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compared(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compared(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compared(other, lambda a, b: a >= b)

    def __bytes__(self):
        return self.tobytes()

    def __copy__(self):
        return self._made(list(self._items))

    def __deepcopy__(self, memo, /):
        return self.__copy__()

    def __reduce_ex__(self, protocol, /):
        content = self.tounicode() if self._code == "u" else list(self._items)
        return type(self), (self._code, content), self.__dict__ if type(self) is not array else None

    def __repr__(self):
        name = type(self).__name__
        if not self._items:
            return f"{name}('{self._code}')"
        content = repr(self.tounicode()) if self._code == "u" else repr(self._items)
        return f"{name}('{self._code}', {content})"


def _overflow(code, number, least):
    """What CPython says of a number that a kind can't hold."""
    side = "less than minimum" if number < least else "greater than maximum"
    if code == "b":
        return f"signed char is {side}"
    if code == "B":
        return f"unsigned byte integer is {side}"
    if code == "h":
        return f"signed short integer is {side}"
    if code == "H":
        return f"unsigned short is {side}"
    if code == "i":
        if not -2 ** 63 <= number < 2 ** 63:
            return "Python int too large to convert to C long"
        return f"signed integer is {side}"
    if code in "IL":
        if number < 0:
            return "can't convert negative value to unsigned int"
        if number >= 2 ** 64:
            return "Python int too large to convert to C unsigned long"
        return f"unsigned int is {side}"
    if code == "Q":
        return "can't convert negative int to unsigned" if number < 0 else "int too big to convert"
    return "int too big to convert" if code == "q" else "Python int too large to convert to C long"


ArrayType = array
_katydid.set_message_name(array, "array.array")
_MutableSequence.register(array)
