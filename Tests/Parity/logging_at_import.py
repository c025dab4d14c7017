import logging
import sys

from parity import OnceUser

logging.info("dropped before there is a handler")
logging.basicConfig(stream=sys.stdout, format="%(levelname)s|%(name)s|%(message)s")
logging.info("dropped by Python's own level")
logging.warning("in the spec's format")
logging.getLogger("named").error("in the spec's format, too")
print(logging.getLogger().level, len(logging.getLogger().handlers))


class Logs(OnceUser):
    def act(self):
        root = logging.getLogger()
        print(root.level, any(getattr(handler, "stream", None) is sys.stdout for handler in root.handlers))
        logging.warning("goes to the run's log")
