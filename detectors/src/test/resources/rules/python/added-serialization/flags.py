#@ path: python/sglang/srt/managers/scheduler.py
import json
import pickle

import msgspec
import orjson


class Scheduler:
    def __init__(self):
        self.encoder = msgspec.msgpack.Encoder()

    def send_result(self, result):
        self.socket.send(pickle.dumps(result))
        #~               ^^^^^^^^^^^^^^^^^^^^ added-serialization minor
        self.socket.send_pyobj(result)
#~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ added-serialization minor
        self.socket.send(orjson.dumps(result.fields))
        #~               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ added-serialization minor
        self.socket.send(self.encoder.encode(result))
        #~               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ added-serialization minor
        return result.model_dump()
        #~     ^^^^^^^^^^^^^^^^^^^ added-serialization minor

    def receive(self):
        request = json.loads(self.socket.recv())
        #~        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ added-serialization minor
        return pickle.loads(request["body"])
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ added-serialization minor
