"""Encodings by the functions, classes and streams of codecs."""
import codecs, io
def t(f):
    try: r = repr(f())
    except BaseException as e: r = type(e).__name__ + " " + str(e)
    import re; print(re.sub(r"0x[0-9a-f]{6,}", "0x", r))
names = "utf-8 UTF8 latin1 ascii us-ascii utf-16 utf-16-le utf-16be utf-32 utf-8-sig utf-7 cp1252 windows-1251 iso-8859-15 koi8-r hex base64 rot13 zlib unicode_escape raw_unicode_escape".split()
for n in names:
    t(lambda: codecs.lookup(n).name); t(lambda: codecs.lookup(n)._is_text_encoding)
for n in names[:15] + names[19:]:
    for text in ("", "abc", "aé", "a€\U0001F600"):
        print(n, end=" "); t(lambda: codecs.encode(text, n)); t(lambda: codecs.encode(text, n, "replace")); t(lambda: codecs.encode(text, n, "backslashreplace")); t(lambda: codecs.encode(text, n, "xmlcharrefreplace")); t(lambda: codecs.encode(text, n, "nope") if text == "aé" else 0)
    for data in (b"", b"abc", b"a\xe9", b"a\xe2\x82\xac", b"\xff\xfea\x00", b"a"):
        print(n, data, end=" "); t(lambda: codecs.decode(data, n)); t(lambda: codecs.decode(data, n, "replace")); t(lambda: codecs.decode(data, n, "ignore")); t(lambda: codecs.getdecoder(n)(data))
    dec = codecs.getincrementaldecoder(n)(); enc = codecs.getincrementalencoder(n)("ignore")
    t(lambda: [enc.encode(c) for c in "a€\U0001F600b"] + [enc.encode("", True), enc.getstate()])
    whole = "a€\U0001F600b\n".encode(n, "ignore")
    t(lambda: [dec.decode(whole[i:i + 1]) for i in range(len(whole))] + [dec.decode(b"", True)])
    t(lambda: list(codecs.iterencode(["a", "é", ""], n))); t(lambda: "".join(codecs.iterdecode([whole[:2], whole[2:5], whole[5:]], n)))
    f = io.BytesIO(); w = codecs.getwriter(n)(f, "ignore"); t(lambda: w.write("a€")); t(lambda: w.writelines(["b\n", "c"])); t(lambda: f.getvalue()); f.seek(0); r = codecs.getreader(n)(f); t(lambda: (r.readline(), r.read()))
for n in ("hex", "base64", "zlib", "rot13"):
    for v in (b"ab", "ab", b"6162", b"!", 5): print(n, v, end=" "); t(lambda: codecs.encode(v, n) if n != "zlib" else len(codecs.encode(v, n))); t(lambda: codecs.decode(v, n))
t(lambda: codecs.encode(5)); t(lambda: codecs.decode("x")); t(lambda: codecs.decode(bytearray(b"x"))); t(lambda: codecs.decode(memoryview(b"x"))); t(lambda: codecs.lookup("nope")); t(lambda: codecs.lookup(5)); t(lambda: codecs.lookup("a\0")); t(lambda: codecs.getreader("nope")); t(lambda: codecs.getincrementaldecoder("nope")); t(lambda: codecs.lookup("utf-8")); t(lambda: codecs.lookup("utf-8")[:0]); t(lambda: len(codecs.lookup("utf-8"))); t(lambda: codecs.Codec().encode("x")); t(lambda: codecs.IncrementalDecoder().decode(b"x")); t(lambda: codecs.IncrementalEncoder().getstate()); t(lambda: codecs.lookup_error("nope")); t(lambda: codecs.strict_errors(ValueError("x"))); t(lambda: codecs.BOM_UTF8 + codecs.BOM + codecs.BOM_UTF32_BE); t(lambda: codecs.__all__)
t(lambda: codecs.utf_8_decode(b"a\xe2\x82")); t(lambda: codecs.utf_8_decode(b"a\xe2\x82", "strict", True)); t(lambda: codecs.utf_16_le_decode(b"a\x00b")); t(lambda: codecs.latin_1_encode("é")); t(lambda: codecs.ascii_encode("é")); t(lambda: codecs.ascii_decode(b"\xe9", "replace")); t(lambda: codecs.unicode_escape_decode(r"\u00e9\n")); t(lambda: codecs.unicode_escape_encode("é\n")); t(lambda: codecs.escape_decode(rb"a\n\x41\101\\")); t(lambda: codecs.escape_decode(rb"\x4")); t(lambda: codecs.escape_decode(b"\\")); t(lambda: codecs.escape_encode(b"a\n'\"\xff\\")); t(lambda: codecs.charmap_decode(b"ab", "strict", "xyz" * 40)); t(lambda: codecs.charmap_encode("ab", "strict", {97: b"z", 98: 99})); t(lambda: codecs.charmap_encode("ac", "replace", {97: b"z", 63: 63})); t(lambda: codecs.charmap_decode(b"\x01", "strict", {})); t(lambda: codecs.utf_16_ex_decode(b"\xfe\xff\x00a")); t(lambda: codecs.readbuffer_encode(b"ab"))
def search(name):
    if name == "mine": return codecs.CodecInfo(name="mine", encode=lambda s, e="strict": (s[::-1].encode(), len(s)), decode=lambda b, e="strict": (bytes(b).decode()[::-1], len(b)))
    if name == "broken":
        def bad(*a): raise ValueError("inner")
        return codecs.CodecInfo(bad, bad, name="broken")
codecs.register(search); t(lambda: "abc".encode("mine")); t(lambda: b"abc".decode("mine")); t(lambda: codecs.lookup("mine").name); t(lambda: codecs.encode("abc", "mine")); t(lambda: codecs.encode("x", "broken")); t(lambda: codecs.getincrementaldecoder("mine")); t(lambda: codecs.register(5)); codecs.unregister(search); t(lambda: "abc".encode("mine2"))
f = io.BytesIO(b"\xe9a\n"); e = codecs.EncodedFile(f, "utf-8", "latin-1"); t(lambda: e.read()); t(lambda: e.write("é".encode())); t(lambda: f.getvalue()); t(lambda: e.data_encoding)
s = codecs.StreamReaderWriter(io.BytesIO(b"a\nb\n"), codecs.getreader("utf-8"), codecs.getwriter("utf-8")); t(lambda: s.readline()); t(lambda: list(s)); t(lambda: s.write("x")); t(lambda: s.seek(0)); t(lambda: s.readlines()); t(lambda: s.getvalue())
with codecs.open("codecs_file.txt", "w", "utf-16") as f: t(lambda: f.write("é\n")); t(lambda: f.encoding)
with codecs.open("codecs_file.txt", "r", "utf-16") as f: t(lambda: f.read())
with codecs.open("codecs_file.txt", encoding="utf-16") as f: t(lambda: [l for l in f])
with codecs.open("codecs_file.txt", "rb") as f: t(lambda: f.read())
with codecs.open("codecs_file.txt", "a", "ascii", "replace") as f: t(lambda: f.write("é"))
t(lambda: open("codecs_file.txt", "rb").read()[-2:]); t(lambda: codecs.open("codecs_file.txt", "r", "nope")); t(lambda: codecs.open("nope.txt"))
import os; os.remove("codecs_file.txt")
