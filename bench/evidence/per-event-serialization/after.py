"""A request for eight workers, pickled once."""

import pickle
import sys
import time

REQUEST = {"id": "request", "tokens": list(range(4000)), "parameters": {"temperature": 0.5}}


def send_to_all(request, inboxes):
    message = pickle.dumps(request)
    for inbox in inboxes:
        inbox.append(message)


def main():
    inboxes = [[] for _ in range(8)]
    started = time.perf_counter()
    for _ in range(100):
        send_to_all(REQUEST, inboxes)
    print(f"seconds={time.perf_counter() - started}", file=sys.stderr)
    print(sum(len(message) for inbox in inboxes for message in inbox))


main()
