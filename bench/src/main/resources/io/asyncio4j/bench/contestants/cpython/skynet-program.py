"""A tree of tasks, ten children a node, each of which sums what its children return; a leaf returns its number."""

import asyncio
from time import perf_counter_ns

from rounds import serve

CHILDREN = 10


async def sum_of_leaves(first, end):
    leaves = end - first
    if leaves == 1:
        return first
    bounds = [first + leaves * child // CHILDREN for child in range(CHILDREN + 1)]
    async with asyncio.TaskGroup() as group:
        children = [
            group.create_task(sum_of_leaves(start, stop))
            for start, stop in zip(bounds, bounds[1:])
            if start < stop
        ]
    return sum(child.result() for child in children)


async def main(tasks, times):
    began = perf_counter_ns()
    total = await sum_of_leaves(0, tasks)
    took = perf_counter_ns() - began
    assert total == tasks * (tasks - 1) // 2
    return "time", took


serve(main)
