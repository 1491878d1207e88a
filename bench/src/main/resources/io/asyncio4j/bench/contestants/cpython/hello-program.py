"""A whole program: the smallest there is that lets others run. Measured from outside."""

import asyncio


async def main():
    await asyncio.sleep(0)
    print("hello")


asyncio.run(main())
