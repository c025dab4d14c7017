# Format specifications and `%` formats made at random.
import random
r=random.Random(5)
vals=[0,-7,2**70,True,1.5,-0.0,float('inf'),float('nan'),1e300,'abc','é','',123456789]
def spec():
    s=''
    if r.random()<.4: s+=r.choice(['','x','é','0','<','z','{','\x00'])+r.choice('<>=^')
    if r.random()<.3: s+=r.choice('+- ')
    if r.random()<.25: s+='z'
    if r.random()<.2: s+='#'
    if r.random()<.2: s+='0'
    if r.random()<.5: s+=r.choice(['1','5','12','١٢','0','007','99999999999'][:6]) if r.random()<.98 else '99999999999'
    if r.random()<.2: s+=r.choice([',','_',',_','_,','__'])
    if r.random()<.3: s+='.'+r.choice(['','0','3','10','٣'])
    if r.random()<.6: s+=r.choice('bcdeEfFgGnoxXs%rzyq\x00é')
    if r.random()<.03: s+=r.choice(['x',' ','é'])
    return s
for i in range(1500):
    v=r.choice(vals); s=spec()
    try: x=repr(format(v,s))
    except Exception as e: x=type(e).__name__+': '+str(e)
    print(repr(v),repr(s),x)
pc='diuoxXeEfFgGcrsa%yzb\x00é '
def pspec():
    s=''
    for _ in range(r.randrange(1,4)):
        s+='%'
        if r.random()<.15: s+=r.choice(['(k)','(j)','()','(','((k))'])
        if r.random()<.4: s+=''.join(r.choice('-+ #0') for _ in range(r.randrange(1,3)))
        if r.random()<.4: s+=r.choice(['5','12','*','0','99999999999'] if r.random()<.97 else ['99999999999999999999'])
        if r.random()<.4: s+='.'+r.choice(['','0','3','*','10'])
        if r.random()<.1: s+=r.choice('hlLq')
        if r.random()<.95: s+=r.choice(pc) if r.random()<.3 else r.choice('dsrxfgc')
        s+=r.choice(['',' ','z','é'])
    return s
vs=[0,5,-7,2**70,-2**128,1.5,float('nan'),'abc','q',None,[1],{'k':3},{'k':2**70},(),(1,),(1,2),(1,2,3),(2**70,1),('x',3),(-3,4,5),b'x',{'k':'é'},{}]
for i in range(1500):
    v=r.choice(vs); s=pspec()
    if "9999999" in s: continue
    try: x=repr(s%v)
    except Exception as e: x=type(e).__name__+': '+str(e)
    print(repr(s),repr(v),x)
    b=s.encode()
    try: x=repr(b%v)
    except Exception as e: x=type(e).__name__+': '+str(e)
    print(repr(b),repr(v),x)
