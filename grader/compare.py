"""Is it the same?  If not, what is the first thing that differs?

Order: type, length, shape, dtype, finite, values.  The learner hears the simplest true thing first.
Everything here runs on plain data that `grader.wire` decoded; the learner's own operators are never used.

Tolerance (Higham 2002, ch. 3, for why errors scale with the sum of absolute terms): an element may be off by
``rtol * |want|`` plus ``8 * max(noise, eps * scale)``, where `noise` is how far the reference itself moves when it
is computed in the smaller type, and `scale` the sum of absolute terms where the author knows it, else the largest
absolute value.  Nothing is absolute, so an array of zeros never passes for an array of small numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import isfinite
from typing import Any

import numpy as np

from grader import structure
from grader.exercise import Finding, Outcome

# rtol by dtype: the defaults of torch.testing.assert_close; but 1e-9 in place of their 1e-7 for float64, where a step that
# was computed in float32 would hide.
RTOL = {"bfloat16": 1.6e-2, "float16": 1e-3, "float32": 1.3e-6, "float64": 1e-9, "complex64": 1.3e-6, "complex128": 1e-9}
# Twice the unit roundoff.  float64 has no wider type to measure noise against; 512 eps covers sums of 100,000 terms.
EPS = {"bfloat16": 2.0**-7, "float16": 2.0**-10, "float32": 2.0**-23, "float64": 512 * 2.0**-52}
EPS |= {"complex64": EPS["float32"], "complex128": EPS["float64"]}
TINY = float(np.finfo(np.float64).tiny)
MANY = 1e30  # roundings; an infinite error is many too


class Wrong(AssertionError):
    """A result that is not the expected one.  Carries facts; `grader.words` makes the sentence."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(f"{finding.kind}: {dict(finding.facts)}")
        self.finding = finding


def agree(got: Any, want: Any, *, scale: float | None = None, exact: bool = False) -> None:
    """Raise `Wrong` unless `got`, the learner's result, agrees with `want`.

    Parameters
    ----------
    got : what `yours(...)` returned, or something computed from it.
    want : what the reference returned: array, number, str, None, or list, tuple and dict of those.
    scale : sum of the absolute terms behind each element; default the largest absolute value of each array.
        Give it when `want` is zero by cancellation: ``agree(dx.sum(-1), zeros, scale=np.abs(dx).sum())``.
    exact : no tolerance but for the rounding of a few operations, for linear operations on integer-valued inputs:
        sums in any order are exact there, and only detours such as a Fourier transform round at all.

    Examples
    --------
    >>> agree(np.array([1.0, 2.0]), np.array([1.0, 2.0]))
    >>> agree(np.array([1.0, 2.5]), np.array([1.0, 2.0]))
    Traceback (most recent call last):
    grader.compare.Wrong: value: ...
    """
    __tracebackhide__ = True
    finding = difference(got, want, scale=scale, exact=exact)
    if finding is not None:
        raise Wrong(finding)


def difference(
    got: Any, want: Any, *, scale: float | None = None, exact: bool = False, noise: list[float] | None = None
) -> Finding | None:
    """The first thing in which `got` differs from `want`, or None.  `noise`: one number for each leaf of `want`."""
    return structure.differs(got, want) or values(got, want, scale, exact, noise)


def values(
    got: Any,
    want: Any,
    scale: float | None = None,
    exact: bool = False,
    noise: list[float] | None = None,
    dtype: str = "",
) -> Finding | None:
    """The first leaf whose numbers differ, or None, for two values of the same structure.

    `dtype` is the type in which the result was computed, where `want` is held in a wider one.
    """
    for i, (path, mine, theirs) in enumerate(structure.pairs(got, want)):
        if _is_number(theirs) and np.asarray(theirs).dtype.kind in "fc":
            wanted = np.asarray(theirs)
            limit = _Limit(dtype or str(wanted.dtype), scale, noise[i] if noise is not None else 0.0, exact)
            found = _inexact_leaf(np.asarray(mine), wanted, path, limit)
        else:
            found = _exact_leaf(mine, theirs, path)
        if found is not None:
            return found
    return None


@dataclass(frozen=True)
class _Limit:
    """How far the elements of one array may be off."""

    dtype: str
    scale: float | None
    noise: float
    exact: bool

    def rounding(self, largest: float) -> float:
        """The error that rounding alone explains, as one number for an array with this largest absolute value."""
        size = self.scale if self.scale is not None else largest
        if self.exact:
            return float(np.finfo(self.dtype).eps) * max(1.0, size)
        return max(self.noise, EPS[self.dtype] * size)

    @property
    def rtol(self) -> float:
        return 0.0 if self.exact else RTOL[self.dtype]


def _inexact_leaf(got: np.ndarray[Any, Any], want: np.ndarray[Any, Any], path: str, limit: _Limit) -> Finding | None:
    got, want = _wide(got), _wide(want)
    if _at_a_glance(got, want, limit):
        return None
    same = ((got == want) & ~np.isfinite(want)) | (np.isnan(got) & np.isnan(want))  # NaN only where the reference is NaN
    strange = ~np.isfinite(got) & ~same
    if strange.any():
        return _element("nonfinite", path, got, want, strange)
    largest = float(np.max(np.abs(want[np.isfinite(want)]), initial=0.0))
    with np.errstate(all="ignore"):
        error, unit = np.abs(got - want), limit.rounding(largest)
        near = np.isfinite(want) & (error <= limit.rtol * np.abs(want) + 8 * unit)
    bad = ~(near | same)
    if not bad.any():
        return None
    finding = _element("value", path, got, want, bad)
    roundings = min(float(np.max(error[bad])) / unit, MANY) if unit and not limit.exact else 0.0
    share = min(float(np.max(error[bad])) / max(largest, TINY), MANY)
    return Finding("value", {**finding.facts, "roundings": roundings, "share": share, "dtype": limit.dtype})


def _at_a_glance(got: np.ndarray[Any, Any], want: np.ndarray[Any, Any], limit: _Limit) -> bool | None:
    """Whether two arrays agree, where their largest error tells; None where each element has to be looked at."""
    if not want.size:
        return True
    with np.errstate(all="ignore"):
        error, largest = float(np.abs(got - want).max()), float(np.abs(want).max())
    return _tells(error, largest, limit)


def _tells(error: float, largest: float, limit: _Limit) -> bool | None:
    if not (isfinite(error) and isfinite(largest)):
        return None
    unit = limit.rounding(largest)
    if error <= 8 * unit:
        return True
    return False if error > limit.rtol * largest + 8 * unit else None


def _exact_leaf(got: Any, want: Any, path: str) -> Finding | None:
    """Integers, booleans, text, None: the same or not."""
    if isinstance(want, np.ndarray) and want.ndim:
        bad = got != want
        return _element("value", path, got, want, bad) if bad.any() else None
    mine, theirs = (x.item() if isinstance(x, np.generic | np.ndarray) else x for x in (got, want))
    if mine == theirs:
        return None
    return structure.finding("value", path, index=(), got=_plain(mine), expected=_plain(theirs), wrong=1, total=1)


def _plain(value: Any) -> Any:
    return value if isinstance(value, int) else repr(value)


def _element(kind: str, path: str, got: Any, want: Any, bad: Any) -> Finding:
    """Facts of the first wrong element, searched for only after a failure."""
    index = tuple(int(i) for i in np.argwhere(bad)[0])
    mine, theirs = got[index].item(), want[index].item()
    return structure.finding(kind, path, index=index, got=mine, expected=theirs, wrong=int(bad.sum()), total=int(bad.size))


def measured_noise(low: Any, high: Any, eps: float) -> list[float]:
    """The noise of a smaller type, leaf by leaf: how far a reference computed in it (`low`) is from float64 (`high`),
    and never less than the rounding `eps` of the type itself, because the reference may be lucky."""
    found = []
    for _, small, large in structure.pairs(low, high):
        noise = 0.0
        if _is_number(large) and np.asarray(large).dtype.kind in "fc":
            with np.errstate(all="ignore"):
                error = np.abs(_wide(np.asarray(small)) - _wide(np.asarray(large)))
                size = np.abs(_wide(np.asarray(large)))
            lucky = eps * float(np.max(size[np.isfinite(size)], initial=0.0))
            noise = max(lucky, float(np.max(error[np.isfinite(error)], initial=0.0)))
        found.append(noise)
    return found


def same_outcome(one: Outcome, other: Outcome, dtype: str = "") -> bool:
    """Whether two outcomes cannot be told apart: same value, or same exception, and the same inputs changed.

    `dtype` is the type in which both were computed, where it is smaller than that of the values.
    """
    if one.kind != other.kind or set(one.mutated) != set(other.mutated):
        return False
    if one.kind == "raised":
        return one.error is not None and other.error is not None and one.error.type == other.error.type
    if structure.differs(one.value, other.value) or structure.differs(other.value, one.value):
        return False
    return all(_alike(a, b, dtype) for _, a, b in structure.pairs(one.value, other.value))


def _alike(one: Any, other: Any, dtype: str) -> bool:
    """Whether two leaves agree, whichever of them is held against the other."""
    if _is_number(one) and np.asarray(one).dtype.kind in "fc":
        a, b = _wide(np.asarray(one)), _wide(np.asarray(other))
        if not a.size:
            return True
        with np.errstate(all="ignore"):
            error, sizes = float(np.abs(a - b).max()), (float(np.abs(a).max()), float(np.abs(b).max()))
        limit = _Limit(dtype or _name(np.asarray(one).dtype), None, 0.0, False)
        glances = [_tells(error, size, limit) for size in sizes]
        if None not in glances:
            return all(glances)
    return all(values(a, b, dtype=dtype) is None for a, b in [(one, other), (other, one)])


def _is_number(value: Any) -> bool:
    return isinstance(value, np.generic | np.ndarray | bool | int | float | complex)


def _wide(array: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """float64 or complex128, so that differences of small types and of unsigned integers do not wrap."""
    return array.astype(np.complex128 if array.dtype.kind == "c" else np.float64, copy=False)


@cache
def _name(dtype: np.dtype[Any]) -> str:
    """NumPy works out the name anew, whenever it is asked for it."""
    return str(dtype)
