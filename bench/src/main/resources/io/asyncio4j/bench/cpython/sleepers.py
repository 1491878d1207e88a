"""Tasks that all sleep at once, and what memory the process then takes. Leaves without waking them."""

import asyncio
import os
import resource
import sys

from rounds import serve


def resident_and_peak():
    try:
        with open("/proc/self/status") as status:
            fields = dict(line.split(":", 1) for line in status)
        return tuple(int(fields[name].split()[0]) * 1024 for name in ("VmRSS", "VmHWM"))
    except FileNotFoundError:
        unit = 1 if sys.platform == "darwin" else 1024
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
        return peak, peak


async def main(tasks, times):
    before, _ = resident_and_peak()
    sleepers = [asyncio.create_task(asyncio.sleep(3600)) for _ in range(tasks)]
    await asyncio.sleep(0)
    print("memory", before, *resident_and_peak(), flush=True)
    os._exit(0)


serve(main)
