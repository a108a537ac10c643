#@ path: server/entrypoints/replies.py
"""Chains whose last link most calls pass by."""
import base64
import os
import time


def reply(parts, limit):
    for part in parts:
        if limit > 0:
            time.sleep(1 / limit)


def to_base64(media):
    if isinstance(media, str) and not os.path.isfile(media):
        return media
    if isinstance(media, str):
        with open(media, "rb") as file:
            media = file.read()
    return base64.b64encode(media)


async def answer(parts, media):
    reply(parts, 0)
    return to_base64(media)
