import io
import os
TEXT = ('''# c
A=1
export B="two words" # c
C='sq $A'
D=un quoted # tail
E="esc\\n\\"q\\""
F=${A}-${NOPE:-def}
G
H=
 I = spaced
J="multi
line"
bad line here
K=a#b
L='it\\'s'
''')
from dotenv import load_dotenv, dotenv_values, find_dotenv
print(dict(dotenv_values(stream=io.StringIO(TEXT))))
os.environ["A"] = "env"; print(load_dotenv(stream=io.StringIO(TEXT)), os.environ["A"], os.environ["B"], os.getenv("F"), os.getenv("G"), repr(os.getenv("H"))); print(load_dotenv(stream=io.StringIO(TEXT), override=True), os.environ["A"], os.getenv("F")); print(load_dotenv("none"))
print(dict(dotenv_values(stream=io.StringIO("X=1\nY=${X}2"))))
