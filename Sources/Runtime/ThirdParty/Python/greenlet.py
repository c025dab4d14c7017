class GreenletExit(BaseException):
    pass
