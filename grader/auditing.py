"""`gradlings audit`: the door to `grader.audit`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from grader import figures, ledger
from grader.audit import Audit, audits, chosen
from grader.handins import torch_is_installed
from grader.weaknesses import weaknesses


def audit(root: Path, options: argparse.Namespace) -> int:
    """Do what was asked for; 1 if something is weak or out of date."""
    names = chosen(root, options.exercise)
    if options.check:
        return _check(root, names)
    if options.write and (options.sample or options.seed or options.json):
        print("gradlings: --write publishes a full audit with seed 0; leave out --sample, --seed and --json", file=sys.stderr)
        return 2
    if not torch_is_installed():
        print("gradlings: PyTorch is not installed, so the twins in PyTorch are left out", file=sys.stderr)
        if options.write:
            print("gradlings: figures without them are not published; install torch first", file=sys.stderr)
            return 2
    records = figures.read(root)
    if options.write:
        names = tuple(name for name in names if name in figures.outdated(root, records))
    found: list[Audit] = []
    progress = _show if sys.stderr.isatty() else None
    for audited in audits(root, names, options.jobs, options.sample, options.seed, progress):
        found.append(audited)
        if options.write:  # after each one, so that what is done is kept if this is interrupted
            records[audited.exercise] = figures.Record(figures.fingerprint(root, audited.exercise), figures.figures(audited))
            figures.keep(root, records)
        if not options.json:
            print(ledger.told(audited, closely="/" in options.exercise or len(names) == 1), flush=True)
    if options.write:
        ledger.publish(root, figures.read(root))
    done = ledger.summary(found) if names else "Every figure was up to date."
    print(ledger.as_json(found) if options.json else done)
    return int(any(weaknesses(audited) for audited in found))


def _check(root: Path, names: tuple[str, ...]) -> int:
    records = figures.read(root)
    late = [name for name in figures.outdated(root, records) if name in names]
    pages = ledger.unpublished(root, records)
    for name in late:
        print(f"{name}: changed since it was audited")
    for path in pages:
        print(f"{path}: does not say what {figures.FILE} says")
    if late or pages:
        print("Run `gradlings audit --write` and commit what it writes.")
        return 1
    print("The published figures are up to date.")
    return 0


def _show(exercise: str, done: int, total: int) -> None:
    sys.stderr.write("\r\033[K" + (f"{done} of {total} files graded, now {exercise}" if done < total else ""))
    sys.stderr.flush()
