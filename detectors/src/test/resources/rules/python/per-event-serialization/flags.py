#@ path: python/sglang/srt/entrypoints/openai/serving_chat.py
"""Serialisation that could be done once, faster or not at all."""
import json
import pickle

import orjson
from fastapi.responses import JSONResponse


async def chat_stream_generator(stream, chunk_type):
    async for output in stream:
        if output.first:
            role = chunk_type(role="assistant")
            yield f"data: {role.model_dump_json()}\n\n"
        chunk = chunk_type(text=output.text)
        yield f"data: {chunk.model_dump_json()}\n\n"
        #~             ^^^^^^^^^^^^^^^^^^^^^^^ per-event-serialization moderate
    yield "data: [DONE]\n\n"


async def by_name(stream, chunk_type):
    async for output in stream:
        data = orjson.dumps(chunk_type(text=output.text).model_dump())
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ per-event-serialization moderate
        yield b"data: " + data + b"\n\n"


async def standard_json(stream):
    async for output in stream:
        yield (json.dumps({"text": output}) + "\n").encode()
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ per-event-serialization moderate


def send_to_all(workers, request):
    for worker in workers:
        worker.send_pyobj(request)
#~      ^^^^^^^^^^^^^^^^^^^^^^^^^^ per-event-serialization moderate


def pickles_for_each(sockets, message):
    for socket in sockets:
        socket.send(pickle.dumps(message))
        #~          ^^^^^^^^^^^^^^^^^^^^^ per-event-serialization moderate


def round_trips(payload, model, model_type):
    a = json.loads(json.dumps(payload))
    #~  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ per-event-serialization minor
    b = pickle.loads(pickle.dumps(payload))
    #~  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ per-event-serialization minor
    c = orjson.loads(model.model_dump_json())
    #~  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ per-event-serialization minor
    d = model_type.model_validate(model.model_dump())
    #~  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ per-event-serialization minor
    e = json.dumps(model.model_dump())
    #~  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ per-event-serialization minor
    return a, b, c, d, e


async def answers(handler, request):
    answer = await handler.create(request)
    return JSONResponse(content=answer.model_dump())
    #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ per-event-serialization minor


async def reads_twice(request):
    body = await request.body()
    fields = await request.json()
    #~             ^^^^^^^^^^^^^^ per-event-serialization minor
    return body, fields


def parses(messages):
    for message in messages:
        message["arguments"] = json.loads(message["arguments"])
        #~                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ per-event-serialization minor
    return messages


def tool_call_chunks(calls, chunk_type):
    for call in calls:
        chunk = chunk_type(tool_calls=[call])
        yield f"data: {chunk.model_dump_json()}\n\n"
        #~             ^^^^^^^^^^^^^^^^^^^^^^^ per-event-serialization moderate


async def relay(lines, response):
    async for line in lines:
        event = json.loads(line)
        #~      ^^^^^^^^^^^^^^^^ per-event-serialization moderate
        await response.write(json.dumps(event).encode())
        #~                   ^^^^^^^^^^^^^^^^^ per-event-serialization moderate
