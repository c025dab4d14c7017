"""Operations on random decimals in random contexts."""
import decimal as D, fractions as F, statistics as st, random, math
R=random.Random(9)
ctx=D.getcontext()
def num():
    k=R.randint(0,11)
    if k==0: return D.Decimal(R.choice(['NaN','-NaN','Infinity','-Infinity','0','-0','0E+5','-0.00','sNaN','NaN12']))
    if k<3: return D.Decimal(R.randint(-50,50))
    s=('-' if R.random()<.4 else '')+str(R.randint(0,10**R.randint(1,30)))
    if R.random()<.7: i=R.randint(0,len(s)); s=s[:i]+'.'+s[i:] if s[:i] not in('','-') else s
    if R.random()<.4: s+='E%d'%R.randint(-40,40)
    return D.Decimal(s)
ops=dict(add=lambda a,b:a+b, sub=lambda a,b:a-b, mul=lambda a,b:a*b, div=lambda a,b:a/b, fdiv=lambda a,b:a//b, mod=lambda a,b:a%b, dm=lambda a,b:divmod(a,b), pw=lambda a,b:a**(b if abs(b)<50 else 3), cmp=lambda a,b:(a<b,a==b,a>=b), q=lambda a,b:a.quantize(b), mx=lambda a,b:a.max(b), mn=lambda a,b:a.min(b), ct=lambda a,b:a.compare_total(b), ctm=lambda a,b:a.compare_total_mag(b), cp=lambda a,b:a.compare(b), cs=lambda a,b:a.compare_signal(b), rn=lambda a,b:a.remainder_near(b), sq=lambda a,b:a.same_quantum(b), nt=lambda a,b:a.next_toward(b), mxm=lambda a,b:a.max_mag(b), mnm=lambda a,b:a.min_mag(b), csg=lambda a,b:a.copy_sign(b), fma=lambda a,b:a.fma(b,3), scb=lambda a,b:a.scaleb(R.randint(-20,20)), shf=lambda a,b:a.shift(R.randint(-9,9)), rot=lambda a,b:a.rotate(R.randint(-9,9)),
 sqrt=lambda a,b:a.sqrt(), exp=lambda a,b:(a if a.is_finite() and abs(a)<100 else D.Decimal(1)).exp(), ln=lambda a,b:abs(a).ln(), lg=lambda a,b:abs(a).log10(), lb=lambda a,b:a.logb(), nrm=lambda a,b:a.normalize(), ti=lambda a,b:a.to_integral_value(), tie=lambda a,b:a.to_integral_exact(), np=lambda a,b:a.next_plus(), nm=lambda a,b:a.next_minus(), neg=lambda a,b:-a, pos=lambda a,b:+a, ab=lambda a,b:abs(a), st=lambda a,b:(str(a),repr(a),a.to_eng_string()), tp=lambda a,b:a.as_tuple(), adj=lambda a,b:a.adjusted(), nc=lambda a,b:a.number_class(), hs=lambda a,b:hash(a)==hash(+a) if a.is_finite() else None, it=lambda a,b:int(a), fl=lambda a,b:float(a), rd=lambda a,b:round(a,R.randint(-3,6)), rd0=lambda a,b:round(a), fmt=lambda a,b:format(a,R.choice(['','.3f','e','.2e','g','.5g','%','.1%',',','+,.2f','>20','<25.4','^30e','010','=+20.3f','n','.0f'])), air=lambda a,b:a.as_integer_ratio(), fr=lambda a,b:F.Fraction(a) if a.is_finite() and abs(a.adjusted())<60 else None)
for i in range(700):
    ctx.prec=R.choice([1,3,9,28,50]); ctx.rounding=R.choice([D.ROUND_HALF_EVEN,D.ROUND_DOWN,D.ROUND_UP,D.ROUND_HALF_UP,D.ROUND_HALF_DOWN,D.ROUND_CEILING,D.ROUND_FLOOR,D.ROUND_05UP]); ctx.clear_flags()
    a,b=num(),num(); n=R.choice(list(ops))
    try: print(n,a,b,'->',ops[n](a,b), [f.__name__ for f,v in ctx.flags.items() if v])
    except Exception as e: print(n,a,b,'->',type(e).__name__, str(e)[:60], [f.__name__ for f,v in ctx.flags.items() if v])
