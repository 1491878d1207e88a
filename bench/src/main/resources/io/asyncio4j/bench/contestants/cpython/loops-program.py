"""Loops side by side, each in a thread of its own and with a hundred tasks that let each other run."""

import asyncio
import threading
from time import perf_counter_ns

from rounds import serve_without_loop

TASKS = 100


async def take_turns(times):
    for _ in range(times):
        await asyncio.sleep(0)


async def run_tasks(times):
    async with asyncio.TaskGroup() as group:
        for _ in range(TASKS):
            group.create_task(take_turns(times // TASKS))


def main(loops, times):
    began = perf_counter_ns()
    threads = [threading.Thread(target=lambda: asyncio.run(run_tasks(times))) for _ in range(loops)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return "time", perf_counter_ns() - began


serve_without_loop(main)
