"""What becomes of marks when an exercise has changed since: they stay, until somebody has seen what is going to change."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from grader.phrases import count
from grader.store import Mark, Store

SHOWN = 40  # changes that are listed


def settled(store: Store, marks: Sequence[Mark], again: bool) -> tuple[list[Mark], list[str]]:
    """The marks to have, and a sentence for each exercise whose old ones stay although it has changed."""
    old = {(mark.student, mark.exercise): mark for mark in store.marks()}
    chosen, kept = [], Counter[str]()
    for mark in marks:
        before = old.get((mark.student, mark.exercise), mark)
        stays = not again and before.digest == mark.digest and before.version != mark.version
        chosen.append(before if stays else mark)
        kept[mark.exercise] += stays
    told = [
        f"{exercise} has changed since {count(number, 'file')} of it {'was' if number == 1 else 'were'} graded: "
        "the marks stay. See what a change would do with --regrade."
        for exercise, number in sorted(kept.items())
        if number
    ]
    return chosen, told


def agreed(store: Store, marks: Sequence[Mark], yes: bool) -> bool:
    """Show whose marks are going to change, and why; whether that is wanted."""
    lines = list(_changes(store, marks))
    print("\n".join(lines[:SHOWN]) if lines else "No mark changes.")
    if len(lines) > SHOWN:
        print(f"... and {len(lines) - SHOWN} more")
    if not lines or yes:
        return True
    if not sys.stdin.isatty():
        print("Nothing is written. To write these marks, run the same command with --yes.")
        return False
    return input(f"Write {count(len(lines), 'changed mark')}? [y/N] ").strip().lower() in ("y", "yes")


def _changes(store: Store, marks: Sequence[Mark]) -> Iterator[str]:
    """``ada convolution/conv2d: 7.5 -> 10 (test_stride: wrong -> passed)``"""
    old = {(mark.student, mark.exercise): mark.key for mark in store.marks()}
    for mark in marks:
        key = old.get((mark.student, mark.exercise), mark.key)
        if key == mark.key:
            continue
        before, after = store.result(key), store.result(mark.key)
        if before is None or after is None or before["points"] == after["points"]:
            continue
        was = {check["id"]: check["verdict"] for check in before["checks"]}
        now = {check["id"]: check["verdict"] for check in after["checks"]}
        other = [f"{name}: {was.get(name, 'new')} -> {verdict}" for name, verdict in now.items() if was.get(name) != verdict]
        other += [f"{name}: gone" for name in was if name not in now]
        yield f"{mark.student} {mark.exercise}: {before['points']:g} -> {after['points']:g} ({'; '.join(other)})"
