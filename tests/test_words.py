"""Every sentence that a learner reads, word for word."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from conftest import ROOT

from grader import sentences
from grader.exercise import About, Exercise, Finding
from grader.faults import STOPPED
from grader.wire import MISSING

EXERCISE = Exercise(
    id="filters/blur",
    about=About("Blur", 1, 5, ("a", "b", "c")),
    statement="",
    parameters=("x", "width"),
    returns="N OH OW",
    examples=(),
)
NUMBERS = {"path": "", "index": (0, 2), "got": 0.5, "expected": 0.25, "wrong": 3, "total": 6}
ERROR = {"type": "ValueError", "message": "no way.", "frames": ["line 3, in blur: return y", "line 9, in f: g()"]}
TOLD: list[tuple[str, dict[str, Any], str]] = [
    ("type", {"path": "", "got": "None", "expected": "float64[2,3]"}, "returned None; expected an array float64[2,3]."),
    ("type", {"path": "[1]", "got": "list of 3", "expected": "float"}, "returned result[1] = a list of 3; expected a float."),
    (
        "type",
        {"path": "", "got": "__learner__.f.<locals>.Mask", "expected": "int"},
        "returned an object of your class Mask; expected an int.",
    ),
    ("type", {"path": "", "got": "float64[]", "expected": "str"}, "returned a single float64; expected a str."),
    (
        "type",
        {"path": "", "got": "nothing", "expected": "what the example shows"},
        "returned nothing; expected what the example shows.",
    ),
    ("length", {"path": "", "got": 1, "expected": 2}, "returned 1 value; expected 2."),
    ("length", {"path": "[0]", "got": 3, "expected": 2}, "returned 3 values in result[0]; expected 2."),
    ("keys", {"path": "", "got": ["a", "b"], "expected": ["b"]}, "returned entries named a, b; expected b."),
    ("keys", {"path": "[1]", "got": [], "expected": ["b"]}, "returned result[1] with entries named none; expected b."),
    ("shape", {"path": "", "got": [2, 3, 4], "expected": [2, 4, 3]}, "returned shape (2, 3, 4); expected (2, 4, 3) = N OH OW."),
    ("shape", {"path": "['dx']", "got": [3], "expected": [4]}, "returned result['dx'] with shape (3,); expected (4,)."),
    ("dtype", {"path": "", "got": "bool", "expected": "float32"}, "returned dtype bool; expected float32."),
    ("dtype", {"path": "[1]", "got": "bool", "expected": "float32"}, "returned result[1] with dtype bool; expected float32."),
    (
        "nonfinite",
        {**NUMBERS, "got": float("nan"), "wrong": 1},
        "returned result[0, 2] = nan; expected 0.25 (1 of 6 values is infinite or NaN and should not be).",
    ),
    (
        "nonfinite",
        {**NUMBERS, "got": float("-inf")},
        "returned result[0, 2] = -inf; expected 0.25 (3 of 6 values are infinite or NaN and should not be).",
    ),
    ("nonfinite", {**NUMBERS, "index": (), "got": float("inf"), "wrong": 1, "total": 1}, "returned inf; expected 0.25."),
    ("value", NUMBERS, "returned result[0, 2] = 0.5; expected 0.25 (3 of 6 values are wrong)."),
    (
        "value",
        {**NUMBERS, "path": "[1]", "wrong": 1, "roundings": 40.4},
        "returned result[1][0, 2] = 0.5; expected 0.25 (1 of 6 values is wrong, by 40 times what rounding explains).",
    ),
    (
        "value",
        {**NUMBERS, "roundings": 56_789.0},
        "returned result[0, 2] = 0.5; expected 0.25 "
        "(3 of 6 values are wrong, the worst by over 10,000 times what rounding explains).",
    ),
    (
        "value",
        {**NUMBERS, "index": (), "wrong": 1, "total": 1, "roundings": 3e12},
        "returned 0.5; expected 0.25 (the error is over 1e12 times what rounding explains).",
    ),
    ("value", {**NUMBERS, "index": (), "got": 3, "expected": 7, "total": 1}, "returned 3; expected 7."),
    ("value", {**NUMBERS, "total": 1, "got": 1.00000001, "expected": 1.0}, "returned result[0, 2] = 1.00000001; expected 1."),
    (
        "imprecise",
        {**NUMBERS, "dtype": "float32", "roundings": 12.0},
        "is right in float64, but in float32 it returned result[0, 2] = 0.5; expected 0.25; "
        "the error is 12 times what float32 rounding explains.",
    ),
    (
        "imprecise",
        {**NUMBERS, "dtype": "bfloat16"},
        "is right in float64, but in bfloat16 it returned result[0, 2] = 0.5; expected 0.25.",
    ),
    ("mutated", {"names": ["x"]}, "changed its input: x is not the same after the call as before."),
    ("mutated", {"names": ["x", "width"]}, "changed its input: x and width are not the same after the call as before."),
    (
        "aliased",
        {"names": ["x"]},
        "returned no new array: the result lies in the memory of x, so that what is written to one changes the other.",
    ),
    (
        "aliased",
        {"names": ["x", "u"]},
        "returned no new array: the result lies in the memory of x and u, so that what is written to one changes the other.",
    ),
    ("undrawn", {"names": ["rng"]}, "did not draw from rng, which stands where it stood before the call."),
    ("kept", {}, "returned no new array: the result lies in the memory of an earlier one, so that one changes with the other."),
    ("unrepeatable", NUMBERS, "gave result[0, 2] = 0.25 the first time and 0.5 when it was called again with the same input."),
    (
        "unrepeatable",
        {"path": "", "got": [2], "expected": [3]},
        "gave another kind of result when it was called again with the same input.",
    ),
    ("did_not_raise", {"expected": "ValueError: bad width"}, "returned a result; expected ValueError: bad width."),
    ("did_not_raise", {"expected": ""}, "returned a result; expected an exception."),
    (
        "message",
        {**ERROR, "expected": "ValueError: bad width"},
        "raised ValueError: no way; its message must name what is wrong, as in ValueError: bad width.",
    ),
    ("raised", ERROR, "raised ValueError: no way.\n    line 3, in blur: return y\n    line 9, in f: g()"),
    (
        "raised",
        {**ERROR, "message": "", "frames": [], "expected": "KeyError: 'w'"},
        "raised ValueError; expected KeyError: 'w'.",
    ),
    ("raised", {**ERROR, "message": "two\n\n  lines", "frames": []}, "raised ValueError: two lines."),
    ("raised", {**ERROR, "message": "x" * 301, "frames": []}, f"raised ValueError: {'x' * 300} [...]."),
    ("unloadable", {**ERROR, "frames": ["line 3: y ="]}, "The file cannot be loaded: ValueError: no way.\n    line 3: y ="),
    ("unloadable", {"type": MISSING, "message": "", "frames": []}, "The file cannot be graded: it defines no blur."),
    (
        "unloadable",
        {"type": MISSING, "message": "", "frames": ["Blur", "main"]},
        "The file cannot be graded: it defines no blur. It does define Blur, main.",
    ),
    (
        "unloadable",
        {"type": MISSING, "message": "ndarray", "frames": []},
        "The file cannot be graded: in it blur is an array and no function.",
    ),
    (
        "forbidden",
        {"name": "torch.softmax", "called": "torch.softmax", "frames": ["line 3, in blur: return torch.softmax(x, 0)"]},
        "used torch.softmax, which this exercise does not allow.\n    line 3, in blur: return torch.softmax(x, 0)",
    ),
    (
        "forbidden",
        {"name": "torch.softmax", "called": "Tensor.softmax", "frames": []},
        "used Tensor.softmax. This exercise allows neither torch.softmax nor what is like it.",
    ),
    (
        "device",
        {"path": "", "got": "meta", "expected": "cpu"},
        "returned a tensor on the device meta; expected cpu, where the input is.",
    ),
    (
        "device",
        {"path": "[1]", "got": "cpu", "expected": "cuda"},
        "returned result[1] on the device cpu; expected cuda, where the input is.",
    ),
    ("not_tensor", {"path": ""}, "returned a NumPy array; expected a tensor, as the input is."),
    ("not_tensor", {"path": "[1]"}, "returned result[1] = a NumPy array; expected a tensor, as the input is."),
    ("detached", {}, "returned a result from which autograd finds no way back; expected one that carries a grad_fn."),
    ("cut", {"name": "bias"}, "let no gradient through to bias; expected one, because the result depends on bias."),
    (
        "cotangent",
        {"name": "params['w']"},
        "gave the same params['w'].grad for two different gradients from above; expected one that depends on them.",
    ),
    (
        "gradient",
        {"name": "x", "index": (0, 2), "got": 0.5, "expected": 0.25},
        "gave x.grad[0, 2] = 0.5 for random gradients from above; expected 0.25.",
    ),
    (
        "gradient",
        {"name": "scale", "index": (), "got": 0.0, "expected": 0.25},
        "gave scale.grad = 0 for random gradients from above; expected 0.25.",
    ),
    ("gradient", {"name": "x", "index": (), "got": None, "expected": None}, "gave a wrong gradient by x."),
    (
        "backward",
        ERROR,
        "broke off in the backward pass: ValueError: no way.\n    line 3, in blur: return y\n    line 9, in f: g()",
    ),
    (
        "steps",
        {"sizes": [300, 1200], "steps": [904, 3604]},
        "took 904 Python steps for 300 numbers and 3,604 for 1,200; expected no more steps for more numbers.",
    ),
    (
        "space",
        {"sizes": [3072, 12288], "bytes": [6_417_720, 100_764_664]},
        "needed 6.4 MB for 3,072 numbers and 100 MB for 12,288, 16 times as much; expected some 4 times, as the numbers are.",
    ),
    (
        "space",
        {"sizes": [10, 40], "bytes": [1_216, 99_901]},
        "needed 1.2 kB for 10 numbers and 100 kB for 40, 82 times as much; expected some 4 times, as the numbers are.",
    ),
    ("claim", {}, "returned a result for which the sentence above does not hold."),
    ("todo", {}, "Not written yet."),
    ("timeout", {"deadline": 1.0}, "did not answer within 1 second and was stopped."),
    ("loading", {"kind": "timeout"}, "The file did not come to an end while it was loaded."),
    ("loading", {"kind": "exited"}, "The file ended its process while it was loaded."),
    ("untried", {"kind": "killed", "strikes": 3}, "was not called any more: it had stopped 3 times before."),
    (
        "overdrawn",
        {"kind": "timeout", "seconds": 60.0},
        "was not called any more: its calls had taken 60 seconds, as long as all together may.",
    ),
    ("timeout", {"deadline": 0.5}, "did not answer within 0.5 seconds and was stopped."),
    ("exited", {"status": 3}, "ended its process with exit status 3 before it returned anything."),
    ("killed", {"status": 11}, "crashed its process (signal 11, SIGSEGV) before it returned anything."),
    ("killed", {"status": 99}, "crashed its process (signal 99, unknown) before it returned anything."),
    (
        "memory",
        {"message": "Unable to allocate 93 GiB", "frames": ["line 3, in blur: y = z"]},
        "asked for more memory than it may have: Unable to allocate 93 GiB.\n    line 3, in blur: y = z",
    ),
    ("memory", {"message": "", "frames": []}, "asked for more memory than it may have."),
    ("monster", {"what": "more than 64 MiB"}, "returned too much to look at: more than 64 MiB."),
    ("garbled", {}, "wrote bytes of its own into the channel to the grader."),
    ("broken", {"traceback": "Traceback\n  1 / 0\n"}, "The kit failed, not your code:\nTraceback\n  1 / 0"),
]


@pytest.mark.parametrize(("kind", "facts", "sentence"), TOLD, ids=[f"{kind}-{i}" for i, (kind, _, _) in enumerate(TOLD)])
def test_a_finding_becomes_this_sentence(kind: str, facts: dict[str, Any], sentence: str) -> None:
    assert "\n".join(sentences.what_happened(EXERCISE, Finding(kind, facts))) == sentence


def test_every_sentence_is_tested_above() -> None:
    assert {kind for kind, _, _ in TOLD} == set(sentences.SENTENCES)


def test_every_kind_of_finding_that_the_engine_makes_has_a_sentence() -> None:
    made = set(STOPPED)
    for path in (ROOT / "grader").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                if name in ("Finding", "finding", "_element"):
                    made.add(node.args[0].value)
    assert {"timeout", "shape", "raised"} <= made <= set(sentences.SENTENCES)
    assert set(sentences.SENTENCES) - made == {"loading", "untried", "overdrawn"}  # these are put together; no other one is dead


def test_a_layout_and_an_example_are_told_first() -> None:
    finding = Finding("value", {**NUMBERS, "layout": "reversed"})
    told = (
        "given a read-only array with gaps, in reversed and column-major order, such as x.T[::-2], "
        "it returned result[0, 2] = 0.5; expected 0.25 (3 of 6 values are wrong)."
    )
    assert sentences.what_happened(EXERCISE, finding) == [told]
    told = (
        "given a tensor with gaps and in column-major order, such as x.T[::2], which is not contiguous, "
        "it raised ValueError: no way."
    )
    assert sentences.what_happened(EXERCISE, Finding("raised", {**ERROR, "frames": [], "layout": "strided"})) == [told]
    source = "def f(v):\n    return v\ny, mask = blur(f)\ny"
    told = "the example gave y[0, 2] = 0.5; expected 0.25 (3 of 6 values are wrong)."
    lines = sentences.what_happened(EXERCISE, Finding("value", {**NUMBERS, "example": source}))
    assert lines == [">>> def f(v):", "...     return v", ">>> y, mask = blur(f)", ">>> y", told]
    finding = Finding("length", {"path": "", "got": 3, "expected": 2, "example": source})
    assert sentences.what_happened(EXERCISE, finding)[-1] == "returned 3 values; expected 2."
