"""Fractions, statistics and calendars of random numbers."""
import fractions as F, statistics as st, random, heapq, bisect, calendar, uuid, base64, gzip, html, textwrap, json, operator, itertools, functools, copy, enum, string, collections, math, decimal, datetime, numbers
R=random.Random(13)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def fr():
    k=R.randint(0,5)
    return [F.Fraction(R.randint(-99,99),R.randint(1,60)),R.randint(-9,9),R.uniform(-5,5),F.Fraction(R.uniform(-2,2)),F.Fraction('%d/%d'%(R.randint(-9,9),R.randint(1,9))),True][k]
for i in range(150):
    a,b=F.Fraction(fr()),fr()
    for f in (lambda: a+b, lambda: b-a, lambda: a*b, lambda: a/b, lambda: b/a, lambda: a//b, lambda: a%b, lambda: divmod(a,b), lambda: a**R.randint(-3,3), lambda: (a<b,a==b,a>=b), lambda: round(a), lambda: round(a,2), lambda: (math.floor(a),math.ceil(a),int(a)), lambda: float(a), lambda: hash(a)==hash(F.Fraction(a)), lambda: a.limit_denominator(R.randint(1,50)), lambda: (str(a),repr(a)), lambda: F.Fraction(R.choice(['1/3','1.5e2','x','1/0',' 3 ','-.5','1_0/3','3/-4','٣']))): t(f)
for i in range(60):
    data=[R.choice([R.randint(-5,5),R.uniform(-3,3),F.Fraction(R.randint(-9,9),7)]) for _ in range(R.randint(0,9))]
    fl=[float(x) for x in data]; pos=[abs(x)+.5 for x in fl]
    for f in (st.mean,st.fmean,st.median,st.median_low,st.median_high,st.mode,st.multimode,st.variance,st.pvariance,st.stdev,st.pstdev): t(lambda: f(data)); t(lambda: f(fl))
    t(lambda: st.harmonic_mean(pos)); t(lambda: st.geometric_mean(pos)); t(lambda: st.quantiles(fl,n=R.choice([4,10,3]),method=R.choice(['inclusive','exclusive']))); t(lambda: st.median_grouped(fl)); t(lambda: st.correlation(fl,pos)); t(lambda: st.linear_regression(fl,pos)); t(lambda: st.covariance(fl,pos)); t(lambda: st.fmean(fl,pos)); t(lambda: st.harmonic_mean(pos,weights=pos))
    n=st.NormalDist(R.uniform(-3,3),R.uniform(0.1,3)); t(lambda: (n.pdf(1),n.cdf(1),n.inv_cdf(.3),n.quantiles(),n.zscore(2),n.overlap(st.NormalDist(1,1)),n+3,n*2,-n,n))
for i in range(30):
    y,m=R.randint(1,9999),R.randint(1,12); c=calendar.TextCalendar(R.randint(0,6))
    t(lambda: c.formatmonth(y,m,R.randint(0,4),R.randint(0,2))); t(lambda: calendar.monthrange(y,m)); t(lambda: list(c.itermonthdays4(y,m)) if 1<y<9999 else None)
