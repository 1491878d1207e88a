"""Tasks that want one lock, and yield while they hold it."""

import asyncio
from time import perf_counter_ns

from rounds import serve


async def main(tasks, times):
    lock = asyncio.Lock()
    entered = 0

    async def want_it():
        nonlocal entered
        for _ in range(times):
            async with lock:
                before = entered
                await asyncio.sleep(0)
                entered = before + 1

    began = perf_counter_ns()
    async with asyncio.TaskGroup() as group:
        for _ in range(tasks):
            group.create_task(want_it())
    took = perf_counter_ns() - began
    assert entered == tasks * times
    return "time", took


serve(main)
