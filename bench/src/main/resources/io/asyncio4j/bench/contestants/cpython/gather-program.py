"""Tasks that each yield once and return a number, gathered."""

import asyncio
from time import perf_counter_ns

from rounds import serve


async def main(tasks, times):
    began = perf_counter_ns()
    results = await asyncio.gather(*(asyncio.sleep(0, number) for number in range(tasks)))
    took = perf_counter_ns() - began
    assert sum(results) == tasks * (tasks - 1) // 2
    return "time", took


serve(main)
