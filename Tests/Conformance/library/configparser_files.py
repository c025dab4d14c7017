import configparser, io
c=configparser.ConfigParser()
c.read_string("""[DEFAULT]
base=/x
[a]
host = h.example
port: 80
path = %(base)s/y
# comment
multi = one
  two
  three
flag = yes
[b c]
k=
""")
print(c.sections(), dict(c["a"]), c["a"]["path"], c.getint("a","port"), c["a"].getint("port"),
    c.getboolean("a","flag"), c.get("a","zz",fallback="f"), c["a"].get("nope"), c.has_option("a","HOST"),
    c.options("a"), c.items("a"))
for f in (lambda: c.get("zz","x"), lambda: c.get("a","x"), lambda: c["zz"], lambda: c["a"]["x"],
    lambda: c.getint("a","host"), lambda: c.getboolean("a","host"), lambda: c.add_section("a"),
    lambda: c.set("a","x",1), lambda: c.read_string("x=1"), lambda: c.read_string("[s]\nbad line\n"),
    lambda: c.read_string("[s]\na=1\na=2"), lambda: c.read_string("[s]\n[s]"), lambda: c.set("a","i","%x")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
c.set("a","i","%(nope)s")
try: c.get("a","i")
except Exception as e: print(type(e).__name__, e)
s=io.StringIO(); c.remove_option("a","i"); c.write(s); print(s.getvalue()); print(c.read("/nope"), len(c), list(c),
    "a" in c, repr(c["a"]))
d=configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(),allow_no_value=True); d.read_string("[x]\na=1\nb=${a}2\nn\n[y]\nc=${x:b}3"); print(d["y"]["c"], d["x"]["n"]); d["z"]={"q":"1"}; print(dict(d["z"]), d.getfloat("z","q"))
r=configparser.RawConfigParser(); r.optionxform=str; r.read_dict({"s":{"Key":"%v"}}); print(r.items("s"))
