"""The handlers that need no network."""
import logging


class BufferingHandler(logging.Handler):
    def __init__(self, capacity):
        super().__init__()
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        self.buffer.clear()

    def close(self):
        self.flush()
        super().close()


class MemoryHandler(BufferingHandler):
    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        super().__init__(capacity)
        self.flushLevel = flushLevel
        self.target = target
        self.flushOnClose = flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        self.target = target

    def flush(self):
        if self.target:
            for record in self.buffer:
                self.target.handle(record)
            self.buffer.clear()

    def close(self):
        if self.flushOnClose:
            self.flush()
        self.target = None
        logging.Handler.close(self)


class QueueHandler(logging.Handler):
    def __init__(self, queue):
        super().__init__()
        self.queue = queue

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        record.message = record.msg = self.format(record)
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class RotatingFileHandler(logging.FileHandler):
    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        super().__init__(filename, "a" if maxBytes > 0 else mode, encoding, delay, errors)
        self.maxBytes = maxBytes
        self.backupCount = backupCount

    def emit(self, record):
        import os
        size = os.path.getsize(self.baseFilename) if os.path.exists(self.baseFilename) else 0
        if 0 < self.maxBytes <= size + len(self.format(record)) + 1:
            for number in range(self.backupCount - 1, 0, -1):
                if os.path.exists("%s.%d" % (self.baseFilename, number)):
                    os.replace("%s.%d" % (self.baseFilename, number), "%s.%d" % (self.baseFilename, number + 1))
            if self.backupCount > 0 and size:
                os.replace(self.baseFilename, self.baseFilename + ".1")
            import _katydid
            _katydid.write_file(self.baseFilename, b"", False)
        super().emit(record)


class WatchedFileHandler(logging.FileHandler):
    pass


def _refused(name):
    class Refused(logging.Handler):
        def __init__(self, *args, **kwargs):
            raise RuntimeError("logging.handlers.%s is refused: a spec opens no connections but by its client" % name)
    Refused.__name__ = name
    return Refused


SocketHandler = _refused("SocketHandler")
DatagramHandler = _refused("DatagramHandler")
SysLogHandler = _refused("SysLogHandler")
SMTPHandler = _refused("SMTPHandler")
HTTPHandler = _refused("HTTPHandler")
TimedRotatingFileHandler = _refused("TimedRotatingFileHandler")
