#@ path: gateway/cmd/copy_data.py
"""A program that a person runs."""

import asyncio
import shutil


async def copy_data(old, new):
    await asyncio.to_thread(shutil.copytree, old, new)
