import sys
print("before")
def f():
    try:
        sys.exit("the reason")
    finally:
        print("cleanup")
f()
