"""A group of tasks that do nothing."""

import asyncio
from time import perf_counter_ns

from rounds import serve


async def nothing():
    pass


async def main(tasks, times):
    began = perf_counter_ns()
    for _ in range(times):
        async with asyncio.TaskGroup() as group:
            for _ in range(tasks):
                group.create_task(nothing())
    return "time", perf_counter_ns() - began


serve(main)
