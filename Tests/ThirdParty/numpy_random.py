import numpy as np
def show(*a):
    out = []
    for x in a:
        if isinstance(x, np.ndarray): x = x.tolist()
        if isinstance(x, list): out.append([round(y, 15) if isinstance(y, float) else y for y in x])
        elif isinstance(x, str): out.append(str(x))
        else: out.append(int(x) if x == int(x) else float(x))
    print(*out)
for seed in (0, 42, 2**32 - 1):
    np.random.seed(seed)
    show(np.random.rand(), np.random.rand(3), np.random.randint(10), np.random.randint(5, 500, 6), np.random.randint(0, 2**40, 3), np.random.normal(), np.random.normal(5, 2, 4), np.random.uniform(1, 9), np.random.uniform(0, 1, 2))
    show(np.random.exponential(), np.random.exponential(3, 2), np.random.choice(10), np.random.choice(["a", "b", "c"]), np.random.choice([1, 2, 3], 5), np.random.choice(5, 3, replace=False), np.random.choice([1, 2, 3], p=[0.1, 0.2, 0.7]), np.random.choice(6, 4, False, [0.1, 0.2, 0.3, 0.2, 0.1, 0.1]))
    show(np.random.poisson(3), np.random.poisson(50, 5), np.random.gamma(2.5, 1.5, 3), np.random.gamma(0.5), np.random.beta(2, 3), np.random.beta(0.5, 0.5), np.random.lognormal(0, 1), np.random.pareto(3), np.random.weibull(2), np.random.triangular(1, 2, 5), np.random.geometric(0.5), np.random.geometric(0.1), np.random.rayleigh(2))
    x = [1, 2, 3, 4, 5]; np.random.shuffle(x); show(x, np.random.permutation(5), np.random.standard_normal(2), np.random.randn(2), np.random.random(), np.random.chisquare(3))
r = np.random.RandomState(7); show(r.rand(), r.randint(100), r.bytes(5)[0])
np.random.seed([1, 2, 3]); show(np.random.rand())
a = np.array([1, 2, 3.5]); print(repr(a), a, a.mean(), np.percentile([1, 2, 3, 4, 10], 95), np.percentile(range(11), [50, 90, 99]).tolist(), np.median([3, 1, 2]), np.std([1, 2, 3, 4]))
print(repr(np.arange(5)), repr(np.linspace(0, 1, 5)), repr(np.zeros(3)), repr(a * 2), repr(a > 1.5), a[a > 1.5].tolist(), np.arange(3).tolist(), repr(np.array([1e10, 1.0])), repr(np.array([0.1, 0.25, 100])))
np.random.seed(1); v = np.random.rand(1000); print(float(v.sum()), float(v.mean()), float(v.std()), float(np.percentile(v, 99.9)))
for f in (lambda: np.random.randint(0), lambda: np.random.choice([]), lambda: np.random.choice([1], 2, False), lambda: np.random.seed(-1), lambda: np.random.choice([1, 2], p=[1, 1])):
    try: f()
    except Exception as e: print(type(e).__name__, e)
for seed in (0, 42, 2**40 + 5, [1, 2, 3, 4, 5]):
    g = np.random.default_rng(seed)
    show(g.random(), g.random(3), g.integers(10), g.integers(5, 500, 7), g.integers(0, 2**40, 3), g.uniform(1, 9), g.integers(1, 6, endpoint=True), g.choice(["a", "b", "c"]), g.choice([1, 2, 3], 5), g.choice([1, 2, 3], p=[0.1, 0.2, 0.7]), g.integers(0, 2**32, 2), g.integers(3))
