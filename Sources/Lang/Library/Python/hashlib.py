"""The digests by name."""
algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224",
                         "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256"}
algorithms_available = set(algorithms_guaranteed)


def new(name, data=b"", **kwargs):
    if not isinstance(name, str):
        raise TypeError("name must be a string")
    return _new(str(name).lower().replace("-", "_") if name.lower().startswith("sha3") else str(name).lower(), data)


def _named(name):
    def make(string=b"", *, usedforsecurity=True):
        return _new(name, string)

    make.__name__ = make.__qualname__ = "openssl_" + name
    return make


md5 = _named("md5")
sha1 = _named("sha1")
sha224 = _named("sha224")
sha256 = _named("sha256")
sha384 = _named("sha384")
sha512 = _named("sha512")
sha3_224 = _named("sha3_224")
sha3_256 = _named("sha3_256")
sha3_384 = _named("sha3_384")
sha3_512 = _named("sha3_512")
shake_128 = _named("shake_128")
shake_256 = _named("shake_256")


class _Blake2:
    """BLAKE2 (RFC 7693), for its key, salt and size, which OpenSSL does not take."""
    _IV = ()
    _SIGMA = ((0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
              (14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3),
              (11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4),
              (7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8),
              (9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13),
              (2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9),
              (12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11),
              (13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10),
              (6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5),
              (10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0))

    def __init__(self, data=b"", /, *, digest_size=None, key=b"", salt=b"", person=b"", fanout=1, depth=1,
                 leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
        size = self.MAX_DIGEST_SIZE if digest_size is None else digest_size
        if not 1 <= size <= self.MAX_DIGEST_SIZE:
            raise ValueError("digest_size for %s must be between 1 and %d bytes, here it is %d"
                             % (self.name, self.MAX_DIGEST_SIZE, size))
        if len(key) > self.MAX_KEY_SIZE:
            raise ValueError("maximum key length is %d bytes" % self.MAX_KEY_SIZE)
        if len(salt) > self.SALT_SIZE:
            raise ValueError("maximum salt length is %d bytes" % self.SALT_SIZE)
        if len(person) > self.PERSON_SIZE:
            raise ValueError("maximum person length is %d bytes" % self.PERSON_SIZE)
        self.digest_size = size
        word = self._word
        block = bytes([size, len(key), fanout, depth]) + leaf_size.to_bytes(4, "little")
        block += node_offset.to_bytes(8 if word == 8 else 6, "little")
        block += bytes([node_depth, inner_size]) + (bytes(14) if word == 8 else b"")
        block += salt.ljust(self.SALT_SIZE, b"\0") + person.ljust(self.PERSON_SIZE, b"\0")
        self._state = [iv ^ int.from_bytes(block[word * i:word * i + word], "little") for i, iv in enumerate(self._IV)]
        self._count = 0
        self._last = last_node
        self._buffer = key.ljust(self.block_size, b"\0") if key else b""
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        try:
            self._buffer += memoryview(data).tobytes()
        except TypeError:
            raise TypeError("object supporting the buffer API required") from None
        while len(self._buffer) > self.block_size:
            self._count += self.block_size
            self._state = self._mix(self._state, self._buffer[:self.block_size], self._count, False)
            self._buffer = self._buffer[self.block_size:]

    def _mix(self, state, block, count, last):
        word, mask, bits = self._word, self._mask, self._word * 8
        message = [int.from_bytes(block[word * i:word * i + word], "little") for i in range(16)]
        v = state + list(self._IV)
        v[12] ^= count & mask
        v[13] ^= count >> bits
        if last:
            v[14] ^= mask
            if self._last:
                v[15] ^= mask
        r1, r2, r3, r4 = self._turns
        for number in range(self._rounds):
            sigma = self._SIGMA[number % 10]
            for i, (a, b, c, d) in enumerate(((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
                                              (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))):
                v[a] = (v[a] + v[b] + message[sigma[2 * i]]) & mask
                x = v[d] ^ v[a]
                v[d] = (x >> r1 | x << bits - r1) & mask
                v[c] = (v[c] + v[d]) & mask
                x = v[b] ^ v[c]
                v[b] = (x >> r2 | x << bits - r2) & mask
                v[a] = (v[a] + v[b] + message[sigma[2 * i + 1]]) & mask
                x = v[d] ^ v[a]
                v[d] = (x >> r3 | x << bits - r3) & mask
                v[c] = (v[c] + v[d]) & mask
                x = v[b] ^ v[c]
                v[b] = (x >> r4 | x << bits - r4) & mask
        return [h ^ v[i] ^ v[i + 8] for i, h in enumerate(state)]

    def digest(self):
        block = self._buffer.ljust(self.block_size, b"\0")
        state = self._mix(self._state, block, self._count + len(self._buffer), True)
        return b"".join(h.to_bytes(self._word, "little") for h in state)[:self.digest_size]

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        result = object.__new__(type(self))
        result.digest_size = self.digest_size
        result._state = list(self._state)
        result._count = self._count
        result._last = self._last
        result._buffer = self._buffer
        return result

    def __repr__(self):
        return "<_blake2.%s object at 0x%012x>" % (self.name, id(self))


class blake2b(_Blake2):
    name = "blake2b"
    block_size = 128
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 64
    SALT_SIZE = PERSON_SIZE = 16
    _word, _mask, _rounds, _turns = 8, (1 << 64) - 1, 12, (32, 24, 16, 63)
    _IV = (0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1, 0x510E527FADE682D1,
           0x9B05688C2B3E6C1F, 0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179)


class blake2s(_Blake2):
    name = "blake2s"
    block_size = 64
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 32
    SALT_SIZE = PERSON_SIZE = 8
    _word, _mask, _rounds, _turns = 4, (1 << 32) - 1, 10, (16, 12, 8, 7)
    _IV = (0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    return _pbkdf2(hash_name.lower(), bytes(password), bytes(salt), iterations, dklen)


def scrypt(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64):
    if salt is None or n is None or r is None or p is None:
        raise TypeError("salt, n, r and p are required")
    return _scrypt(bytes(password), bytes(salt), n, r, p, maxmem, dklen)


def file_digest(fileobj, digest, /, *, _bufsize=2 ** 18):
    result = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        result.update(fileobj.getbuffer())
        return result
    if not (hasattr(fileobj, "readinto") and hasattr(fileobj, "readable") and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    while True:
        data = fileobj.read(_bufsize)
        if not data:
            return result
        result.update(data)
