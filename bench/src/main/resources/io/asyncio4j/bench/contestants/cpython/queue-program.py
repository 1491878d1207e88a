"""Items that go from one task to another through a queue with room for one."""

import asyncio
from time import perf_counter_ns

from rounds import serve


async def produce(queue, items):
    for item in range(items):
        await queue.put(item)


async def consume(queue, items):
    total = 0
    for _ in range(items):
        total += await queue.get()
    return total


async def main(tasks, times):
    queue = asyncio.Queue(1)
    began = perf_counter_ns()
    async with asyncio.TaskGroup() as group:
        group.create_task(produce(queue, times))
        consumer = group.create_task(consume(queue, times))
    took = perf_counter_ns() - began
    assert consumer.result() == times * (times - 1) // 2
    return "time", took


serve(main)
