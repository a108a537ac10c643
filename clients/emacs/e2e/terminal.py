"""Runs a program in a terminal of its own that nobody types into.

    terminal.py SCREEN PROGRAM ARGUMENT...

What the program draws goes into the file SCREEN; its exit status is this script's.
"""

import fcntl
import os
import pty
import struct
import sys
import termios

ROWS, COLUMNS = 50, 160


def main(screen: str, command: list[str]) -> int:
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.execvp(command[0], command)
    with open(screen, "wb") as drawn:
        while True:
            try:
                data = os.read(terminal, 65536)
            except OSError:  # the program has closed its end
                break
            if not data:
                break
            drawn.write(data)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
