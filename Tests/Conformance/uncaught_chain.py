class Problem(Exception):
    def __init__(self, code):
        super().__init__(f"problem {code}")
        self.code = code

def lower(x):
    return {"a": 1}[x]

def upper(x):
    try:
        return lower(x) + 1
    except KeyError as error:
        error.add_note("a note on the cause")
        raise Problem(5) from error

def main():
    values = [upper(v) for v in ("a", "b")]
    print(values)

print("start")
main()
