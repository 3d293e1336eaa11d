"""Whether a result is new, seen by where it lies: in NumPy, in PyTorch, and through a learner's process."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from conftest import load
from toys import row_means, toy

from grader import memory
from grader.authoring import agree
from grader.exercise import Exercise, HiddenTest, Result, Setup, Verdict
from grader.grade import Sitting, checks_of, grade
from grader.launch import Launchers
from grader.memory import EARLIER
from grader.worker import Process

X = np.arange(12.0).reshape(3, 4)


def shared(result: Any, *arguments: Any, earlier: Any = None) -> list[str]:
    return memory.shared_with(memory.places(result), memory.named(arguments, {}), memory.places(earlier))


@pytest.mark.parametrize(
    "result",
    [X, X[1:], X.T, X[::2, ::-1], X.reshape(2, 6), X[None], [0, {"a": X[0]}], (1, X[-1:]), np.broadcast_to(X[0], (5, 4))],
    ids=["itself", "rows", "transposed", "steps", "reshaped", "new_axis", "nested", "tuple", "broadcast"],
)
def test_a_view_lies_in_the_memory_of_its_array(result: Any) -> None:
    assert shared(result, X, X.copy()) == ["0"]


@pytest.mark.parametrize(
    "result",
    [X.copy(), X[[0, 1]], X + 0, X[:0], X.sum(), 3.0, None, "x", [X.copy()]],
    ids=["copy", "picked", "added", "empty", "scalar", "float", "none", "text", "list"],
)
def test_a_copy_lies_elsewhere(result: Any) -> None:
    assert shared(result, X, [X]) == []


def test_two_halves_of_one_array_do_not_overlap() -> None:
    assert shared(X[:1], X[1:]) == []
    assert shared(X[:2], X[1:]) == ["0"]


def test_an_earlier_result_is_remembered() -> None:
    assert shared(X[0], 1.0, earlier=[X]) == [EARLIER]
    assert shared(X[0], X, earlier=[X]) == ["0", EARLIER]


def test_tensors_share_their_storage() -> None:
    torch = pytest.importorskip("torch")
    x = torch.arange(6.0)
    assert shared(x[2:].reshape(2, 2), x) == ["0"]
    assert shared(x[:2], x[4:]) == ["0"]  # a tensor has no bounds of its own
    assert shared(x.clone(), x) == shared(x[:0], x) == []
    assert shared(torch.zeros(3, device="meta"), torch.zeros(3, device="meta")) == []
    assert shared(x.to_sparse(), x) == []


NAN = np.full((300, 400), np.nan)
LARGE = {"rows": NAN, "columns": np.asfortranarray(NAN), "gaps": np.repeat(NAN, 2, 1)[:, ::2], "small": NAN[:2, :2].copy()}


@pytest.mark.parametrize("array", LARGE.values(), ids=LARGE)
def test_one_bit_more_is_a_change_and_no_number_is_none(array: np.ndarray[Any, Any]) -> None:
    args = ([array.copy(order="K") if array.flags.c_contiguous else array], {"other": np.arange(3)})
    before = memory.fingerprints(args, {"scale": 1.0})
    assert memory.changed(before, (args, {"scale": 1.0})) == []
    args[0][0].view(np.uint64)[-1, -1] ^= 1
    assert memory.changed(before, (args, {"scale": 1.0})) == ["0"]
    args[0][0].view(np.uint64)[-1, -1] ^= 1
    assert memory.changed(before, (args, {"scale": 1.0})) == []


class Unwilling:
    """Says nothing of itself."""

    def __getattribute__(self, name: str) -> Any:
        raise RuntimeError(name)


OTHERS = {
    "rows": NAN[:1],
    "shape": NAN.ravel(),
    "dtype": NAN.astype("f4"),
    "list": NAN.tolist(),
    "masked": np.ma.array(NAN),
    "objects": NAN.astype(object),
    "bytes": memoryview(NAN.tobytes()),
    "unwilling": Unwilling(),
}


@pytest.mark.parametrize("name", OTHERS)
def test_whatever_takes_the_place_of_an_array_is_a_change(name: str) -> None:
    given = [NAN]
    before = memory.fingerprints((given,), {})
    given[0] = OTHERS[name]
    assert memory.changed(before, ((given,), {})) == ["0"]


def results(source: str, exercise: Exercise, launchers: Launchers, backend: Any = "numpy") -> dict[str, Result]:
    """What did not pass, by check."""
    worker = Process(source.encode(), "f.py", exercise.name, launchers.of(backend), 10.0, Setup(backend))
    report = grade(exercise, worker)
    worker.close()
    return {result.check: result for result in report.results if result.verdict is not Verdict.PASSED}


def kinds(found: dict[str, Result]) -> dict[str, str]:
    return {name: result.finding.kind for name, result in found.items() if result.finding}


RETURNS_ITS_ARGUMENT = {
    "numpy": "import numpy as np\ndef leaky_relu(x, negative_slope=0.01):\n"
    "    return x if (x >= 0).all() else np.where(x > 0, x, negative_slope * x)\n",
    "torch": "import torch\ndef leaky_relu(x, negative_slope=0.01):\n"
    "    return x if (x >= 0).all() else torch.where(x > 0, x, negative_slope * x)\n",
}


@pytest.mark.parametrize("backend", ["numpy", "torch"])
def test_an_argument_returned_where_nothing_changes_costs_the_checks_where_it_is(backend: str, launchers: Launchers) -> None:
    found = kinds(results(RETURNS_ITS_ARGUMENT[backend], load("activations/leaky_relu"), launchers, backend))
    assert set(found.values()) == {"aliased"}
    assert len(found) > 1


CHANGES = """
def row_means(x, scale=1.0):
    result = x.mean(axis=1) * scale
    if {condition}:
        x[0] += 1
    return result
"""
BUFFER = """
import numpy as np
_buffers = {}
def row_means(x, scale=1.0):
    buffer = _buffers.setdefault((x.shape, x.dtype), np.empty(len(x), x.dtype))
    buffer[...] = x.mean(axis=1) * scale
    return buffer
"""


def test_a_buffer_that_is_filled_again_costs_one_check(launchers: Launchers) -> None:
    assert kinds(results(BUFFER, toy(), launchers)) == {"ordinary_input": "kept"}


def test_an_argument_that_is_changed_costs_one_check_alone(launchers: Launchers) -> None:
    source = CHANGES.format(condition="x.flags.writeable")
    assert kinds(results(source, toy(), launchers)) == {"ordinary_input": "mutated"}


def test_an_argument_that_is_changed_in_one_branch_costs_that_check(launchers: Launchers) -> None:
    def twice(yours: Any, rng: np.random.Generator) -> None:
        x = rng.normal(size=(2, 3))
        agree(yours(x.copy(), 2.0), row_means(x, 2.0))

    source = (
        "def row_means(x, scale=1.0):\n    result = x.mean(axis=1) * scale\n    if scale == 2: x[0] += 1\n    return result\n"
    )
    found = results(source, toy(tests=(HiddenTest("twice", "Scaled.", twice, {}),)), launchers)
    assert kinds(found) == {"twice": "mutated"}
    assert found["twice"].call == "row_means(x[2,3], scale=2.0)"


def test_the_result_shown_is_the_call_that_was_untidy(launchers: Launchers) -> None:
    exercise = load("activations/leaky_relu")
    worker = Process(RETURNS_ITS_ARGUMENT["numpy"].encode(), "f.py", exercise.name, launchers.of("numpy"), 10.0)
    sitting = Sitting(exercise, worker)
    failed = [result for result in map(sitting.run, checks_of(exercise)) if result.verdict is not Verdict.PASSED]
    worker.close()
    assert failed
    for result in failed:
        assert result.finding is not None
        assert result.finding.facts == {"names": ["x"]}


DRAWS = {
    "numpy": "def row_means(x, rng):\n    {how}\n    return x.mean(axis=1)\n",
    "torch": "import torch\ndef row_means(x, rng):\n    {how}\n    return x.mean(dim=1)\n",
}


@pytest.mark.parametrize(
    ("backend", "how", "draws"),
    [
        ("numpy", "rng.random(3)", True),
        ("numpy", "rng.bit_generator.random_raw()", True),
        ("numpy", "__import__('copy').deepcopy(rng).random(3)", False),
        ("numpy", "__import__('numpy').random.default_rng(0).random(3)", False),
        ("torch", "torch.rand(3, generator=rng)", True),
        ("torch", "torch.rand(3, generator=rng.clone_state())", False),
        ("torch", "torch.rand(3)", False),
    ],
)
def test_a_generator_must_move_on_where_the_references_does(backend: str, how: str, draws: bool, launchers: Launchers) -> None:
    def reference(x: Any, rng: np.random.Generator) -> Any:
        rng.random()
        return x.mean(axis=1)

    def arguments(rng: np.random.Generator, size: str = "small") -> tuple[Any, ...]:
        return rng.normal(size=(1, 1) if size == "ones" else (3, 4)), rng.spawn(1)[0]

    exercise = toy(parameters=("x", "rng"), reference=reference, sample=arguments)
    found = results(DRAWS[backend].format(how=how), exercise, launchers, backend)
    assert kinds(found) == ({} if draws else {"ordinary_input": "undrawn"})


def test_nobody_must_draw_where_the_reference_does_not(launchers: Launchers) -> None:
    exercise = toy(
        parameters=("x", "rng"),
        reference=lambda x, rng: x.mean(axis=1),
        sample=lambda rng, size="small": (rng.normal(size=(3, 4)), rng.spawn(1)[0]),
    )
    assert results(DRAWS["numpy"].format(how="pass"), exercise, launchers) == {}
