"""A thread outside of the loop that hands a coroutine to it and waits for the result, one at a time."""

import asyncio
import threading
from time import perf_counter_ns

from rounds import serve_without_loop


async def same(number):
    return number


def main(tasks, times):
    loop = asyncio.new_event_loop()
    running = threading.Thread(target=loop.run_forever)
    running.start()
    try:
        asyncio.run_coroutine_threadsafe(same(0), loop).result()
        began = perf_counter_ns()
        total = 0
        for number in range(times):
            total += asyncio.run_coroutine_threadsafe(same(number), loop).result()
        took = perf_counter_ns() - began
        assert total == times * (times - 1) // 2
        return "time", took
    finally:
        loop.call_soon_threadsafe(loop.stop)
        running.join()
        loop.close()


serve_without_loop(main)
