"""A small exercise for tests of the engine: row means, with whatever parts a test wants to replace."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.exercise import About, Exercise

ABOUT = About(title="Row means", difficulty=1, points=6, hints=("a", "b", "c"))


def row_means(x: Any, scale: float = 1.0) -> Any:
    if scale == 0:
        raise ValueError("scale must not be 0")
    return x.mean(axis=1) * scale


def sample(rng: np.random.Generator, size: str = "small") -> tuple[Any, ...]:
    return (rng.normal(size=(1, 1) if size == "ones" else (3, 4)),)


def toy(**parts: Any) -> Exercise:
    given: dict[str, Any] = {
        "id": "toys/row_means",
        "about": ABOUT,
        "statement": "",
        "parameters": ("x", "scale"),
        "returns": "N",
        "examples": (),
        "reference": row_means,
        "sample": sample,
    }
    return Exercise(**(given | parts))
