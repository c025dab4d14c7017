"""Random numbers from classes and instances that make their own; states and weights that can't be."""
import warnings

warnings.simplefilter("ignore")
import random
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
class S1(random.Random):
    def random(self): called.add("S1.random"); return random.Random.random(self)
    def getrandbits(self, n): called.add("S1.bits"); return random.Random.getrandbits(self, n)
class S2(random.Random):
    def random(self): called.add("S2.random"); return random.Random.random(self)
class S3(S2):
    def getrandbits(self, n): called.add("S3.bits"); return random.Random.getrandbits(self, n)
class S4(S3):
    def random(self): called.add("S4.random"); return random.Random.random(self)
class M1:
    q = 0.1
    def random(self): called.add("M1.random"); self.q = (self.q * 7 + 0.13) % 1; return self.q
class S5(M1, random.Random): pass
class S6(random.Random):
    n = 0
    def getrandbits(self, n): self.n = (self.n * 5 + 3) % 1009; return self.n & ((1 << n) - 1)
class S7(random.Random):
    def seed(self, a=None, version=2): print("seed", a); super().seed(a)
class S8(random.Random):
    q = 0.1
    def random(self): self.q = (self.q * 7 + 0.13) % 1; return self.q
for C in (S1, S2, S3, S4, S5, S6, S7, S8):
    called = set()
    r = C(7)
    t(r.randrange, 100); t(r.choice, "abcdefgh"); t(r.random); t(r.uniform, 1, 2); t(r.sample, range(50), 4); t(r.randbytes, 4); t(r.choices, "abc", k=3); t(r.gauss, 0, 1); t(r.gauss, 0, 1); t(r.getrandbits, 9)
    x = list(range(5)); r.shuffle(x); print(x)
    print(C.__name__, sorted(called))
r = random.Random(1)
r.random = lambda: 0.75
t(r.uniform, 0, 4); t(r.randrange, 1000); t(r.choices, "abcd", k=2); t(r.gauss, 0, 1); t(r.expovariate, 2)
r.getrandbits = lambda k: 3 & ((1 << k) - 1)
t(r.randrange, 10); t(r.randbytes, 2)
del r.random, r.getrandbits
t(r.uniform, 0, 4)
for s in [(1,None,None),(2,None,None),(2,(1,2,3),None),(2,('a',)*625,None),(2,(0,)*624+(625,),None),(2,(0,)*624+(-1,),None),(3,(-1,)*625,None),(3,('a',)*625,None),(3,[1]*625,None),(3,),(3,1,2,3),5]:
    t(r.setstate, s)
st = r.getstate(); a = [r.random() for _ in range(3)]; r.setstate(st); print(a == [r.random() for _ in range(3)])
t(r.choices,[],weights=[],k=1); t(r.choices,[],k=0); t(r.choices,[1],weights=[],k=1); t(r.choices, [1,2], weights=[0,0]); t(r.choices, [1,2], weights=[1,float("inf")]); t(r.choices, [1,2], [1,2], cum_weights=[1,2]); t(r.choices, [1,2], 5); t(r.choices, [1,2], weights=[-1, 2])
t(r.sample, {1,2}, 1); t(r.sample, [1], 2); t(r.sample, [1], -1); t(r.sample, [1,2], counts=[1,2], k=3); t(r.sample, [1,2], counts=[1], k=1); t(r.sample, [1,2], counts=[0,0], k=1); t(r.sample, [1,2], counts=[1,-1], k=1); t(r.sample, [1,2], counts=[1.5,1], k=1)
t(r.randrange, 0); t(r.randrange, 5, 5); t(r.randrange, 5, 2); t(r.randrange, 1, 10, 0); t(r.randrange, 1, 10, -1); t(r.randrange, 1.5); t(r.randrange, "a"); t(r.randint, 5, 4); t(r.randrange, None); t(r.choice, []); t(r.choice, {}); t(r.choice, {1}); t(r.getrandbits, -1); t(r.getrandbits, 0); t(r.shuffle, (1,2)); t(r.seed, []); t(r.seed, {}); t(r.randbytes, -1)
t(r.triangular, 1, 1, 1); t(r.gammavariate, 0, 1); t(r.betavariate, 1, 1); t(r.vonmisesvariate, 1, 0); t(r.expovariate, 0); t(r.paretovariate, 0); t(r.weibullvariate, 1, 0); t(r.lognormvariate, 0, 1); t(r.normalvariate)
print(random.__all__)
random.seed(5, version=1); print(random.random()); random.seed("x", version=1); print(random.random()); random.seed(b"ab"); print(random.random()); random.seed(-5); print(random.random()); random.seed(2.5); print(random.random()); random.seed(10**40); print(random.random())
print(random.Random(3).randrange(10**30), random.Random(3).randint(-10**20, 10**20), random.Random(3).getrandbits(100), random.Random(3).sample(range(10**9), 3))
s = random.SystemRandom(); print(0 <= s.random() < 1, s.randrange(3) in (0,1,2)); t(s.getstate); t(s.setstate, 1); t(s.seed, 1); t(s.getrandbits, -1)
