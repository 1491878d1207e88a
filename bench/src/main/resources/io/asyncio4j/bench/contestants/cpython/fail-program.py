"""A group of tasks that sleep, and one more that fails. The time is that from the failure until the group has reported it."""

import asyncio
from time import perf_counter_ns

from rounds import serve


class Breakage(Exception):
    pass


async def main(tasks, times):
    began = None

    async def fail():
        nonlocal began
        began = perf_counter_ns()
        raise Breakage

    try:
        async with asyncio.TaskGroup() as group:
            for _ in range(tasks):
                group.create_task(asyncio.sleep(3600))
            await asyncio.sleep(0)
            group.create_task(fail())
    except* Breakage as failed:
        took = perf_counter_ns() - began
        assert len(failed.exceptions) == 1
    return "time", took


serve(main)
