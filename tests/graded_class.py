"""Records of a made-up class, and names that nobody should have."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

HOSTILE = [
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "](javascript:alert(1))",
    "two\nlines",
    "\u202egnp.exe",
    "a" * 300,
    "CON",
    "..",
    "../../etc/passwd",
    "",
    "\udc80",
    "\x1b[2J\x00",
    '"; DROP TABLE',
    "@here",
    "王小明",
]
TITLES = {
    "examples": "The examples of the statement.",
    "ordinary": "Right for ordinary input.",
    "edges": "Edges are kept: `pad`.",
}
KINDS = {"examples": "visible", "ordinary": "battery", "edges": "hidden"}
BLURS = {"name": "blurs_twice", "message": "You blur twice. Blur once, with `weight` < 1."}


def check(name: str, verdict: str = "passed", text: str = "", mistake: dict[str, str] | None = None) -> dict[str, Any]:
    told = text or ("" if verdict == "passed" else f"blur(x[3])\nreturned nonsense: {verdict}.")
    return {"id": name, "title": TITLES[name], "kind": KINDS[name], "verdict": verdict, "text": told, "mistake": mistake}


def record(
    student: str = "ada", exercise: str = "filters/blur", verdicts: Sequence[str] = ("passed",) * 3, **more: Any
) -> dict[str, Any]:
    checks = [check(name, verdict) for name, verdict in zip(TITLES, verdicts, strict=True)]
    return {
        "schema": 1,
        "student": student,
        "exercise": exercise,
        "digest": "0123",
        "points": round(10 * sum(verdict == "passed" for verdict in verdicts) / 3, 2),
        "max_points": 10,
        "seed": 0,
        "setup": {"backend": "numpy", "device": "cpu", "dtype": ""},
        "versions": {"python": "3.13.1", "gradlings": "1.0"},
        "confinement": ["process", "seccomp"],
        "checks": checks,
        **more,
    }


def a_class(
    students: int = 20, exercises: Sequence[str] = ("filters/blur", "filters/sharpen", "nets/add")
) -> list[dict[str, Any]]:
    """Sorted by student, some with a named mistake, and everybody whose name means harm."""
    rng = random.Random(0)
    verdicts = ["passed"] * 6 + ["wrong", "todo", "timeout", "raised", "imprecise", "died", "forbidden"]
    made = []
    for student in sorted([*(f"student{number:02}" for number in range(students)), *HOSTILE]):
        for exercise in exercises:
            if rng.random() < 0.9:
                made.append(record(student, exercise, [rng.choice(verdicts) for _ in TITLES]))
                if made[-1]["checks"][2]["verdict"] == "wrong":
                    made[-1]["checks"][2]["mistake"] = BLURS
    return made
