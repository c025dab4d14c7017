"""What of regular expressions isn't built in. Enumerations take a while to load, so that flags wait until asked for."""

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape",
           "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE",
           "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag"]


def template(pattern, flags=0):
    import warnings

    warnings.warn("The re.template() function is deprecated as it is an undocumented feature without an obvious "
                  "purpose. Use re.compile() instead.", DeprecationWarning)
    return compile(pattern, flags)


def __getattr__(name):
    if name == "Scanner":
        import re._scanner as part

        return part.Scanner
    if name.isupper() or name == "RegexFlag":
        # It puts the flags here by itself.
        import re._flags as part

        globals()["RegexFlag"] = part.RegexFlag
        if name in globals():
            return globals()[name]
    raise AttributeError(f"module 're' has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), *__all__})
