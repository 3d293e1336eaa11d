"""One sentence for each kind of Finding: what came back, and what was expected."""

from __future__ import annotations

import signal
from collections.abc import Callable, Mapping
from typing import Any

from grader.exercise import Exercise, Finding
from grader.wire import MISSING

Facts = Mapping[str, Any]
MESSAGE_LENGTH = 300  # characters of an exception's message
LAYOUTS = {"reversed": "a read-only array with gaps, in reversed and column-major order, such as x.T[::-2]"}


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
    return f"{_got(facts)} {count(facts['got'], 'value')}{where}; expected {facts['expected']}."


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
        share = f" ({facts['wrong']} of {facts['total']} values {are(facts['wrong'])} wrong{worst})"
    return f"{_got(facts)} {_is(facts, got)}; expected {expected}{share}."


def _nonfinite(facts: Facts, exercise: Exercise) -> str:
    several = f" ({facts['wrong']} of {facts['total']} values {are(facts['wrong'])} infinite or NaN and should not be)"
    share = several if facts["total"] > 1 else ""
    return f"{_got(facts)} {_is(facts, facts['got'])}; expected {_number(facts['expected'])}{share}."


def _imprecise(facts: Facts, exercise: Exercise) -> str:
    got, expected = _pair(facts["got"], facts["expected"])
    times = f"; the error is {_times(facts['roundings'])} what float32 rounding explains" if facts.get("roundings") else ""
    return f"is right in float64, but in float32 it returned {_is(facts, got)}; expected {expected}{times}."


def _mutated(facts: Facts, exercise: Exercise) -> str:
    names = facts["names"]
    return f"changed its input: {' and '.join(names)} {are(len(names))} not the same after the call as before."


def _unrepeatable(facts: Facts, exercise: Exercise) -> str:
    if "index" not in facts:
        return "gave another kind of result when it was called again with the same input."
    got, expected = _pair(facts["got"], facts["expected"])
    return f"gave {_is(facts, expected)} the first time and {got} when it was called again with the same input."


def _raised(facts: Facts, exercise: Exercise) -> str:
    expected = f"; expected {facts['expected']}" if facts.get("expected") else ""
    return "\n".join([f"raised {_error(facts)}{expected}.", *_frames(facts)])


def _unloadable(facts: Facts, exercise: Exercise) -> str:
    if facts["type"] != MISSING:
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
    "timeout": lambda facts, _: f"did not answer within {count(facts['deadline'], 'second')} and was stopped.",
    "loading": lambda facts, _: (
        f"The file {'did not come to an end' if facts['kind'] == 'timeout' else 'ended its process'} while it was loaded."
    ),
    "untried": lambda facts, _: f"was not called any more: it had stopped {facts['strikes']} times before.",
    "exited": lambda facts, _: f"ended its process with exit status {facts['status']} before it returned anything.",
    "killed": _killed,
    "memory": _memory,
    "monster": lambda facts, _: f"returned too much to look at: {facts['what']}.",
    "garbled": lambda facts, _: "wrote bytes of its own into the channel to the grader.",
    "broken": lambda facts, _: f"The kit failed, not your code:\n{facts['traceback'].rstrip()}",
}


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


def count(number: float, noun: str) -> str:
    return f"{number:g} {noun}" if number == 1 else f"{number:g} {noun}s"


def are(number: int) -> str:
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
