"""One task alone on its loop that calls 100 levels deep and yields there, again and again."""

import asyncio
from time import perf_counter_ns

from rounds import serve


async def descend(level, times):
    if level > 0:
        return 1 + await descend(level - 1, times)
    for _ in range(times):
        await asyncio.sleep(0)
    return 0


async def main(tasks, times):
    began = perf_counter_ns()
    depth = await descend(100, times)
    took = perf_counter_ns() - began
    assert depth == 100
    return "time", took


serve(main)
