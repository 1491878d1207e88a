"""Tasks that sleep, cancelled one after the other and then awaited. The time is that of the cancelling and awaiting."""

import asyncio
from time import perf_counter_ns

from rounds import serve


async def main(tasks, times):
    sleepers = [asyncio.create_task(asyncio.sleep(3600)) for _ in range(tasks)]
    await asyncio.sleep(0)
    began = perf_counter_ns()
    for sleeper in sleepers:
        sleeper.cancel()
    await asyncio.gather(*sleepers, return_exceptions=True)
    took = perf_counter_ns() - began
    assert all(sleeper.cancelled() for sleeper in sleepers)
    return "time", took


serve(main)
