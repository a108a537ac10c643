#@ path: python/sglang/srt/entrypoints/openai/serving_chat.py
"""Serialisation that has to be, or is cheap."""
import json
import pickle

import msgspec
import orjson
from fastapi.responses import JSONResponse, ORJSONResponse


async def fast_stream(stream, encoder):
    async for output in stream:
        yield b"data: " + encoder.encode(output) + b"\n\n"
        yield orjson.dumps({"text": output.text})
        yield msgspec.json.encode(output)


async def once_at_the_end(stream, usage):
    async for output in stream:
        yield output
    yield f"data: {usage.model_dump_json()}\n\n"


async def errors_of_a_stream(stream, error_type):
    try:
        async for output in stream:
            yield output
    except ValueError as error:
        yield error_type(error).model_dump_json()


async def not_a_generator(stream, log):
    async for output in stream:
        log.append(output.model_dump_json())


def send_to_all(workers, request):
    message = pickle.dumps(request)
    for worker in workers:
        worker.send(message)


def another_object_each_time(workers, requests, header):
    for worker, request in zip(workers, requests):
        worker.send_pyobj(request)
    for index, worker in enumerate(workers):
        header["rank"] = index
        worker.send_pyobj(header)


def first_that_takes_it(workers, request):
    for worker in workers:
        if worker.is_free():
            worker.send_pyobj(request)
            break


def tries_again(socket, request):
    for _ in range(100):
        try:
            socket.send_pyobj(request)
            return
        except OSError:
            continue


async def errors(handler, request):
    error = await handler.create(request)
    if error.code:
        return JSONResponse(content=error.model_dump(), status_code=error.code)
    return ORJSONResponse(content=error.model_dump())


async def reads_once(request, response):
    body = await request.body()
    return orjson.loads(body), await response.json()


def parse_stream_delta(text):
    return json.loads(text)


def load_config(text):
    return json.loads(text)


SETTINGS = json.loads("{}")


def lines_of(records):
    for record in records:
        yield json.dumps(record)


def create_error_response(error):
    return json.dumps(error.model_dump())


def override(server_args, process):
    return json.loads(server_args.model_override_args), json.loads(process.stdout)


async def only_the_first_chunks(count, stream, chunk_type):
    for i in range(count):
        first = chunk_type(index=i, role="assistant")
        yield f"data: {first.model_dump_json()}\n\n"
    async for output in stream:
        yield output
