"""Sees PyTorch's operators before they run, whatever calls them.  PyTorch is loaded before anything here is used.

PyTorch asks for an operator's kernel under each of the dispatch keys that are included at the moment, in their order.
There is one that nothing uses.  Under it every operator falls through to the next key, which takes no time; those that are
to be seen have a kernel of ours there, and whoever reaches them, a method, a module, a scripted or a transformed function
or C, comes by it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import Any

KEY = "TESTING_ONLY_GenericMode"
# Names of operators that stand for the function behind them: _softmax, relu_, native_dropout, convolution.
DECORATION = re.compile(
    r"^(native|mkldnn|cudnn|miopen|thnn|slow|adaptive|safe|foreach)_|_(with_indices|overrideable|forward)$|^_+|_+$"
)
DIMENSIONS = re.compile(r"(_?transpose)?[123]d$")  # conv1d can do what conv2d does, and so can conv3d
FAMILIES = {"conv": "convolution", "maxpool": "max_pool"}

See = Callable[[str], None]
_told: list[tuple[frozenset[str], See]] = []  # who is watching which families; the last is told


def family(name: str) -> str:
    """What operators of many names have in common: the name of a function, without what tells its forms apart.

    >>> family("_softmax"), family("conv3d"), family("max_pool2d_with_indices")
    ('softmax', 'convolution', 'max_pool')
    """
    before, after = "", name.lower()
    while before != after:
        before, after = after, DECORATION.sub("", after)
    after = DIMENSIONS.sub("", after)
    return FAMILIES.get(after, after)


class Watching:
    """A context in which `see` is told the name of every operator of some families before it runs."""

    def __init__(self, families: Iterable[str], see: See) -> None:
        self._families, self._see = frozenset(families), see
        self._inclusions: list[Any] = []
        for one in self._families:
            _put_kernels(one)

    def __enter__(self) -> None:
        from torch._C import _IncludeDispatchKeyGuard  # noqa: PLC0415  # only where PyTorch is loaded

        _told.append((self._families, self._see))
        self._inclusions.append(_IncludeDispatchKeyGuard(_key()))
        self._inclusions[-1].__enter__()

    def __exit__(self, *error: object) -> None:
        self._inclusions.pop().__exit__(*error)
        _told.pop()


@cache
def _key() -> Any:
    """The key, under which everything falls through from now on."""
    from torch._C import _parse_dispatch_key  # noqa: PLC0415  # only where PyTorch is loaded
    from torch.library import fallthrough_kernel  # noqa: PLC0415

    _library("_").fallback(fallthrough_kernel)
    return _parse_dispatch_key(KEY)


@cache
def _library(namespace: str) -> Any:
    """Where kernels of ours are put in; they stay as long as it does."""
    from torch.library import Library  # noqa: PLC0415  # only where PyTorch is loaded

    return Library(namespace, "IMPL", KEY)


@cache
def _by_family() -> dict[str, list[str]]:
    """All operators that there are, such as aten::softmax.int, by family."""
    from torch._C import _dispatch_get_all_op_names  # noqa: PLC0415  # only where PyTorch is loaded

    found: dict[str, list[str]] = {}
    for name in _dispatch_get_all_op_names():
        found.setdefault(family(_parts(name)[1]), []).append(name)
    return found


def _parts(name: str) -> tuple[str, str, str]:
    """Namespace, name and overload: aten, softmax and int of aten::softmax.int."""
    namespace, _, local = name.partition("::")
    plain, _, overload = local.partition(".")
    return namespace, plain, overload or "default"


@cache
def _put_kernels(one: str) -> None:
    """Have all of a family seen from now on."""
    for name in _by_family().get(one, ()):
        namespace, _, local = name.partition("::")
        _library(namespace).impl(local, partial(_kernel, name), with_keyset=True)


def _kernel(name: str, keys: Any, *args: Any, **kwargs: Any) -> Any:
    """Tell who is watching, then let the operator run as it would have."""
    from torch._C import DispatchKeySet, _dispatch_keyset_full_after, _ExcludeDispatchKeyGuard  # noqa: PLC0415  # loaded

    operator, tensors = _operator(name)
    if _told and not (tensors and _runs_inside_another()):
        (families, see), plain = _told[-1], _parts(name)[1]
        if family(plain) in families:
            see(plain)
    numbers = [type(given) in (int, float, complex, bool) for given in args]
    if any(is_number and place in tensors for place, is_number in enumerate(numbers)):
        # C gave a number as a tensor of no axis, and has it back as a number, which only a call from Python may take.
        with _ExcludeDispatchKeyGuard(DispatchKeySet(_key())):
            return operator.overloadpacket(*args, **kwargs)
    return operator.redispatch(keys & _dispatch_keyset_full_after(_key()), *args, **kwargs)


@cache
def _operator(name: str) -> tuple[Any, frozenset[int]]:
    """An operator, and which of its arguments are tensors."""
    from torch import ops  # noqa: PLC0415  # only where PyTorch is loaded

    namespace, plain, overload = _parts(name)
    operator = getattr(getattr(getattr(ops, namespace), plain), overload)
    arguments = enumerate(operator._schema.arguments)
    return operator, frozenset(place for place, argument in arguments if "Tensor" in str(argument.type))


def _runs_inside_another() -> bool:
    """Whether an operator that has a kernel of its own, and is not merely made up of others, is what calls this one: then
    it is none of the learner's doing.  In inference mode it cannot be told, and every call counts.
    """
    from torch._C import DispatchKey, _dispatch_tls_is_dispatch_key_excluded  # noqa: PLC0415  # PyTorch is loaded

    return bool(_dispatch_tls_is_dispatch_key_excluded(DispatchKey.ADInplaceOrView))
