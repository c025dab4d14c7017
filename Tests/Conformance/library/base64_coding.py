"""base64 and binascii, with wrong texts."""
import base64
import binascii

from facts import calls

for data in (b"", b"a", b"ab", b"abc", b"\xff\xfe\x00", b"hello world" * 7):
    for code in ("b64", "urlsafe_b64", "standard_b64", "b32", "b32hex", "b16", "a85", "b85"):
        text = getattr(base64, code + "encode")(data)
        print(code, text, getattr(base64, code + "decode")(text) == data)
    print(base64.encodebytes(data), binascii.hexlify(data), binascii.hexlify(data, "-"), binascii.crc32(data),
        binascii.b2a_base64(data, newline=False))
calls(base64.b64decode, "YQ==", "YQ", "YQ=", "Y", "YWI=", "!!!!", "YW Jj", "é", b"YWJj", 5, "YQ==YQ==", "====")
calls(base64.b64decode, "YQ==", "Y!Q==", "YQ", "YW Jj", validate=True)
calls(base64.b32decode, "ME======", "me======", "M", "M1======", "")
calls(base64.b16decode, "61", "6", "zz", "6a", "6A")
calls(binascii.unhexlify, "61", "6", "zz", b"6a", "é")
calls(base64.b64encode, "a", 5, bytearray(b"x"))
calls(base64.b64encode, b"\xff\xfb", altchars=b"-_")
