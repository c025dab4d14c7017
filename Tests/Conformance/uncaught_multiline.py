def call(*args, **kwargs):
    raise ValueError(
        "spread over lines")
result = (call(1,
    2,
    three=3)
    + 4)
