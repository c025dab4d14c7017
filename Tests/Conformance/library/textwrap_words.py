"""Texts made of odd words, wrapped in all ways."""
import textwrap, random
R=random.Random(3)
words=['a','foo','bar-baz','2-succinyl-6-hydroxy-2,4-cyclohexadiene-1-carboxylate','x--y','--opt','-n','(foo)','e-mail','well-known','1-2','it\'s','"quoted-word"','end.','Hello!','long'*6,'a-b-c-d-e-f-g-h','foo--bar--','--','-','über-cool','x-1y','semi;colon','\t','  ','new\nline','a/b','http://x-y.z/a-b-c-d-e']
for i in range(400):
    t=' '.join(R.choice(words) for _ in range(R.randint(1,12)))
    k=dict(width=R.choice([5,10,20,30,50,70]))
    for n in ('break_on_hyphens','break_long_words','expand_tabs','replace_whitespace','drop_whitespace','fix_sentence_endings'):
        if R.random()<.2: k[n]=R.random()<.5
    if R.random()<.2: k['initial_indent']='* '; k['subsequent_indent']='  '
    if R.random()<.2: k['max_lines']=R.choice([1,2,3]); k['placeholder']=R.choice([' [...]','...'])
    try: print(k, textwrap.wrap(t,**k))
    except ValueError as e: print(k, e)
