b = b"Hello, World"
print(b[0], b[-1], b[1:4], b[::-1], len(b), b"lo" in b, 72 in b, list(b[:3]))
print(b.upper(), b.lower(), b.swapcase(), b.title(), b.capitalize(), b.find(b"o"), b.rfind(b"o"), b.index(b"W"), b.count(b"l"))
print(b.split(b", "), b.rsplit(b"o", 1), b.partition(b", "), b.rpartition(b"o"), b.replace(b"l", b"L", 2))
print(b.startswith(b"He"), b.endswith((b"x", b"ld")), b.strip(b"Hd"), b"  x ".strip(), b"xxa".lstrip(b"x"), b"axx".rstrip(b"x"))
print(b.hex(), b.hex(":"), b.hex("-", 2), bytes.fromhex("48 65 6c6C6f"), b.decode(), b.isalpha(), b"abc".isalpha(), b"12".isdigit(), b"a1".isalnum(), b" \t".isspace(), b"ab".islower(), b"AB".isupper(), b"Ab Cd".istitle())
print(b"-".join([b"a", b"b"]), b"a".center(5, b"*"), b"a".ljust(3), b"a".rjust(3, b"."), b"7".zfill(3), b"-7".zfill(4), b"a\tb".expandtabs(4), b"a\nb\r\nc".splitlines(), b"a\nb".splitlines(True))
print(b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"abc".translate(None, b"b"), b"abc".removeprefix(b"a"), b"abc".removesuffix(b"c"))
print(bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes("é", "latin-1"), bytes(b"x"), bytes(), bytes(range(3)))
print(b"%d %s %5.2f %x %r %a %c %b" % (1, b"x", 2.5, 255, "q", "é", 65, b"z"))
print(b"a" + b"b", b"a" * 3, b"a" < b"b", b"a" == b"a", b"a" == "a", hash(b"a") == hash(b"a"))
print(repr(b"\x00\n\t\r'\"\\\x7f\xff"), b'it\'s', b"\"'", str(b"x"), ascii(b"\xe9"))
for e in ["bytes('x')", "bytes([256])", "bytes(-1)", "b'a' + 'b'", "b'abc'['x']", "b'a'[5]", "b'\\xff'.decode()", "bytes.fromhex('4')", "bytes.fromhex('zz')", "'é'.encode('ascii')", "b'a'.join(['x'])", "b'a'.find('x')", "bytes('é', 'ascii')", "b'x'.decode('nope')", "bytearray(b'x')[9]", "int(b'x')", "float(b'1.5')", "int(b'12')", "b''.join(5)", "b'a'.split(b'')", "bytes(1.5)", "b'%d' % 'x'"]:
    try: print(e, eval_(e) if False else {"bytes('x')": lambda: bytes('x'), "bytes([256])": lambda: bytes([256]), "bytes(-1)": lambda: bytes(-1), "b'a' + 'b'": lambda: b'a' + 'b', "b'abc'['x']": lambda: b'abc'['x'], "b'a'[5]": lambda: b'a'[5], "b'\\xff'.decode()": lambda: b'\xff'.decode(), "bytes.fromhex('4')": lambda: bytes.fromhex('4'), "bytes.fromhex('zz')": lambda: bytes.fromhex('zz'), "'é'.encode('ascii')": lambda: 'é'.encode('ascii'), "b'a'.join(['x'])": lambda: b'a'.join(['x']), "b'a'.find('x')": lambda: b'a'.find('x'), "bytes('é', 'ascii')": lambda: bytes('é', 'ascii'), "b'x'.decode('nope')": lambda: b'x'.decode('nope'), "bytearray(b'x')[9]": lambda: bytearray(b'x')[9], "int(b'x')": lambda: int(b'x'), "float(b'1.5')": lambda: float(b'1.5'), "int(b'12')": lambda: int(b'12'), "b''.join(5)": lambda: b''.join(5), "b'a'.split(b'')": lambda: b'a'.split(b''), "bytes(1.5)": lambda: bytes(1.5), "b'%d' % 'x'": lambda: b'%d' % 'x'}[e]())
    except Exception as x: print(e, type(x).__name__, x)
ba = bytearray(b"hello")
ba[0] = 72; ba.append(33); ba.extend(b"??"); ba += b"x"; print(ba, len(ba))
ba[1:3] = b"EL"; print(ba); del ba[0]; print(ba); del ba[-3:]; print(ba); ba.insert(0, 65); print(ba, ba.pop(), ba.pop(0), ba)
ba.reverse(); print(ba); ba.remove(76); print(ba); ba.clear(); print(ba, bool(ba)); ba = bytearray(b"abc"); c = ba.copy(); c[0] = 90; print(ba, c)
print(bytearray(3), bytearray([1, 2]), bytearray("é", "utf8"), ba.upper(), ba.find(b"c"), ba == b"abc", b"abc" == ba, ba + b"d", b"d" + ba, type(b"d" + ba), type(ba + b"d"))
for f in [lambda: ba.append(256), lambda: ba.__setitem__(0, "x"), lambda: hash(ba), lambda: ba.remove(1), lambda: bytearray().pop(), lambda: ba.extend([300])]:
    try: print(f())
    except Exception as x: print(type(x).__name__, x)
print(ba * 2, ba[::-1], 97 in ba, b"bc" in ba, [x for x in ba], sorted(ba, reverse=True), ba.decode(), ba.hex(), ba.split(b"b"))
ba *= 2; print(ba); ba[::2] = b"XYZ"; print(ba)
try: ba[::2] = b"X"
except ValueError as e: print(e)
m = memoryview(b"abcdef")
print(m[0], m[1:3].tobytes(), len(m), m.tolist(), bytes(m[::2]), m == b"abcdef", m.nbytes, m.readonly, m.itemsize, m.format, m.hex(), list(m[:2]), m.shape, m.ndim, m.contiguous)
w = bytearray(b"abcdef"); mv = memoryview(w); mv[0] = 90; mv[1:3] = b"YX"; print(w, mv.readonly, mv.obj is w)
try: m[0] = 1
except TypeError as e: print(e)
with memoryview(b"x") as q: print(q[0])
mv.release()
try: mv[0]
except ValueError as e: print(e)
print(int.from_bytes(b"\x01\x02", "big"), int.from_bytes(b"\x01\x02", "little"), int.from_bytes(b"\xff\xfe", "big", signed=True), (258).to_bytes(2, "big"), (-2).to_bytes(2, "little", signed=True), (5).to_bytes(), int.from_bytes([1, 2], "big"))
for f in [lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: (1).to_bytes(1, "x")]:
    try: print(f())
    except Exception as x: print(type(x).__name__, x)
print("é€𝄞".encode(), "é€𝄞".encode("utf-16-le"), "é".encode("latin-1"), "é€".encode("ascii", "replace"), "é€".encode("ascii", "ignore"), "é€".encode("ascii", "xmlcharrefreplace"), "é€".encode("ascii", "backslashreplace"), "é".encode("utf-16"), "é".encode("utf-8-sig"), b"\xe9".decode("latin1"), b"a\xffb".decode("utf8", "replace"), b"a\xffb".decode("utf8", "ignore"), b"a\xffb".decode("utf8", "backslashreplace"), b"\xff".decode("utf8", "surrogateescape").encode("utf8", "surrogateescape"))
class B(bytes):
    def extra(self): return len(self)
x = B(b"abc"); x.attr = 5
print(x, x.extra(), x.attr, x[:2], type(x[:2]), isinstance(x, bytes), x == b"abc")
