import json
d = {"users": [{"id": i, "name": "user%d" % i, "ok": True, "score": i / 3} for i in range(1000)]}
for _ in range(150): s = json.dumps(d); e = json.loads(s)
print(len(s), e == d)
