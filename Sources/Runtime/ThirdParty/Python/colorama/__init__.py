"""Colors for terminals, as their codes."""


class _Codes:
    def __init__(self, **codes):
        for name, code in codes.items():
            setattr(self, name, "\033[%dm" % code)


def _colors(base):
    names = ("BLACK", "RED", "GREEN", "YELLOW", "BLUE", "MAGENTA", "CYAN", "WHITE")
    codes = {name: base + place for place, name in enumerate(names)}
    codes.update({"LIGHT%s_EX" % name: base + 60 + place for place, name in enumerate(names)})
    codes["RESET"] = base + 9
    return codes


Fore = _Codes(**_colors(30))
Back = _Codes(**_colors(40))
Style = _Codes(BRIGHT=1, DIM=2, NORMAL=22, RESET_ALL=0)


def init(autoreset=False, convert=None, strip=None, wrap=True):
    if autoreset:
        raise NotImplementedError("autoreset= is not supported by Katydid's colorama: end texts with Style.RESET_ALL")


def deinit():
    pass


reinit = just_fix_windows_console = deinit
