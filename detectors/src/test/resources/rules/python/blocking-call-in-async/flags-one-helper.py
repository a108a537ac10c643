#@ path: server/entrypoints/routes.py
"""One helper that blocks, called by many coroutines: one change mends them all, so one of them speaks."""

import requests


def ask(url):
    return requests.get(url).json()


async def users(base):
    return ask(base + "/users")
    #~     ^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async moderate


async def keys(base):
    return ask(base + "/keys")
    #~     ^^^^^^^^^^^^^^^^^^^ blocking-call-in-async minor


async def models(base):
    return ask(base + "/models")
    #~     ^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async minor
