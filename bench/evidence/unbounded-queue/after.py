"""Events for a receiver that is slow, through a queue with one."""

import queue


def main():
    events = queue.Queue(maxsize=1000)
    taken = 0
    for number in range(20_000):
        try:
            events.put_nowait(bytes(1000))
        except queue.Full:
            pass
        if number % 40 == 0:
            taken += len(events.get())
    print(taken)


main()
