"""Which exercise a file belongs to: by its name, else by what it defines.  Its text is only searched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from grader.reading import suffix_of

# "conv2d-1.py" of Canvas, "conv2d (1).py" and "conv2d - Copy.py" of browsers and file managers.
AGAIN = re.compile(r"(?:-[0-9]{1,4}| ?\([0-9]{1,4}\)| - Copy)\Z")
DEFINED = re.compile(
    rb"(?:\A(?:\xef\xbb\xbf)?|[\r\n])"
    rb"(?:(?:async[ \t]+)?(?:def|class)[ \t]+([A-Za-z_]\w*)|([A-Za-z_]\w*)[ \t]*(?::[^=\r\n]*)?=(?!=))"
)
EXACT, DEFINES, ENDS = 2, 1, 0  # how sure it is


class Belongs(NamedTuple):
    """One exercise that a file answers."""

    exercise: str
    strength: int


def stem_of(name: str) -> str:
    """``conv2d-1.py`` -> ``conv2d``."""
    stem = name[: len(name) - len(suffix_of(name))]
    return AGAIN.sub("", stem)


def named(parts: Sequence[str], exercises: Sequence[str]) -> list[str]:
    """The exercises that a file is named after, exactly: more than one only where two topics have one of that name."""
    stem = stem_of(parts[-1])
    found = [exercise for exercise in exercises if _name(exercise) == stem] or [
        exercise for exercise in exercises if _name(exercise).lower() == stem.lower()
    ]
    return _of_topic(parts, found)


def ending(parts: Sequence[str], exercises: Sequence[str]) -> list[str]:
    """The exercises whose name a file's name ends with: ``ada_conv2d.py``."""
    stem = stem_of(parts[-1])
    found = [exercise for exercise in exercises if re.search(rf"[\W_]{re.escape(exercise.split('/')[1])}\Z", stem)]
    longest = max((len(_name(exercise)) for exercise in found), default=0)
    return _of_topic(parts, [exercise for exercise in found if len(_name(exercise)) == longest])


def belongs(parts: Sequence[str], source: bytes, exercises: Sequence[str]) -> list[Belongs]:
    """The exercises that a file answers; two of one name say that it cannot be told which of them is meant."""
    if exact := named(parts, exercises):
        return [Belongs(exercise, EXACT) for exercise in exact]
    ends, defines = ending(parts, exercises), defined_in(source)
    defined = [exercise for exercise in exercises if _name(exercise) in defines]
    meant = [exercise for exercise in ends if exercise in defined]
    found = meant or [e for e in defined if e in _of_topic(parts, [other for other in defined if _name(other) == _name(e)])]
    return [Belongs(exercise, DEFINES) for exercise in found] or [Belongs(exercise, ENDS) for exercise in ends]


def unclear(found: Sequence[Belongs]) -> str:
    """Why it cannot be told which exercise is meant, or an empty text."""
    names: dict[str, list[str]] = {}
    for one in found:
        names.setdefault(_name(one.exercise), []).append(one.exercise)
    two = next((same for same in names.values() if len(same) > 1), [])
    return f"It may be for {' or '.join(two)}: put it in a folder that is named after the topic." if two else ""


def defined_in(source: bytes) -> frozenset[str]:
    """The names that a Python file defines at its top, as far as a search of its text can tell."""
    return frozenset((name or other).decode("ascii") for name, other in DEFINED.findall(source))


def _name(exercise: str) -> str:
    return exercise.split("/")[1]


def _of_topic(parts: Sequence[str], found: list[str]) -> list[str]:
    """Of exercises of one name, the one whose topic is the name of a folder above, where there is one."""
    there = [exercise for exercise in found if exercise.split("/")[0] in parts[:-1]]
    return there if len(found) > 1 and len(there) == 1 else found
