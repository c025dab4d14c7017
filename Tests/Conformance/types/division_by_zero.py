# The texts of divisions by zero, and of lengths that no object has.
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: (1.0).__divmod__(0)); t(lambda: divmod(1.0,0)); t(lambda: (1.0).__rdivmod__(0.0)); t(lambda: (0.0).__rdivmod__(1)); t(lambda: (1.0)//0); t(lambda: (1.0).__floordiv__(0)); t(lambda: 1.0%0); t(lambda: divmod(1,0)); t(lambda: (1).__divmod__(0)); t(lambda: True.__mod__(0)); t(lambda: 5%0); t(lambda: pow(2,-1,0)); t(lambda: pow(0,-1)); t(lambda: 0.0**-1); t(lambda: (0).__pow__(-1)); t(lambda: 5/0); t(lambda: 5.0/0); t(lambda: 0/0.0); t(lambda: divmod(5,0.0))
t(lambda: bytearray(2**70)); t(lambda: bytes(2**70)); t(lambda: bytes(2**63)); t(lambda: bytes(-2**70)); 
