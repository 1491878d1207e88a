"""A function handed to another thread and awaited, one at a time."""

import asyncio
from time import perf_counter_ns

from rounds import serve


def same(number):
    return number


async def main(tasks, times):
    began = perf_counter_ns()
    total = 0
    for number in range(times):
        total += await asyncio.to_thread(same, number)
    took = perf_counter_ns() - began
    assert total == times * (times - 1) // 2
    return "time", took


serve(main)
