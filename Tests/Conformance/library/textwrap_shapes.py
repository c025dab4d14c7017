"""textwrap at many widths."""
import textwrap

text = "The quick brown fox jumped over the lazy dog. It's a well-known sentence -- isn't it?  Yes;\tverylongwordwithoutanyspaces indeed."
for width in (1, 5, 10, 20, 33, 70):
    for options in ({}, {"initial_indent": "* ", "subsequent_indent": "  "}, {"break_long_words": False},
        {"break_on_hyphens": False},
                    {"max_lines": 2}, {"max_lines": 1,
                        "placeholder": "~"}, {"fix_sentence_endings": True}, {"drop_whitespace": False}):
        try:
            print(width, options, textwrap.wrap(text, width, **options))
        except ValueError as error:
            print(width, options, error)
print(repr(textwrap.dedent("  a\n    b\n\n  c\n")), repr(textwrap.dedent("\ta\n  b")),
    repr(textwrap.indent("a\n\nb\n", "> ")))
print(repr(textwrap.indent("a\n\nb", "-", lambda line: True)), textwrap.shorten(text, 30), textwrap.shorten("a  b",
    10), repr(textwrap.fill("a b c", 3)))
