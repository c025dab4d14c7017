"""Signatures, what is bound to them, and looking at classes and functions."""
import inspect, functools, types, typing
from inspect import Parameter as P, Signature as S, signature
def t(f):
    try: r = repr(f())
    except BaseException as e: r = type(e).__name__ + " " + str(e)
    import re; print(re.sub(r"0x[0-9a-f]+", "0x", r))
def f(a, /, b, c=1, *args, d, e=2, **kw) -> int: pass
def g(x: int, y: "str" = "q", *, z: typing.List[int] = None): pass
t(lambda: signature(f)); t(lambda: signature(g)); t(lambda: signature(f).parameters); t(lambda: list(signature(f).parameters.values())); t(lambda: signature(f).return_annotation); t(lambda: signature(f).bind(1, 2, d=3)); t(lambda: signature(f).bind(1, 2, 3, 4, 5, d=3, q=1).arguments); t(lambda: signature(f).bind(1)); t(lambda: signature(f).bind(1, 2)); t(lambda: signature(f).bind(1, b=2, d=3, a=4)); t(lambda: signature(f).bind_partial()); t(lambda: signature(f).bind_partial(1, q=3)); t(lambda: signature(g).bind(1, 2, 3)); t(lambda: signature(g).bind(1, k=3)); t(lambda: signature(g).bind(1, x=3)); t(lambda: signature(g).bind(x=1, y=2, z=3).args); t(lambda: signature(g).bind(x=1, y=2, z=3).kwargs)
ba = signature(f).bind(1, 2, d=3); ba.apply_defaults(); t(lambda: ba.arguments); t(lambda: ba.args); t(lambda: ba.kwargs); t(lambda: ba.signature); t(lambda: ba == signature(f).bind(1, 2, d=3)); t(lambda: f(*ba.args, **ba.kwargs))
t(lambda: P("a", P.KEYWORD_ONLY)); t(lambda: P("a", 9)); t(lambda: P("1", 1)); t(lambda: P("if", 1)); t(lambda: P("if", 0)); t(lambda: P(1, 1)); t(lambda: P("a", 2, default=1)); t(lambda: P("a", 4, default=1)); t(lambda: P("a", 1, default=1, annotation=int)); t(lambda: str(P("a", 1, default=1, annotation=int))); t(lambda: P("a", 1).replace(name="b", kind=3)); t(lambda: P("a", 1).replace(name=P.empty)); t(lambda: P("a", 1).replace(name=5)); t(lambda: P("a", 1) == P("a", 1)); t(lambda: hash(P("a", 1)) == hash(P("a", 1))); t(lambda: P("a", 1) == 5); t(lambda: P("", 1)); t(lambda: P(".0", 1)); t(lambda: P(".0", 3)); t(lambda: P.empty); t(lambda: P.POSITIONAL_ONLY); t(lambda: str(P.KEYWORD_ONLY)); t(lambda: P.VAR_KEYWORD.description); t(lambda: P.VAR_KEYWORD.name); t(lambda: P.VAR_KEYWORD == 4); t(lambda: f"{P.VAR_KEYWORD}"); t(lambda: P("a", 1).name); t(lambda: setattr(P("a", 1), "name", 1)); t(lambda: P("a")); t(lambda: P("a", 1, 2))
t(lambda: S([P("a", 3), P("b", 1)])); t(lambda: S([P("a", 1), P("a", 1)])); t(lambda: S([P("a", 1, default=1), P("b", 1)])); t(lambda: S([P("a", 0, default=1), P("b", 1, default=2), P("c", 1)])); t(lambda: S()); t(lambda: S(return_annotation=5)); t(lambda: S([P("a", 1)], return_annotation=int)); t(lambda: S([P("a", 1)]) == S([P("a", 1)])); t(lambda: S([P("a", 3), P("b", 3)]) == S([P("b", 3), P("a", 3)])); t(lambda: S([P("a", 1)]).replace(parameters=[])); t(lambda: S([P("a", 1)]).replace(return_annotation=str)); t(lambda: S([5])); t(lambda: S([P("args", 2), P("a", 1)])); t(lambda: S([P("a", 4), P("b", 4)])); t(lambda: hash(S()) == hash(S())); t(lambda: S.empty)
class A:
    def __init__(self, a, b=1): pass
    def m(self, x): pass
    @classmethod
    def c(cls, y): pass
    @staticmethod
    def s(z): pass
    def __call__(self, q): pass
    pm = functools.partialmethod(m, 5)
    @property
    def p(self): pass
class B(A): pass
class C(A):
    def __new__(cls, *args, n=1): return object.__new__(cls)
class D: pass
class M(type):
    def __call__(cls, mm): pass
class E(metaclass=M): pass
class F(dict): pass
class G(Exception): pass
for o in (A, B, C, D, E, A.m, A(1).m, A.c, A.s, A(1), A(1).pm, A.pm, lambda x, *y: 1, functools.partial(f, 1), functools.partial(f, 1, c=5), functools.partial(f, b=5), functools.partial(g, 1, 2), functools.partial(g, q=1), functools.partial(g, x=1), functools.partial(functools.partial(g, 1), z=3), functools.lru_cache(g), functools.wraps(f)(lambda *a: 1), 5, "x", None, object): t(lambda: signature(o))
def deco(fn):
    @functools.wraps(fn)
    def w(*a, **k): return fn(*a, **k)
    return w
t(lambda: signature(deco(g))); t(lambda: signature(deco(g), follow_wrapped=False)); t(lambda: inspect.unwrap(deco(deco(g))) is g); t(lambda: signature(A(1).m).parameters["x"].kind)
g2 = lambda: 1; g2.__signature__ = S([P("zz", 1)]); t(lambda: signature(g2)); g3 = lambda: 1; g3.__signature__ = 5; t(lambda: signature(g3))
def noself(): pass
t(lambda: signature(types.MethodType(noself, 1))); t(lambda: signature(types.MethodType(lambda *a: 1, 1))); t(lambda: signature(types.MethodType(lambda **a: 1, 1)))
t(lambda: inspect.getfullargspec(f)); t(lambda: inspect.getfullargspec(A.m)); t(lambda: inspect.getfullargspec(A(1).m)); t(lambda: inspect.getfullargspec(A)); t(lambda: inspect.getfullargspec(5)); t(lambda: inspect.getfullargspec(deco(g))); t(lambda: inspect.getfullargspec(functools.partial(g, 1))); t(lambda: inspect.getfullargspec(A(1)))
t(lambda: inspect.getcallargs(f, 1, 2, d=3)); t(lambda: inspect.getcallargs(f)); t(lambda: inspect.getcallargs(g, 1, 2, 3))
class Doc:
    """Doc
       of class.
    """
    def m(self):
        """first

            second
        """
    @property
    def p(self):
        "prop"
    @classmethod
    def c(cls): "cm"
class Doc2(Doc):
    def m(self): pass
    @property
    def p(self): pass
    @classmethod
    def c(cls): pass
t(lambda: inspect.getdoc(Doc)); t(lambda: inspect.getdoc(Doc.m)); t(lambda: inspect.getdoc(Doc2.m)); t(lambda: inspect.getdoc(Doc2().m)); t(lambda: inspect.getdoc(Doc2)); t(lambda: inspect.getdoc(Doc2.p)); t(lambda: inspect.getdoc(Doc2.c)); t(lambda: inspect.getdoc(noself)); t(lambda: inspect.cleandoc("  a\n    b\n      c\n\n")); t(lambda: inspect.cleandoc("\n\n  a\n b")); t(lambda: inspect.cleandoc("")); t(lambda: inspect.cleandoc("a\n\tb"))
t(lambda: [n for n, v in inspect.getmembers(A(1)) if not n.startswith("__")]); t(lambda: [n for n, v in inspect.getmembers(A, inspect.isfunction)]); t(lambda: [n for n, v in inspect.getmembers(A(1), inspect.ismethod)]); t(lambda: [n for n, v in inspect.getmembers(A, lambda v: isinstance(v, property))])
for fn in ("ismodule isclass ismethod isfunction isgeneratorfunction isgenerator isbuiltin isroutine isabstract ismethoddescriptor isdatadescriptor isgetsetdescriptor ismemberdescriptor iscode isframe istraceback ismethodwrapper iscoroutinefunction isawaitable isasyncgen").split():
    t(lambda: (fn, [getattr(inspect, fn)(o) for o in (inspect, A, A(1).m, A.m, f, len, [].append, str.join, A.__dict__["c"], A.__dict__["s"], A.__dict__["p"], (x for x in []), 5, None, f.__code__, int, type, object(), types.SimpleNamespace, functools.partial(f), lambda: (yield))]))
t(lambda: inspect.getmro(B)); t(lambda: inspect.getmodule(A).__name__); t(lambda: inspect.getmodule(f).__name__); t(lambda: inspect.getmodulename("/a/b.py")); t(lambda: inspect.getmodulename("b.txt"))
class St:
    __slots__ = ("sl",)
    at = 1
    @property
    def pr(self): 1/0
    def __getattr__(self, n): return "dyn"
t(lambda: inspect.getattr_static(St(), "at")); t(lambda: inspect.getattr_static(St(), "pr")); t(lambda: inspect.getattr_static(St(), "zz")); t(lambda: inspect.getattr_static(St(), "zz", 5)); t(lambda: inspect.getattr_static(St, "at")); t(lambda: type(inspect.getattr_static(St(), "sl")).__name__); t(lambda: inspect.getattr_static(A(1), "m") is A.__dict__["m"]); t(lambda: inspect.getattr_static(A, "c")); t(lambda: inspect.getattr_static(types, "FunctionType")); t(lambda: inspect.getattr_static(A, "__name__", "no") != "no")
t(lambda: inspect.get_annotations(g)); t(lambda: inspect.get_annotations(g, eval_str=True)); t(lambda: inspect.get_annotations(A)); t(lambda: inspect.get_annotations(5)); t(lambda: signature(g, eval_str=True))
class An: x: "int"; y: "A" = 1
t(lambda: inspect.get_annotations(An)); t(lambda: inspect.get_annotations(An, eval_str=True)); t(lambda: inspect.get_annotations(An, locals={"A": 5}, eval_str=True))
t(lambda: inspect.formatannotation(int)); t(lambda: inspect.formatannotation("x")); t(lambda: inspect.formatannotation(typing.List[int])); t(lambda: inspect.formatannotation(list[int])); t(lambda: inspect.formatannotation(A)); t(lambda: inspect.classify_class_attrs(An)[-1]); t(lambda: [(a.name, a.kind, a.defining_class.__name__) for a in inspect.classify_class_attrs(C) if not a.name.startswith("__")]); t(lambda: inspect.isabstract(A))
import abc
class Ab(abc.ABC):
    @abc.abstractmethod
    def q(self): pass
t(lambda: inspect.isabstract(Ab)); t(lambda: inspect.isabstract(Ab.q)); t(lambda: inspect.getgeneratorstate((x for x in []))); t(lambda: inspect.getclasstree([A, B])); t(lambda: inspect.getsource(noself)); t(lambda: inspect.getsource(deco)); t(lambda: inspect.getsourcelines(St)[1]); t(lambda: inspect.getsource(Doc2)); t(lambda: inspect.getcomments(noself)); t(lambda: inspect.getfile(5)); t(lambda: inspect.getfile(len)); t(lambda: inspect.getsource(len)); t(lambda: inspect.getsource(5)); t(lambda: inspect.getsourcefile(f) == inspect.getfile(A))
