"""How fast the engine routes, and how much memory it holds, beside BM25 and TF-IDF over the same circles.

    python -m tests.bench.routing [--rounds 100] [--large 10000]

Milliseconds, p50 and p95. The members are made of the examples of trades, with words of their own: no two are equal.
"""

import argparse
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from copy import deepcopy

from bot.domain.routing import Router, Statement
from bot.matching import load_engine
from bot.matching.baselines import baseline
from bot.matching.shelf import content_of
from bot.matching.trades import trades

SHORT = "Who does books for a bakery with five staff?"
USUAL = (
    "My sister-in-law runs a small bakery with five people, flour in every drawer and receipts in a biscuit tin. "
    "The quarter ends on Friday and she has no idea what it earned. She doesn't need an accountant in a suit, just "
    "someone patient."
)
LONG = " ".join([USUAL] * 4)


def members(count: int) -> list[Statement]:
    known = trades()
    return [
        Statement(
            member=number,
            what_i_do=f"{trade.trade.capitalize()}, number {number} in town.",
            perfect_client=f"{trade.asks[0]} {trade.asks[1]} Best when they come early, in year {number} or later.",
            not_a_fit=f"Nothing like {known[(number + 7) % len(known)].trade}.",
            listen_for=(*trade.says, f"number {number} said no"),
            place="Bristol",
            languages=("English",),
        )
        for number in range(count)
        for trade in (known[number % len(known)],)
    ]


def timed(run: Callable[[int], object], rounds: int) -> str:
    taken = []
    for number in range(rounds):
        begun = time.perf_counter()
        run(number)
        taken.append((time.perf_counter() - begun) * 1000)
    cuts = statistics.quantiles(taken, n=20) if rounds > 1 else [taken[0]] * 19
    return f"{statistics.median(taken):8.1f} {cuts[18]:8.1f}"


def megabytes() -> float:
    """The most that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.routing")
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--large", type=int, default=10_000)
    given = parser.parse_args(arguments)
    before = megabytes()
    begun = time.perf_counter()
    engine = load_engine()
    print(f"load: {time.perf_counter() - begun:.2f} s")
    new = members(given.rounds + 20)
    print(f"{'':34} {'p50 ms':>8} {'p95 ms':>8}")
    print(f"{'a new member':34} {timed(lambda n: engine.route(SHORT, [new[n]]), given.rounds)}")
    twenty = members(20)
    routers: list[tuple[str, Router]] = [("engine", engine), ("bm25", baseline("bm25")), ("tfidf", baseline("tfidf"))]
    for name, router in routers:
        router.route(USUAL, twenty)
        for kind, text in (("short", SHORT), ("usual", USUAL), ("very long", LONG)):
            print(f"{f'{name}: {kind} ask, 20 members':34} {_route(router, text, twenty, given.rounds)}")
    print(f"memory with 20 members: {megabytes() - before:.0f} MB more than before loading")
    large = members(given.large)
    known = engine._shelf.profiles(members(len(trades())))
    for member in large:  # copies of a few profiles: to read ten thousand statements takes ten minutes
        engine._shelf._put(content_of(member), deepcopy(known[int(member.member) % len(known)]))
    print(f"{f'engine: usual ask, {given.large} members':34} {_route(engine, USUAL, large, given.rounds)}")
    print(f"memory with {given.large} members: {megabytes() - before:.0f} MB more than before loading")
    for name, router in routers[1:]:
        print(f"{f'{name}: usual ask, {given.large} members':34} {_route(router, USUAL, large, 3)}")
    return 0


def _route(router: Router, text: str, circle: Sequence[Statement], rounds: int) -> str:
    return timed(lambda n: router.route(f"{text} {n}", circle), rounds)


if __name__ == "__main__":
    sys.exit(main())
