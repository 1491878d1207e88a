"""A timeout of an hour, entered, one yield, and left, again and again in one task."""

import asyncio
from time import perf_counter_ns

from rounds import serve


async def main(tasks, times):
    began = perf_counter_ns()
    for _ in range(times):
        async with asyncio.timeout(3600):
            await asyncio.sleep(0)
    return "time", perf_counter_ns() - began


serve(main)
