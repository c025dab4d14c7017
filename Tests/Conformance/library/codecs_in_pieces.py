# Bytes and texts that are decoded and encoded piece by piece.
import codecs
import io
import random

choose = random.Random(4)
TEXTS = ["aé€😀x", "é", "", "abc", "\ufeffa", "😀", "a\r\né"]


def decoded(encoding, errors, data):
    decoder, pieces, at = codecs.getincrementaldecoder(encoding)(errors), [], 0
    try:
        while at < len(data):
            size = choose.randrange(1, 4)
            pieces.append(decoder.decode(data[at:at + size]))
            at += size
        pieces.append(decoder.decode(b"", True))
    except UnicodeError as error:
        pieces.append(type(error).__name__)
    choose.seed(len(pieces) + len(data))
    return pieces


for encoding in ("utf-8", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-be", "utf-8-sig", "latin-1", "ascii",
                 "UTF8"):
    for errors in ("strict", "replace", "ignore"):
        for text in TEXTS:
            data = text.encode(encoding, "replace")
            for _ in range(3):
                print(encoding, errors, data, ascii(decoded(encoding, errors, data)))
            encoder = codecs.getincrementalencoder(encoding)("replace")
            print([encoder.encode(letter) for letter in text])
    print(list(codecs.iterencode(["a", "", "b"], encoding)))
for data in (b"\xc3", b"\xe2\x82", b"\xe0\x80", b"\xf0\x9fa", b"\xff"):
    print(data, ascii(decoded("utf-8", "replace", data)), ascii(decoded("utf-8", "ignore", data)))

for translate in (True, False):
    for _ in range(40):
        decoder, steps = io.IncrementalNewlineDecoder(None, translate), []
        for _ in range(choose.randrange(1, 6)):
            text = "".join([choose.choice(["\r", "\n", "a", "\r\n"]) for _ in range(choose.randrange(4))])
            steps.append((text, decoder.decode(text, choose.random() < .2), decoder.newlines, decoder.getstate()))
        print(steps)
decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder("utf-8")(), True)
print(repr(decoder.decode(b"\xc3")), decoder.getstate(), repr(decoder.decode(b"\xa9\r")), decoder.getstate())
print(repr(decoder.decode(b"\nx", True)), decoder.newlines)
decoder.setstate((b"\xc3", 1))
print(repr(decoder.decode(b"\xa9")), decoder.getstate())
decoder.reset()
print(decoder.getstate(), decoder.newlines)
for make in (lambda: io.IncrementalNewlineDecoder(), lambda: io.IncrementalNewlineDecoder(None, True).decode(b"x"),
             lambda: io.IncrementalNewlineDecoder(None, True).setstate(5)):
    try:
        print(make())
    except TypeError as error:
        print(error)
