"""Tasks that sleep between nothing and 100 ms, evenly spread and created out of order."""

import asyncio
from time import perf_counter_ns

from rounds import serve


async def main(tasks, times):
    began = perf_counter_ns()
    async with asyncio.TaskGroup() as group:
        for i in range(tasks):
            group.create_task(asyncio.sleep(i * 7919 % tasks * 0.1 / tasks))
    return "time", perf_counter_ns() - began


serve(main)
