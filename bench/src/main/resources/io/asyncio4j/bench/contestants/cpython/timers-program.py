"""Timers set and cancelled at once, while the loop has its turns in between."""

import asyncio
from time import perf_counter_ns

from rounds import serve

TIMERS_A_TURN = 1_000


def unreached():
    raise AssertionError("a cancelled timer came due")


async def main(tasks, times):
    loop = asyncio.get_running_loop()
    began = perf_counter_ns()
    for i in range(1, times + 1):
        loop.call_later(3600, unreached).cancel()
        if i % TIMERS_A_TURN == 0:
            await asyncio.sleep(0)
    return "time", perf_counter_ns() - began


serve(main)
