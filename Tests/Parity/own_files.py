import os
from pathlib import Path

import parity
from parity import Once


class Looks(Once):
    def act(self):
        for file in (__file__, parity.__file__):
            print(os.path.isabs(file), os.path.basename(file))
            print(Path(file).parent.parent == Path(file).resolve().parent.parent)
            print(os.path.dirname(file) == os.getcwd(), file == os.path.abspath(file))
        print(__name__, parity.__name__)
