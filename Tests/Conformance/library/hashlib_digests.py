"""hashlib and hmac."""
import hashlib
import hmac

from facts import calls

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "blake2b", "blake2s"):
    for data in (b"", b"abc", b"x" * 1000):
        one = hashlib.new(name, data)
        print(name, one.hexdigest(), one.digest_size, one.block_size, one.name)
    whole = getattr(hashlib, name)(b"ab")
    part = whole.copy()
    part.update(b"c")
    print(part.hexdigest() == hashlib.new(name, b"abc").hexdigest(), whole.hexdigest() != part.hexdigest())
    if not name.startswith("sha3") and not name.startswith("blake"):
        print(hmac.new(b"key", b"text", name).hexdigest(), hmac.digest(b"key", b"text", name).hex())
calls(hashlib.sha256, "a", 5, None)
calls(hmac.compare_digest, ("a", "a"), (b"a", b"b"), ("a", "ab"), ("é", "é"))
print(hashlib.pbkdf2_hmac("sha256", b"pw", b"salt", 10).hex(), sorted(hashlib.algorithms_guaranteed)[:3])
