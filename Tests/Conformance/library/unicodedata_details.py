"""What unicodedata says of characters, and finds by their names."""
import unicodedata as u
def t(f):
    try: r = repr(f())
    except BaseException as e: r = type(e).__name__ + " " + str(e)
    print(r)
for n in ("LATIN SMALL LETTER A", "latin small letter a", "nope", "", "LATIN SMALL LETTER A}", "GREEK SMALL LETTER ALPHA", "HANGUL SYLLABLE GA", "CJK UNIFIED IDEOGRAPH-4E00", "CJK UNIFIED IDEOGRAPH-4e00", "NULL", "LINE FEED", "LF", "SPACE", "é", "GRINNING FACE", "x" * 300, b"SPACE", 5, "HANGUL SYLLABLE GAX", "CJK UNIFIED IDEOGRAPH-0041", "EURO SIGN", "BEL", "ALERT", "ZERO WIDTH NO-BREAK SPACE", "BYTE ORDER MARK", "LATIN SMALL LETTER GHA", " SPACE", "LATIN  SMALL LETTER A"):
    t(lambda: u.lookup(n))
for c in "aA1é½²٣\u0300\u4e00가\U0001f600\n\u2028\xa0_-$€«\ue000\ud800\U0010ffff\u0378①Ⅷ一৴ʰǅ\u200b\xad\u0600\u1f88\u10a0":
    t(lambda: (u.category(c), u.combining(c), u.name(c, None), u.decimal(c, None), u.digit(c, None), u.numeric(c, None), u.bidirectional(c), u.mirrored(c), u.east_asian_width(c), u.decomposition(c)))
    for f in (u.name, u.decimal, u.digit, u.numeric): t(lambda: f(c))
    for n in ("NFC", "NFD", "NFKC", "NFKD"): t(lambda: (u.normalize(n, c + "\u0301") , u.is_normalized(n, c)))
for f in (u.category, u.name, u.decimal, u.digit, u.numeric, u.bidirectional, u.combining, u.mirrored, u.east_asian_width, u.decomposition):
    for a in ("ab", "", 5, b"a", None): t(lambda: f(a))

t(lambda: u.normalize("X", "a")); t(lambda: u.normalize("NFC", 5)); t(lambda: u.normalize("NFC")); t(lambda: u.is_normalized("X", "a")); t(lambda: u.is_normalized("NFC", 5)); t(lambda: u.normalize("NFC", "")); t(lambda: u.unidata_version); t(lambda: u.is_normalized("NFD", "é")); t(lambda: u.normalize("NFKC", "ﬁ①Å"))
