# Names of parameters that begin with two underscores belong to the class, those of keywords in calls do not.
def f(**k): return k
class F:
    def m(self, __a, *, __k=3): return __a, __k
    def n(self): return f(__x=1)
    def p(self): return self.m(1, __k=5), self.m(__a=2)
print(F.m.__kwdefaults__, F.m.__code__.co_varnames, F().n(), F().p())
for c in [lambda: F().m(1, __k=4), lambda: F().m(1, _F__k=4), lambda: F().m(_F__a=1), lambda: F().m()]:
    try: print(c())
    except TypeError as e: print(e)
import inspect
print(inspect.signature(F.m))
