"""Timers set and cancelled at once, and what memory the process then takes: whether cancelled timers pile up."""

import asyncio

from memory import resident_and_peak
from rounds import serve

TIMERS_A_TURN = 1_000


def unreached():
    raise AssertionError("a cancelled timer came due")


async def main(tasks, times):
    loop = asyncio.get_running_loop()
    before, _ = resident_and_peak()
    for i in range(1, times + 1):
        loop.call_later(3600, unreached).cancel()
        if i % TIMERS_A_TURN == 0:
            await asyncio.sleep(0)
    return "memory", before, *resident_and_peak()


serve(main)
