#@ path: server/entrypoints/accounts.py
"""A database that is a file of the same machine answers in less than a millisecond: too little where no request waits."""

import sqlite3


class Accounts:
    def __init__(self, path):
        self.connection = sqlite3.connect(path)

    def find(self, name):
        return self.connection.execute("select * from accounts where name = ?", (name,))


async def show(accounts: Accounts, name):
    return accounts.find(name)
    #~     ^^^^^^^^^^^^^^^^^^^ blocking-call-in-async minor
