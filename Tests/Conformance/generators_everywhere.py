def g1():
    x = yield 1
    print("got", x)
    y = (yield 2) + (yield 3)
    print("sum", y)
    return y
g = g1()
print(next(g), g.send(10), g.send(5))
try:
    g.send(7)
except StopIteration as e:
    print("stop", e.value)

def f(*a, **k): return (a, k)
def side(x): print("side", x); return x
def g2():
    r = f(side(1), (yield 'a'), side(2), k=(yield 'b'), z=side(3))
    print(r)
    r = [side(1), (yield 'c'), side(2)]
    print(r)
    r = {side(1): (yield 'd'), side(2): side(3)}
    print(r)
    r = side(0) or (yield 'e')
    print(r)
    r = side(5) and (yield 'f')
    print(r)
    r = (yield 'g') if side(1) else 0
    print(r)
    r = side(1) if (yield 'h') else side(2)
    print(r)
    r = f"{side(1)}-{(yield 'i')}-{side(2):>{(yield 'j')}}"
    print(r)
    x = 10
    x += yield 'k'
    print(x)
    r = side('abc').replace((yield 'l'), side('z'))
    print(r)
    r = (yield (yield 'm'))
    print(r)
    if (yield 'n'):
        print('yes')
        yield 'n1'
    else:
        print('no')
    while (yield 'o') < 3:
        print('loop')
        if (yield 'p') == 1: continue
        print('end of loop')
    else:
        print('else')
    for i in (yield 'q'):
        print(i)
        yield i
    with CM((yield 'r')) as c, CM('two'):
        print(c)
        yield 's'
    return (yield 't')
class CM:
    def __init__(self, n): self.n = n
    def __enter__(self): print('enter', self.n); return self.n
    def __exit__(self, *a): print('exit', self.n, a[0])
g = g2()
sent = iter([None, 'A','B','C','D','E','F',7,8,'I',5,100,'a','M','MM',True,0,1,1,2,0,5,[1,2],None,None,'cm',None,'done'])
print(next(g)); next(sent)
try:
    for s in sent:
        print("->", g.send(s))
except StopIteration as e:
    print('value', e.value)

def g3():
    try:
        try:
            yield 1
        except ValueError as e:
            print('caught', e)
            yield 2
            raise KeyError('x') from e
        else:
            print('else'); yield 22
        finally:
            print('finally')
            yield 3
            print('after')
    except KeyError as e:
        print(repr(e), repr(e.__cause__))
        yield 4
    yield 5
g = g3(); print(next(g), g.throw(ValueError('v')), [x for x in g])
print(list(g3()))
def g4():
    for i in range(3):
        try:
            yield i
        finally:
            print('f', i)
            if i == 1: return
g = g4(); print(list(g))
g = g4(); print(next(g)); g.close(); 
try: next(g)
except StopIteration: print('stopped')
def g5():
    try: yield 1
    except GeneratorExit: print('exit'); yield 2
g = g5(); next(g)
try: g.close()
except RuntimeError as e: print(e)
def inner():
    x = yield 1
    print('inner', x)
    try: yield 2
    except ValueError as e: print('inner caught', e); yield 'c'
    return 'R'
def outer():
    r = yield from inner()
    print('outer', r)
    r = yield from [7,8]
    print(r)
    return 'O'
g = outer(); print(next(g), g.send('S'), g.throw(ValueError('q')), next(g), next(g))
try: next(g)
except StopIteration as e: print(e.value)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration('ret')
        return self.n
    def send(self, v): print('send', v); return self.__next__()
    def throw(self, *e): print('throw', e); raise StopIteration('thrown')
    def close(self): print('closed')
def d():
    print((yield from It()))
g = d(); print(next(g), g.send(4))
try: g.send(None)
except StopIteration: print('end')
g = d(); print(next(g))
try: g.throw(ValueError('x'))
except StopIteration: print('end')
g = d(); next(g); g.close()
def bad():
    yield 1
    raise StopIteration('oops')
try: list(bad())
except RuntimeError as e: print(e, repr(e.__cause__))
def rec(n):
    if n: 
        yield n
        yield from rec(n-1)
print(sum(rec(200)))
g = (x for x in range(3))
print(next(g), list(g), list(g))
def running():
    yield next(me)
me = running()
try: next(me)
except ValueError as e: print(e)
lam = lambda: (yield 5)
print(list(lam()))
def lots():
    a = yield
    b = yield a
    del a
    assert (yield b), 'msg'
    return
g = lots(); next(g); print(g.send(1), g.send(2))
try: g.send(0)
except AssertionError as e: print('AE', e)
print(next(iter([1])), next(It()))
def h():
    try:
        raise ValueError(1)
    except ValueError:
        yield 1
        import sys
        print(sys.exc_info()[0])
        try: raise
        except ValueError as e: print('re', e)
g = h(); next(g)
import sys
print(sys.exc_info()[0]); print(list(g))
def m(v):
    match v:
        case [a, b, *c]:
            x = yield a
            print(x, b, c)
            yield b
        case {'k': k, **rest}:
            yield k, rest
        case str() | int() as z:
            yield z
        case _:
            yield 'other'
for v in ([1,2,3,4], {'k':1,'j':2}, 5, 's', None, (1,)):
    print(list(m(v)))
