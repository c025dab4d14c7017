"""json.loads on right and wrong texts."""
import json

from facts import calls

calls(json.loads, "1", "-0", "1.5e3", "[]", "{}", '"a"', "true", "null", "NaN", "-Infinity",
    '{"a": [1, {"b": null}]}', '"\\u00e9\\n"',
      '"\\ud83d\\ude00"', '"\\ud800"', " [1 , 2 ] ", '{"a":1,"a":2}', "1e400", "123456789012345678901234567890", b"[1]", bytearray(b"{}"),
      "", " ", "[", "[1", "[1,", "[1,]", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{1:2}", "{'a':1}", "tru", "nul", '"a',
      '"\\x"', '"\\u12"', '"a\nb"', "1 2", "[1] x", "01", "1.", ".5", "+1", "--1", "1e", "\ufeff[]", "[1,\n2,\n3 4]", 5, None, "'a'",
      "]", "}", "[1}", "undefined", "[1,,2]", '{"a" 1}', '{,}', b"\xff")
calls(json.loads, "1.5", "[1, 2.5]", parse_float=str)
calls(json.loads, "1", "[1, 2.5]", parse_int=lambda text: "i" + text)
calls(json.loads, "[NaN, Infinity]", parse_constant=lambda text: text.lower())
calls(json.loads, '{"a": {"b": 1}}', object_pairs_hook=list)
calls(json.loads, '{"a": {"b": 1}}', object_hook=lambda table: sorted(table))
try:
    json.loads('{"a": 1,\n "b": }')
except json.JSONDecodeError as error:
    print(error.msg, error.pos, error.lineno, error.colno, error.doc, isinstance(error, ValueError))

# Strings and numbers of all lengths, with what is special at every place in them.
for special in ['"', "\\", "\x7f", "\x1f", "é", "€", "𝄞", "\x80"]:
    for length in range(19):
        for place in range(length + 1):
            text = "a" * place + special + "b" * (length - place)
            for ascii in (True, False):
                written = json.dumps([text], ensure_ascii=ascii)
                assert json.loads(written) == [text], (written, text)
print(json.dumps(["12345678\x7f", "1234567\"8", "é1234567", "\\"]), json.dumps("12345678\x7fé", ensure_ascii=False))
for text in ["0.1", "-0.0", "59.85", "0.000001", "123456789012.345", "12345678901234.5", "-999999999999.99", "1.7976931348623157",
             "0.30000000000000004", "100.0", "-0.5", "4.35", "2.675", "1.1e1", "0.1e-6", "5e-324", "9007199254740993.0"]:
    assert json.loads(text) == float(text) and repr(json.loads(text)) == repr(float(text)), text
    print(json.loads(text))
