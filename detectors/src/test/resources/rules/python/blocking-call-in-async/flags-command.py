#@ path: gateway/cmd/copy_data.py
"""A program that a person runs."""

import shutil


async def copy_data(old, new):
    shutil.copytree(old, new)
#~  ^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call-in-async negligible
