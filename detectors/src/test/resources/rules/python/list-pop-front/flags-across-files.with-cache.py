#@ path: python/sglang/srt/mem_cache/cache.py
class Base:
    def __init__(self):
        self.acks = []


class Cache(Base):
    pass
