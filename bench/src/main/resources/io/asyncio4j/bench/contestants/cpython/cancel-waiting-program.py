"""Tasks that wait for ever, cancelled one after the other and then awaited. The time is that of cancelling and awaiting."""

import asyncio
from time import perf_counter_ns

from rounds import serve


async def wait_for_ever():
    await asyncio.get_running_loop().create_future()


async def main(tasks, times):
    waiters = [asyncio.create_task(wait_for_ever()) for _ in range(tasks)]
    await asyncio.sleep(0)
    began = perf_counter_ns()
    for waiter in waiters:
        waiter.cancel()
    await asyncio.gather(*waiters, return_exceptions=True)
    took = perf_counter_ns() - began
    assert all(waiter.cancelled() for waiter in waiters)
    return "time", took


serve(main)
