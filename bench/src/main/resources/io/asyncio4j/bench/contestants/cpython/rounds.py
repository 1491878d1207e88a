"""Runs a program a round at a time, as Rounds.java does."""

import asyncio
import platform
import sys


def serve(program, run=asyncio.run):
    tasks, times = int(sys.argv[1]), int(sys.argv[2])
    print(platform.python_implementation(), platform.python_version(), flush=True)
    for _ in sys.stdin:
        print(*run(program(tasks, times)), flush=True)


def serve_on_one_loop(program):
    with asyncio.Runner() as runner:
        serve(program, runner.run)


def serve_without_loop(program):
    serve(program, lambda sample: sample)
