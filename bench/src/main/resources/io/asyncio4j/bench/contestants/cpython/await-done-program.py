"""One task that awaits others that have ended, each many times."""

import asyncio
from time import perf_counter_ns

from rounds import serve


async def give(result):
    return result


async def main(tasks, times):
    ended = [asyncio.create_task(give(i & 1)) for i in range(tasks)]
    await asyncio.sleep(0)
    began = perf_counter_ns()
    total = 0
    for _ in range(times):
        for task in ended:
            total += await task
    took = perf_counter_ns() - began
    assert total == times * (tasks // 2)
    return "time", took


serve(main)
