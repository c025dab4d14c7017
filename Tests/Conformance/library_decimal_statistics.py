from decimal import *
from decimal import Decimal as D
import decimal, math
print(D('1.10')+D('2.2'), D(1)/D(3), D('1e-7'), D('1E+5'), D('123.4500'), D('-0'), D('Infinity'), D('NaN'), D(0.1), D((0,(1,2,3),-2)), repr(D('1.0')), D('1_000.5'), D(' 1 '), D('0.000001'), D('0.0000001'), D('1.23E+10'), D('100').normalize(), D('1200').normalize(), D('0E+3'), D('0.00'))
for a,b in [('7','2'),('-7','2'),('7.5','-2'),('1','3'),('2.50','0.3'),('1e10','7'),('0','5'),('1E-10','3')]:
    a,b=D(a),D(b); print(a+b,a-b,a*b,a/b,a//b,a%b,divmod(a,b),a**2,abs(a),-a,+a,a<b,a==b,a>=b,max(a,b),a.compare(b),hash(a)==hash(D(str(a))), a.remainder_near(b))
print(D('2').sqrt(), D('4').sqrt(), D('0.01').sqrt(), D('1e3').sqrt(), D(2)**D('0.5'), D(2)**-3, D('1.1')**10, D(10)**30, D(1).exp(), D('2.5').exp(), D('-3').exp(), D(10).ln(), D('0.5').ln(), D(2).log10(), D(1000).log10(), D('1.5').ln(), D('123456.789').ln(), D('4')**D('0.5'), D('2')**D('1.5'))
print(D('2.675').quantize(D('0.01')), D('2.665').quantize(D('0.01'),rounding=ROUND_HALF_UP), D('-2.5').to_integral_value(), D('2.5').to_integral_value(ROUND_UP), round(D('2.5')), round(D('2.675'),2), round(D('-1.5')), int(D('-3.9')), float(D('1.25')), math.floor(D('-1.5')), math.ceil(D('1.2')), math.trunc(D('1.9')), D('1.5').as_integer_ratio(), D('1.50').as_tuple(), D('123').adjusted())
for r in [ROUND_DOWN,ROUND_HALF_UP,ROUND_HALF_EVEN,ROUND_CEILING,ROUND_FLOOR,ROUND_UP,ROUND_HALF_DOWN,ROUND_05UP]: print(r,[str(D(x).quantize(D(1),rounding=r)) for x in ('1.5','2.5','-1.5','1.4','-1.6','0.1','5.1')])
for s in ['.2f','10.3f','<10','^12.1f','+.1f',',.2f','e','.3e','g','.3g','%','.1%','010.2f','','E','+','08','_^10',',']: print(s, '|'.join(format(D(x),s) for x in ('1234567.891','-0.5','0','1E+5','12345')), end=' ; ')
print()
print(f'{D("3.14159"):.2f}', '%s %.2f %d'%(D('1.5'),D('1.25'),D('7.9')), str(D('1e400')), D('123456789.123456789').to_eng_string(), D('1E+7').to_eng_string())
for f in [lambda: D('x'), lambda: D(1)/0, lambda: D(0)/0, lambda: D(1)//0, lambda: D(1)%0, lambda: D(-1).sqrt(), lambda: D('sNaN')+1, lambda: D('inf')-D('inf'), lambda: D('1e999999')*10, lambda: D(1)+1.5, lambda: D([1]), lambda: D('1e30').quantize(D('0.01')), lambda: int(D('inf')), lambda: int(D('nan')), lambda: D('nan')<1, lambda: D(0)**0, lambda: D(-2)**D('0.5'), lambda: hash(D('sNaN')), lambda: round(D('nan')), lambda: D({}), lambda: D(-1).ln()]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e, isinstance(e,ZeroDivisionError))
with localcontext() as c:
    c.prec=5; print(D(1)/3, D('123456')+0, D('2').sqrt(), c.flags[Inexact])
with localcontext(prec=3): print(D(2)/3)
getcontext().prec=50; print(D(1)/7, D(2).sqrt(), D(1).exp()); getcontext().prec=28
print(getcontext().prec, getcontext().rounding, D(5)==5, D('0.5')==0.5, D('0.1')==0.1, D(1)<1.5, D('1.0')==D('1'), hash(D('1.0'))==hash(1), hash(D('0.5'))==hash(0.5), {D(1):2}[1], sum([D('0.1')]*10), D('1.0').is_zero(), D('nan').is_nan(), D('-1').is_signed(), D('1').number_class(), sorted([D(3),D(1)]), bool(D('0.0')), D('1.1').copy_sign(D(-1)), D(7).max(D(9)), D('1').next_plus(), D('10').scaleb(2), D(3).fma(2,5), D('NaN')==D('NaN'), D('-0')==0, D('1e-400')*D('1e-400'))
from fractions import Fraction as F
print(F(1,3)+F(1,6), F('0.125'), F('3/4'), F(0.5), F(D('1.1')), F(3,-6), repr(F(1,2)), F(1,2)*2, F(1,2)/F(1,3), F(7,2)//1, F(7,2)%1, F(1,2)**2, F(1,2)**-1, F(4)**F(1,2), abs(F(-1,2)), -F(1,2), int(F(7,2)), float(F(1,3)), round(F(7,2)), round(F(22,7),2), math.floor(F(-1,2)), math.ceil(F(1,2)), F(1,2)<0.6, F(1,2)==0.5, F(3,1)==3, hash(F(1,2))==hash(0.5), F(22,7).limit_denominator(5), F('1e-3'), F(1,2)+1, 1+F(1,2), 1.0+F(1,2), 2**F(1,2), F(1,2)-1, 3-F(1,2), F(5,3).numerator, F().denominator, sum([F(1,3)]*3), max(F(1,2),F(2,3)), F(3.141592653589793).limit_denominator(1000), divmod(F(7,2),F(1,3)), F(1,2).as_integer_ratio(), bool(F(0)))
for f in [lambda: F(1,0), lambda: F('x'), lambda: F(1.5,2), lambda: F([]), lambda: F(1,2)/0, lambda: F('1/0')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
import statistics as S
d=[1,2,2,3,4,4,4,5.5]
print(S.mean(d), S.fmean(d), S.median(d), S.median_low(d), S.median_high(d), S.mode(d), S.multimode([1,1,2,2]), S.stdev(d), S.pstdev(d), S.variance(d), S.pvariance(d), S.quantiles(d), S.quantiles(d,n=10,method='inclusive'), S.geometric_mean([1,2,4]), S.harmonic_mean([40,60]), S.mean([1,2]), S.mean([F(1,2),F(1,3)]), S.mean([D('1.1'),D('2.2')]), S.variance([1,2,3,4]), S.stdev([1,2,3,4]), S.median_grouped([1,2,2,3,4]), S.correlation([1,2,3],[1,2,4]), S.covariance([1,2,3],[1,2,4]), S.linear_regression([1,2,3],[2,4,7]), S.fmean([1,2],weights=[3,1]), S.mode('aab'), S.stdev([0.1]*3), S.pstdev([D('1'),D('2')]))
n=S.NormalDist(100,15); print(n, n.cdf(115), n.pdf(100), n.inv_cdf(0.9), n.inv_cdf(0.0001), n.quantiles(4), n+5, n*2, n.zscore(130), S.NormalDist.from_samples([1,2,3]), n.overlap(S.NormalDist(110,10)), n.samples(2,seed=1))
for f in [lambda: S.mean([]), lambda: S.median([]), lambda: S.mode([]), lambda: S.stdev([1]), lambda: S.quantiles([1]), lambda: S.mean(['a']), lambda: S.harmonic_mean([-1]), lambda: S.correlation([1],[1]), lambda: S.geometric_mean([0])]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
