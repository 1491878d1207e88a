"""Tasks that all sleep at once, and what memory the process then takes. Leaves without waking them."""

import asyncio
import os

from memory import resident_and_peak
from rounds import serve


async def main(tasks, times):
    before, _ = resident_and_peak()
    sleepers = [asyncio.create_task(asyncio.sleep(3600)) for _ in range(tasks)]
    await asyncio.sleep(0)
    print("memory", before, *resident_and_peak(), flush=True)
    os._exit(0)


serve(main)
