import json
import os, subprocess  # bad: 12
from multiprocessing import Pool  # bad: 1
from urllib import request  # bad: 20
import asyncio  # bad: 8

try:
    import asyncio
except ImportError:
    asyncio = None
