"""Parts of sentences: numbers, places, types and exceptions in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Facts = Mapping[str, Any]
MESSAGE_LENGTH = 300  # characters of an exception's message


def verb(facts: Facts) -> str:
    return str(facts.get("verb", "returned"))


def shown(facts: Facts, text: Any) -> str:
    """``result[1][0, 2] = text``, or the text alone where it is the whole result."""
    return f"{where(facts)} = {text}" if where(facts) else str(text)


def shown_with(facts: Facts, text: str) -> str:
    return f"{where(facts)} with {text}" if where(facts) else text


def where(facts: Facts) -> str:
    index = ", ".join(map(str, facts.get("index", ())))
    place = facts.get("name", "result") + facts.get("path", "") + (f"[{index}]" if index else "")
    return "" if place == "result" else place


def a_type(label: str) -> str:
    """The label of a type in a sentence: ``a list of 3``, ``an array float64[2,3]``, ``an object of your class Mask``."""
    if label in ("None", "nothing", "ndarray") or label.startswith("what "):
        return label.replace("ndarray", "an array")
    if label.startswith("__learner__."):
        return f"an object of your class {label.rpartition('.')[2]}"
    if label.endswith("]"):
        return f"a single {label[:-2]}" if label.endswith("[]") else f"an array {label}"
    return f"{'an' if label.startswith(tuple('aeiou')) else 'a'} {label}"


def frame_lines(facts: Facts) -> list[str]:
    return [f"    {frame}" for frame in facts["frames"]]


def an_error(facts: Facts) -> str:
    message = one_line(facts["message"])
    return f"{facts['type']}: {message}" if message else str(facts["type"])


def one_line(message: str) -> str:
    """A learner's message on one line, without the full stop that the sentence adds."""
    text = " ".join(message.partition(" Hint: ")[0].split())  # PyTorch's hints are for those who write PyTorch
    return text.removesuffix(".").rstrip() if len(text) <= MESSAGE_LENGTH else f"{text[:MESSAGE_LENGTH]} [...]"


def in_bytes(number: int) -> str:
    return f"{rough(number / 1e6)} MB" if number >= 1e5 else f"{rough(number / 1e3)} kB"


def rough(number: float) -> str:
    """Two digits: what is measured varies in the third from run to run."""
    return f"{float(f'{number:.2g}'):,g}"


def count(number: float, noun: str) -> str:
    return f"{number:,.12g} {noun}" if number == 1 else f"{number:,.12g} {noun}s"


def are(number: int) -> str:
    return "is" if number == 1 else "are"


def number(value: Any, digits: int = 6) -> str:
    return f"{value:.{digits}g}" if isinstance(value, float) else str(value)


def both(got: Any, expected: Any) -> tuple[str, str]:
    """Both numbers, with as many digits as it takes to see the difference."""
    pairs = [(number(got, digits), number(expected, digits)) for digits in range(6, 18)]
    return next(((one, other) for one, other in pairs if one != other), (repr(got), repr(expected)))


def multiple(times: float) -> str:
    if times < 1000:
        return f"{times:.0f} times"
    power = len(str(int(times))) - 1
    return f"over {10**power:,} times" if power < 6 else f"over 1e{power} times"
