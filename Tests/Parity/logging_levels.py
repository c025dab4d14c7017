# options: --loglevel ERROR
import logging
from parity import Once


class Logs(Once):
    def act(self):
        logging.info("quiet")
        logging.error("loud")
        print(logging.getLogger().getEffectiveLevel())
