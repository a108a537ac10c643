#@ path: python/engine/entrypoints/store.py
import redis


class Backend:
    def __init__(self):
        self.client = redis.Redis()

    def put(self, key, value):
        self.client.set(key, value)


class Store(Backend):
    def save(self, key, value):
        self.put(key, value)
