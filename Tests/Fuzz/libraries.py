"""Calls of the library's functions: «a¦b» is a choice and $name a slot, as `Expressions.fill` reads them."""

# By module: its slots, and its calls.
LIBRARIES = {
    "collections": ({
        "counter": ["Counter('«abca¦¦aab»')", "Counter([1, 1, 2])", "Counter(a=«3¦-1¦0¦2.5», b=1)", "Counter($iter)",
        "Counter({'x': «2¦-2¦None»})"],
        "deque": ["deque([1, 2, 3]«¦, 2¦, maxlen=4¦, maxlen=0¦, -1»)", "deque($iter)", "deque('abc', maxlen=None)",
        "deque()"],
        "ordered": ["OrderedDict([('a', 1), ('b', 2)])", "OrderedDict(b=1, a=2)", "OrderedDict($dict)",
        "OrderedDict()"],
        "chain": ["ChainMap({1: 2}, {1: 3, 'a': 4})", "ChainMap()", "ChainMap($dict, {'z': 1})"],
        "default": ["defaultdict(«int¦list¦None¦str¦lambda: 5», {1: 2})", "defaultdict(int)", "defaultdict($odd)"],
    }, [
        "$counter", "$counter.most_common($small)", "$counter «+¦-¦&¦|» $counter", "«+¦-»$counter",
        "$counter «==¦<¦<=¦>¦>=¦!=» $counter", "sorted($counter.elements(), key=repr)", "$counter.total()",
        "$counter.subtract($any)", "then($counter, 'update', $any)", "then($counter, 'subtract', «'ab'¦a=1¦{1: 2}¦5»)",
        "$counter[$leaf]", "Counter.fromkeys('a')", "$counter.pop('a', 0)", "then($counter, '__delitem__', $leaf)",
        "$counter.copy() == $counter", "$deque",
        "then($deque, '«append¦appendleft¦extend¦extendleft¦rotate¦remove¦insert¦__iadd__¦__imul__¦pop¦popleft¦clear¦"
        "reverse»', «$leaf¦$small¦[7, 8]¦»)",
        "then($deque, 'insert', «0¦1¦-1¦9», 9)", "$deque[$small]", "$deque[«1:2¦'x'¦None¦-1»]",
        "$deque.index($leaf«¦, $small¦, 1, 2»)", "$deque.count($leaf)", "$deque «+¦*¦==¦<¦in» «$deque¦$leaf»",
        "$deque.maxlen", "list(reversed($deque))",
        "copy.copy($deque)", "then($deque, 'rotate', $small)", "then($deque, '__setitem__', $small, 9)",
        "then($deque, '__delitem__', $small)", "$ordered",
        "then($ordered, 'move_to_end', '«a¦z»'«¦, last=False¦, False¦, 5»)",
        "then($ordered, 'popitem'«¦, False¦, last=True¦, 5»)", "$ordered == «$ordered¦$dict»", "$ordered | $dict",
        "list(reversed($ordered))", "then($ordered, '«pop¦setdefault¦update¦__ior__»', «{'q': 1}¦{}»)", "$chain",
        "$chain[$leaf]",
        "then($chain, '«pop¦__delitem__¦__setitem__»', 1«¦, 2»)", "$chain.new_child(«¦{1: 9}¦a=1»)", "$chain.parents",
        "list($chain)", "len($chain)", "$chain | {2: 2}", "$chain.get($leaf, 'no')", "dict($chain)", "$chain.maps",
        "$default[$leaf]",
        "then($default, '__getitem__', $leaf)", "$default.get(5)", "$default", "$default | {3: 4}",
        "then($default, 'setdefault', 'q', 1)", "$default.default_factory", "copy.copy($default)",
        "UserDict({1: 2}) | {3: 4}", "UserList([1, 2]) «+¦*¦==» «[3]¦2»",
        "UserString('abc').«upper()¦center(9)¦split('b')¦x¦data»",
        "then(UserList([3, 1]), '«sort¦append¦extend¦insert¦pop»', «1¦[1]¦»)",
        "isinstance($any, abc.«Iterable¦Sized¦Hashable¦Mapping¦Sequence¦Callable¦Container¦Iterator¦Reversible¦"
        "MutableSequence¦Set¦ByteString»)",
    ]),
    "itertools": ({}, [
        "take(count(«1¦0.5¦-2¦10, -3¦start=2, step=0¦2**63-2¦'x'»))", "take(cycle($iter))",
        "take(repeat($leaf«¦, 3¦, -1¦, times=2¦, None»))",
        "list(accumulate($iter«¦, operator.mul¦, initial=5¦, lambda a, b: b¦, func=max»))", "list(chain($iter, $any))",
        "list(chain.from_iterable($list))", "list(combinations($iter, «2¦0¦5¦-1¦None¦1»))",
        "list(combinations_with_replacement($iter, «2¦0¦-1»))[:20]",
        "list(permutations($iter«¦, 2¦, 0¦, -1¦, None¦, 'x'»))[:20]",
        "list(product($iter, $iter«¦, repeat=2¦, repeat=0¦, repeat=-1»))[:20]",
        "list(compress($iter, [1, 0, 1]))", "list(dropwhile(«bool¦lambda v: v == 1¦None», $iter))",
        "list(takewhile(«bool¦callable¦5», $iter))", "list(filterfalse(«None¦bool¦5», $iter))",
        "[(k, list(g)) for k, g in groupby($iter«¦, type¦, key=bool¦, None¦, 5»)]",
        "list(islice($iter, «2¦1, 3¦None¦0, None, 2¦-1¦1, 2, 0¦'x'¦3, 1¦0, 5, -1»))", "list(pairwise($iter))",
        "list(starmap(«pow¦lambda *a: a¦divmod», «[(2, 3), (5, 2)]¦$iter»))",
        "[list(t) for t in tee($iter«¦, 3¦, 0¦, -1»)]", "list(zip_longest($iter, $iter«¦, fillvalue=9»))",
        "repr(«count(3)¦count(2, 5)¦repeat(1)¦repeat(1, 2)¦count(1.5, 1)»)",
        "«chain¦cycle¦islice¦accumulate¦groupby¦starmap¦compress¦tee¦pairwise¦product¦permutations»($odd)",
        "next(«chain()¦iter($iter)¦cycle([])¦repeat(1, 0)¦accumulate([])»)", "operator.length_hint(repeat(1, 5))",
        "list(map(add, $iter, count()))",
    ]),
    "functools": ({}, [
        "reduce(«add¦max¦lambda a, b: (a, b)¦None», $iter«¦, 5»)",
        "partial(«int, base=2¦pow, 2¦sorted, key=repr¦print»)($leaf)", "repr(partial(int, «1¦base=3¦»))",
        "partial($odd)", "partial(partial(call, 1), 2, a=3)(4, b=5)", "partial(call, 1).«args¦keywords¦func»",
        "sorted($iter, key=cmp_to_key(lambda a, b: (a > b) - (a < b)))", "cached($leaf)",
        "[cached(i) for i in (1, 2, 1)] and cached.cache_info()", "dispatch($any)",
        "dispatch.dispatch(«int¦str¦bool¦list»).__name__", "wraps(len)(lambda: 1).__name__",
        "total($small) «<¦<=¦>¦>=» total(«1¦3»)",
        "cmp_to_key(lambda a, b: a - b)(3) «<¦==¦>» cmp_to_key(lambda a, b: b)(2)", 
        "lru_cache(maxsize=«None¦0¦-1¦1»)(lambda v: v)($leaf)", "singledispatch(call)", "cached_property(len).attrname",
        "update_wrapper(lambda: 1, int).__qualname__",
    ]),
    "re": ({
        "atom": ["«a¦b¦c¦.¦\\d¦\\w»", "«x¦ab¦\\s¦[ab]»",
        "«a¦b¦c¦.¦\\\\d¦\\\\w¦\\\\s¦\\\\W¦\\\\D¦\\\\S¦x¦1¦ ¦é¦ß¦\\\\.¦\\\\n¦\\\\x41¦\\\\u00e9¦\\\\b¦\\\\B¦^¦$end¦"
        "\\\\A¦\\\\Z»", "[«abc¦^abc¦a-z¦\\\\d_¦^\\\\s¦A-Za-z0-9¦\\\\]x¦a-¦]a¦^]¦\\\\w.-¦é-ü¦z-a¦¦[:alpha:]»]",
        "($regex)", "(?:$regex)",
                 "(?P<«n¦m¦1x¦n»>$regex)", "(?«=¦!»$atom)", "(?<«=¦!»«a¦b¦\\\\s»)", "\\\\«1¦2¦9¦g<n>»", "(?P=n)", "(?(1)$atom|$atom)",
                 "(?#note)", "(?«i¦s¦m¦x¦a¦-i¦ai¦u¦L¦z»:$regex)", "(?>$regex)", "a|b"],
        "end": ["$$"], "count": ["«¦¦¦*¦+¦?¦*?¦+?¦??¦{2}¦{1,2}¦{,2}¦{1,}¦{2,1}¦{0}?¦*+¦++¦?+¦{1,2}+¦{a}¦**¦{,}»"],
        "regex": ["$atom$count", "$atom$count$atom$count", "$atom$count$atom$atom", "$regex|$regex", "$atom",
        "$atom$count$atom$count$atom$count"],
        "flags": ["«0¦re.I¦re.M¦re.S¦re.X¦re.A¦re.I | re.M¦re.I | re.S¦re.U»"],
        "subject": ["'«¦abc¦aabbcc¦ab\\\\ncd¦ABC abc¦a1 b2 c3¦xxayyb¦éß É¦   ¦a.b.c¦1234¦foo_bar-baz¦a\\\\n\\\\nb¦"
        "aaa¦]x[¦\\\\u212a k K¦İi¦ſs»'"],
    }, [
        "re.findall(r'$regex', $subject, $flags)", "spans(re.finditer(r'$regex', $subject, $flags))",
        "re.sub(r'$regex', «'-'¦r'<\\\\g<0>>'¦r'\\\\1'¦lambda m: m[0].upper()¦r'\\\\n'¦r'\\\\g<n>'¦r'\\\\2\\\\1'¦"
        "'\\\\\\\\'¦r'\\\\q'¦None¦r'\\\\g<'¦r'\\\\08'», $subject«¦, 1¦, count=2», flags=$flags)",
        "re.split(r'$regex', $subject«¦, 1¦, maxsplit=2», flags=$flags)",
        "groups(re.«match¦search¦fullmatch»(r'$regex', $subject, $flags))", "re.subn(r'$regex', 'X', $subject)",
        "re.compile(r'$regex', $flags)", "re.compile(r'$regex').«groups¦groupindex¦pattern¦flags»",
        "groups(re.compile(r'$regex').«match¦search¦fullmatch»($subject, «1¦0, 2¦-1¦5¦2, 1»))", "re.escape($plain)",
        "re.match(r'($regex)($regex)?', $subject).«groups('d')¦groupdict(1)¦span(1)¦start(2)¦end()¦lastindex¦"
        "lastgroup¦group(1, 2)¦expand(r'\\\\1-\\\\2')¦group(3)¦pos¦endpos¦string¦regs¦re.pattern¦group('n')»",
        "re.findall(b'«a¦[a-c]+¦\\\\xff¦.¦(b)(c)?»', $bytes)", 
        "re.«split¦search¦fullmatch¦findall»('«a¦b*¦(x)?¦¦,»', $plain)",
        "re.sub('«a*¦b?¦¦x|¦\\\\\\\\b¦(?=b)»', '-', $subject)", "re.split('«(,)¦\\\\\\\\b¦¦(?=b)¦x*¦(a)|b»', $subject)",
        "re.compile('a', re.L)",
    ]),
    "json": ({
        "value": ["«1¦-0.0¦1e22¦2.5¦False¦None¦True¦'é\\\\n\\\\x00\"'¦'𝄞'¦float('nan')¦float('-inf')¦2**70¦''¦1e-7¦"
        "0.1»", "[$value, $value]", "{'a': $value, «1¦None¦True¦2.5¦'b'»: $value}", "($value,)", "{}", "[]", "$any",
        "Counter('ab')", "[[], {}, [$value]]"],
        "text": ["'«1¦-0¦01¦1.¦.5¦1e5¦1E+2¦-¦NaN¦Infinity¦-Infinity¦nul¦null¦true¦tru¦\"a\"¦\"a¦\"\\\\\\\\u00e9\"¦"
        "\"\\\\\\\\ud83d\\\\\\\\ude00\"¦\"\\\\\\\\ud83d\"¦\"\\\\\\\\x\"¦\"\\\\n\"¦[1, 2]¦[1,]¦[1 2]¦[¦]¦{}¦"
        "{\"a\": 1}¦{\"a\" 1}¦{\"a\": }¦{a: 1}¦{\"a\": 1,}¦{\"a\": 1, \"a\": 2}¦  [ ] ¦1 2¦¦ ¦"
        "[\"a\", {\"b\": [null]}]¦\\\\ufeff1¦1e400¦-1.5e-3¦[[[]]]¦{\"\": \"\"}¦\"\\\\t\"¦"
        "123456789012345678901234567890¦1.0E5x»'"],
    }, [
        "json.dumps($value)", "json.dumps($value, indent=«2¦0¦None¦'--'¦-1¦True¦1»)",
        "json.dumps($value, «sort_keys=True¦ensure_ascii=False¦separators=(',', ':')¦default=repr¦skipkeys=True¦"
        "allow_nan=False¦default=lambda v: [1]¦cls=None¦indent=1, sort_keys=True¦check_circular=False¦x=1»)",
        "json.loads($text)",
        "json.loads($text, «parse_int=str¦parse_float=str¦object_hook=lambda d: sorted(d)¦object_pairs_hook=list¦"
        "parse_constant=str¦strict=False¦parse_float=Decimal»)", "json.loads($text.encode($enc))", "json.loads($odd)",
        "json.loads(json.dumps($value))", "json.JSONDecoder().raw_decode($text«¦, 1»)",
        "json.JSONEncoder(indent=1).encode($value)", "''.join(json.JSONEncoder().iterencode($value))",
        "json.dump($value, stream := io.StringIO()) or stream.getvalue()",
    ]),
    "datetime": ({
        "n": ["«0¦1¦-1¦7¦23¦30¦59¦60¦99¦400¦0.5¦-2.75¦10**6¦10**10¦1e-7»"],
        "delta": ["timedelta($n)", "timedelta(«days¦hours¦seconds¦weeks¦microseconds¦milliseconds¦minutes»=$n)",
        "timedelta(days=$n, seconds=$n, microseconds=$n)", "timedelta.«min¦max¦resolution»", "timedelta(1, 2, 3)"],
        "date": ["date(2024, 2, 29)", "date(«2023, 12, 31¦1, 1, 1¦9999, 12, 31¦2000, 1, 1¦2021, 3, 28»)",
        "date.«min¦max»", "date.fromordinal(«1¦730000¦737791»)"],
        "zone": ["timezone.utc", "timezone(timedelta(hours=«2¦-5¦5.5¦0»)«¦, 'Z'»)", "None",
        "ZoneInfo('«Europe/Berlin¦UTC¦America/New_York»')"],
        "time": ["time_of_day(12, 30)", "time_of_day(«0, 0, 0, 1¦23, 59, 59, 999999¦1, 2, 3¦7»)",
        "time_of_day(5, tzinfo=$zone)",
        "time_of_day.«min¦max»"],
        "moment": ["datetime(2024, 2, 29, 12, 30, 15)",
        "datetime(«2023, 12, 31, 23, 59, 59, 999999¦1, 1, 1¦9999, 12, 31¦2021, 3, 28, 2, 30¦"
        "2021, 10, 31, 2, 30, fold=1»)", "datetime(2024, 1, 2, 3, 4, 5, 6, tzinfo=$zone)", "datetime.«min¦max»",
        "datetime.fromtimestamp($n, timezone.utc)"],
        "thing": ["$moment", "$date", "$time", "$delta"],
        "format": ["'%«Y¦m¦d¦H¦M¦S¦f¦j¦U¦W¦V¦G¦u¦w¦a¦A¦b¦B¦p¦I¦y¦Z¦z¦c¦x¦X¦%¦D¦F¦T¦R¦e¦h¦n¦s¦C¦g¦q¦-d»'",
        "'%Y-%m-%d %H:%M:%S.%f%z'", "'%a, %d %b %Y %I:%M %p'", "'%d/%m/%y é %%'", "'%G-W%V-%u'", "'%j %Y'", "''",
        "'%'"],
        "iso": ["'«2024-02-29¦20240229¦2024-W09-4¦2024W094¦2024-13-01¦2024-02-30¦2024-2-9¦12:30¦123015.5¦"
        "12:30:15.123456+02:00¦2024-02-29T12:30¦2024-02-29 12:30:15Z¦2024-02-29T12:30:15.12¦2024-060¦T12:30¦24:00¦"
        "12:60¦2024-02-29T12:30:15+0530¦2024-02-29T12:30-00:00¦¦x¦2020-W53-7¦2024-02-29T123015,5¦"
        "2024-02-29T12:30:15.1234567»'"],
    }, [
        "$thing", "str($thing)", "$thing «+¦-» $delta", "$thing «+¦-» $thing", "$delta «*¦/¦//¦%» «$n¦$delta¦$leaf»",
        "-$delta", "abs($delta)", "$thing «==¦<¦>¦<=¦!=» $thing",
        "$delta.«total_seconds()¦days¦seconds¦microseconds¦__abs__()¦x»", "$moment.strftime($format)",
        "$date.strftime($format)", "$time.strftime($format)", "format($thing, $format)",
        "f'{$moment:%Y|%H}'", "«date¦datetime¦time_of_day».fromisoformat($iso)", "$thing.isoformat()",
        "$moment.isoformat(«' '¦timespec='minutes'¦'T', 'milliseconds'¦timespec='x'¦sep='é'¦'ab'¦timespec='auto'»)",
        "$time.isoformat(timespec='«hours¦microseconds¦seconds¦z»')",
        "$moment.«timetuple()[:]¦utctimetuple()[:]¦toordinal()¦weekday()¦isoweekday()¦isocalendar()¦date()¦time()¦"
        "timetz()¦ctime()¦utcoffset()¦dst()¦tzname()¦timestamp() // 86400¦fold¦tzinfo¦year»",
        "$date.«timetuple()[:]¦toordinal()¦weekday()¦isoweekday()¦isocalendar()[:]¦ctime()¦isocalendar()¦"
        "isocalendar().week»",
        "$moment.replace(«year=2023¦month=13¦day=31¦hour=25¦tzinfo=$zone¦fold=1¦2000¦microsecond=-1¦x=1¦»)",
        "$date.replace(«year=2023¦month=2¦day=$n¦0¦»)", "$time.replace(«hour=1¦24¦tzinfo=$zone¦fold=2»)",
        "datetime(2024, 1, 2, 3, 4, 5, tzinfo=$zone).astimezone(timezone.utc)",
        "datetime.strptime('«2024-02-29¦29/02/24¦Thu Feb 29 12:30:15 2024¦12:30 PM¦060 2024¦2024-W09-4¦¦"
        "2024-02-30»', '«%Y-%m-%d¦%d/%m/%y¦%c¦%I:%M %p¦%j %Y¦%G-W%V-%u¦%Y-%m-%d %H¦¦%Q»')",
        "datetime.strptime($moment.strftime('%Y-%m-%d %H:%M:%S.%f'), '%Y-%m-%d %H:%M:%S.%f')",
        "datetime.combine($date, $time«¦, $zone»)", "datetime.fromtimestamp($n, $zone) and 1",
        "datetime.utcfromtimestamp($n)",
        "«timedelta¦timezone»($n)",
        
        "date.fromisocalendar(«2024, 9, 4¦2020, 53, 7¦2021, 53, 1¦2024, 0, 1¦2024, 1, 8»)", "date.fromordinal($n)",
        "hash($thing) == hash($thing)", "sorted([$date, $date])", "max($delta, $delta)",
        "sum([$delta, $delta], timedelta())", "round($n) * $delta", "repr($zone)", "str(timezone($delta))",
        "$zone.«utcoffset¦tzname¦dst¦fromutc»($moment)",
        "copy.copy($thing)", "$moment.__reduce__()[1][:1] == 1", "divmod($delta, $delta)", "bool($thing)",
        "$date in {$date: 1}", "calendar.monthrange(«2024, 2¦2023, 13¦1900, 2»)", "calendar.month(2024, «2¦12¦0»)",
        "calendar.isleap($n)", "calendar.timegm((2024, 2, 29, 1, 2, 3))", "calendar.monthcalendar(2024, «2¦9»)",
    ]),
    "numbers": ({
        "d": ["Decimal('«0¦1.10¦-3.7¦1E+5¦NaN¦Infinity¦-0¦0.000001¦123456789.987654321¦9.995¦sNaN¦-Infinity¦1e-30¦"
        "2.5¦3.5¦100»')", "Decimal(«3¦-7¦2**70¦True¦1.1¦'x'¦None¦(0, (1, 2), -1)¦' 1 '¦'1_0'»)", "($d «+¦-¦*» $d)"],
        "f": ["Fraction(«1, 3¦-7, 2¦5¦0¦'1/3'¦' -2.5 '¦1.5¦1, 0¦'x'¦2**70, 3¦'1e3'¦1.5, 2¦Decimal('0.1')¦»)",
        "($f «+¦-¦*¦/» $f)"],
    }, [
        "$d", "$d «+¦-¦*¦/¦//¦%¦**» «$d¦$int¦$float»", "$int «+¦-¦*¦/¦//¦%» $d", "«-¦+¦abs»($d)",
        "$d «==¦<¦>=¦!=» «$d¦$int¦$float¦$leaf»", "round($d«¦, $small»)",
        "$d.quantize(Decimal('«1¦0.01¦1E+2¦.0001»')«¦, ROUND_UP¦, ROUND_HALF_UP¦, rounding=ROUND_DOWN¦, ROUND_05UP»)",
        "format($d, $spec)", "str($d)", "int($d)", "float($d)", "hash($d) == hash($num)", "divmod($d, $d)",
        "$d.«sqrt()¦ln()¦log10()¦exp()¦normalize()¦to_integral_value()¦as_tuple()¦adjusted()¦is_zero()¦is_nan()¦"
        "is_signed()¦is_finite()¦as_integer_ratio()¦to_eng_string()¦number_class()¦copy_abs()¦logb()¦next_plus()¦"
        "next_minus()¦radix()¦canonical()¦logical_invert()¦is_normal()¦is_qnan()¦real¦imag¦conjugate()¦x»",
        "$d.«compare¦max¦min¦remainder_near¦same_quantum¦copy_sign¦scaleb¦compare_total¦max_mag¦compare_signal¦"
        "next_toward¦rotate¦shift¦fma»($d)", "$d.fma($d, $d)",
        "with_context($d, «3¦1¦50», «ROUND_HALF_EVEN¦ROUND_CEILING¦ROUND_FLOOR¦ROUND_HALF_DOWN»)",
        "math.«floor¦ceil¦trunc¦sqrt¦isnan»($d)", "pow($d, $int«¦, 7»)", "max($d, $d)", "sum([$d, $d])",
        "sorted([Decimal(3), Decimal('1.5')])",
        "'%s %.2f %d' % ($d, $d, 3)", "Decimal.from_float($float)", "getcontext().create_decimal($numtext)",
        "Decimal($numtext)", "Fraction($numtext)", "$f", "$f «+¦-¦*¦/¦//¦%¦**» «$f¦$int¦$float¦$leaf»",
        "$int «+¦-¦*¦/¦//¦%¦**» $f", "$f «==¦<¦>=» «$f¦$num¦$d»", "round($f«¦, $small»)",
        "$f.limit_denominator(«10¦1¦0¦1000»)", "math.«floor¦ceil¦trunc»($f)", "str($f)", "int($f)", "float($f)",
        "$f.«numerator¦denominator¦as_integer_ratio()¦real¦imag¦conjugate()¦x»", "hash($f) == hash($num)",
        "divmod($f, $f)", "format($f, «''¦'10'¦'.2f'¦'>8'»)", "Fraction.from_float($float)",
        "Fraction.from_decimal($d)", "abs($f)", "bool($f)", "pow($f, $small)", "Fraction($any)", "Decimal($any)",
        "math.«sqrt¦floor¦ceil¦trunc¦exp¦log¦log2¦log10¦sin¦cos¦atan¦fabs¦factorial¦isqrt¦gamma¦lgamma¦isnan¦"
        "isfinite¦frexp¦modf¦degrees¦cbrt¦exp2¦ulp¦erf¦tanh¦asin¦log1p¦expm1»($num)",
        "math.«gcd¦lcm¦pow¦fmod¦copysign¦ldexp¦comb¦perm¦remainder¦isclose¦atan2¦dist¦log¦nextafter»($num, $num)",
        "math.«fsum¦prod¦sqrt¦gcd»($any)", "math.«prod¦fsum¦dist¦gcd¦lcm»(*$iter)",
        "math.isclose($float, $float, «rel_tol=0.1¦abs_tol=1¦rel_tol=-1»)", "math.prod($iter«¦, start=2»)",
        "statistics.«mean¦median¦mode¦multimode¦stdev¦variance¦pstdev¦pvariance¦fmean¦harmonic_mean¦geometric_mean¦"
        "median_low¦median_high¦median_grouped¦quantiles»(«[1, 2, 3, 4]¦[1.5, 2.5, 2.5]¦[]¦[1]¦[$f, $f]¦[$d, 1]¦"
        "[$num, $num]¦'aab'¦$list»)",
        "statistics.quantiles([1, 2, 3, 4, 5.5], n=«4¦10¦1¦0», method='«inclusive¦exclusive¦x»')",
        "statistics.«correlation¦covariance¦linear_regression»([1, 2, 3], «[2, 4, 7]¦[1, 1, 1]¦[1]»)",
        "statistics.NormalDist(«¦5, 2¦1, -1»).«cdf(1)¦pdf(0)¦inv_cdf(0.3)¦zscore(2)¦mean¦stdev»",
        "bisect.«bisect¦bisect_left¦bisect_right¦insort»([1, 3, 3, 5], «3¦0¦9¦None¦2.5»«¦, 1¦, 1, 2¦, -1¦, key=abs¦"
        ", lo=2¦, hi=9»)", "heaped($iter)", "heapq.«nlargest¦nsmallest»($small, $iter«¦, key=repr»)",
        "list(heapq.merge([1, 4], [2, 3]«¦, reverse=True¦, key=abs¦, 5»))", "heapq.«heappop¦heapify»(«5¦(1,)¦'x'¦{1}»)",
        "heapq.«heappushpop¦heapreplace»([1, 3, 2], $leaf)",
    ]),
    "random": ({}, [
        "random.Random(«0¦1¦42¦-5¦2**70¦'seed'¦b'seed'¦3.5¦True¦[]¦(1,)»).«random()¦getrandbits(«1¦32¦70¦0¦-1»)¦"
        "randint(1, «6¦1¦0¦2**70¦2.0»)¦randrange(«10¦0¦5, 10¦10, 5¦0, 10, 3¦1.0¦10, 0, -2¦0, 5, 0»)¦choice(«'abc'¦[]¦"
        "range(9)¦{1: 2}¦5»)¦choices('abc', k=«3¦0»)¦choices([1, 2, 3], «[1, 2, 3]¦[1]¦[0, 0, 0]¦"
        "cum_weights=[1, 2, 3]¦[-1, 2, 3]», k=4)"
        "¦sample(«range(20)¦'abcdef'¦{1, 2}¦[1, 2]», «3¦0¦-1¦9»)¦sample([1, 2], counts=[3, 1], k=2)¦uniform(1, «2¦"
        "-1»)¦gauss(0, 1)¦gauss()¦normalvariate()¦expovariate(«1¦0¦2.5»)¦betavariate(1, 2)¦triangular()¦"
        "triangular(1, 5, 2)¦gammavariate(«2¦0.5¦1¦0», 1)¦lognormvariate(0, 1)¦vonmisesvariate(0, «1¦0»)¦"
        "paretovariate(2)¦weibullvariate(1, 2)¦randbytes(«4¦0¦-1»)¦shuffle(«[1, 2]¦'ab'»)¦getstate()[1][:3]»",
        "shuffled(«1¦2¦3¦'x'», «list(range(9))¦[1]¦list('abcd')»)",
        "random.seed(«1¦'a'¦$plain¦2.5¦-0.0¦$int¦[]¦{}») or random.random()",
        
        "random.seed(5, version=«1¦2») or random.random()",
    ]),
    "struct": ({"format": ["'«<¦>¦=¦!¦@¦»«b¦B¦h¦H¦i¦I¦l¦L¦q¦Q¦f¦d¦e¦?¦c¦s¦p¦x¦3s¦2h¦0i¦hh¦bi¦5p¦n¦P¦z¦2x¦ib¦iq¦3c»'"]},
    [
        "struct.pack($format, «$int¦$float¦b'abc'¦$leaf¦»)", "struct.pack($format, $int, $int)",
        "struct.unpack($format, «b'abcd'¦b'\\\\xff' * 8¦b''¦bytes(range(16))¦b'\\\\x80\\\\x00'¦$bytes»)",
        "struct.calcsize($format)", "struct.unpack_from($format, bytes(range(20))«¦, 2¦, offset=1»)",
        "list(struct.iter_unpack($format, bytes(range(16))))",
        "struct.Struct($format).«size¦format¦pack(1)»",
        "int.from_bytes($bytes, «'big'¦'little'¦'x'»«¦, signed=True»)",
        "($int).to_bytes(«1¦2¦8¦0¦-1¦20», «'big'¦'little'»«¦, signed=True»)",
        "array.array('«b¦B¦h¦i¦q¦f¦d»', $list)",
        "array.array('i', [1, 2, 3]).«tolist()¦tobytes()¦index(2)¦count(1)¦itemsize¦typecode¦buffer_info()[1]¦pop()¦"
        "x¦__add__(1)»", "then(array.array('h', [1, 2]), 'append', $int)",
    ]),
    "texts": ({
        "long": ["'The quick  brown fox jumps\\\\tover the lazy-dog, supercalifragilistic.\\\\n\\\\nSecond par é 日本 one-two--three'",
        "''", "'   '", "'a b c d e f g h'", "'hello-world foo_bar baz' * 3", "'\\\\n'", "'word ' * 9"],
        "row": ["'«a,b,c¦\"a,b\",c¦\"a\"\"b\",c¦a;b;c¦¦,¦\"a¦a\\\\\"b,c¦ a , b ¦a\\\\nb,c¦\\\\'x,y\\\\',z¦a\\\\tb¦"
        "1,2.5,\"3\"¦\"a\"b,c¦a,\"b\\\\nc\",d»'"],
        "words": ["'«a b c¦\"a b\" c¦a\\\\\\\\ b¦a # b¦\\\\'q w\\\\'¦a\"b\"c¦¦\"¦a;b|c&d¦x=1 y=\"2 3\"¦\\\\\\\\¦"
        "a\\\\nb¦\"\\\\\\\\\"\"¦é ß»'"],
        "url": ["'«http://u:p@host:80/a/b;c?d=e&f#g¦//host/x¦/a/../b¦a?b¦#f¦¦http://[::1]:8080/¦http://h:x/¦"
        "mailto:a@b¦HTTP://Host/%7Ea b¦http://h?a=1&a=2&b=&c¦http://h/é?q=ü¦file:///x¦x:y¦http:///p¦http://h:99999/¦"
        "http://[bad/¦a=1;b=2¦a=1&a=2&b=%20+x&=z¦?¦http://h/a//b/./c/../d»'"],
    }, [
        "textwrap.«wrap¦fill¦shorten¦dedent»($long«, 20¦, 5¦, 1¦, 0¦, width=12»)",
        "textwrap.«wrap¦fill»($long, «12¦30», «break_long_words=False¦initial_indent='* ', subsequent_indent='  '¦"
        "drop_whitespace=False¦expand_tabs=False¦max_lines=2¦replace_whitespace=False¦fix_sentence_endings=True¦"
        "break_on_hyphens=False¦tabsize=2¦placeholder='…', max_lines=1¦x=1»)",
        "textwrap.dedent('«  a\\\\n  b¦  a\\\\n b\\\\n¦\\\\ta\\\\n  b¦\\\\n\\\\n  x¦  a\\\\n\\\\n   b»')",
        "textwrap.indent($long, '> '«¦, lambda l: True¦, bool»)",
        "textwrap.shorten($long, «10¦30¦3»«¦, placeholder='..'»)",
        "string.Template('«$$x $${y} $$$$¦$$¦$${x¦$$1¦$$x$$y¦é $$x¦$${é}¦$$X»').«substitute¦safe_substitute»(«x=1¦"
        "{'x': 2}, y=3¦¦{'y': None}¦5»)", "string.capwords($long«¦, ' '¦, 'o'»)",
        "string.Formatter().format('«{}{}¦{0}{}¦{a}¦{0.real}¦{:>5}¦{!r}»', $leaf, a=1)",
        "list(string.Formatter().parse('«{}¦a{b!r:c}d¦{{¦}¦{0[x].y:{z}}»'))",
        "list(csv.reader([$row]«¦, delimiter=';'¦, quotechar=\"'\"¦, skipinitialspace=True¦"
        ", quoting=csv.QUOTE_NONNUMERIC¦, escapechar='!'¦, doublequote=False¦, strict=True¦, 'excel-tab'¦"
        ", delimiter=''¦, quoting=csv.QUOTE_NONE»))",
        "written([$leaf, $leaf, $plain]«¦, delimiter=';'¦, quoting=csv.QUOTE_ALL¦, quoting=csv.QUOTE_NONNUMERIC¦"
        ", lineterminator='|'¦, quotechar=\"'\"¦, quoting=csv.QUOTE_NONE¦, quoting=csv.QUOTE_NONE, escapechar='!'¦"
        ", doublequote=False, escapechar='!'»)",
        "list(csv.DictReader([$row, $row]«¦, ['x']¦, restkey='r'¦, restval=0»))",
        "shlex.split($words«¦, comments=True¦, posix=False¦, True»)", "shlex.quote($plain)",
        "shlex.join([$plain, $plain])", "list(shlex.shlex($words«¦, posix=True¦, punctuation_chars=True»))",
        "urllib.parse.«urlparse¦urlsplit¦parse_qs¦parse_qsl¦quote¦unquote¦quote_plus¦unquote_plus¦urldefrag¦"
        "quote_from_bytes¦unquote_to_bytes»($url)",
        "urllib.parse.urlsplit($url).«hostname¦port¦netloc¦username¦geturl()¦query¦x»",
        "urllib.parse.urljoin($url, $url)",
        "urllib.parse.urlencode(«$dict¦[('a', 1), ('b', 'é &')]¦{'a': [1, 2]}, doseq=True¦{'a': b'x y'}¦'ab'¦"
        "{'a': 'é'}, encoding='latin-1'¦[(1, 2, 3)]»)",
        "urllib.parse.quote($plain«¦, safe=''¦, ' é'¦, encoding='latin-1'¦, errors='x'»)",
        "urllib.parse.unquote('«%41%c3%a9¦%zz¦%¦%e9¦a+b¦%F0%9D»'«¦, 'latin-1'¦, errors='ignore'»)",
        "urllib.parse.parse_qs($url, «keep_blank_values=True¦strict_parsing=True¦separator=';'¦max_num_fields=1¦"
        "encoding='ascii'»)",
        "base64.«b64encode¦b32encode¦b16encode¦urlsafe_b64encode¦a85encode¦b85encode¦standard_b64encode¦encodebytes¦"
        "b32hexencode»($bytes)",
        "base64.«b64decode¦b32decode¦b16decode¦urlsafe_b64decode¦b85decode¦a85decode»(«'YWJj'¦b'YWI='¦'YW'¦'é'¦"
        "'YWJj\\\\n'¦'MFRGG==='¦'616263'¦'a-_b'¦b'!!!!'¦''¦'VPaz%'¦'YWJj='¦'==='»«¦, validate=True»)",
        "binascii.«hexlify¦b2a_base64¦crc32¦unhexlify¦a2b_base64¦crc_hqx¦b2a_uu»($bytes)",
        "html.«escape¦unescape»(«'<a href=\"x\">&amp;'¦'&lt;&#65;&#x41;&nope;&copy'¦\"it's\"¦$plain¦$leaf»«¦"
        ", quote=False»)",
        "unicodedata.«name¦category¦numeric¦digit¦decimal¦combining¦east_asian_width¦mirrored»('«a¦é¦½¦٣¦𝄞¦日»')", "unicodedata.normalize('«NFC¦NFD¦NFKC¦NFKD¦x»', «'é'¦'e\\\\u0301'¦'ﬁ'¦$plain»)",
        "hashlib.«md5¦sha1¦sha256¦sha512¦sha3_256¦blake2b»($bytes).hexdigest()[:12]",
        "zlib.decompress(zlib.compress($bytes))", "zlib.«crc32¦adler32¦decompress»($bytes)",
        "hmac.new(b'k', $bytes, '«sha256¦md5¦nope»').hexdigest()[:9]",
        "fnmatch.«fnmatch¦translate»('«abc¦a.b¦*x¦[a]¦»'«, '«a*¦?.?¦[!a]¦*¦[[]a]¦[z-a]»'¦»)",
        "pprint.pformat(«$any¦{'k' * 30: list(range(30)), 'b': ('x' * 50, [1] * 20)}¦[['a' * 30] * 4]», width=«80¦30¦"
        "10»«¦, indent=3¦, compact=True¦, depth=1¦, sort_dicts=False»)",
        "uuid.UUID('«12345678123456781234567812345678¦{12345678-1234-5678-1234-567812345678}¦x¦"
        "urn:uuid:12345678-1234-1678-9234-567812345678»').«hex¦int¦version¦variant¦fields¦urn¦bytes»",
        "uuid.uuid5(uuid.NAMESPACE_DNS, $plain)",
        "keyword.iskeyword($plain)", "codecs.encode($plain, '«rot13¦utf-8¦nope»')",
        "io.StringIO($plain).«read()¦readlines()¦readline(2)¦getvalue()¦seek(-1)¦read(-5)¦tell()¦x¦truncate(1)¦"
        "write('a')»", "io.BytesIO($bytes).«read(2)¦readlines()¦getvalue()¦seek(1, 2)¦getbuffer()[:1]¦write('a')¦"
        "readinto(bytearray(2))»", "stdout_of($leaf, $leaf)",
        "PurePosixPath($plain, '«a/b.tar.gz¦../x¦/abs¦.¦.hid»').«name¦stem¦suffix¦suffixes¦parent¦parts¦as_posix()¦"
        "with_suffix('.z')¦with_name('n')¦is_absolute()¦joinpath('q')¦relative_to('a')¦match('*.gz')¦root¦anchor»",
    ]),
    "copying": ({}, [
        "copy.«copy¦deepcopy»([$leaf])", "copy.deepcopy([$any, $any])", "nested_copy($list)",
        "copy.deepcopy({1: [2, {3}]}) is None",
        "copy.copy(«len¦int¦range(3)¦slice(1)¦Plain()¦Named(1, [2])¦Base»)",
        "operator.«add¦sub¦mul¦truediv¦floordiv¦mod¦pow¦concat¦contains¦getitem¦eq¦lt¦and_¦or_¦lshift¦matmul¦is_¦"
        "countOf¦indexOf¦iadd¦ior»($any, $any)", "operator.«neg¦pos¦not_¦invert¦truth¦abs¦index¦length_hint»($any)",
        "operator.itemgetter($leaf«¦, 0»)($any)",
        "operator.attrgetter('«real¦x.y¦__class__.__name__¦imag»'«¦, 'real'»)($any)",
        "operator.methodcaller('«upper¦count¦x¦bit_length»'«¦, 'a'»)($any)",
        "nullcontext($leaf).__enter__()",
        "run_with(suppress(«ValueError¦TypeError, KeyError¦5¦»), lambda: «int('x')¦{}[1]¦5¦None + 1»)",
        "run_with(managed(«True¦False», log_list), lambda: «int('x')¦5»)",
        "run_with(closing(io.StringIO('q')), lambda: 1)",
        "run_with(redirect_stdout(io.StringIO()), lambda: print('hidden'))", "stacked($small)", "stacked('x')",
        "inspect.«isfunction¦isclass¦ismethod¦isgenerator¦isbuiltin¦isroutine¦ismodule¦callable»($any)",
        "str(inspect.signature(«call¦Named¦lambda a, *b, c=1, **d: 0¦Plain¦Base.method»))",
        "types.SimpleNamespace(a=1«¦, b=[2]») «==¦!=» types.SimpleNamespace(a=1)", "types.SimpleNamespace(a=«1¦'x'»)",
        "types.MappingProxyType({1: 2})«[1]¦.get(3)¦ | {3: 4}¦.copy()¦ == {1: 2}¦.x»", "weakref.ref(«5¦Base¦int»)",
        "warnings_of(«DeprecationWarning¦UserWarning¦5», $plain)", "typing.get_type_hints(Named)",
        "typing.«Optional¦Union¦List¦Dict¦Callable¦Literal¦Tuple»[«int¦int, str¦5¦None¦[int], str¦...»]",
        "typing.«get_args¦get_origin»(«list[int]¦Union[int, None]¦Dict[str, int]¦int¦Literal[1]»)",
        "list[«int¦int, str¦5¦...»]", "(int | «str¦None¦5¦list[int]¦'x'»)", "sys.getsizeof(5) > 0",
        "time.strftime('%Y', (2024, 2, 3, 4, 5, 6, 0, 34, 0))", "time.gmtime(«0¦1e9¦-1¦10**9»)[:]",
        "contextlib.ExitStack().pop_all().close()",
        "os.path.«join¦basename¦dirname¦splitext¦normpath¦isabs¦split¦commonprefix»(«'a/b.c'¦'/x/../y'¦''¦'.'¦"
        "$leaf»«¦, 'z'»)",
        "argparsed(«['1']¦['--x', '2', '3']¦['-v', '1']¦[]¦['--x']¦['a']¦['--bad']¦['1', '--ch', 'z']»)",
        "sorted(string.«digits¦hexdigits¦punctuation»)[:3]", "abs_sum($list)",
        "traceback.format_exception_only(«ValueError, ValueError('x')¦KeyError('k')¦SyntaxError('bad')¦"
        "OSError(1, 'a', 'f')¦Fault(1)»)",
        "repr(«ValueError('a', 1)¦KeyError()¦OSError(2, 'x', 'f')¦Fault(1, a=2)¦StopIteration(5)¦"
        "UnicodeDecodeError('a', b'b', 0, 1, 'r')¦SystemExit(3)¦Exception('é', [])»)",
        "str(«OSError(2, 'x', 'f')¦KeyError('k')¦KeyError(1, 2)¦UnicodeEncodeError('a', 'é', 0, 1, 'r')¦ValueError()¦"
        "ValueError(1, 2)¦SyntaxError('m', ('f', 1, 2, 't'))¦ImportError('m', name='n')»)",
        "«OSError(2, 'x')¦KeyError('k', 2)¦StopIteration(1)¦UnicodeDecodeError('a', b'b', 0, 1, 'r')¦SystemExit(3)¦"
        "NameError('x', name='n')».«args¦errno¦value¦name¦code¦reason¦start¦filename¦__cause__¦with_traceback(None)¦"
        "add_note('n')¦__notes__¦strerror¦object»", "type(OSError(«1¦2¦13¦17¦32¦111¦110¦4¦None¦'x'», 'm')).__name__",
    ]),
}


class Libraries:
    """Facts about the library's functions."""

    def library(self):
        slots, calls = LIBRARIES[self.pick(sorted(LIBRARIES))]
        return [f"fact({self.fresh('l')!r}, lambda: {self.fill(self.pick(calls), 1, slots)})" for _ in range(3)]
