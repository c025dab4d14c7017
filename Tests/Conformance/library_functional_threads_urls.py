import itertools as it, operator as op, functools as ft, copy, contextlib, threading, queue, urllib.parse as up, sys, math
print(list(it.islice(it.count(5,2),3)), list(it.islice(it.cycle('ab'),5)), list(it.repeat(1,3)), list(it.accumulate([1,2,3])), list(it.accumulate([1,2,3],op.mul,initial=10)), list(it.chain('ab',[1])), list(it.chain.from_iterable(['ab','c'])), list(it.compress('abcd',[1,0,1])), list(it.dropwhile(lambda x:x<3,[1,3,2])), list(it.takewhile(lambda x:x<3,[1,3,2])), list(it.filterfalse(None,[0,1,''])), [(k,list(g)) for k,g in it.groupby('aabbbc')], list(it.islice(range(10),2,8,3)), list(it.islice('abc',None)), list(it.pairwise('abc')), list(it.starmap(pow,[(2,3)])), [list(x) for x in it.tee([1,2],2)], list(it.zip_longest('ab','c',fillvalue='-')), list(it.product('ab',[1,2])), list(it.product([0,1],repeat=2)), list(it.permutations('abc',2)), list(it.combinations('abc',2)), list(it.combinations_with_replacement('ab',2)), list(it.permutations([])), list(it.product()))
print(it.count(3), it.count(1,2), it.repeat('x',2), it.count(0.5), list(it.groupby([1,1,2],key=lambda x:x>1))[0][0], it.chain, type(it.chain()).__name__, next(it.count()), op.length_hint(it.repeat(1,5)))
for f in [lambda: it.islice([1],-1), lambda: it.islice([1],1,2,0), lambda: it.combinations('ab',-1), lambda: it.count('x'), lambda: it.product([1],repeat=-1), lambda: list(it.chain(5)), lambda: it.tee([],-1), lambda: list(it.starmap(pow,[1])), lambda: it.permutations('a','b'), lambda: it.islice([1],'a')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(op.add(1,2), op.itemgetter(1)([1,2]), op.itemgetter(0,2)('abc'), op.attrgetter('real')(5), op.attrgetter('real','imag')(5), op.methodcaller('split',',')('a,b'), op.contains([1],1), op.truth([]), op.not_(1), op.concat([1],[2]), op.countOf([1,1],1), op.indexOf([1,2],2), op.getitem([5],0), op.iadd([1],[2]), op.index(True), op.neg(3), op.inv(3), op.xor(5,1), op.matmul, op.itemgetter(1), op.attrgetter('a.b'), op.methodcaller('x',1,k=2), op.is_(1,1), op.pow(2,3), op.floordiv(7,2), op.lshift(1,3), op.__add__(1,1), op.call(len,'ab'), op.setitem({},1,2), op.abs(-3))
for f in [lambda: op.itemgetter(), lambda: op.itemgetter(5)([1]), lambda: op.attrgetter('q')(1), lambda: op.attrgetter(1), lambda: op.concat(1,2), lambda: op.indexOf([1],2), lambda: op.index(1.5), lambda: op.add(1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
@ft.lru_cache(maxsize=2)
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(10), fib.cache_info(), fib.__name__, fib.__wrapped__(1)); fib.cache_clear(); print(fib.cache_info())
@ft.cache
def g(*a,**k): return (a,k)
print(g(1,x=2), g.cache_info(), ft.reduce(op.add,[1,2,3]), ft.reduce(op.add,[],5), ft.partial(int,base=2)('101'), ft.partial(print,1).args, sorted([3,1,2],key=ft.cmp_to_key(lambda a,b:b-a)))
p=ft.partial(max,5); print(p(3,9), p.func is max, p.keywords)
@ft.total_ordering
class V:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v
    def __lt__(s,o): return s.v<o.v
print(V(1)<=V(1), V(2)>V(1), V(1)>=V(2), V(1)!=V(2))
def deco(f):
    @ft.wraps(f)
    def w(*a): 'wdoc'; return f(*a)
    return w
@deco
def named(x): 'named doc'; return x
print(named.__name__, named.__doc__, named.__wrapped__(3), named.__module__, named.__qualname__)
@ft.singledispatch
def sd(x): return 'obj'
@sd.register
def _(x: int): return 'int'
@sd.register(list)
def _(x): return 'list'
print(sd(1), sd([]), sd('x'), sd(True), sd.dispatch(int) is not sd.dispatch(str))
class CP:
    n=0
    @ft.cached_property
    def v(self): CP.n+=1; return CP.n
    def meth(self,a,b): return (a,b)
    pm=ft.partialmethod(meth,1)
c=CP(); print(c.v,c.v,CP.n,c.pm(2)); del c.v; print(c.v)
try: ft.reduce(op.add,[])
except TypeError as e: print(e)
class Node:
    def __init__(self): self.l=[1,[2]]; self.me=self
n=Node(); m=copy.deepcopy(n); s=copy.copy(n); print(m.l==n.l, m.l is not n.l, m.me is m, s.l is n.l, copy.copy([1,[2]]), copy.deepcopy({'a':[1,(2,[3])]}), copy.deepcopy((1,2)), copy.copy({1}), copy.copy('x'))
class WC:
    def __copy__(self): return 'c'
    def __deepcopy__(self,memo): return 'd'
print(copy.copy(WC()), copy.deepcopy([WC()]))
@contextlib.contextmanager
def cm(x):
    print('in',x)
    try: yield x*2
    except ValueError as e: print('caught',e)
    finally: print('out')
with cm(2) as y: print(y)
with cm(3): raise ValueError('v')
try:
    with cm(4): raise KeyError('k')
except KeyError as e: print('passed',e)
with contextlib.suppress(ZeroDivisionError): 1/0
with contextlib.ExitStack() as st:
    st.callback(print,'cb'); print(st.enter_context(cm(1)))
with contextlib.nullcontext(5) as z: print(z)
class Cl:
    def close(self): print('closed')
with contextlib.closing(Cl()): pass
import io
o=io.StringIO()
with contextlib.redirect_stdout(o): print('hidden')
print(repr(o.getvalue()))
@cm(9)
def decorated(): print('body')
decorated()
try:
    with contextlib.ExitStack() as st:
        st.push(lambda *a: True); raise ValueError
    print('swallowed')
except ValueError: print('no')
lock=threading.Lock(); print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01)); lock.release()
try: lock.release()
except RuntimeError as e: print(e)
with threading.RLock(): pass
ev=threading.Event(); print(ev.is_set(), ev.wait(0.01)); ev.set(); print(ev.wait())
res=[]
t=threading.Thread(target=lambda a,b=0: res.append((a,b,threading.current_thread().name)), args=(1,), kwargs={'b':2}, name='T'); t.start(); t.join(); print(res, t.is_alive(), t.name, t.daemon, threading.main_thread().name, threading.current_thread().name, threading.active_count())
sem=threading.Semaphore(1); print(sem.acquire(), sem.acquire(blocking=False)); sem.release()
loc=threading.local(); loc.x=1; print(loc.x, hasattr(loc,'y'), loc.__dict__)
tm=threading.Timer(0.01, lambda: res.append('timer')); tm.start(); tm.join(); print(res[-1])
q=queue.Queue(2); q.put(1); q.put(2); print(q.full(), q.get(), q.qsize(), q.empty())
try: q.get_nowait(); q.get_nowait()
except queue.Empty as e: print('Empty')
pq=queue.PriorityQueue(); [pq.put(x) for x in (3,1,2)]; print([pq.get() for _ in range(3)]); lq=queue.LifoQueue(); lq.put(1); lq.put(2); print(lq.get())
for u in ['http://user:pa%20ss@Host.com:8080/p/a;x?q=1&q=2#f','//h/p','mailto:a@b','a/b?c','','http://[::1]:80/','HTTP://A','http://h:99999','x:y','http://a\nb/c']:
    try:
        r=up.urlparse(u); print(r, r.hostname, r.username, r.password, r.geturl(), up.urlsplit(u)); print(r.port)
    except ValueError as e: print(type(e).__name__, e)
B='http://a/b/c/d;p?q'
for r in ['g:h','g','./g','g/','/g','//g','?y','g?y','#s','g#s',';x','','.','./','..','../','../g','../..','../../g','../../../g','/./g','g.','..g','./../g','g;x=1/../y','http:g']: print(r, up.urljoin(B,r), end=' | ')
print()
print(up.quote('a b/ü&?'), up.quote('a/b',safe=''), up.quote_plus('a b+c'), up.unquote('a%20b%C3%BC%zz'), up.unquote_plus('a+b%2B'), up.urlencode({'a':1,'b':'x y','c':['1','2']}), up.urlencode({'c':['1','2']},doseq=True), up.urlencode([('a','ü'),('b',b'\xff')]), up.urlencode({'a':'b c'},quote_via=up.quote), up.parse_qs('a=1&a=2&b=&c=%20x+y'), up.parse_qs('a=&b',keep_blank_values=True), up.parse_qsl('a=1;b=2',separator=';'), up.urlunparse(('http','h','/p','','q=1','f')), up.urlunsplit(('s','n','p','q','f')), up.urldefrag('http://a/b#c'), up.unquote_to_bytes('a%ff%zz'), up.quote_from_bytes(b'\xff a'), up.urlparse(b'http://h/p').netloc, up.quote('~_.-'), up.unquote('%E4',encoding='latin-1'))
for f in [lambda: up.urlencode(5), lambda: up.urlencode('abc'), lambda: up.parse_qs('a',strict_parsing=True), lambda: up.urljoin('a',b'b'), lambda: up.quote(5), lambda: up.urlsplit('http://[bad')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
