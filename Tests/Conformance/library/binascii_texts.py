"""Uuencoded and quoted-printable texts."""
import binascii as b, random
R=random.Random(5)
def t(f,*a,**k):
    try: return f(*a,**k)
    except Exception as e: return type(e).__name__, str(e)
out=[]
for i in range(300):
    n=R.choice([0,1,2,3,10,30,44,45,46,80])
    d=bytes(R.choice(b'abc =_.\t\r\n\x00\xff\x80~!`') for _ in range(n)) if R.random()<.7 else R.randbytes(n)
    e=t(b.b2a_uu,d); out.append(('uu',d,e)); 
    out.append(('uub',d,t(b.b2a_uu,d,backtick=True)))
    if isinstance(e,bytes): out.append(('auu',e,t(b.a2b_uu,e)))
    out.append(('auux',d,t(b.a2b_uu,d)))
    for k in ({},{'quotetabs':True},{'istext':False},{'header':True}):
        q=t(b.b2a_qp,d,**k); out.append(('qp',k,d,q))
    out.append(('aqp',d,t(b.a2b_qp,d), t(b.a2b_qp,d,True)))
for o in out: print(*o)
for x in ('é','abc',5,None): print(t(b.b2a_qp,x), t(b.a2b_qp,x), t(b.b2a_uu,x), t(b.a2b_uu,x))
