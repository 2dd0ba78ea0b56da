"""What becomes of many visitors of a proxy when connections break and when a replica is killed."""

import asyncio
from collections.abc import Sequence
from time import perf_counter

from benchmarks.visitor import Visitor


async def visitors_of(port: int, count: int) -> list[Visitor]:
    """So many visitors, up to 100, each of whom has chosen other values on two pages."""
    visitors = await asyncio.gather(*(Visitor.arrived(port) for _ in range(count)))
    choices = ((round(-5 + 0.1 * i, 2), round(-1 + 0.05 * (i % 40), 2)) for i in range(count))
    await asyncio.gather(*(each.chooses(*values) for each, values in zip(visitors, choices, strict=True)))
    return list(visitors)


async def broken(visitors: Sequence[Visitor]) -> int:
    """How many come back to their own session after all their connections broke, in this order."""
    await asyncio.gather(*(each.breaks() for each in visitors))
    return sum(await asyncio.gather(*(each.comes_back() for each in visitors)))


async def lost(visitors: Sequence[Visitor]) -> list[float]:
    """The seconds from now until each of them is back, whose replica is being killed."""
    begins = perf_counter()

    async def back(visitor: Visitor) -> float:
        await visitor.session.socket.wait_closed()
        await visitor.comes_back()
        return perf_counter() - begins

    return await asyncio.gather(*map(back, visitors))


async def complete(visitors: Sequence[Visitor]) -> int:
    """How many find on both pages what they chose."""
    found = await asyncio.gather(*(each.finds() for each in visitors))
    return sum(values == each.chosen for values, each in zip(found, visitors, strict=True))


async def leave(visitors: Sequence[Visitor]) -> None:
    """Close all connections."""
    await asyncio.gather(*(each.session.socket.close() for each in visitors))
