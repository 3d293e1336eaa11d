"""Folders and zips as a class hands them in, made for a test."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from grader import intake

CONV, RELU, BACKWARD = "convolution/conv2d", "activations/relu", "convolution/conv2d_backward"
EXERCISES = (CONV, RELU, BACKWARD)
CODE = {name: f"def {name}(x):\n    return x\n" for name in ("conv2d", "relu", "conv2d_backward")}


def fill(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files; a text that names a function stands for a file that defines it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_bytes(content))
    return folder


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """The same as a zip."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, _bytes(content))
    return buffer.getvalue()


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else CODE.get(content, content).encode()


def answers(plan: intake.Plan) -> list[tuple[str, str, str]]:
    """(student, exercise, where its file lies) of each submission."""
    return [(one.student, one.exercise, one.member or Path(one.path).name) for one in plan.submissions]


def who(plan: intake.Plan) -> list[tuple[str, str]]:
    """(student, name of the exercise) of each submission."""
    return sorted((one.student, one.exercise.split("/")[1]) for one in plan.submissions)


def reasons(plan: intake.Plan) -> dict[str, str]:
    return dict(plan.skipped)


def remarks(plan: intake.Plan) -> dict[str, str]:
    return dict(plan.remarks)


def code(source: str | Sequence[str], **marks: object) -> dict[str, object]:
    """A code cell of format 4, with nbgrader's marks."""
    return {"cell_type": "code", "source": source, "metadata": {"nbgrader": marks} if marks else {}, "outputs": []}


def notebook(*cells: dict[str, object]) -> bytes:
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}).encode()
