"""Keyed digests (RFC 2104)."""
import hashlib as _hashlib

trans_36 = bytes(x ^ 0x36 for x in range(256))
trans_5C = bytes(x ^ 0x5C for x in range(256))
digest_size = None


class HMAC:
    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError("key: expected bytes or bytearray, but got %r" % type(key).__name__)
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        if callable(digestmod):
            make = digestmod
        elif isinstance(digestmod, str):
            def make(data=b""):
                return _hashlib.new(digestmod, data)
        else:
            make = digestmod.new
        self._first = make()
        self._second = make()
        self.digest_size = self._first.digest_size
        self.block_size = getattr(self._first, "block_size", 64)
        if len(key) > self.block_size:
            hashed = make()
            hashed.update(key)
            key = hashed.digest()
        key = bytes(key).ljust(self.block_size, b"\0")
        self._second.update(key.translate(trans_5C))
        self._first.update(key.translate(trans_36))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return "hmac-" + self._first.name

    def update(self, msg):
        self._first.update(msg)

    def copy(self):
        result = object.__new__(type(self))
        result.digest_size = self.digest_size
        result.block_size = self.block_size
        result._first = self._first.copy()
        result._second = self._second.copy()
        return result

    def digest(self):
        result = self._second.copy()
        result.update(self._first.digest())
        return result.digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b):
    if isinstance(a, str) and isinstance(b, str):
        if not a.isascii() or not b.isascii():
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        a, b = a.encode(), b.encode()
    elif not (isinstance(a, (bytes, bytearray)) and isinstance(b, (bytes, bytearray))):
        for value, other in ((a, b), (b, a)):
            if isinstance(other, (bytes, bytearray, memoryview)):
                raise TypeError("a bytes-like object is required, not %r" % type(value).__name__)
        raise TypeError("unsupported operand types(s) or combination of types: '%s' and '%s'"
                        % (type(a).__name__, type(b).__name__))
    difference = len(a) ^ len(b)
    for x, y in zip(a, b):
        difference |= x ^ y
    return difference == 0
