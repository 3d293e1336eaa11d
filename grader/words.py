"""Turns a Result into sentences.  Every sentence that a learner reads is written here, and tested word for word.

A failure says: what was called, what came back, what was expected, the likely cause, the next step.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from grader.exercise import Exercise, Finding, Report, Result, Verdict

Facts = Mapping[str, Any]
PRINTED_LINES = 8
LAYOUTS = {
    "reversed": "an array with negative strides, such as x[::-1]",
    "strided": "an array with gaps, such as x[:, ::2]",
    "fortran": "an array in column-major order, such as a transpose",
    "readonly": "a read-only array",
}


def explain(exercise: Exercise, result: Result) -> str:
    """Everything to say of one failed check, in a few lines."""
    if result.finding is None:
        return ""
    lines = [result.call] if result.call else []
    lines += what_happened(exercise, result.finding)
    if result.cause is not None:
        lines.append(f"Likely cause: {result.cause.message}")
    elif advice := ADVICE.get(result.finding.kind):
        lines.append(f"Likely cause: {advice}")
    lines += _printed(result.printed)
    return "\n".join(clean(line) for line in lines)


def headline(exercise: Exercise, result: Result) -> str:
    """``convolution/conv2d [stride] wrong: Stride moves the window over the image.``"""
    return f"{exercise.id} [{result.check}] {result.verdict}: {result.title}"


def next_step(exercise: Exercise, result: Result) -> str:
    """What to do now."""
    file = f"exercises/{exercise.id}.py"
    if result.verdict is Verdict.BROKEN:
        return "Next: nothing for you to do. Please report this, with the lines above."
    if result.verdict is Verdict.TODO:
        return f"Next: write {exercise.name} in {file}."
    return f"Next: edit {file}; for a nudge, run: gradlings hint {exercise.id}"


def what_happened(exercise: Exercise, finding: Finding) -> list[str]:
    """What came back, and what was expected."""
    facts = finding.facts
    sentence = SENTENCES[finding.kind](facts, exercise)
    if "layout" in facts:
        sentence = f"given {LAYOUTS[facts['layout']]}, it {sentence}"
    lines = [f"in the example: {line}" for line in facts.get("example", "").splitlines()[-1:]]
    return [*lines, *sentence.splitlines()]


def _shape(facts: Facts, exercise: Exercise) -> str:
    names = f" = {exercise.returns}" if exercise.returns and not facts["path"] else ""
    return f"returned {_where(facts)}shape {_tuple(facts['got'])}; expected {_tuple(facts['expected'])}{names}."


def _value(facts: Facts, exercise: Exercise) -> str:
    got, expected = _pair(facts["got"], facts["expected"])
    if not facts.get("index") and facts["total"] == 1:
        text = f"returned {_where(facts)}{got}; expected {expected}."
    else:
        share = f"{facts['wrong']} of {facts['total']} values are wrong"
        text = f"returned {_element(facts)} = {got}; expected {expected} ({share})."
    times = facts.get("roundings", 0)
    return text + (f"\nThe error is {_times(times)} what rounding explains." if times > 0 else "")


def _nonfinite(facts: Facts, exercise: Exercise) -> str:
    share = f"{facts['wrong']} of {facts['total']} values are not finite but should be"
    return f"returned {_element(facts)} = {facts['got']}; expected {_number(facts['expected'])} ({share})."


def _imprecise(facts: Facts, exercise: Exercise) -> str:
    got, expected = _pair(facts["got"], facts["expected"])
    times = f"; the error is {_times(facts['roundings'])} what float32 rounding explains" if facts.get("roundings") else ""
    return f"is right in float64, but in float32 it returned {_element(facts)} = {got}; expected {expected}{times}."


def _unrepeatable(facts: Facts, exercise: Exercise) -> str:
    if "index" not in facts:
        return "gave another kind of result when it was called again with the same input."
    got, expected = _pair(facts["got"], facts["expected"])
    return f"gave {_element(facts)} = {expected} the first time and {got} when it was called again with the same input."


def _raised(facts: Facts, exercise: Exercise) -> str:
    expected = f"; expected {facts['expected']}" if facts.get("expected") else ""
    text = f"raised {_error(facts)}{expected}."
    return "\n".join([text.replace("..", "."), *[f"    {frame}" for frame in facts["frames"]]])


def _unloadable(facts: Facts, exercise: Exercise) -> str:
    if facts["type"] == "MissingFunction":
        found = f" It defines {', '.join(facts['frames'])}." if facts["frames"] else ""
        what = f"in it {exercise.name} is of type {facts['message']}" if facts["message"] else f"it defines no {exercise.name}"
        return f"The file cannot be graded: {what}.{found}"
    return "\n".join([f"The file cannot be loaded: {_error(facts)}", *[f"    {frame}" for frame in facts["frames"]]])


def _exited(facts: Facts, exercise: Exercise) -> str:
    return f"ended its process with exit status {facts['status']} before it returned anything."


def _killed(facts: Facts, exercise: Exercise) -> str:
    number = facts["status"]
    known = signal.Signals(number).name if number in set(signal.Signals) else "unknown"
    return f"crashed its process (signal {number}, {known}) before it returned anything."


def _did_not_raise(facts: Facts, exercise: Exercise) -> str:
    return f"returned a result; expected {facts['expected'] or 'an exception'}."


def _message(facts: Facts, exercise: Exercise) -> str:
    return f"raised {_error(facts)}; the message must name what is wrong, as in: {facts['expected']}."


SENTENCES: dict[str, Callable[[Facts, Exercise], str]] = {
    "type": lambda facts, _: f"returned {_where(facts)}{facts['got']}; expected {facts['expected']}.",
    "length": lambda facts, _: f"returned {_where(facts)}{facts['got']} values; expected {facts['expected']}.",
    "keys": lambda facts, _: (
        f"returned {_where(facts)}the keys {', '.join(facts['got'])}; expected {', '.join(facts['expected'])}."
    ),
    "shape": _shape,
    "dtype": lambda facts, _: f"returned {_where(facts)}{facts['got']}; expected {facts['expected']}, as the input has it.",
    "nonfinite": _nonfinite,
    "value": _value,
    "imprecise": _imprecise,
    "mutated": lambda facts, _: f"changed its input: {' and '.join(facts['names'])} not the same after the call as before.",
    "unrepeatable": _unrepeatable,
    "did_not_raise": _did_not_raise,
    "message": _message,
    "raised": _raised,
    "unloadable": _unloadable,
    "claim": lambda facts, _: "returned a result for which this does not hold.",
    "todo": lambda facts, _: "Not written yet.",
    "timeout": lambda facts, _: f"did not answer within {facts['deadline']:g} seconds and was stopped.",
    "exited": _exited,
    "killed": _killed,
    "memory": lambda facts, _: f"asked for more memory than it may have: {facts['message']}.",
    "monster": lambda facts, _: f"returned too much to look at: {facts['what']}.",
    "garbled": lambda facts, _: "wrote something into the channel to the grader that is no result.",
    "broken": lambda facts, _: f"The kit failed, not your code:\n{facts['traceback'].rstrip()}",
}

ADVICE = {
    "type": "the function must return what its signature promises: plain NumPy arrays, numbers, tuples, lists or dicts.",
    "length": "a value is missing or too many are returned; the signature lists them in order.",
    "keys": "the statement lists the names of the entries.",
    "shape": "work out the shape of each intermediate result by hand for the call above.",
    "dtype": "an array made without dtype=x.dtype, or a NumPy scalar, turned everything into another type.",
    "nonfinite": "an overflow, a division by zero or the logarithm of zero on the way.",
    "value": "the formula. Take a small input, do it by hand, and print the intermediate results.",
    "imprecise": "a step that cancels large numbers, or a conversion to a smaller type.",
    "mutated": "an in-place operation (+=, out=, x[...] = ...) on an argument. Make a new array.",
    "unrepeatable": "something outlives the call: a global, a default argument that is changed, random numbers.",
    "did_not_raise": "the arguments are not checked. Check them first, before any work is done.",
    "message": "the right exception, but its message does not say which argument is wrong.",
    "raised": "the last of the lines shown is where it happened.",
    "unloadable": "the file itself; nothing in it could be called.",
    "timeout": "a loop that never ends, or far too much work for an input of this size.",
    "exited": "a call of exit(), quit() or os._exit().",
    "killed": "memory that was accessed the wrong way, or a signal that your code sent to itself.",
    "memory": "a shape with the wrong axis in it; compare each intermediate shape with the one you meant.",
    "monster": "a shape with the wrong axis in it.",
    "garbled": "code that writes to file descriptors it did not open.",
}


def report_text(exercise: Exercise, report: Report) -> str:
    """A whole Report as text: the first failure of each kind in full, repetitions in a line, then the score."""
    lines: list[str] = []
    told: set[str] = set()
    for result in report.results:
        if result.verdict is not Verdict.PASSED:
            lines += _told_once(exercise, result, told)
    return "\n".join([*lines, summary(report)]) + "\n"


def _told_once(exercise: Exercise, result: Result, told: set[str]) -> list[str]:
    same = repetition(exercise, result)
    head = headline(exercise, result)
    if same in told:
        return [f"{head} (as above)"]
    told.add(same)
    body = explain(exercise, result).splitlines()
    return [head, *[f"    {line}" for line in body], f"    {next_step(exercise, result)}"]


def repetition(exercise: Exercise, result: Result) -> str:
    """Two failures with the same key need saying once: same named cause, same load error, or not written at all."""
    if result.cause is not None:
        return f"{exercise.id} {result.cause.name}"
    kind = result.finding.kind if result.finding else ""
    return f"{exercise.id} {kind}" if kind in ("todo", "unloadable", "timeout") else f"{exercise.id} {result.check}"


def summary(report: Report) -> str:
    """``convolution/conv2d: 12 of 18 checks passed, 6.67 of 10 points``"""
    hidden = f"; {report.hidden_elsewhere} hidden checks run with your instructor" if report.hidden_elsewhere else ""
    return (
        f"{report.exercise}: {report.passed} of {len(report.results)} checks passed, "
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
        text = f"{name:<{width}}  [{bar:<10}] {score}  {_state(mine, failed)}"
        lines.append((text, _colour(failed)))
        unfinished[name] = [record["verdict"] for record in failed]
    elsewhere = sum({record["exercise"]: record["hidden_elsewhere"] for record in records}.values())
    if elsewhere:
        lines.append((f"{elsewhere} hidden checks are not in this copy; your instructor runs them.", ""))
    started = [name for name, verdicts in unfinished.items() if set(verdicts) - {"todo"}]
    for name in [*started, *[name for name, verdicts in unfinished.items() if verdicts]][:1]:
        topic, exercise = name.split("/")
        lines.append((f"next: edit exercises/{name}.py, then: pytest exercises/{topic}/test_{topic}.py::test_{exercise}", ""))
    return lines


def _state(mine: Sequence[Mapping[str, Any]], failed: Sequence[Mapping[str, Any]]) -> str:
    if not failed:
        missing = mine[0]["checks"] - len(mine)
        return f"{missing} checks not run" if missing else "done"
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
    return "".join(c if c.isprintable() or c == "\t" else repr(c)[1:-1] for c in text)


def _printed(text: str) -> list[str]:
    lines = text.rstrip().splitlines()
    if not lines:
        return []
    more = [f"  | ... and {len(lines) - PRINTED_LINES} more lines"] if len(lines) > PRINTED_LINES else []
    return ["It printed:", *[f"  | {line[:160]}" for line in lines[:PRINTED_LINES]], *more]


def _where(facts: Facts) -> str:
    return f"result{facts['path']} = " if facts.get("path") else ""


def _element(facts: Facts) -> str:
    index = ", ".join(map(str, facts.get("index", ())))
    return f"result{facts.get('path', '')}" + (f"[{index}]" if index else "")


def _tuple(shape: Sequence[int]) -> str:
    return str(tuple(shape))


def _error(facts: Facts) -> str:
    return f"{facts['type']}: {facts['message']}" if facts["message"] else str(facts["type"])


def _number(value: Any) -> str:
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _pair(got: Any, expected: Any) -> tuple[str, str]:
    """Both numbers, with as many digits as it takes to see the difference."""
    one, other = _number(got), _number(expected)
    return (one, other) if one != other else (repr(got), repr(expected))


def _times(times: float) -> str:
    return f"{times:.0f} times" if times < 1000 else f"over {10 ** (len(str(int(times))) - 1):.0e} times".replace("e+", "e")
