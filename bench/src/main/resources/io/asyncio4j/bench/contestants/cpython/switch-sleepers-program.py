"""Tasks that let each other run, in turn, while a million others sleep on the same loop."""

import asyncio
from time import perf_counter_ns

from rounds import serve_on_one_loop

SLEEPERS = 1_000_000

sleepers = []


async def take_turns(times):
    for _ in range(times):
        await asyncio.sleep(0)


async def main(tasks, times):
    if not sleepers:
        sleepers.extend(asyncio.create_task(asyncio.sleep(86_400)) for _ in range(SLEEPERS))
        await asyncio.sleep(0)
    began = perf_counter_ns()
    async with asyncio.TaskGroup() as group:
        for _ in range(tasks):
            group.create_task(take_turns(times))
    return "time", perf_counter_ns() - began


serve_on_one_loop(main)
