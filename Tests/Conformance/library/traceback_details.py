"""Exceptions as text by the functions and classes of traceback."""
import traceback, sys, io, re
def t(f):
    try: r = repr(f())
    except BaseException as e: r = type(e).__name__ + " " + str(e)
    print(re.sub(r"0x[0-9a-f]+", "0x", r))
def f(): raise ValueError("v")
def g():
    try: f()
    except ValueError as e: raise KeyError("k") from e
def h():
    try: g()
    except KeyError: 1/0
try: h()
except Exception as e: x = e
for chain in (True, False):
    print("".join(traceback.format_exception(x, chain=chain)))
    print("".join(traceback.format_exception(type(x), x, x.__traceback__, chain=chain, limit=1)))
print("".join(traceback.format_tb(x.__traceback__))); print(traceback.format_tb(x.__traceback__, limit=-1)); print(traceback.extract_tb(x.__traceback__)); print(traceback.format_exception_only(x)); print(traceback.format_exception_only(type(x), x)); print(traceback.format_exception_only(ValueError, None)); print(traceback.format_exception(None)); print(traceback.format_exception(None, None, None))
t(lambda: traceback.format_exception(5)); t(lambda: traceback.format_exception(ValueError)); t(lambda: traceback.format_exception(ValueError, x)); t(lambda: traceback.format_exception_only(5)); t(lambda: traceback.print_exception(5)); t(lambda: traceback.format_exc()); t(lambda: traceback.print_exc(file=sys.stdout)); t(lambda: traceback.format_list([("f", 1, "n", "l"), ("g", 2, "m", None)])); t(lambda: traceback.StackSummary.from_list([("f", 1, "n", "l")])); t(lambda: traceback.StackSummary.from_list([("f", 1, "n", "l")]).format()); t(lambda: traceback.FrameSummary("f", 1, "n")); t(lambda: tuple(traceback.FrameSummary("f", 1, "n", line="  x "))); t(lambda: traceback.FrameSummary("f", 1, "n", line="x") == ("f", 1, "n", "x")); t(lambda: len(traceback.FrameSummary("f", 1, "n"))); t(lambda: traceback.FrameSummary("f", 1, "n", locals={"a": 1, "b": "x"}).locals); t(lambda: traceback.FrameSummary("f", 1, "n")[0]); t(lambda: traceback.FrameSummary("f", None, "n").line)
te = traceback.TracebackException.from_exception(x); t(lambda: str(te)); t(lambda: te.exc_type); t(lambda: list(te.format_exception_only())); t(lambda: te.__context__.exc_type); t(lambda: te.__context__.__cause__.exc_type); t(lambda: te == traceback.TracebackException.from_exception(x)); t(lambda: te.stack[0].name); t(lambda: te.stack[-1].line); t(lambda: te.stack[-1].lineno - te.stack[0].lineno); t(lambda: (te.stack[-1].colno, te.stack[-1].end_colno)); te.print(file=sys.stdout); t(lambda: te.__suppress_context__); t(lambda: te.__notes__)
t(lambda: [(fr.f_code.co_name, ln) for fr, ln in traceback.walk_tb(x.__traceback__)])
x.add_note("note one"); x.add_note("two\nlines"); print("".join(traceback.format_exception_only(x)))
class Bad(Exception):
    def __str__(self): raise RuntimeError
t(lambda: traceback.format_exception_only(Bad())); 
class Sub(ValueError): pass
t(lambda: traceback.format_exception_only(Sub("a\nb"))); t(lambda: traceback.format_exception_only(Sub()))
try: compile("a b c", "fn", "exec")
except SyntaxError as e: print("".join(traceback.format_exception_only(e))); se = traceback.TracebackException.from_exception(e); t(lambda: (se.filename, se.lineno, se.offset, se.msg, se.text, se.end_lineno, se.end_offset))
for e in (SyntaxError("m"), SyntaxError("m", ("f", 2, 3, "a b c\n")), SyntaxError("m", ("f", 2, 3, "a b c\n", 2, 5)), SyntaxError("m", (None, 2, 3, "  a b c\n")), SyntaxError("m", ("f", None, None, None)), SyntaxError("m", ("f", 2, 30, "a")), SyntaxError(), IndentationError("m", ("f", 2, 0, "a")), SyntaxError("m", ("f", 2, -1, "abc")), SyntaxError("m", ("f", 2, 1, "")), SyntaxError("m", ("f", 2, 1, "abc", 3, 2))):
    print("".join(traceback.format_exception_only(e)))
def rec(n):
    if n: return rec(n - 1)
    raise ValueError
try: rec(10)
except ValueError as e: print("".join(traceback.format_exception(e)))
def loc(a, b=2):
    c = [a]; raise TypeError("t")
try: loc(1)
except TypeError as e: print("".join(traceback.TracebackException.from_exception(e, capture_locals=True).stack.format()[1:]))
def st(): return traceback.extract_stack()
s = st(); print([fs.name for fs in s], s[-1].line); print([fs.name for fs in traceback.extract_stack(limit=1)])
def ps(): traceback.print_stack(file=sys.stdout, limit=1)
ps(); print(traceback.format_stack(limit=1))
a = ValueError("a"); b = ValueError("b"); a.__cause__ = b; b.__cause__ = a; print("".join(traceback.format_exception(a)))
e1 = ValueError("ctx"); e2 = KeyError("x"); e2.__context__ = e1; e2.__suppress_context__ = True; print(traceback.format_exception(e2))
buf = io.StringIO(); traceback.print_exception(x, file=buf); print(len(buf.getvalue().split("\n"))); traceback.print_tb(x.__traceback__, file=sys.stdout); traceback.clear_frames(x.__traceback__)
t(lambda: traceback.print_last()); t(lambda: sorted(traceback.__all__)); t(lambda: sys.last_type)
class Q(Exception):
    __module__ = "mod"; __qualname__ = "Outer.Q"
t(lambda: traceback.format_exception_only(Q("z")))
sys.tracebacklimit = 1; print("".join(traceback.format_exception(x, chain=False))); sys.tracebacklimit = 0; print("".join(traceback.format_exception(x, chain=False))); del sys.tracebacklimit
try: raise NameError("name 'foo' is not defined")
except NameError as e: print(traceback.format_exception_only(e))
foo1 = 3
try: fooo1
except NameError as e: print(traceback.format_exception_only(e)); print(traceback.format_exc().split("\n")[-2])
try: [].appendd
except AttributeError as e: print(traceback.format_exception_only(e))
chainn = None
for i in range(30):
    n = ValueError(i); n.__context__ = chainn; chainn = n
print(len(traceback.format_exception(chainn)))
