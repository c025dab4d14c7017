import _keys
import hashlib

from _refusals import refuser as _refuser
from jwt.exceptions import InvalidKeyError

_HASHES = {"256": "sha256", "384": "sha384", "512": "sha512"}
_BLOCKS = {"sha256": 64, "sha384": 128, "sha512": 128}
_INNER = bytes(byte ^ 0x36 for byte in range(256))
_OUTER = bytes(byte ^ 0x5C for byte in range(256))


def force_bytes(value):
    if isinstance(value, str):
        return value.encode("utf-8")
    if isinstance(value, (bytes, bytearray)):
        return bytes(value)
    raise TypeError("Expected a string or bytes value")


def _mac(key, message, name):
    """HMAC (RFC 2104)."""
    block = _BLOCKS[name]
    if len(key) > block:
        key = hashlib.new(name, key).digest()
    key = key.ljust(block, b"\0")
    inner = hashlib.new(name, key.translate(_INNER) + message).digest()
    return hashlib.new(name, key.translate(_OUTER) + inner).digest()


def _same(first, second):
    """Whether two texts of bytes are equal, in time that doesn't tell where they differ."""
    if len(first) != len(second):
        return False
    difference = 0
    for a, b in zip(first, second):
        difference |= a ^ b
    return difference == 0


_cache = {}


def _read(text, kinds, private, password=None):
    """A key from its PEM text; read once, as a spec signs with the same one again and again."""
    text = force_bytes(text)
    known = _cache.get((text, private))
    if known is not None and known.kind in kinds:
        return known
    key = _keys.private_key(text, password) if private else _keys.public_key(text) or _keys.private_key(text, password)
    if key is None:
        raise InvalidKeyError("Could not parse the provided public key.") if not private else ValueError(
            "Unable to load PEM file. See https://cryptography.io/en/latest/faq/#why-can-t-i-import-my-pem-file for "
            "more details.")
    if key.kind not in kinds:
        raise InvalidKeyError("Expecting a PEM-formatted key of the algorithm's kind, not %s." % key.kind)
    if len(_cache) > 64:
        _cache.clear()
    _cache[(text, private)] = key
    return key


class NoneAlgorithm:
    def sign(self, message, key):
        if key not in (None, ""):
            raise InvalidKeyError('When alg = "none", key value must be None.')
        return b""

    def verify(self, message, key, signature):
        if key not in (None, ""):
            raise InvalidKeyError('When alg = "none", key value must be None.')
        return False


class HMACAlgorithm:
    def __init__(self, digest):
        self._digest = digest

    def _key(self, key):
        key = force_bytes(key)
        marks = (b"-----BEGIN PUBLIC KEY-----", b"-----BEGIN CERTIFICATE-----", b"-----BEGIN RSA PUBLIC KEY-----")
        if any(mark in key for mark in marks) or key.startswith((b"ssh-rsa", b"-----BEGIN ")):
            raise InvalidKeyError(
                "The specified key is an asymmetric key or x509 certificate and should not be used as an HMAC secret.")
        if not key:
            raise InvalidKeyError("HMAC key must not be empty.")
        return key

    def sign(self, message, key):
        return _mac(self._key(key), message, self._digest)

    def verify(self, message, key, signature):
        return _same(_mac(self._key(key), message, self._digest), signature)


class RSAAlgorithm:
    def __init__(self, digest, is_pss=False):
        self._digest = digest
        self._is_pss = is_pss

    def sign(self, message, key):
        return _keys.sign(_read(key, ("RSA", "RSA-PSS"), True), self._digest, self._is_pss, message)

    def verify(self, message, key, signature):
        return _keys.verify(_read(key, ("RSA", "RSA-PSS"), False), self._digest, self._is_pss, message, signature)


class RSAPSSAlgorithm(RSAAlgorithm):
    def __init__(self, digest):
        RSAAlgorithm.__init__(self, digest, True)


class ECAlgorithm:
    """ECDSA; tokens have its two numbers one after the other (RFC 7518), OpenSSL has them as a DER sequence."""

    def __init__(self, digest):
        self._digest = digest

    def sign(self, message, key):
        key = _read(key, ("EC",), True)
        first, second = _der_numbers(_keys.sign(key, self._digest, False, message))
        return first.to_bytes(key.size, "big") + second.to_bytes(key.size, "big")

    def verify(self, message, key, signature):
        key = _read(key, ("EC",), False)
        if len(signature) != 2 * key.size:
            return False
        numbers = [int.from_bytes(part, "big") for part in (signature[:key.size], signature[key.size:])]
        return _keys.verify(key, self._digest, False, message, _der(numbers))


class OKPAlgorithm:
    def sign(self, message, key):
        return _keys.sign(_read(key, ("ED25519", "ED448"), True), None, False, message)

    def verify(self, message, key, signature):
        return _keys.verify(_read(key, ("ED25519", "ED448"), False), None, False, message, signature)


def _der_numbers(der):
    place = 2 if der[1] < 0x80 else 2 + (der[1] & 0x7F)
    numbers = []
    for _ in range(2):
        size = der[place + 1]
        numbers.append(int.from_bytes(der[place + 2:place + 2 + size], "big"))
        place += 2 + size
    return numbers


def _der_length(size):
    if size < 0x80:
        return bytes([size])
    text = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([0x80 | len(text)]) + text


def _der(numbers):
    body = b""
    for number in numbers:
        text = number.to_bytes(number.bit_length() // 8 + 1, "big")
        body += b"\x02" + _der_length(len(text)) + text
    return b"\x30" + _der_length(len(body)) + body


ALGORITHMS = {"none": NoneAlgorithm(), "EdDSA": OKPAlgorithm(), "ES256K": ECAlgorithm("sha256")}
for _bits, _name in _HASHES.items():
    ALGORITHMS["HS" + _bits] = HMACAlgorithm(_name)
    ALGORITHMS["RS" + _bits] = RSAAlgorithm(_name)
    ALGORITHMS["PS" + _bits] = RSAPSSAlgorithm(_name)
    ALGORITHMS["ES" + _bits] = ECAlgorithm(_name)
ALGORITHMS["ES521"] = ALGORITHMS["ES512"]
requires_cryptography = set(name for name in ALGORITHMS if name[0] in "REP")
has_crypto = True


def get_default_algorithms():
    return dict(ALGORITHMS)


__getattr__ = _refuser(__name__)
