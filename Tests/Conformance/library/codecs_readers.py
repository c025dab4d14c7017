"""How much the readers of codecs take of a stream."""
import codecs, io
R = codecs.getreader("utf-8")
d = "ABC\u00a1\u2200XYZ\nfoo\r\nbar\rbaz\u2028q".encode()
class L(io.BytesIO):
    def read(self, n=-1):
        r = io.BytesIO.read(self, n); print("   raw", n, r); return r
for size in (1, 2, 5, 100):
    r = R(L(d)); print([r.read(size) for _ in range(6)])
r = R(L(d)); print(r.read(5, 2), r.read(5, 2), r.read(chars=1), r.read(5), r.read())
r = R(L(d)); print(r.readline(), r.read(1), r.read(3, 1), r.readline(3), r.read())
r = R(L(d)); print([r.readline(2) for _ in range(8)])
r = R(L(d)); print([r.readline(keepends=False) for _ in range(8)])
r = R(L(d)); print(r.readline(), r.readlines(), r.read())
r = R(io.BytesIO(d)); print(list(r)); r.seek(0); print(r.read(3)); print(r.tell())
