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
MESSAGE_LENGTH = 300  # characters of an exception's message
LAYOUTS = {"reversed": "a read-only array with gaps, in reversed and column-major order, such as x.T[::-2]"}


def explain(exercise: Exercise, result: Result) -> str:
    """Everything to say of one failed check, in a few lines."""
    if result.finding is None:
        return ""
    finding = result.finding
    if any(test.id == result.check for test in exercise.tests):  # it may compare what it computed from results
        finding = Finding(finding.kind, {"verb": "the check got", **finding.facts})
    lines = [result.call] if result.call and finding.kind != "unloadable" else []
    lines += what_happened(exercise, finding)
    likely = result.cause.message if result.cause is not None else advice(finding)
    lines += [f"Likely cause: {likely}"] if likely else []
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
    if result.finding is not None and result.finding.kind == "unloadable":
        missing = result.finding.facts["type"] == "MissingFunction"
        return f"Next: define {exercise.name} in {file}." if missing else f"Next: edit {file} until this runs: python {file}"
    return f"Next: edit {file}; for a nudge, run: gradlings hint {exercise.id}"


def what_happened(exercise: Exercise, finding: Finding) -> list[str]:
    """What came back, and what was expected."""
    facts = finding.facts
    example = facts.get("example", "").splitlines()
    if example and finding.kind in ("value", "nonfinite"):  # the others are told of what was returned
        name = example[-1] if example[-1].isidentifier() else "result"
        facts = {**facts, "verb": "the example gave", "name": name}
    sentence = SENTENCES[finding.kind](facts, exercise)
    if "layout" in facts:
        sentence = f"given {LAYOUTS[facts['layout']]}, it {sentence}"
    return [*[f"{'...' if line[:1] == ' ' else '>>>'} {line}" for line in example], *sentence.splitlines()]


def _type(facts: Facts, exercise: Exercise) -> str:
    return f"{_got(facts)} {_is(facts, _kind(facts['got']))}; expected {_kind(facts['expected'])}."


def _length(facts: Facts, exercise: Exercise) -> str:
    where = f" in {_place(facts)}" if _place(facts) else ""
    return f"{_got(facts)} {_count(facts['got'], 'value')}{where}; expected {facts['expected']}."


def _keys(facts: Facts, exercise: Exercise) -> str:
    got, expected = (", ".join(facts[name]) or "none" for name in ("got", "expected"))
    return f"{_got(facts)} {_with(facts, f'entries named {got}')}; expected {expected}."


def _shape(facts: Facts, exercise: Exercise) -> str:
    named = len(exercise.returns.split()) == len(facts["expected"]) and exercise.returns.replace(" ", "").isalnum()
    names = f" = {exercise.returns}" if named and not facts["path"] else ""
    got, expected = (str(tuple(facts[name])) for name in ("got", "expected"))
    return f"{_got(facts)} {_with(facts, f'shape {got}')}; expected {expected}{names}."


def _dtype(facts: Facts, exercise: Exercise) -> str:
    got, expected = facts["got"], facts["expected"]
    return f"{_got(facts)} {_with(facts, f'dtype {got}')}; expected {expected}."


def _value(facts: Facts, exercise: Exercise) -> str:
    got, expected = _pair(facts["got"], facts["expected"])
    times = f"{_times(facts['roundings'])} what rounding explains" if facts.get("roundings", 0) > 0 else ""
    share = f" (the error is {times})" if times else ""
    if facts["total"] > 1:
        worst = f", {'the worst ' if facts['wrong'] > 1 else ''}by {times}" if times else ""
        share = f" ({facts['wrong']} of {facts['total']} values {_are(facts['wrong'])} wrong{worst})"
    return f"{_got(facts)} {_is(facts, got)}; expected {expected}{share}."


def _nonfinite(facts: Facts, exercise: Exercise) -> str:
    several = f" ({facts['wrong']} of {facts['total']} values {_are(facts['wrong'])} infinite or NaN and should not be)"
    share = several if facts["total"] > 1 else ""
    return f"{_got(facts)} {_is(facts, facts['got'])}; expected {_number(facts['expected'])}{share}."


def _imprecise(facts: Facts, exercise: Exercise) -> str:
    got, expected = _pair(facts["got"], facts["expected"])
    times = f"; the error is {_times(facts['roundings'])} what float32 rounding explains" if facts.get("roundings") else ""
    return f"is right in float64, but in float32 it returned {_is(facts, got)}; expected {expected}{times}."


def _mutated(facts: Facts, exercise: Exercise) -> str:
    names = facts["names"]
    return f"changed its input: {' and '.join(names)} {_are(len(names))} not the same after the call as before."


def _unrepeatable(facts: Facts, exercise: Exercise) -> str:
    if "index" not in facts:
        return "gave another kind of result when it was called again with the same input."
    got, expected = _pair(facts["got"], facts["expected"])
    return f"gave {_is(facts, expected)} the first time and {got} when it was called again with the same input."


def _raised(facts: Facts, exercise: Exercise) -> str:
    expected = f"; expected {facts['expected']}" if facts.get("expected") else ""
    return "\n".join([f"raised {_error(facts)}{expected}.", *_frames(facts)])


def _unloadable(facts: Facts, exercise: Exercise) -> str:
    if facts["type"] != "MissingFunction":
        return "\n".join([f"The file cannot be loaded: {_error(facts)}.", *_frames(facts)])
    found = f" It does define {', '.join(facts['frames'])}." if facts["frames"] else ""
    kind = _kind(facts["message"]) if facts["message"] else ""
    what = f"in it {exercise.name} is {kind} and no function" if kind else f"it defines no {exercise.name}"
    return f"The file cannot be graded: {what}.{found}"


def _memory(facts: Facts, exercise: Exercise) -> str:
    why = f": {_one_line(facts['message'])}" if facts["message"] else ""
    return "\n".join([f"asked for more memory than it may have{why}.", *_frames(facts)])


def _killed(facts: Facts, exercise: Exercise) -> str:
    number = facts["status"]
    known = signal.Signals(number).name if number in set(signal.Signals) else "unknown"
    return f"crashed its process (signal {number}, {known}) before it returned anything."


def _did_not_raise(facts: Facts, exercise: Exercise) -> str:
    return f"returned a result; expected {facts['expected'] or 'an exception'}."


def _message(facts: Facts, exercise: Exercise) -> str:
    return f"raised {_error(facts)}; its message must name what is wrong, as in {facts['expected']}."


SENTENCES: dict[str, Callable[[Facts, Exercise], str]] = {
    "type": _type,
    "length": _length,
    "keys": _keys,
    "shape": _shape,
    "dtype": _dtype,
    "nonfinite": _nonfinite,
    "value": _value,
    "imprecise": _imprecise,
    "mutated": _mutated,
    "unrepeatable": _unrepeatable,
    "did_not_raise": _did_not_raise,
    "message": _message,
    "raised": _raised,
    "unloadable": _unloadable,
    "claim": lambda facts, _: "returned a result for which the sentence above does not hold.",
    "todo": lambda facts, _: "Not written yet.",
    "timeout": lambda facts, _: f"did not answer within {_count(facts['deadline'], 'second')} and was stopped.",
    "exited": lambda facts, _: f"ended its process with exit status {facts['status']} before it returned anything.",
    "killed": _killed,
    "memory": _memory,
    "monster": lambda facts, _: f"returned too much to look at: {facts['what']}.",
    "garbled": lambda facts, _: "wrote bytes of its own into the channel to the grader.",
    "broken": lambda facts, _: f"The kit failed, not your code:\n{facts['traceback'].rstrip()}",
}

ADVICE = {
    "type": "a value too few, too many, or of another kind than the statement asks for.",
    "length": "a value too few or too many. The statement lists them in order.",
    "keys": "an entry that is missing, superfluous or misspelled. The statement lists their names.",
    "shape": "an axis that is lost, added, swapped or too long. Write down the shape of each step for the call above.",
    "dtype": "an array made without dtype=, a comparison left as bool, or a mix of two types.",
    "nonfinite": "an overflow, a division by zero, or a root or logarithm of a number that has none.",
    "value": "a step of the formula. Do a small input by hand, and print what each step gives.",
    "imprecise": "a step that subtracts nearly equal numbers, or a conversion to a smaller type.",
    "mutated": "an in-place operation (+=, out=, x[...] = ...) on an argument. Make a new array instead.",
    "unrepeatable": "something that outlives the call: a global, a default argument that is changed, or numbers drawn at random.",
    "did_not_raise": "the arguments are not checked. Check them before anything else.",
    "message": "the right kind of exception, but its message does not name the argument.",
    "raised": "what the exception says; it happened in the last line shown.",
    "unloadable": "code outside of functions, which runs when the file is loaded. It stopped in the last line shown.",
    "timeout": "a loop that never ends, or far too much work for an input of this size.",
    "exited": "a call of os._exit(), or a library that ended the process.",
    "killed": "memory that was accessed the wrong way, or a signal that your code sent to itself.",
    "memory": "a shape with a wrong axis in it, or a number that is far too large.",
    "monster": "a shape with a wrong axis in it, or a result that keeps growing.",
    "garbled": "code that writes to file descriptors it did not open.",
}
# More than the kind of finding is known: the type of the exception, or of what was returned.
CLOSER = {
    "raised IndexError": "an index past the end of an axis, in the last line shown.",
    "raised NameError": "a name that is misspelled, not imported, or known in another function only.",
    "raised RecursionError": "a function that calls itself and never comes to an end.",
    "raised SystemExit": "a call of exit() or quit(), which ends the whole program. Return a result instead.",
    "type list": "a list that was not made an array, for instance by np.array.",
    "type None": "a missing return, or a return with nothing after it.",
    "type generator": "a yield, which makes the function a generator. Collect the parts and return them together.",
    "unloadable IndentationError": "spaces at the beginning of the line shown, or of the one before it.",
    "unloadable MissingFunction": "a function that is missing, misspelled, overwritten or defined inside of something else.",
    "unloadable ModuleNotFoundError": "a module that is not installed here, or a misspelled name.",
    "unloadable SyntaxError": "a slip in the line shown, or at the end of the one before it.",
}


def advice(finding: Finding) -> str:
    """The likely cause where no known mistake explains the failure; empty where there is nothing to say."""
    facts = finding.facts
    if finding.kind == "raised":
        if not facts["frames"]:
            other = (
                "signature that is not that of the statement" if facts["type"] == "TypeError" else "function that is not yours"
            )
            return f"a {other}: no line of your file was reached."
        if facts.get("expected"):
            return "an argument that is not checked first, or another kind of exception than the one expected."
        if "read-only" in facts["message"]:
            return ADVICE["mutated"]
    if finding.kind == "unloadable" and facts["type"] == "SyntaxError" and not facts["frames"]:
        return "a file that is no plain text. Save it as UTF-8."
    what = str(facts.get("type") or facts.get("got")).split(" of ")[0]
    return CLOSER.get(f"{finding.kind} {what}", ADVICE.get(finding.kind, ""))


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
    if kind in ("todo", "unloadable", "timeout", "exited", "killed", "memory", "monster", "garbled"):
        return f"{exercise.id} {kind}"
    if kind == "raised":
        return f"{exercise.id} {kind} {facts['type']} {facts['frames'][-1:]} {bool(facts.get('expected'))}"
    if kind in ("type", "length", "keys", "dtype"):
        got = str(facts["got"]).split("[")[0].split(" of ")[0]
        return f"{exercise.id} {kind} {facts['path']} {got}"
    return f"{exercise.id} {result.check}"


def summary(report: Report) -> str:
    """``convolution/conv2d: 12 of 18 checks passed, 6.67 of 10 points``"""
    hidden = f"; {_count(report.hidden_elsewhere, 'hidden check')} with your instructor" if report.hidden_elsewhere else ""
    return (
        f"{report.exercise}: {report.passed} of {_count(len(report.results), 'check')} passed, "
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
        hidden = f"{_count(elsewhere, 'hidden check')} {_are(elsewhere)} not in this copy"
        lines.append((f"{hidden}; your instructor runs {'it' if elsewhere == 1 else 'them'}.", ""))
    started = [name for name, verdicts in unfinished.items() if set(verdicts) - {"todo"}]
    for name in [*started, *[name for name, verdicts in unfinished.items() if verdicts]][:1]:
        topic, exercise = name.split("/")
        lines.append((f"next: edit exercises/{name}.py, then: pytest exercises/{topic}/test_{topic}.py::test_{exercise}", ""))
    return lines


def _state(mine: Sequence[Mapping[str, Any]], failed: Sequence[Mapping[str, Any]]) -> str:
    if not failed:
        missing = mine[0]["checks"] - len(mine)
        return f"{_count(missing, 'check')} not run" if missing else "done"
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
    over = "over " if lines[-1].startswith("... (the rest") else ""  # the worker kept only the beginning
    more = [f"  | ... and {over}{_count(len(lines) - PRINTED_LINES, 'more line')}"] if len(lines) > PRINTED_LINES else []
    return ["It printed:", *[f"  | {line[:160]}" for line in lines[:PRINTED_LINES]], *more]


def _got(facts: Facts) -> str:
    return str(facts.get("verb", "returned"))


def _is(facts: Facts, text: Any) -> str:
    """``result[1][0, 2] = text``, or the text alone where it is the whole result."""
    return f"{_place(facts)} = {text}" if _place(facts) else str(text)


def _with(facts: Facts, text: str) -> str:
    return f"{_place(facts)} with {text}" if _place(facts) else text


def _place(facts: Facts) -> str:
    index = ", ".join(map(str, facts.get("index", ())))
    place = facts.get("name", "result") + facts.get("path", "") + (f"[{index}]" if index else "")
    return "" if place == "result" else place


def _kind(label: str) -> str:
    """The label of a type in a sentence: ``a list of 3``, ``an array float64[2,3]``, ``an object of your class Mask``."""
    if label in ("None", "nothing", "ndarray") or label.startswith("what "):
        return label.replace("ndarray", "an array")
    if label.startswith("__learner__."):
        return f"an object of your class {label.rpartition('.')[2]}"
    if label.endswith("]"):
        return f"a single {label[:-2]}" if label.endswith("[]") else f"an array {label}"
    return f"{'an' if label[0] in 'aeiou' else 'a'} {label}"


def _frames(facts: Facts) -> list[str]:
    return [f"    {frame}" for frame in facts["frames"]]


def _error(facts: Facts) -> str:
    message = _one_line(facts["message"])
    return f"{facts['type']}: {message}" if message else str(facts["type"])


def _one_line(message: str) -> str:
    """A learner's message on one line, without the full stop that the sentence adds."""
    text = " ".join(message.split())
    return text.removesuffix(".").rstrip() if len(text) <= MESSAGE_LENGTH else f"{text[:MESSAGE_LENGTH]} [...]"


def _count(number: float, noun: str) -> str:
    return f"{number:g} {noun}" if number == 1 else f"{number:g} {noun}s"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _number(value: Any, digits: int = 6) -> str:
    return f"{value:.{digits}g}" if isinstance(value, float) else str(value)


def _pair(got: Any, expected: Any) -> tuple[str, str]:
    """Both numbers, with as many digits as it takes to see the difference."""
    pairs = [(_number(got, digits), _number(expected, digits)) for digits in range(6, 18)]
    return next(((one, other) for one, other in pairs if one != other), (repr(got), repr(expected)))


def _times(times: float) -> str:
    if times < 1000:
        return f"{times:.0f} times"
    power = len(str(int(times))) - 1
    return f"over {10**power:,} times" if power < 6 else f"over 1e{power} times"
