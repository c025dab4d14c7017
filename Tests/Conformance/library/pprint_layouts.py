import pprint, collections, dataclasses, types
pprint.pprint({"b":1,"a":[1,2,3]}); pprint.pprint({"key%d"%i: list(range(i)) for i in range(12)})
pprint.pprint([["x"*30]*3]*3); pprint.pprint("lorem ipsum dolor sit amet "*6); pprint.pprint({"a":"lorem ipsum dolor sit amet "*6}); print(pprint.pformat({1:{2:{3:{}}}},depth=2)); pprint.pprint((1,)); pprint.pprint(list(range(40)),compact=True); pprint.pprint(b"x"*100); pprint.pprint(set(range(30)),width=30); l=[1]; l.append(l)
print(pprint.pformat(l).split(" id=")[0]); pprint.pprint(collections.OrderedDict((str(i)*10,i) for i in range(6))); pprint.pprint(collections.Counter("abracadabra"*3),width=20); pprint.pprint(collections.defaultdict(int,{("k%d"%i):i for i in range(10)}),width=40); pprint.pprint(collections.deque(range(30)),width=40); pprint.pprint(types.SimpleNamespace(a=list(range(20)),b="x"*40,c="y"*20))
@dataclasses.dataclass
class D: a:int; b:list
pprint.pprint(D(1,list(range(30)))); pprint.pp({"b":1,"a":2}); print(pprint.isreadable([1]),pprint.isrecursive(l),pprint.saferepr({"b":1,"a":2})); pprint.pprint({2:1,"a":2,None:3}); pprint.pprint(10**10,underscore_numbers=True); pprint.pprint({"a":{"b":["c"*40,"d"*40]}},indent=4)
for w in (1,5,10,20,40): pprint.pprint({"users":[{"name":"Ann","tags":("x","y")},{"name":"Bob","tags":()}],"n":None},width=w)
