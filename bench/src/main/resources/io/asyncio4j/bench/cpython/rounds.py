"""Runs a program a round at a time, as Rounds.java does."""

import asyncio
import platform
import sys


def serve(program):
    tasks, times = int(sys.argv[1]), int(sys.argv[2])
    print(platform.python_implementation(), platform.python_version(), flush=True)
    for _ in sys.stdin:
        print(*asyncio.run(program(tasks, times)), flush=True)
