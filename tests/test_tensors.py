"""Arrays become tensors and come back as they were; what cannot come back is named, and never copied to be looked at."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch

from grader import tensors, wire
from grader.exercise import NUMPY, Leaf, Outcome, Setup
from grader.inprocess import InProcess
from grader.tensors import facts, pull_back, take
from grader.wire import Opaque

TORCH = Setup("torch")
X = np.arange(24.0).reshape(2, 3, 4)
ENDLESS = 10**15  # elements: more than any machine can hold, so that a copy fails at once instead of filling it


def give(value: Any, cast: str = "", grad: bool = False) -> Any:
    return tensors.give(value, "cpu", cast, grad)


def run(source: str, *args: Any, setup: Setup = TORCH) -> Outcome:
    return InProcess(f"import torch\n{source}".encode(), "f.py", "f", setup).call(args, {})


LAYOUTS = [
    ("ordinary", X, (12, 4, 1)),
    ("column order", np.asfortranarray(X), (1, 2, 6)),
    ("permuted", X.transpose(1, 0, 2), (4, 12, 1)),
    ("gaps", X[:, ::2], (12, 8, 1)),
    ("reversed", X[::-1, :, ::-2], (12, 4, 2)),  # tensors cannot run backwards
    ("no axes", np.array(2.5), ()),
    ("empty", np.zeros((0, 3)), None),
    ("empty, with gaps", np.zeros((4, 0))[::2], None),
    ("one row for all", np.broadcast_to(np.arange(3.0), (4, 3)), None),  # a function of ours may give such a thing
]


@pytest.mark.parametrize(("array", "strides"), [case[1:] for case in LAYOUTS], ids=[case[0] for case in LAYOUTS])
def test_an_array_keeps_its_numbers_and_its_layout(array: Any, strides: tuple[int, ...] | None) -> None:
    tensor, back = give(array), take(give(array))
    assert (back.shape, back.dtype, back.tolist()) == (array.shape, array.dtype, array.tolist())
    assert strides is None or (tensor.stride(), tuple(step // 8 for step in back.strides)) == (strides, strides)


def test_a_tensor_shares_nothing_with_a_read_only_array() -> None:
    array = X.copy()
    array.flags.writeable = False
    give(array).zero_()
    assert array.tolist() == X.tolist()


def test_what_lies_in_the_gaps_is_not_left_to_chance() -> None:
    for _ in range(50):
        [torch.full((24,), 7.0, dtype=torch.float64) for _ in range(9)].clear()  # memory that is handed out again
        assert torch.as_strided(give(X[:, ::2]), (24,), (1,)).sum() == X[:, ::2].sum()


@pytest.mark.parametrize("dtype", sorted(wire.DTYPES))
def test_every_type_that_travels_comes_back_as_it_was(dtype: str) -> None:
    array = np.array([[0, 1], [1, 0]]).astype(dtype)
    tensor = give(array)
    assert str(tensor.dtype) == f"torch.{dtype}"
    assert (take(tensor).dtype, take(tensor).tolist()) == (array.dtype, array.tolist())
    scalar = give(array[0, 1])
    assert (scalar.shape, scalar.dtype, take(scalar).dtype, take(scalar).item()) == ((), tensor.dtype, array.dtype, array[0, 1])


def test_lists_tuples_and_dicts_keep_their_form_and_the_rest_is_left_alone() -> None:
    value = {"w": [X, (np.float32(0.5), None)], 1: "text", "n": (3, 1.5, True, len)}
    given = give(value)
    assert [type(leaf) for leaf in (given["w"][0], given["w"][1][0])] == [torch.Tensor] * 2
    assert (type(given["w"]), type(given["w"][1]), list(given)) == (list, tuple, list(value))
    assert given["n"] == value["n"]
    assert [type(number) for number in given["n"][:3]] == [int, float, bool]
    back = take(given)
    assert (back["w"][0].tolist(), back["w"][1][0].dtype, back["n"]) == (X.tolist(), np.float32, value["n"])


def test_only_floating_point_numbers_are_cast_and_attached() -> None:
    given = give([X, np.float32(2), np.arange(3), np.True_, X * 1j, 1.5], "bfloat16", grad=True)
    names = ["bfloat16", "bfloat16", "int64", "bool", "complex128"]
    assert [(str(t.dtype).removeprefix("torch."), t.requires_grad) for t in given[:-1]] == [(n, n == "bfloat16") for n in names]
    assert all(tensor.is_leaf for tensor in given[:-1])  # its gradient is what the learner's argument gets
    assert give(np.asfortranarray(X), "float16").stride() == (1, 2, 6)


def test_a_generator_follows_from_the_state_of_the_given_one() -> None:
    seeds = [give(np.random.default_rng(seed)).initial_seed() for seed in (3, 3, 4)]
    assert seeds[0] == seeds[1] != seeds[2]
    used = np.random.default_rng(3)
    used.random()
    later, first = give(used), give(np.random.default_rng(3))
    assert later.initial_seed() == seeds[0]
    assert (later.get_state() != first.get_state()).any()
    assert (first.get_state() != first.clone_state().manual_seed(seeds[0]).get_state()).any()  # it has drawn already
    draw = "def f(g): return torch.rand(2, generator=g)"
    assert np.array_equal(*(run(draw, np.random.default_rng(3)).value for _ in "ab"))


@pytest.mark.parametrize("setup", [NUMPY, TORCH], ids=lambda setup: setup.backend)
def test_a_generator_is_there_to_be_used_and_never_counts_as_changed(setup: Setup) -> None:
    assert run("def f(a): return 1", np.random.default_rng(3), setup=setup).mutated == ()
    assert run("def f(a): return 1", [np.random.default_rng(3)], setup=setup).mutated == ()


def test_a_function_that_is_given_takes_tensors_and_gives_tensors() -> None:
    met: list[Any] = []

    def ours(x: Any, more: Any) -> Any:
        met.extend([x, *more])
        return {"sum": x.sum(), "all": [x + 1]}

    outcome = run("def f(g, x):\n  r = g(x, [x, 3])\n  return r['sum'] + r['all'][0].sum(), type(r['all'][0]).__name__", ours, X)
    assert (outcome.value[0].item(), outcome.value[1]) == (2 * X.sum() + X.size, "Tensor")
    assert [type(value) for value in met] == [np.ndarray, np.ndarray, int]


VALUES: list[tuple[str, Callable[[], Any], Any, list[list[Any]]]] = [
    ("attached", lambda: torch.ones(2, requires_grad=True), np.ones(2, np.float32), [["tensor", "float32", "cpu", True]]),
    ("parameter", lambda: torch.nn.Parameter(torch.ones(2)), np.ones(2, np.float32), [["tensor", "float32", "cpu", True]]),
    ("conjugated", lambda: torch.tensor([1 + 2j]).conj(), np.array([1 - 2j], "c8"), [["tensor", "complex64", "cpu", False]]),
    ("negated", lambda: torch.tensor([1 + 2j]).conj().imag, np.array([-2.0], "f4"), [["tensor", "float32", "cpu", False]]),
    ("bfloat16", lambda: torch.ones(2).bfloat16() * 3, np.full(2, 3, "f4"), [["tensor", "bfloat16", "cpu", False]]),
    ("array", lambda: np.ones(2), np.ones(2), [["array", "float64", "", False]]),
    ("NumPy's number", lambda: np.int64(3), np.int64(3), [["array", "int64", "", False]]),
    ("number", lambda: 1.5, 1.5, [["", "", "", False]]),
    ("size", lambda: torch.ones(2, 3).shape, (2, 3), [["", "", "", False]] * 2),
    ("nothing", list, [], []),
]


@pytest.mark.parametrize(("make", "want", "rows"), [case[1:] for case in VALUES], ids=[case[0] for case in VALUES])
def test_results_become_plain_and_what_they_were_is_noted(make: Any, want: Any, rows: list[list[Any]]) -> None:
    got = take(make())
    assert (type(got), getattr(got, "dtype", None)) == (type(want), getattr(want, "dtype", None))
    assert np.array_equal(got, want)
    assert facts(make()) == rows
    assert facts({"a": [make()], "b": (1, make())}) == [*rows, ["", "", "", False], *rows]


UNREADABLE = "class Odd(torch.Tensor):\n  @classmethod\n  def __torch_function__(*_): raise ValueError('unreadable')\n"
LEAKED = "kept = []\ndef g(x):\n    kept.append(x)\n    return x\ndef f(x):\n    torch.vmap(g)(x)\n    return kept[0]"
OPAQUE = [
    ("def f(x): return x.to_sparse()", "torch.Tensor", "tensor"),
    (LEAKED, "torch.Tensor", "tensor"),
    ("def f(x): return torch.empty(10**7, device='meta')", "torch.Tensor", "tensor"),
    ("def f(x): return x.max(1)", "torch.return_types.max", ""),
    ("def f(x): return x.dtype", "torch.dtype", ""),
    ("class Rows(list): pass\ndef f(x): return Rows(x)", "__learner__.Rows", ""),
    ("class Size(list): pass\ndef f(x): return Size([x, x])", "__learner__.Size", ""),
    ("class Size: pass\ndef f(x): return Size()", "__learner__.Size", ""),
]


@pytest.mark.parametrize(("source", "name", "kind"), OPAQUE, ids=[f"{case[1]}-{i}" for i, case in enumerate(OPAQUE)])
def test_what_cannot_be_read_travels_as_one_object(source: str, name: str, kind: str) -> None:
    outcome = run(source, X)
    assert (outcome.kind, outcome.value) == ("returned", Opaque(name))
    assert [leaf.kind for leaf in outcome.leaves] == [kind]


def test_a_tensor_that_raises_when_it_is_read_costs_its_own_call() -> None:
    outcome = run(f"{UNREADABLE}def f(x): return x.as_subclass(Odd)", X)
    assert outcome.kind == "raised"
    assert outcome.error is not None
    assert (outcome.error.type, outcome.error.message) == ("ValueError", "unreadable")
    assert "in __torch_function__" in outcome.error.frames[-1]


def test_a_tensor_without_data_has_its_shape_and_device() -> None:
    outcome = run("def f(x): return x.to('meta')", X)
    assert (outcome.value.shape, outcome.leaves) == (X.shape, (Leaf("tensor", "float64", "meta"),))
    assert np.isnan(outcome.value).all()


@pytest.mark.parametrize(
    "of", ["torch.ones(())", "torch.ones((), dtype=torch.bfloat16)", "torch.tensor(1j).conj()", "torch.tensor(1j).conj().imag"]
)
def test_monsters_are_refused_before_they_are_copied(of: str) -> None:
    outcome = run(f"def f(x): return {of}.expand({ENDLESS})", X)
    assert (outcome.kind, f"[{ENDLESS}], more than 64 MiB" in str(outcome.value)) == ("monster", True)


@pytest.mark.parametrize("grow", ["r.append(r)", "for _ in range(100_000): r = [r]"])
def test_what_is_nested_without_end_is_a_monster_too(grow: str) -> None:
    assert run(f"def f(x):\n  r = []\n  {grow}\n  return r", X).kind == "monster"


def test_where_pytorch_is_missing_there_is_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    assert tensors.equip("cpu") == torch.__version__
    assert torch.are_deterministic_algorithms_enabled()
    assert torch.get_num_threads() == 1
    monkeypatch.setitem(sys.modules, "torch", None)
    assert tensors.equip("cpu") == ""
    assert tensors.describe() == {"torch": "", "cuda": ""}


A, B, C = np.array([1.0, 2.0]), np.array([3.0, 4.0]), np.array([5.0, 7.0])


def pulled(value: Any, arguments: Any, *cotangents: Any) -> list[list[Any]]:
    rows = pull_back(value, arguments, [list(row) for row in cotangents])
    return [[None if gradient is None else gradient.tolist() for gradient in row] for row in rows]


def test_each_row_of_cotangents_is_pulled_back_to_each_argument() -> None:
    x, w, unused, n = give([A, B, C, np.arange(2)], grad=True)
    assert pulled([x * w], {"a": [x], "b": (unused, n, 3, w)}, [A], [C]) == [[[3, 8], None, [1, 4]], [[15, 28], None, [5, 14]]]
    assert pulled((x * x, 3, n, w.sum()), [x, w], [C, np.array(2.0)]) == [[[10, 28], [2, 2]]]


def test_what_is_used_or_returned_twice_counts_twice_and_a_detached_part_not_at_all() -> None:
    x = give(A, grad=True)
    y = x * 3
    assert pulled([y, y], [x], [B, C]) == [[[24, 33]]]
    assert pulled(x + x, [x], [B]) == [[[6, 8]]]
    assert pulled(x, [x], [B]) == [[[3, 4]]]
    assert pulled([y, x.detach() * 2], [x], [B, C]) == [[[9, 12]]]
    assert pulled([y.float(), x * 2], [x], [B, C]) == [[[19, 26]]]


@pytest.mark.parametrize(
    ("result", "row"),
    [
        (lambda x: x.detach(), [B]),
        (lambda x: x > 0, []),
        (lambda x: x * 3, [B[:1]]),
        (lambda x: x * 3, [B[:, None]]),
        (lambda x: x * 3, [B, C]),
        (lambda x: x * 3, []),
        (lambda x: [x * 3, x.sum().item()], [B, np.array(1.0)]),
    ],
)
def test_what_does_not_fit_together_has_no_gradients(result: Callable[[Any], Any], row: list[Any]) -> None:
    x = give(A, grad=True)
    assert pulled(result(x), [x], row) == []
    assert pulled(x * 3, [x.detach(), 3], [B]) == []


def test_a_change_in_place_that_breaks_the_backward_pass_is_reported() -> None:
    x = give(A, grad=True)
    y = x.exp()
    z = y * y
    y += 1
    with pytest.raises(RuntimeError, match="modified by an inplace operation"):
        pull_back(z, [x], [[B]])
