"""Tasks that let each other run, in turn; a single one that wakes itself."""

import asyncio
from time import perf_counter_ns

from rounds import serve


async def take_turns(times):
    for _ in range(times):
        await asyncio.sleep(0)


async def main(tasks, times):
    began = perf_counter_ns()
    async with asyncio.TaskGroup() as group:
        for _ in range(tasks):
            group.create_task(take_turns(times))
    return "time", perf_counter_ns() - began


serve(main)
