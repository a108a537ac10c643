#@ path: python/sglang/srt/managers/tokenizer_manager.py
"""Things that are kept, or made where things are made."""
import functools
import os
import threading
from concurrent.futures import ThreadPoolExecutor

import aiohttp
import requests
import zmq
from transformers import AutoTokenizer

SESSION = requests.Session()


class ReadOnlyList:
    def __init__(self, items):
        self.items = items


@functools.lru_cache
def tokenizer_of(model):
    return AutoTokenizer.from_pretrained(model)


@functools.cache
def pool_of(workers):
    pool = ThreadPoolExecutor(workers)
    pool.submit(print)


def get_session():
    session = requests.Session()
    session.headers["x"] = "y"


class Handler:
    def __init__(self, model):
        self.pool = ThreadPoolExecutor()
        self._blocks = []
        self.blocks = ReadOnlyList(self._blocks)
        self.tokenizer = AutoTokenizer.from_pretrained(model)
        self.added = set(self.tokenizer.get_added_vocab())

    async def fetch(self, url):
        if self.session is None:
            self.session = aiohttp.ClientSession()
        return await self.session.get(url)

    def session_of(self, worker):
        session = self.sessions.get(worker)
        if session is None:
            session = requests.Session()
            self.sessions[worker] = session
        return session

    def hand_over(self, consumer):
        consumer.use(requests.Session())
        session = requests.Session()
        consumer.use(session)
        return consumer

    def input_thread(self, address):
        with zmq.Context() as context:
            socket = context.socket(zmq.PULL)
            while True:
                self.inbox.put(socket.recv())

    def socket_to(self, address):
        if address not in self.sockets:
            socket = zmq.Context().socket(zmq.PUSH)
            self.sockets[address] = socket
        return self.sockets[address]

    def detokenize(self, tokens):
        return [token for token in tokens if token in self.added]

    def vocabularies(self, tokenizers):
        return [tokenizer.all_special_ids for tokenizer in tokenizers]

    @functools.cached_property
    def view(self):
        return ReadOnlyList(self._blocks)

    @property
    def first(self):
        return ReadOnlyList(self._blocks[0])

    def lock(self):
        return threading.Lock()

    def init_debug(self):
        self.debug = os.environ.get("DEBUG_REQUESTS") == "1"

    def remember(self, name):
        self.limit = int(os.environ.get("LIMIT", "1"))
        return os.environ.get(name)


DEBUG = os.getenv("DEBUG")


def rotate(rows):
    # The program sets it itself.
    if rows > 65535 and os.environ.get("GRID_IN_PARTS") != "1":
        os.environ["GRID_IN_PARTS"] = "1"
