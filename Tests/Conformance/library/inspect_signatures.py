import inspect, functools
def f(a,b=1,*c,d,e:int=2,**k)->str: "doc"
print(inspect.signature(f), inspect.getfullargspec(f), inspect.isfunction(f), inspect.isclass(int),
    inspect.ismethod(f), inspect.getdoc(f))
def g(a,/,b,*,c=3): pass
s=inspect.signature(g); print(s, repr(s), list(s.parameters), s.parameters['a'].kind, repr(s.parameters['a'].kind),
    s.parameters['b'], repr(s.parameters['c']), s.parameters['c'].default,
    s.parameters['b'].default is inspect.Parameter.empty, s.bind(1,2).arguments, s.bind(1,b=2,c=4))
for a,k in (((1,),{}),((1,2,3),{}),((1,2),{'z':1}),((1,),{'a':1})):
    try: print(s.bind(*a,**k))
    except TypeError as e: print(e)
class C:
    "class doc"
    def __init__(self,x,y=2): pass
    def m(self,z): pass
    @classmethod
    def cm(cls,q): pass
    @staticmethod
    def sm(r): pass
print(inspect.signature(C), inspect.signature(C(1).m), inspect.signature(C.m), inspect.signature(C.cm),
    inspect.signature(C.sm)); print(inspect.signature(functools.partial(f,1,d=5)))
def gen(): yield
print(inspect.isgeneratorfunction(gen), inspect.isgenerator(gen()), inspect.isbuiltin(len), inspect.ismodule(inspect),
    inspect.getmro(C), [n for n,_ in inspect.getmembers(C,inspect.isfunction)])
@functools.wraps(f)
def w(*a): pass
print(inspect.signature(w), inspect.signature(lambda x,*y: 0), inspect.unwrap(w) is f,
    inspect.cleandoc("a\n   b\n     c\n"))
try: inspect.signature(5)
except TypeError as e: print(e)
