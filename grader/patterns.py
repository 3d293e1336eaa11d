"""`--pattern`: whose a file is and which exercise it is for, where neither can be guessed.

``{student}/hw1/{name}.py``: the fields are `{student}`, and `{name}`, `{topic}` or `{exercise}`, which is `{topic}/{name}`;
``*`` is anything within one name, ``**`` anything at all.  An archive counts as a folder: ``{student}.zip/{name}.py``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from grader.handed import IntakeError

FIELDS = ("student", "exercise", "topic", "name")
PART = re.compile(r"\{(\w*)\}|(\*\*)|(\*)|([{}])|([^{}*]+)")


class Match(NamedTuple):
    """What a pattern says of a file; `exercise` is empty where it says nothing of it."""

    student: str
    exercise: str


class Pattern:
    """A pattern that makes sense.  Raises IntakeError for one that does not."""

    def __init__(self, text: str, exercises: Sequence[str]) -> None:
        self.text, self.exercises = text, exercises
        found = [part.groups() for part in PART.finditer(text)]
        fields = [groups[0] for groups in found if groups[0] is not None]
        self._check(fields, any(groups[3] for groups in found))
        names = "|".join(sorted({re.escape(e.split("/")[1]) for e in exercises}, key=len, reverse=True))
        topics = "|".join(sorted({re.escape(e.split("/")[0]) for e in exercises}))
        field = {
            "student": "(?P<student>[^/]+)",
            "name": f"(?P<name>{names})",
            "topic": f"(?P<topic>{topics})",
            "exercise": f"(?P<topic>{topics})/(?P<name>{names})",
        }
        self.regex = re.compile(
            "".join(
                field[name] if name else ".*" if deep else "[^/]*" if star else re.escape(text)
                for name, deep, star, _, text in found
            ),
            re.DOTALL,
        )

    def _check(self, fields: Sequence[str], brace: bool) -> None:
        unknown = next((name for name in fields if name not in FIELDS), None)
        if unknown is not None or brace:
            odd = f"has no field {{{unknown}}}" if unknown is not None else "has a brace that stands alone"
            raise IntakeError(f'the pattern "{self.text}" {odd}: there are {{student}}, {{exercise}}, {{topic}} and {{name}}')
        if len(set(fields)) < len(fields) or ("exercise" in fields and len({*fields} & {"topic", "name"})):
            raise IntakeError(f'the pattern "{self.text}" says the same thing twice')
        if "student" not in fields:
            raise IntakeError(f'the pattern "{self.text}" does not say where the student stands: {{student}}')

    def match(self, parts: Sequence[str]) -> Match | None:
        """What it says of a file at this place, or None where it does not fit."""
        found = self.regex.fullmatch("/".join(parts))
        if not found:
            return None
        given = found.groupdict()
        topic, name = given.get("topic"), given.get("name")
        if not topic and not name:
            return Match(given["student"], "")
        fitting = [
            exercise
            for exercise in self.exercises
            if (not topic or exercise.startswith(f"{topic}/")) and (not name or exercise.endswith(f"/{name}"))
        ]
        return Match(given["student"], fitting[0]) if len(fitting) == 1 else Match(given["student"], "") if fitting else None
