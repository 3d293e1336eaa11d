"""Turns a Result into sentences: here, in `grader.sentences` and in `grader.advice`, tested word for word.

A failure says: what was called, what came back, what was expected, the likely cause, the next step.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from grader.advice import NO_TORCH, advice
from grader.exercise import Exercise, Finding, Report, Result, Verdict
from grader.phrases import are, count
from grader.sentences import what_happened
from grader.wire import MISSING

PRINTED_LINES = 8
# Findings of which one says all: the others of a file are the same.
ALIKE = ("todo", "unloadable", "timeout", "exited", "killed", "memory", "monster", "garbled", "loading", "untried", "overdrawn")
OUT = 'mend or remove this import. What you alone need, such as plots, goes below the line: if __name__ == "__main__":'


def explain(exercise: Exercise, result: Result) -> str:
    """Everything to say of one failed check, in a few lines."""
    if result.finding is None:
        return ""
    finding = result.finding
    if any(test.id == result.check for test in exercise.tests):  # it may compare what it computed from results
        finding = Finding(finding.kind, {"verb": "the check got", **finding.facts})
    lines = [result.call] if result.call and finding.kind not in ("unloadable", "loading") else []
    lines += what_happened(exercise, finding)
    likely = result.cause.message if result.cause is not None else advice(finding)
    lines += [f"Likely cause: {likely}"] if likely else []
    lines += _printed(result.printed)
    return "\n".join(clean(line) for line in lines)


def headline(exercise: Exercise, result: Result) -> str:
    """``convolution/conv2d [stride] wrong: Stride moves the window over the image.``"""
    return f"{exercise.id} [{result.check}] {result.verdict}: {result.title}"


def _next(exercise: Exercise, result: Result, todo: str, missing: str, unloadable: str, wrong: str) -> str:
    """What to do now: in each case what the place at which the learner sits calls for."""
    if result.verdict is Verdict.BROKEN:
        return "Next: nothing for you to do. Please report this, with the lines above."
    if result.verdict is Verdict.TODO:
        return f"Next: write {exercise.name} {todo}."
    if result.finding is None or result.finding.kind != "unloadable":
        return f"Next: {wrong}"
    if result.finding.facts["type"] == MISSING:
        return f"Next: define {exercise.name} {missing}."
    foreign = result.finding.facts["type"] == "ModuleNotFoundError" and result.finding.facts["message"] != NO_TORCH
    return f"Next: {OUT if foreign else unloadable}"


def next_step(exercise: Exercise, result: Result, wrong: str = "") -> str:
    """What to do now, in a terminal."""
    file = f"exercises/{exercise.id}.py"
    wrong = wrong or f"edit {file}; for a nudge, run: gradlings hint {exercise.id}"
    return _next(exercise, result, f"in {file}", f"in {file}", f"edit {file} until this runs: python {file}", wrong)


def next_save(exercise: Exercise, result: Result) -> str:
    """The same while a file is watched."""
    return next_step(exercise, result, f"edit exercises/{exercise.id}.py and save it; h gives a hint.")


def next_cell(exercise: Exercise, result: Result) -> str:
    """The same in a notebook."""
    again = "run that cell, and then this one"
    change = f"change {exercise.name} in its cell, {again}; for a nudge, run in a cell: !gradlings hint {exercise.id}"
    return _next(exercise, result, f"in its cell, {again}", f"in a cell, {again}", change, change)


def next_here(exercise: Exercise, result: Result) -> str:
    """The same on a page with an editor."""
    above = "above, and run the checks again"
    change = f"change {exercise.name} {above}; hints stand below."
    return _next(exercise, result, above, above, f"mend that {above}.", change)


def passed_here(exercise: Exercise, passed: int) -> str:
    """What is said on such a page when nothing is wrong."""
    topic, more = exercise.topic, exercise.hidden_elsewhere
    test = f"pytest exercises/{topic}/test_{topic}.py::test_{exercise.name}"
    rest = f" {count(more, 'hidden check')} {are(more)} made where gradlings is installed: {test}" if more else ""
    return f"{exercise.id}: {count(passed, 'visible check')} passed.{rest}"


def no_torch_here() -> str:
    return "PyTorch does not run in a browser: write this in NumPy here, or in PyTorch where gradlings is installed."


def report_text(exercise: Exercise, report: Report) -> str:
    """A whole Report as text: the first failure of each kind in full, repetitions in a line, the score, what to do next."""
    lines: list[str] = []
    told: set[str] = set()
    failed = [result for result in report.results if result.verdict is not Verdict.PASSED]
    for result in failed:
        lines += _told_once(exercise, result, told)
    steps = list(dict.fromkeys(next_step(exercise, result) for result in failed))
    return "\n".join([*lines, summary(report), *steps]) + "\n"


def _told_once(exercise: Exercise, result: Result, told: set[str]) -> list[str]:
    """A failure, less what was said before: all of it, or a general advice."""
    same = repetition(exercise, result)
    head = headline(exercise, result)
    if same in told:
        return [f"{head} (as above)"]
    body = explain(exercise, result).splitlines()
    fresh = [line for line in body if line not in told or not line.startswith("Likely cause:")]
    told |= {same, *body}
    return [head, *[f"    {line}" for line in fresh]]


def repetition(exercise: Exercise, result: Result) -> str:
    """Two failures with the same key need saying once: same named cause, same end, same exception in the same line."""
    if result.cause is not None:
        return f"{exercise.id} {result.cause.name}"
    if result.finding is None:
        return f"{exercise.id} {result.check}"
    kind, facts = result.finding.kind, result.finding.facts
    if kind in ("device", "not_tensor"):
        return f"{exercise.id} {kind}"
    if kind in ALIKE:
        return f"{exercise.id} {kind}"
    if kind == "forbidden":
        return f"{exercise.id} {kind} {facts['called']}"
    if kind == "raised":
        return f"{exercise.id} {kind} {facts['type']} {facts['frames'][-1:]} {bool(facts.get('expected'))}"
    if kind in ("type", "length", "keys", "dtype"):
        got = str(facts["got"]).split("[")[0].split(" of ")[0]
        return f"{exercise.id} {kind} {facts['path']} {got}"
    return f"{exercise.id} {result.check}"


def summary(report: Report) -> str:
    """``convolution/conv2d: 12 of 18 checks passed, 6.67 of 10 points``"""
    hidden = f"; {count(report.hidden_elsewhere, 'hidden check')} with your instructor" if report.hidden_elsewhere else ""
    return (
        f"{report.exercise}: {report.passed} of {count(len(report.results), 'check')} passed, "
        f"{report.points:g} of {report.max_points} points{hidden}"
    )


def scoreboard(records: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """(line, colour) for each exercise of a run: checks passed, points, and what to do next."""
    names = list(dict.fromkeys(record["exercise"] for record in records))
    width = max(map(len, names))
    lines: list[tuple[str, str]] = []
    unfinished: dict[str, list[str]] = {}
    for name in names:
        mine = sorted((record for record in records if record["exercise"] == name), key=itemgetter("order"))
        passed, total = sum(record["verdict"] == "passed" for record in mine), mine[0]["checks"]
        points = round(mine[0]["points"] * passed / total, 2)
        failed = [record for record in mine if record["verdict"] != "passed"]
        bar = "#" * (10 * passed // total)
        score = f"{passed:>3}/{total:<3} checks  {points:>5g}/{mine[0]['points']} points"
        setup = f" ({mine[0]['setup']})" if mine[0]["setup"] else ""
        text = f"{name:<{width}}  [{bar:<10}] {score}  {_state(mine, failed)}{setup}"
        lines.append((text, _colour(failed)))
        unfinished[name] = [record["verdict"] for record in failed]
    elsewhere = sum({record["exercise"]: record["hidden_elsewhere"] for record in records}.values())
    if elsewhere:
        hidden = f"{count(elsewhere, 'hidden check')} {are(elsewhere)} not in this copy"
        lines.append((f"{hidden}; your instructor runs {'it' if elsewhere == 1 else 'them'}.", ""))
    started = [name for name, verdicts in unfinished.items() if set(verdicts) - {"todo"}]
    for name in [*started, *[name for name, verdicts in unfinished.items() if verdicts]][:1]:
        topic, exercise = name.split("/")
        lines.append((f"next: edit exercises/{name}.py, then: pytest exercises/{topic}/test_{topic}.py::test_{exercise}", ""))
    return lines


def _state(mine: Sequence[Mapping[str, Any]], failed: Sequence[Mapping[str, Any]]) -> str:
    if not failed:
        missing = mine[0]["checks"] - len(mine)
        return f"{count(missing, 'check')} not run" if missing else "done"
    if all(record["verdict"] == "todo" for record in failed):
        return "to do"
    first = next(record for record in failed if record["verdict"] != "todo")
    return f"{first['check']}: {first['verdict']}"


def _colour(failed: Sequence[Mapping[str, Any]]) -> str:
    if not failed:
        return "green"
    return "yellow" if all(record["verdict"] == "todo" for record in failed) else "red"


def clean(text: str) -> str:
    """Text that came from a learner's process, without anything that could steer a terminal."""
    if text.isprintable():  # as nearly all is
        return text
    return "".join(c if c.isprintable() or c == "\t" else repr(c)[1:-1] for c in text)


def _printed(text: str) -> list[str]:
    lines = text.rstrip().splitlines()
    if not lines:
        return []
    over = "over " if lines[-1].startswith("... (the rest") else ""  # the worker kept only the beginning
    more = [f"  | ... and {over}{count(len(lines) - PRINTED_LINES, 'more line')}"] if len(lines) > PRINTED_LINES else []
    return ["It printed:", *[f"  | {line[:160]}" for line in lines[:PRINTED_LINES]], *more]
