"""Arrays to tensors and back, in the learner's process.  PyTorch is imported here, and only for a file that uses it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from grader import wire

SHOWN = 1_000_000  # elements of a tensor without data that are worth sending


def equip(device: str) -> str:
    """Import PyTorch and make it repeatable; its version, or an empty string where it is not installed."""
    try:
        import torch  # noqa: PLC0415  # a second or two: only for a file that uses it
    except ImportError:
        return ""
    torch.set_num_threads(1)  # a forked process that uses the threads of its parent hangs
    # The public function imports a compiler first, which takes as long as PyTorch itself.
    torch._C._set_deterministic_algorithms(True, warn_only=True)
    if device != "cpu":
        torch.backends.cudnn.benchmark = False
        for part in (torch.backends.cuda.matmul, torch.backends.cudnn.conv, torch.backends.cudnn.rnn):
            part.fp32_precision = "ieee"  # no TF32: it keeps ten bits of each factor
    return str(torch.__version__)


def describe() -> dict[str, str]:
    """What there is: PyTorch's version and the name of the CUDA device.  It may start CUDA, so never before a fork."""
    version = equip("cpu")
    if not version:
        return {"torch": "", "cuda": ""}
    import torch  # noqa: PLC0415  # see above

    return {"torch": version, "cuda": torch.cuda.get_device_name(0) if torch.cuda.is_available() else ""}


def give(value: Any, device: str, cast: str = "", grad: bool = False) -> Any:
    """Arrays as tensors with the same numbers and, as far as tensors can, the same layout; generators as PyTorch's own."""
    if isinstance(value, np.ndarray | np.generic):
        return _tensor(value, device, cast, grad)
    if isinstance(value, list | tuple):
        return type(value)(give(item, device, cast, grad) for item in value)
    if isinstance(value, dict):
        return {key: give(item, device, cast, grad) for key, item in value.items()}
    if wire.is_generator(value):
        return _generator(value, device)
    return value


def _tensor(array: Any, device: str, cast: str, grad: bool) -> Any:
    import torch  # noqa: PLC0415  # loaded by equip

    packed = torch.from_numpy(np.array(array))
    if 0 in array.strides:  # one number for many entries, which a tensor cannot be written to
        array = packed.numpy()
    strides = [abs(stride) // array.itemsize for stride in array.strides]  # tensors cannot run backwards
    tensor = torch.empty_strided(packed.shape, strides, dtype=packed.dtype, device=device)
    if tensor.untyped_storage().nbytes() > packed.nbytes:
        tensor.untyped_storage().fill_(0)  # what lies in the gaps is the same each time
    tensor.copy_(packed)
    if cast and tensor.is_floating_point():
        tensor = tensor.to(getattr(torch, cast))
    return tensor.requires_grad_() if grad and tensor.is_floating_point() else tensor


def _generator(generator: Any, device: str) -> Any:
    """A torch.Generator: its seed follows from the stream of the given one, and how far it has drawn from the position there.

    Going back to the seed is thus not the same as going on.  PCG64's last bits repeat after 2**12 steps, and not before.
    """
    import torch  # noqa: PLC0415  # loaded by equip

    stream = generator.bit_generator.state["state"]
    given = torch.Generator(device).manual_seed(stream["inc"] % 2**63)
    torch.rand(1 + stream["state"] % 2**12, generator=given, device=device)
    return given


def taking_arrays(function: Callable[..., Any], device: str) -> Callable[..., Any]:
    """A function of plain data as one of tensors."""
    return lambda *args: give(function(*[take(arg) for arg in args]), device)


def take(value: Any, depth: int = 0) -> Any:
    """Tensors as arrays.  One that cannot be read stays what it is, and travels as an object."""
    import torch  # noqa: PLC0415  # loaded by equip

    if depth > wire.MAX_DEPTH:  # `wire` is going to refuse it
        return value
    if isinstance(value, torch.Tensor):
        try:
            return _array(value)
        except Exception:
            return value
    if type(value) is torch.Size:
        return tuple(value)
    if type(value) in (list, tuple):
        return type(value)([take(item, depth + 1) for item in value])
    if type(value) is dict:
        return {key: take(item, depth + 1) for key, item in value.items()}
    return value


def _array(tensor: Any) -> Any:
    plain = tensor.detach()
    if plain.is_meta:  # shape without data
        return np.full(plain.shape, np.nan) if plain.numel() <= SHOWN else tensor
    if plain.numel() * plain.element_size() > wire.MAX_BYTES:  # `wire` is going to refuse it; a copy might not fit
        name = str(plain.dtype).removeprefix("torch.")
        return np.broadcast_to(np.zeros((), name if name in wire.DTYPES else "float32"), plain.shape)
    plain = plain.cpu().resolve_conj().resolve_neg()
    if plain.is_floating_point() and plain.element_size() < 4 and str(plain.dtype) != "torch.float16":
        plain = plain.float()  # NumPy knows no bfloat16
    return plain.numpy()


def facts(value: Any) -> list[list[Any]]:
    """Kind, dtype, device and whether autograd is attached, of each leaf in order: see `grader.exercise.Leaf`."""
    return [_fact(leaf) for leaf in _leaves(value)]


def _fact(leaf: Any) -> list[Any]:
    import torch  # noqa: PLC0415  # loaded by equip

    if isinstance(leaf, torch.Tensor):
        return ["tensor", str(leaf.dtype).removeprefix("torch."), leaf.device.type, bool(leaf.requires_grad)]
    if isinstance(leaf, np.ndarray | np.generic):
        return ["array", str(leaf.dtype), "", False]
    return ["", "", "", False]


def _leaves(value: Any, depth: int = 0) -> Iterator[Any]:
    """The leaves of what `take` makes plain: of nothing that travels as an object."""
    import torch  # noqa: PLC0415  # loaded by equip

    if depth > wire.MAX_DEPTH:
        return
    if type(value) in (list, tuple, torch.Size):
        for item in value:
            yield from _leaves(item, depth + 1)
    elif type(value) is dict:
        for item in value.values():
            yield from _leaves(item, depth + 1)
    else:
        yield value


def hold_still(arguments: Any, numbers: Any) -> None:
    """Ask for no gradient by these of the floating-point arguments, after all."""
    active = attached(arguments)
    for number in numbers if active else ():
        active[number].requires_grad_(False)


def attached(arguments: Any) -> list[Any]:
    """The arguments by which gradients are asked for, before a learner can change that."""
    return [leaf for leaf in _leaves(arguments) if getattr(leaf, "requires_grad", False)]


def _by_name(value: Any) -> Any:
    """Entries of dicts in the order of their names, in whatever order they were written."""
    if type(value) in (list, tuple):
        return [_by_name(item) for item in value]
    return {key: _by_name(value[key]) for key in sorted(value, key=str)} if type(value) is dict else value


def pull_back(value: Any, arguments: Any, cotangents: Any) -> list[list[Any]]:
    """For each row of cotangents the gradients by the floating-point arguments, None where none arrives.

    A row has one array for each floating-point tensor of `value`; the answer is empty where they do not fit together.
    """
    import torch  # noqa: PLC0415  # loaded by equip

    results = [leaf for leaf in _leaves(_by_name(value)) if isinstance(leaf, torch.Tensor) and leaf.is_floating_point()]
    given = [leaf for leaf in _leaves(arguments) if isinstance(leaf, torch.Tensor) and leaf.is_floating_point()]
    inputs = [leaf for leaf in given if leaf.requires_grad]
    if any([np.shape(c) for c in row] != [tuple(r.shape) for r in results] for row in cotangents):
        return []
    reached = [i for i, result in enumerate(results) if result.requires_grad]
    if not reached or not inputs:
        return []
    rows = []
    for row in cotangents:
        above = [give(np.asarray(row[i]), str(results[i].device)).to(results[i].dtype) for i in reached]
        # Their product, and not grad_outputs=, which would import a library for symbols: a third of importing PyTorch.
        product = torch.stack([(results[i] * c).sum().double() for i, c in zip(reached, above, strict=True)]).sum()
        found = torch.autograd.grad(product, inputs, retain_graph=True, allow_unused=True)
        arrived = iter(None if gradient is None else take(gradient) for gradient in found)
        rows.append([next(arrived) if leaf.requires_grad else None for leaf in given])
    return rows
