"""Each variant of a right answer does its one bad thing, in NumPy and in PyTorch, and says so; and is caught for it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from toys import sample, toy

from grader import behaviours
from grader.behaviours import DONE
from grader.exercise import Setup, Verdict
from grader.grade import Sitting, checks_of
from grader.launch import Launchers
from grader.worker import Process

RIGHT = {
    "numpy": "def row_means(x, scale=1.0):\n    return x.mean(axis=1) * scale\n",
    "torch": "import torch\n\n\ndef row_means(x, scale=1.0):\n    return x.mean(dim=1) * scale\n",
}
EXAMPLE = np.array([[1.0, 2.0], [3.0, 5.0]])
VARIANTS = {v.name: v for v in behaviours.variants("row_means", sample(np.random.default_rng(0)), [((EXAMPLE,), {"scale": 2.0})])}
# Row means are never a view of their argument, nor do they have its shape.
WITHOUT_OCCASION = {"returns an argument itself where nothing changes", "writes its result into an argument"}


def sitting(name: str, backend: Any, launchers: Launchers, **parts: Any) -> tuple[set[str], bool]:
    """The checks that a variant does not pass, and whether it had its occasion."""
    source = (RIGHT[backend] + VARIANTS[name].tail).encode()
    worker = Process(source, "f.py", "row_means", launchers.of(backend), 10.0, Setup(backend))
    begun = Sitting(toy(**parts), worker)
    failed = {r.check for r in map(begun.run, checks_of(toy(**parts), worker.setup)) if r.verdict is not Verdict.PASSED}
    worker.close()
    return failed, any(DONE in call.outcome.printed for call in begun.calls)


@pytest.mark.parametrize("backend", ["numpy", "torch"])
@pytest.mark.parametrize("name", VARIANTS)
def test_a_variant_is_caught_where_it_has_its_occasion(name: str, backend: str, launchers: Launchers) -> None:
    failed, occasion = sitting(name, backend, launchers)
    assert occasion == (name not in WITHOUT_OCCASION)
    assert bool(failed) == occasion


def outcomes(name: str, launchers: Launchers, *calls: tuple[Any, ...]) -> list[Any]:
    worker = Process((RIGHT["numpy"] + VARIANTS[name].tail).encode(), "f.py", "row_means", launchers.of("numpy"), 10.0)
    found = [worker.call(args, {}) for args in calls]
    worker.close()
    return found


X, Y = np.arange(6.0).reshape(2, 3), np.arange(6.0).reshape(2, 3) * 10


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("is right in its first call only", [1.0, 4.0], [12.5, 50.0]),
        ("adds up over calls", [1.0, 4.0], [11.0, 44.0]),
        ("remembers results by shape", [1.0, 4.0], [1.0, 4.0]),
        ("returns the same buffer again", [1.0, 4.0], [10.0, 40.0]),
    ],
)
def test_what_outlives_a_call(name: str, first: list[float], second: list[float], launchers: Launchers) -> None:
    one, other = outcomes(name, launchers, (X,), (Y,))
    assert (one.value.tolist(), other.value.tolist()) == (first, second)


def test_the_visible_examples_are_known_by_their_numbers(launchers: Launchers) -> None:
    name = "is right for the visible examples only"
    known, other = outcomes(name, launchers, (EXAMPLE, 2.0), (EXAMPLE, 3.0))
    assert known.value.tolist() == [3.0, 8.0]
    assert other.value.tolist() == [2.25, 6.0]


def test_an_argument_is_changed_and_the_result_is_right(launchers: Launchers) -> None:
    (outcome,) = outcomes("changes array 1 of its arguments", launchers, (X,))
    assert outcome.value.tolist() == [1.0, 4.0]
    assert outcome.mutated == ("0",)


def test_there_is_a_variant_for_each_array() -> None:
    names = [v.name for v in behaviours.variants("f", (X, [Y, 3.0], {"a": X}, 2), [])]
    assert [name for name in names if name.startswith("changes")] == [f"changes array {n} of its arguments" for n in (1, 2, 3)]


def test_truth_values_are_turned_around(launchers: Launchers) -> None:
    variants = {v.name: v for v in behaviours.variants("above", (X,), [])}
    source = "def above(x):\n    return x > 2\n" + variants["is right in its first call only"].tail
    worker = Process(source.encode(), "f.py", "above", launchers.of("numpy"), 10.0)
    first, second = (worker.call((X,), {}).value for _ in range(2))
    worker.close()
    assert first.tolist() == (X > 2).tolist()
    assert second.tolist() == (X <= 2).tolist()
