import logging
import time

logger = logging.getLogger(__name__)


def retry(delays=(1, 3, 5), exception=Exception):
    """Calls the decorated function again after each of the delays in seconds, as long as it raises `exception`."""

    def decorate(function):
        def call(*args, **kwargs):
            for count, delay in enumerate(delays, 1):
                try:
                    return function(*args, **kwargs)
                except exception as error:
                    logger.info("Exception found on retry %d: -- retry after %ds" % (count, delay))
                    logger.exception(error)
                    time.sleep(delay)
            try:
                return function(*args, **kwargs)
            except exception:
                logger.info("Retry failed after %d times." % len(delays))
                raise

        return call

    return decorate
