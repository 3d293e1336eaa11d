"""One sentence for each kind of Finding: what came back, and what was expected."""

from __future__ import annotations

import signal
from collections.abc import Callable

from grader.exercise import Exercise, Finding
from grader.phrases import (
    Facts,
    a_type,
    an_error,
    are,
    both,
    count,
    frame_lines,
    in_bytes,
    multiple,
    number,
    one_line,
    rough,
    shown,
    shown_with,
    verb,
    where,
)
from grader.wire import MISSING

LAYOUTS = {
    "reversed": "a read-only array with gaps, in reversed and column-major order, such as x.T[::-2]",
    "strided": "a tensor with gaps and in column-major order, such as x.T[::2], which is not contiguous",
}


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
    return f"{verb(facts)} {shown(facts, a_type(facts['got']))}; expected {a_type(facts['expected'])}."


def _length(facts: Facts, exercise: Exercise) -> str:
    inside = f" in {where(facts)}" if where(facts) else ""
    return f"{verb(facts)} {count(facts['got'], 'value')}{inside}; expected {facts['expected']}."


def _keys(facts: Facts, exercise: Exercise) -> str:
    got, expected = (", ".join(facts[name]) or "none" for name in ("got", "expected"))
    return f"{verb(facts)} {shown_with(facts, f'entries named {got}')}; expected {expected}."


def _shape(facts: Facts, exercise: Exercise) -> str:
    named = len(exercise.returns.split()) == len(facts["expected"]) and exercise.returns.replace(" ", "").isalnum()
    names = f" = {exercise.returns}" if named and not facts["path"] else ""
    got, expected = (str(tuple(facts[name])) for name in ("got", "expected"))
    return f"{verb(facts)} {shown_with(facts, f'shape {got}')}; expected {expected}{names}."


def _dtype(facts: Facts, exercise: Exercise) -> str:
    got, expected = facts["got"], facts["expected"]
    return f"{verb(facts)} {shown_with(facts, f'dtype {got}')}; expected {expected}."


def _value(facts: Facts, exercise: Exercise) -> str:
    got, expected = both(facts["got"], facts["expected"])
    times = f"{multiple(facts['roundings'])} what rounding explains" if facts.get("roundings", 0) > 0 else ""
    share = f" (the error is {times})" if times else ""
    if facts["total"] > 1:
        worst = f", {'the worst ' if facts['wrong'] > 1 else ''}by {times}" if times else ""
        share = f" ({facts['wrong']} of {facts['total']} values {are(facts['wrong'])} wrong{worst})"
    return f"{verb(facts)} {shown(facts, got)}; expected {expected}{share}."


def _nonfinite(facts: Facts, exercise: Exercise) -> str:
    several = f" ({facts['wrong']} of {facts['total']} values {are(facts['wrong'])} infinite or NaN and should not be)"
    share = several if facts["total"] > 1 else ""
    return f"{verb(facts)} {shown(facts, facts['got'])}; expected {number(facts['expected'])}{share}."


def _imprecise(facts: Facts, exercise: Exercise) -> str:
    got, expected = both(facts["got"], facts["expected"])
    dtype = facts["dtype"]
    times = f"; the error is {multiple(facts['roundings'])} what {dtype} rounding explains" if facts.get("roundings") else ""
    return f"is right in float64, but in {dtype} it returned {shown(facts, got)}; expected {expected}{times}."


def _mutated(facts: Facts, exercise: Exercise) -> str:
    names = facts["names"]
    return f"changed its input: {' and '.join(names)} {are(len(names))} not the same after the call as before."


def _aliased(facts: Facts, exercise: Exercise) -> str:
    names = " and ".join(facts["names"])
    return f"returned no new array: the result lies in the memory of {names}, so that what is written to one changes the other."


def _kept(facts: Facts, exercise: Exercise) -> str:
    return "returned no new array: the result lies in the memory of an earlier one, so that one changes with the other."


def _undrawn(facts: Facts, exercise: Exercise) -> str:
    return f"did not draw from {' and '.join(facts['names'])}, which stands where it stood before the call."


def _unrepeatable(facts: Facts, exercise: Exercise) -> str:
    if "index" not in facts:
        return "gave another kind of result when it was called again with the same input."
    got, expected = both(facts["got"], facts["expected"])
    return f"gave {shown(facts, expected)} the first time and {got} when it was called again with the same input."


def _raised(facts: Facts, exercise: Exercise) -> str:
    expected = f"; expected {facts['expected']}" if facts.get("expected") else ""
    return "\n".join([f"raised {an_error(facts)}{expected}.", *frame_lines(facts)])


def _unloadable(facts: Facts, exercise: Exercise) -> str:
    if facts["type"] != MISSING:
        return "\n".join([f"The file cannot be loaded: {an_error(facts)}.", *frame_lines(facts)])
    found = f" It does define {', '.join(facts['frames'])}." if facts["frames"] else ""
    kind = a_type(facts["message"]) if facts["message"] else ""
    what = f"in it {exercise.name} is {kind} and no function" if kind else f"it defines no {exercise.name}"
    return f"The file cannot be graded: {what}.{found}"


def _memory(facts: Facts, exercise: Exercise) -> str:
    why = f": {one_line(facts['message'])}" if facts["message"] else ""
    return "\n".join([f"asked for more memory than it may have{why}.", *frame_lines(facts)])


def _killed(facts: Facts, exercise: Exercise) -> str:
    number = facts["status"]
    known = signal.Signals(number).name if number in set(signal.Signals) else "unknown"
    return f"crashed its process (signal {number}, {known}) before it returned anything."


def _did_not_raise(facts: Facts, exercise: Exercise) -> str:
    return f"returned a result; expected {facts['expected'] or 'an exception'}."


def _message(facts: Facts, exercise: Exercise) -> str:
    return f"raised {an_error(facts)}; its message must name what is wrong, as in {facts['expected']}."


def _forbidden(facts: Facts, exercise: Exercise) -> str:
    name, called = facts["name"], facts["called"]
    whole = f"used {called}, which this exercise does not allow."
    other = f"used {called}. This exercise allows neither {name} nor what is like it."
    return "\n".join([whole if name == called else other, *frame_lines(facts)])


def _device(facts: Facts, exercise: Exercise) -> str:
    return (
        f"returned {where(facts) or 'a tensor'} on the device {facts['got']}; expected {facts['expected']}, where the input is."
    )


def _gradient(facts: Facts, exercise: Exercise) -> str:
    name, index = facts["name"], ", ".join(map(str, facts["index"]))
    place = f"{name}.grad[{index}]" if index else f"{name}.grad"
    if facts["got"] is None:
        return f"gave a wrong gradient by {name}."
    got, expected = both(facts["got"], facts["expected"])
    return f"gave {place} = {got} for random gradients from above; expected {expected}."


def _space(facts: Facts, exercise: Exercise) -> str:
    (few, many), (less, more) = facts["sizes"], facts["bytes"]
    grew = f"needed {in_bytes(less)} for {few:,} numbers and {in_bytes(more)} for {many:,}"
    return f"{grew}, {rough(more / less)} times as much; expected some {many / few:.3g} times, as the numbers are."


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
    "aliased": _aliased,
    "kept": _kept,
    "undrawn": _undrawn,
    "unrepeatable": _unrepeatable,
    "did_not_raise": _did_not_raise,
    "message": _message,
    "raised": _raised,
    "unloadable": _unloadable,
    "forbidden": _forbidden,
    "device": _device,
    "not_tensor": lambda facts, _: f"{verb(facts)} {shown(facts, 'a NumPy array')}; expected a tensor, as the input is.",
    "detached": lambda facts, _: "returned a result from which autograd finds no way back; expected one that carries a grad_fn.",
    "cut": lambda facts, _: (
        f"let no gradient through to {facts['name']}; expected one, because the result depends on {facts['name']}."
    ),
    "cotangent": lambda facts, _: (
        f"gave the same {facts['name']}.grad for two different gradients from above; expected one that depends on them."
    ),
    "gradient": _gradient,
    "backward": lambda facts, _: "\n".join([f"broke off in the backward pass: {an_error(facts)}.", *frame_lines(facts)]),
    "steps": lambda facts, _: (
        f"took {facts['steps'][0]:,} Python steps for {facts['sizes'][0]:,} numbers and {facts['steps'][1]:,} for "
        f"{facts['sizes'][1]:,}; expected no more steps for more numbers."
    ),
    "space": _space,
    "claim": lambda facts, _: "returned a result for which the sentence above does not hold.",
    "todo": lambda facts, _: "Not written yet.",
    "timeout": lambda facts, _: f"did not answer within {count(facts['deadline'], 'second')} and was stopped.",
    "loading": lambda facts, _: (
        f"The file {'did not come to an end' if facts['kind'] == 'timeout' else 'ended its process'} while it was loaded."
    ),
    "untried": lambda facts, _: f"was not called any more: it had stopped {facts['strikes']} times before.",
    "overdrawn": lambda facts, _: (
        f"was not called any more: its calls had taken {count(facts['seconds'], 'second')}, as long as all together may."
    ),
    "exited": lambda facts, _: f"ended its process with exit status {facts['status']} before it returned anything.",
    "killed": _killed,
    "memory": _memory,
    "monster": lambda facts, _: f"returned too much to look at: {facts['what']}.",
    "garbled": lambda facts, _: "wrote bytes of its own into the channel to the grader.",
    "broken": lambda facts, _: f"The kit failed, not your code:\n{facts['traceback'].rstrip()}",
}
