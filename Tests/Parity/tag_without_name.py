from locust import User, tag, task

for broken in (lambda: tag(), lambda: tag(print)):
    try:
        broken()
    except ValueError as error:
        print(error)
raise SystemExit(4)
