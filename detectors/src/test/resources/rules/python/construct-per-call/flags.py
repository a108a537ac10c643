#@ path: python/sglang/srt/managers/tokenizer_manager.py
"""Things made on each call that one could keep."""
import os
from concurrent.futures import ThreadPoolExecutor

import aiohttp
import httpx
import requests
from transformers import AutoTokenizer


class ReadOnlyList:
    def __init__(self, items):
        self.items = items


class Handler:
    def __init__(self):
        self._blocks = []

    async def fetch(self, url):
        async with aiohttp.ClientSession() as session:
        #~         ^^^^^^^^^^^^^^^^^^^^^^^ construct-per-call minor
            async with session.get(url) as response:
                return await response.read()

    def notify(self, url, payload):
        session = requests.Session()
        #~        ^^^^^^^^^^^^^^^^^^ construct-per-call minor
        session.post(url, json=payload)

    async def ask(self, url):
        return await httpx.AsyncClient(timeout=5).get(url)
        #~           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ construct-per-call minor

    def tokenize(self, model, text):
        tokenizer = AutoTokenizer.from_pretrained(model)
        #~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ construct-per-call minor
        return tokenizer.encode(text)

    def hash_all(self, items):
        with ThreadPoolExecutor(max_workers=8) as pool:
        #~   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ construct-per-call minor
            return list(pool.map(hash, items))

    def detokenize(self, tokens):
        texts = []
        for token in tokens:
            if token in self.tokenizer.get_added_vocab():
            #~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ construct-per-call moderate
                texts.append(token)
        return texts

    def without_special(self, tokens):
        return [token for token in tokens if token not in self.tokenizer.all_special_ids]
        #~                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ construct-per-call moderate

    @property
    def blocks(self):
        """The blocks, which nobody else may change."""
        return ReadOnlyList(self._blocks)
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^ construct-per-call minor

    def debug(self, request):
        if os.environ.get("DEBUG_REQUESTS") == "1":
        #~ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ construct-per-call minor
            print(request)
