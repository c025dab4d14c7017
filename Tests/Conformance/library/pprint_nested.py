"""Values of all kinds, nested, at several widths."""
import pprint, random, collections, dataclasses
R=random.Random(11)
@dataclasses.dataclass
class D:
    a: object
    b: object = None
def val(d):
    k=R.randint(0,13)
    if d<=0 or k<4: return R.choice([1,-5,2.5,None,True,'','a b c','long word '*3,'x'*30,b'bytes here',b'x'*20,bytearray(b'abc'*7),'new\nlines\nhere', 'é ü'])
    n=R.randint(0,4)
    if k<6: return [val(d-1) for _ in range(n)]
    if k<7: return tuple(val(d-1) for _ in range(n))
    if k<9: return {R.choice(['k','key2','a long key here',3,None])if R.random()<.7 else 'q%d'%i: val(d-1) for i in range(n)}
    if k<10: return {R.choice([1,2,33,4444,555555]) for _ in range(n)}
    if k<11: return collections.OrderedDict((str(i),val(d-1)) for i in range(n))
    if k<12: return R.choice([collections.deque([val(d-1)]*n), collections.Counter('aabbbc'*n), collections.defaultdict(int,{'a':val(d-1)}), frozenset([1,22222222])])
    return D(val(d-1),val(d-1))
for i in range(300):
    v=val(4); k=dict(width=R.choice([1,10,20,40,80]),indent=R.choice([1,1,2,4]),compact=R.random()<.3,sort_dicts=R.random()<.7,underscore_numbers=R.random()<.3)
    if R.random()<.2: k['depth']=R.randint(1,3)
    try: print(pprint.pformat(v,**k))
    except Exception as e: print(type(e).__name__, e)
