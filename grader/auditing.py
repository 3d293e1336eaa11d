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
    late = figures.outdated(root, names, records) if options.write else names
    found = []
    for audited in audits(root, late, options.jobs, options.sample, options.seed, _show if sys.stderr.isatty() else None):
        found.append(audited)
        if not options.json:
            print(ledger.told(audited, closely="/" in options.exercise or len(late) == 1), flush=True)
        if options.write:  # after each one, so that what is done is kept if this is interrupted
            _keep(root, audited, records)
    if options.write:
        ledger.publish(root, figures.read(root))
    done = ledger.summary(found) if late else "Every figure was up to date."
    print(ledger.as_json(found) if options.json else done)
    weak = figures.weak(names, records) if options.write else ()
    for name in weak if not late else ():
        print(f"{name}: its last audit found something; see it with: gradlings audit {name}")
    return int(bool(weak) or any(weaknesses(audited) for audited in found))


def _keep(root: Path, audited: Audit, records: dict[str, figures.Record]) -> None:
    """Remember the figures of an audit, unless they say nothing of the files that are there now, or the kit failed."""
    name = audited.exercise
    if any(mark.broken for mark in audited.marks):
        print(f"gradlings: the kit itself failed on {name}: its figures are not kept", file=sys.stderr)
    elif audited.fingerprint != figures.fingerprint_of(root, name):
        print(f"gradlings: {name} was changed while it was audited: run this again", file=sys.stderr)
    else:
        records[name] = figures.Record(audited.fingerprint, figures.figures(audited))
        figures.keep(root, records)


def _check(root: Path, names: tuple[str, ...]) -> int:
    records = figures.read(root)
    late, pages, weak = figures.outdated(root, names, records), ledger.unpublished(root, records), figures.weak(names, records)
    for name in late:
        print(f"{name}: changed since it was audited")
    for path in pages:
        print(f"{path}: does not say what {figures.FILE} says")
    for name in weak:
        print(f"{name}: its last audit found something; see it with: gradlings audit {name}")
    if late or pages:
        print("Run `gradlings audit --write` and commit what it writes.")
    if not (late or pages or weak):
        print("The published figures are up to date.")
    return int(bool(late or pages or weak))


def _show(exercise: str, done: int, total: int) -> None:
    sys.stderr.write("\r\033[K" + (f"{done} of {total} files graded, now {exercise}" if done < total else ""))
    sys.stderr.flush()
