"""The likely cause of a failure that no known mistake explains."""

from __future__ import annotations

from grader.exercise import Finding
from grader.wire import MISSING

ADVICE = {
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
}
NO_MODULE = (
    "a misspelled name, or a module that graded code does not have: it has Python's own, NumPy, SciPy and PyTorch, whatever else "
    "is installed."
)
NO_TORCH = "No module named 'torch'"
ALONE = "a file, the network or another process. Graded code has none of them: work with the arguments alone."
# More than the kind of finding is known: the type of the exception, or of what was returned.
CLOSER = {
    "raised FileNotFoundError": ALONE,
    "raised ModuleNotFoundError": NO_MODULE,
    "raised PermissionError": ALONE,
    "raised IndexError": "an index past the end of an axis, in the last line shown.",
    "raised NameError": "a name that is misspelled, not imported, or known in another function only.",
    "raised RecursionError": "a function that calls itself and never comes to an end.",
    "raised SystemExit": "a call of exit() or quit(), which ends the whole program. Return a result instead.",
    "type torch.return_types.max": "max along a dim, which gives a pair: values and indices. Take its .values, or use amax.",
    "type list": "a list that was not made an array, for instance by np.array.",
    "type None": "a missing return, or a return with nothing after it.",
    "type generator": "a yield, which makes the function a generator. Collect the parts and return them together.",
    "unloadable IndentationError": "spaces at the beginning of the line shown, or of the one before it.",
    f"unloadable {MISSING}": "a function that is missing, misspelled, overwritten or defined inside of something else.",
    "unloadable ModuleNotFoundError": NO_MODULE,
    "unloadable SyntaxError": "a slip in the line shown, or at the end of the one before it.",
}


SEVEN_DIGITS = 1e-6  # relative error below which float32 is the likely reason
NINE_DIGITS = 1e-9  # and below which it is too good for float32
# What PyTorch says of slips that everybody makes, and what it means.
TOLD_BY_TORCH = {
    "in-place operation": ADVICE["mutated"],
    "return_types": "x.max(dim) and its like give values and indices. Take .values, or use amax and amin.",
    "Boolean value of Tensor": "an if, and, or or while that asks a whole tensor. Choose element by element, with torch.where.",
    "view size is not compatible": "view() needs a tensor without gaps, in row-major order. Use reshape().",
    "Can't call numpy() on Tensor": "a NumPy function, or .numpy(). Use PyTorch's: detach() would only cut off the gradient.",
    "same dtype": "a tensor made without dtype= is float32. Give it the dtype of what it meets.",
    "without overflow": "a number that the type cannot hold: float16 ends at 65504. Use -torch.inf, or torch.finfo(x.dtype).min.",
    "'numpy.ndarray' object has no attribute": "a name that arrays do not know. Only a file that imports torch is given tensors.",
    "Expected all tensors to be on the same device": ADVICE["device"],
    "must match the size of tensor": "two shapes that do not fit together. Print both just before the line shown.",
    "expected np.ndarray (got Tensor)": "a NumPy function. This file imports torch, so its arguments are tensors.",
    "'Tensor'": "an operation that tensors do not have. This file imports torch, so its arguments are tensors.",
}


def advice(finding: Finding) -> str:
    """The likely cause where no known mistake explains the failure; empty where there is nothing to say."""
    facts = finding.facts
    if finding.kind == "raised":
        if not facts["frames"]:
            other = (
                "signature that is not that of the statement" if facts["type"] == "TypeError" else "function that is not yours"
            )
            return f"a {other}: no line of your file was reached."
        if facts.get("expected"):
            return "an argument that is not checked first, or another kind of exception than the one expected."
        if "read-only" in facts["message"]:
            return ADVICE["mutated"]
        return next((told for said, told in TOLD_BY_TORCH.items() if said in facts["message"]), _closer(finding))
    if finding.kind == "backward" and "inplace" not in facts["message"]:
        return "an operation that has no derivative, or a backward of your own that fails."
    if finding.kind == "unloadable" and facts["message"] == NO_TORCH:
        return "PyTorch is not installed here. Install it with: python -m pip install torch"
    if finding.kind == "unloadable" and facts["type"] == "SyntaxError" and not facts["frames"]:
        return "a file that is no plain text. Save it as UTF-8."
    if finding.kind == "value" and facts.get("dtype") == "float64" and 0 < facts.get("share", 0.0) < SEVEN_DIGITS:
        if facts["share"] < NINE_DIGITS:
            return "a method that is right to some ten digits only: a finite difference, or large numbers that cancel."
        return "right to about seven digits, as if a step were computed in float32: look for one made without dtype=."
    return _closer(finding)


def _closer(finding: Finding) -> str:
    facts = finding.facts
    what = str(facts.get("type") or facts.get("got")).split(" of ")[0]
    return CLOSER.get(f"{finding.kind} {what}", ADVICE.get(finding.kind, ""))
