"""Tasks that call 100 levels deep, yield once there and return all the way, again and again."""

import asyncio
from time import perf_counter_ns

from rounds import serve


async def descend(level):
    if level > 0:
        return 1 + await descend(level - 1)
    await asyncio.sleep(0)
    return 0


async def dive(times):
    for _ in range(times):
        assert await descend(100) == 100


async def main(tasks, times):
    began = perf_counter_ns()
    async with asyncio.TaskGroup() as group:
        for _ in range(tasks):
            group.create_task(dive(times))
    return "time", perf_counter_ns() - began


serve(main)
