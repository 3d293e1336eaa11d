"""Every likely cause that a learner reads where no known mistake explains a failure, word for word."""

from __future__ import annotations

from typing import Any

import pytest

from grader import advice, sentences
from grader.exercise import Finding
from grader.wire import MISSING

ERROR = {"type": "ValueError", "message": "no way.", "frames": ["line 3, in blur: return y", "line 9, in f: g()"]}
GENERAL = {
    "type": "a value too few, too many, or of another kind than the statement asks for.",
    "length": "a value too few or too many. The statement lists them in order.",
    "keys": "an entry that is missing, superfluous or misspelled. The statement lists their names.",
    "shape": "an axis that is lost, added, swapped or too long. Write down the shape of each step for the call above.",
    "dtype": "an array or tensor made without dtype=, a .float() or .double(), a comparison left as bool, or a mix of two types.",
    "nonfinite": "an overflow, a division by zero, or a root or logarithm of a number that has none.",
    "value": "a step of the formula. Do a small input by hand, and print what each step gives.",
    "imprecise": "nearly equal numbers subtracted, a smaller type in between, or a number out of range: float16 ends at 65504.",
    "mutated": "an in-place operation (+=, out=, x[...] = ...) on an argument. Make a new array instead.",
    "aliased": "an argument, or a view of it such as x[:], x.T or x.reshape(...), handed back. Return x.copy() or x.clone().",
    "kept": "an array outside of the function, in which results are kept. Make a new one in each call.",
    "undrawn": "numbers from elsewhere: a copy of it, a seed of your own, or the library's global generator. Draw from it.",
    "unrepeatable": "something that outlives the call: a global, a default argument that is changed, or numbers drawn at random.",
    "did_not_raise": "the arguments are not checked. Check them before anything else.",
    "message": "the right kind of exception, but its message does not name the argument.",
    "raised": "what the exception says; it happened in the last line shown.",
    "unloadable": "code outside of functions, which runs when the file is loaded. It stopped in the last line shown.",
    "loading": "code outside of functions that never ends, or ends the process. Keep such code out of the file.",
    "untried": "the same as where it stopped before.",
    "overdrawn": "far too much work for inputs of this size, in every call.",
    "timeout": "a loop that never ends, or far too much work for an input of this size.",
    "exited": "a call of os._exit(), or a library that ended the process.",
    "killed": "memory that was accessed the wrong way, or a signal that your code sent to itself.",
    "memory": "a shape with a wrong axis in it, or a number that is far too large.",
    "monster": "a shape with a wrong axis in it, or a result that keeps growing.",
    "forbidden": "a library call that does the whole work. Write its steps yourself, from elementary operations.",
    "device": "a .cpu(), .cuda() or .to() too many, or a tensor made without device=x.device.",
    "not_tensor": "a .numpy(), or a NumPy function. Stay with tensors from the arguments to the result.",
    "detached": "detach(), .data, .item(), torch.tensor(...) or torch.no_grad() between the arguments and the result.",
    "cut": "detach(), .data, .item(), torch.tensor(...) or torch.no_grad() on the way from this argument to the result.",
    "cotangent": "a backward of your own that does not use grad_output. Multiply by it.",
    "gradient": "a detached part of the formula, such as a mean, or a backward of your own. torch.autograd.gradcheck shows it.",
    "backward": "a +=, exp_() or x[...] = ... on a tensor that the backward pass still needs. Make a new one instead.",
    "steps": "a loop over the data, also inside of a comprehension or np.vectorize. Let one call work on the whole array.",
    "space": "an array that is larger than input and result together, such as one with an entry for every pair. Never build it.",
    "garbled": "code that writes to file descriptors it did not open.",
    "todo": "",
    "claim": "",
    "broken": "",
}
CLOSER: list[tuple[str, dict[str, Any], str]] = [
    (
        "type",
        {"got": "torch.return_types.max"},
        "max along a dim, which gives a pair: values and indices. Take its .values, or use amax.",
    ),
    ("raised", {"type": "IndexError"}, "an index past the end of an axis, in the last line shown."),
    ("raised", {"type": "NameError"}, "a name that is misspelled, not imported, or known in another function only."),
    ("raised", {"type": "RecursionError"}, "a function that calls itself and never comes to an end."),
    ("raised", {"type": "SystemExit"}, "a call of exit() or quit(), which ends the whole program. Return a result instead."),
    (
        "raised",
        {"type": "TypeError", "frames": []},
        "a signature that is not that of the statement: no line of your file was reached.",
    ),
    ("raised", {"frames": []}, "a function that is not yours: no line of your file was reached."),
    ("raised", {"message": "output array is read-only"}, GENERAL["mutated"]),
    (
        "raised",
        {"type": "IndexError", "expected": "KeyError: 'w'"},
        "an argument that is not checked first, or another kind of exception than the one expected.",
    ),
    ("backward", {}, "an operation that has no derivative, or a backward of your own that fails."),
    (
        "value",
        {"dtype": "float64", "share": 9e-7},
        "right to about seven digits, as if a step were computed in float32: look for one made without dtype=.",
    ),
    (
        "value",
        {"dtype": "float64", "share": 1e-9},
        "right to about seven digits, as if a step were computed in float32: look for one made without dtype=.",
    ),
    (
        "value",
        {"dtype": "float64", "share": 9e-10},
        "a method that is right to some ten digits only: a finite difference, or large numbers that cancel.",
    ),
    ("value", {"dtype": "float64", "share": 1e-6}, GENERAL["value"]),
    ("value", {"dtype": "float32", "share": 9e-7}, GENERAL["value"]),
    ("value", {"dtype": "float64", "share": 0.0}, GENERAL["value"]),
    ("type", {"got": "None"}, "a missing return, or a return with nothing after it."),
    ("type", {"got": "list of 3"}, "a list that was not made an array, for instance by np.array."),
    ("type", {"got": "generator"}, "a yield, which makes the function a generator. Collect the parts and return them together."),
    ("unloadable", {"type": "IndentationError"}, "spaces at the beginning of the line shown, or of the one before it."),
    (
        "unloadable",
        {"type": MISSING, "message": ""},
        "a function that is missing, misspelled, overwritten or defined inside of something else.",
    ),
    (
        "unloadable",
        {"type": "ModuleNotFoundError", "message": "No module named 'torchh'"},
        "a misspelled name, or a module that graded code does not have: it has Python's own, NumPy, SciPy and PyTorch, whatever "
        "else is installed.",
    ),
    (
        "unloadable",
        {"type": "ModuleNotFoundError", "message": "No module named 'torch'"},
        "PyTorch is not installed here. Install it with: python -m pip install torch",
    ),
    *[
        (
            "raised",
            {"type": kind},
            "a file, the network or another process. Graded code has none of them: work with the arguments alone.",
        )
        for kind in ("PermissionError", "FileNotFoundError")
    ],
    (
        "raised",
        {"type": "ModuleNotFoundError", "message": "No module named 'seaborn'"},
        "a misspelled name, or a module that graded code does not have: it has Python's own, NumPy, SciPy and PyTorch, whatever "
        "else is installed.",
    ),
    ("unloadable", {"type": "SyntaxError"}, "a slip in the line shown, or at the end of the one before it."),
    ("unloadable", {"type": "SyntaxError", "frames": []}, "a file that is no plain text. Save it as UTF-8."),
]
TOLD_BY_TORCH = {
    "a leaf Variable that requires grad is being used in an in-place operation.": GENERAL["mutated"],
    "unsupported operand type(s) for -: 'Tensor' and 'torch.return_types.max'": (
        "x.max(dim) and its like give values and indices. Take .values, or use amax and amin."
    ),
    "Boolean value of Tensor with more than one value is ambiguous": (
        "an if, and, or or while that asks a whole tensor. Choose element by element, with torch.where."
    ),
    "view size is not compatible with input tensor's size and stride": (
        "view() needs a tensor without gaps, in row-major order. Use reshape()."
    ),
    "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.": (
        "a NumPy function, or .numpy(). Use PyTorch's: detach() would only cut off the gradient."
    ),
    "expected m1 and m2 to have the same dtype, but got: float != double": (
        "a tensor made without dtype= is float32. Give it the dtype of what it meets."
    ),
    "value cannot be converted to type c10::Half without overflow": (
        "a number that the type cannot hold: float16 ends at 65504. Use -torch.inf, or torch.finfo(x.dtype).min."
    ),
    "'numpy.ndarray' object has no attribute 'clone'": (
        "a name that arrays do not know. Only a file that imports torch is given tensors."
    ),
    "Expected all tensors to be on the same device, but found at least two devices": GENERAL["device"],
    "The size of tensor a (3) must match the size of tensor b (4)": (
        "two shapes that do not fit together. Print both just before the line shown."
    ),
    "expected np.ndarray (got Tensor)": "a NumPy function. This file imports torch, so its arguments are tensors.",
    "'Tensor' object has no attribute 'copy'": (
        "an operation that tensors do not have. This file imports torch, so its arguments are tensors."
    ),
}


def likely_cause(kind: str, **facts: Any) -> str:
    usual = ERROR if kind in ("raised", "unloadable", "backward") else {"got": "float", "expected": "int"}
    return advice.advice(Finding(kind, {**usual, **facts}))


@pytest.mark.parametrize(("kind", "text"), GENERAL.items(), ids=GENERAL)
def test_a_finding_has_this_likely_cause(kind: str, text: str) -> None:
    facts = {"message": "modified by an inplace operation"} if kind == "backward" else {}
    assert likely_cause(kind, **facts) == text


@pytest.mark.parametrize(("kind", "facts", "text"), CLOSER, ids=[f"{kind}-{i}" for i, (kind, _, _) in enumerate(CLOSER)])
def test_advice_is_as_close_as_the_facts_allow(kind: str, facts: dict[str, Any], text: str) -> None:
    assert likely_cause(kind, **facts) == text


@pytest.mark.parametrize(("message", "text"), TOLD_BY_TORCH.items())
def test_what_pytorch_says_is_put_in_plain_words(message: str, text: str) -> None:
    assert likely_cause("raised", type="RuntimeError", message=message) == text


def test_every_advice_is_tested_above() -> None:
    assert set(GENERAL) == set(sentences.SENTENCES)
    assert set(advice.CLOSER.values()) <= {text for _, _, text in CLOSER}
    assert all(any(said in message for message in TOLD_BY_TORCH) for said in advice.TOLD_BY_TORCH)


def test_every_finding_has_advice_where_there_is_some_to_give() -> None:
    assert set(sentences.SENTENCES) - set(advice.ADVICE) == {"todo", "claim", "broken"}
    assert {kind.split()[0] for kind in advice.CLOSER} <= set(advice.ADVICE)
    for text in [*advice.ADVICE.values(), *advice.CLOSER.values()]:
        assert text.endswith(".")
        assert text[0].islower()
