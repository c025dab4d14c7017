"""How long statements and functions take.

    timeit.timeit("statement", "setup", number=1000)
    timeit.main(["-n", "1000", "-s", "setup", "statement"])

Options of `main`:
  -n/--number N  how often the statement is run in a row; found out when it isn't given
  -r/--repeat N  how many rows there are (5)
  -s/--setup S   what is done before each row, and isn't timed
  -p/--process   counts the time of the process, not the time that passes
  -v/--verbose   shows the rows, too; twice, with more digits
  -u/--unit      nsec, usec, msec or sec
  -h/--help      shows this
"""
import sys as _sys
import time as _time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_timer = _time.perf_counter
default_number, default_repeat = 1000000, 5
dummy_src_name = "<timeit-src>"
# How a row is run; the names begin with underscores, so that they are in nobody's way.
template = """def inner(_it, _timer{init}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""


def reindent(src, indent):
    """A text whose lines, but for the first one, stand further in."""
    return src.replace("\n", "\n" + " " * indent)


class Timer:
    """Times a statement: a text or a function."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        space = {} if globals is None else globals
        given, init, prefix = {}, "", ""
        if isinstance(setup, str):
            # Alone it has to be right, too: within a function more is.
            compile(setup, dummy_src_name, "exec")
            prefix, setup = setup + "\n", reindent(setup, 4)
        elif callable(setup):
            given["_setup"], init, setup = setup, init + ", _setup=_setup", "_setup()"
        else:
            raise ValueError("setup is neither a string nor callable")
        if isinstance(stmt, str):
            compile(prefix + stmt, dummy_src_name, "exec")
            stmt = reindent(stmt, 8)
        elif callable(stmt):
            given["_stmt"], init, stmt = stmt, init + ", _stmt=_stmt", "_stmt()"
        else:
            raise ValueError("stmt is neither a string nor callable")
        self.src = template.format(stmt=stmt, setup=setup, init=init)
        exec(compile(self.src, dummy_src_name, "exec"), space, given)
        self.inner = given["inner"]

    def print_exc(self, file=None):
        import traceback

        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        from itertools import repeat

        return self.inner(repeat(None, number), self.timer)

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for number in (scale, scale * 2, scale * 5):
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number,
           globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


_UNITS = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}


def main(args=None, *, _wrap_timer=None):
    """What the command line does; gives the status of the process."""
    import getopt

    try:
        options, args = getopt.getopt(_sys.argv[1:] if args is None else args, "n:u:s:r:pvh", [
            "number=", "setup=", "repeat=", "process", "verbose", "unit=", "help"])
    except getopt.error as error:
        print(error)
        print("use -h/--help for command line help")
        return 2
    timer, number, setup, rows, verbose, unit, precision = default_timer, 0, [], default_repeat, 0, None, 3
    for option, value in options:
        if option in ("-n", "--number"):
            number = int(value)
        elif option in ("-s", "--setup"):
            setup.append(value)
        elif option in ("-u", "--unit"):
            if value not in _UNITS:
                print("Unrecognized unit. Please select nsec, usec, msec, or sec.", file=_sys.stderr)
                return 2
            unit = value
        elif option in ("-r", "--repeat"):
            rows = max(1, int(value))
        elif option in ("-p", "--process"):
            timer = _time.process_time
        elif option in ("-v", "--verbose"):
            precision += bool(verbose)
            verbose += 1
        else:
            print(__doc__, end=" ")
            return 0
    measured = Timer("\n".join(args) or "pass", "\n".join(setup) or "pass", _wrap_timer(timer) if _wrap_timer else timer)

    def counted(number, taken):
        print(f"{number} loop{'' if number == 1 else 's'} -> {taken:.{precision}g} secs")

    try:
        if number == 0:
            number, _ = measured.autorange(counted if verbose else None)
            if verbose:
                print()
        times = measured.repeat(rows, number)
    except:
        measured.print_exc()
        return 1

    def shown(seconds):
        name = unit or next((name for name in ("sec", "msec", "usec") if seconds >= _UNITS[name]), "nsec")
        return f"{seconds / _UNITS[name]:.{precision}g} {name}"

    if verbose:
        print("raw times:", ", ".join(map(shown, times)))
        print()
    each = [taken / number for taken in times]
    best, worst = min(each), max(each)
    print(f"{number} loop{'' if number == 1 else 's'}, best of {rows}: {shown(best)} per loop")
    if worst >= best * 4:
        import warnings

        warnings.warn_explicit(f"The test results are likely unreliable. The worst time ({shown(worst)}) was more than "
                               f"four times slower than the best time ({shown(best)}).", UserWarning, "", 0)
    return None
