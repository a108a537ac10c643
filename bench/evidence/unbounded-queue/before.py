"""Events for a receiver that is slow, through a queue without a bound."""

import queue


def main():
    events = queue.Queue()
    taken = 0
    for number in range(20_000):
        events.put(bytes(1000))
        if number % 40 == 0:
            taken += len(events.get())
    print(taken)


main()
