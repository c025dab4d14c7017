import time


class GreenletExit(BaseException):
    pass


def sleep(seconds=0, ref=True):
    time.sleep(seconds)
