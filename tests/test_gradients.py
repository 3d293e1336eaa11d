"""Where autograd is cut off, or its gradients are wrong, a learner hears exactly that; a right answer in any style passes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from toys import toy

from grader.exercise import Setup, Verdict
from grader.grade import grade
from grader.inprocess import InProcess


def judged(source: str, seed: int = 0, **parts: Any) -> tuple[Verdict, str, dict[str, Any]]:
    """Verdict, kind and facts of the check alone, on a file that defines `f` and is given tensors."""
    worker = InProcess(f"import torch\n{source}".encode(), "f.py", "f", Setup("torch"))
    (result,) = grade(toy(**parts), worker, seed, only=["gradients_flow"]).results
    return result.verdict, result.finding.kind if result.finding else "", dict(result.finding.facts) if result.finding else {}


def told(source: str, **parts: Any) -> tuple[str, dict[str, Any]]:
    """Kind and facts of what a wrong answer is told."""
    verdict, kind, facts = judged(source, **parts)
    assert verdict is Verdict.WRONG
    return kind, facts


def passes(source: str, **parts: Any) -> None:
    assert judged(source, **parts) == (Verdict.PASSED, "", {})


def given(*arrays: Any) -> Any:
    return lambda rng, size="small": arrays


def normal(*shapes: tuple[int, ...]) -> Any:
    return lambda rng, size="small": tuple(rng.normal(size=shape) for shape in shapes)


# Two arguments of the same shape: to take one for the other is to be noticed.
PAIR: dict[str, Any] = {"reference": lambda x, w: x * np.tanh(w), "sample": normal((3, 4), (3, 4)), "parameters": ("x", "w")}
LAYERS: dict[str, Any] = {
    "reference": lambda x, n, params, scale: (x @ params["w"][0] + params["w"][1]) * params["b"] / n * scale,
    "sample": lambda rng, size="small": (
        rng.normal(size=(3, 4)),
        np.array([2, 4]),
        {"w": [rng.normal(size=(4, 2)), rng.normal(size=2)], "step": 3, "b": rng.normal(size=2)},
        rng.normal(size=1)[0],
    ),
    "parameters": ("x", "n", "params", "scale"),
}
# A backward pass of one's own.
OWN = """
class Means(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.shape = x.shape
        return x.mean(1)
    @staticmethod
    def backward(ctx, g):
        right = g[:, None].expand(ctx.shape) / ctx.shape[1]
        return {backward}
def f(x): return Means.apply(x)
"""


@pytest.mark.parametrize(
    "result",
    [
        "x.mean(1).detach()",
        "x.detach_().mean(1)",
        "torch.no_grad()(torch.mean)(x, 1)",
        "torch.from_numpy(x.detach().numpy().mean(1))",
        "torch.tensor([row.mean().item() for row in x], dtype=x.dtype)",
    ],
)
def test_a_result_from_which_no_way_leads_back_is_detached(result: str) -> None:
    assert told(f"def f(x): return {result}") == ("detached", {})


def test_a_number_of_pythons_own_is_detached() -> None:
    assert told("def f(x): return x.sum().item()", reference=lambda x: x.sum()) == ("detached", {})
    assert told("def f(x): return x.sum().tolist()", reference=lambda x: float(x.sum())) == ("detached", {})
    passes("def f(x): return x.sum()", reference=lambda x: x.sum())


@pytest.mark.parametrize("cut", ["detach()", "data", "clone().detach()", "detach_()", "requires_grad_(False)"])
@pytest.mark.parametrize("name", ["x", "w"])
def test_an_argument_that_is_cut_off_is_named(name: str, cut: str) -> None:
    assert told(f"def f(x, w):\n  {name} = {name}.{cut}\n  return x * torch.tanh(w)", **PAIR) == ("cut", {"name": name})


def test_a_gradient_of_nothing_but_zeros_is_wrong_and_shown() -> None:
    kind, facts = told("def f(x, w): return x.detach() * torch.tanh(w) + 0 * x", **PAIR)
    assert (kind, facts["name"], facts["index"], facts["got"]) == ("gradient", "x", (0, 0), 0.0)


NAMES = {"x": "x", "p['w'][0]": "params['w'][0]", "p['w'][1]": "params['w'][1]", "p['b']": "params['b']", "s": "scale"}


@pytest.mark.parametrize(("part", "name"), NAMES.items(), ids=NAMES.values())
def test_parts_of_lists_and_dicts_are_named_as_a_learner_writes_them(part: str, name: str) -> None:
    body = "return (x @ p['w'][0] + p['w'][1]) * p['b'] / n * s"
    passes(f"def f(x, n, p, s): {body}", **LAYERS)
    assert told(f"def f(x, n, p, s): {body.replace(part, f'{part}.detach()')}", **LAYERS) == ("cut", {"name": name})


def test_one_part_of_a_result_that_is_detached_makes_a_wrong_gradient() -> None:
    """A statistic, kept beside the result, through which gradients should flow too; what is an integer needs none."""
    statistics = {"reference": lambda x: (x.mean(1), x.std(1), x.argmax(1))}
    right = "def f(x): return x.mean(1), x.std(1, correction=0), x.argmax(1)"
    passes(right, **statistics)
    for call in ("x.mean(1)", "x.std(1, correction=0)"):
        kind, facts = told(right.replace(call, f"{call}.detach()"), **statistics)
        assert (kind, facts["name"], facts["index"]) == ("gradient", "x", (0, 0))
        assert abs(facts["got"] - facts["expected"]) > 1e-3


@pytest.mark.parametrize("order", ["'mean': x.mean(1), 'last': x[:, -1]", "'last': x[:, -1], 'mean': x.mean(1)"])
def test_entries_of_a_dict_go_by_name_and_not_by_order(order: str) -> None:
    passes(f"def f(x): return {{{order}}}", reference=lambda x: {"mean": x.mean(1), "last": x[:, -1]})


def test_a_gradient_that_is_wrong_is_shown_where_it_is() -> None:
    kind, facts = told(OWN.format(backward="-right"))
    assert (kind, facts["name"], facts["index"], list(facts)) == ("gradient", "x", (0, 0), ["name", "index", "got", "expected"])
    assert facts["got"] == pytest.approx(-facts["expected"], rel=1e-6)
    assert abs(facts["got"]) > 1e-3
    kind, facts = told(OWN.format(backward="right.index_fill(1, torch.tensor([2]), 0.0)"))
    assert (kind, facts["name"], facts["index"], facts["got"]) == ("gradient", "x", (0, 2), 0.0)
    tiny = OWN.format(backward="right * (1 + 1e-4)")
    assert told(tiny)[1]["got"] == pytest.approx(told(tiny)[1]["expected"] * (1 + 1e-4), rel=1e-6)


def test_a_gradient_of_a_single_number_has_no_index() -> None:
    scaled = {**PAIR, "reference": lambda x, w: x * w, "sample": lambda rng, size="small": (rng.normal(size=3), np.float64(0.5))}
    kind, facts = told("def f(x, w): return 2 * x * w.detach() - x * w", **scaled)
    assert (kind, facts["name"], facts["index"]) == ("gradient", "w", ())
    assert facts["got"] == pytest.approx(-facts["expected"], rel=1e-6)


def test_a_wrong_gradient_beyond_what_is_searched_is_told_without_a_place() -> None:
    wrong = OWN.format(backward="right.index_fill(0, torch.tensor([59]), 0.0)")
    assert told(wrong, sample=normal((60, 40))) == ("gradient", {"name": "x", "index": (), "got": None, "expected": None})


def test_a_backward_pass_that_does_not_multiply_by_what_comes_in_is_told_so() -> None:
    assert told(OWN.format(backward="torch.ones_like(right) / 4")) == ("cotangent", {"name": "x"})
    assert told(OWN.format(backward="None")) == ("cut", {"name": "x"})


def test_a_root_that_is_hidden_by_where_has_a_gradient_of_nan() -> None:
    """The classic trap: the branch that is not taken is differentiated too."""
    parts = {"reference": lambda x: np.sqrt(np.maximum(x, 0)), "sample": given(np.array([[4.0, -1.0, 9.0]]))}
    passes("def f(x): return torch.where(x > 0, x, 1).sqrt() * (x > 0)", **parts)
    kind, facts = told("def f(x): return torch.where(x > 0, x.sqrt(), 0.0)", **parts)
    assert (kind, facts["name"], facts["index"], str(facts["got"])) == ("gradient", "x", (0, 1), "nan")
    assert facts["expected"] == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize("number", ["inf", "nan"])
def test_a_gradient_that_is_not_finite_is_shown_where_it_is(number: str) -> None:
    kind, facts = told(OWN.format(backward=f"right.index_fill(0, torch.tensor([1]), float('{number}'))"))
    assert (kind, facts["name"], facts["index"], str(facts["got"])) == ("gradient", "x", (1, 0), number)


def test_what_breaks_off_on_the_way_back_is_shown() -> None:
    in_place = "def f(x, w):\n  t = torch.tanh(w)\n  y = x * t\n  t += 1\n  return y"
    kind, facts = told(in_place, **PAIR)
    assert (kind, facts["type"], "modified by an inplace operation" in facts["message"]) == ("backward", "RuntimeError", True)
    kind, facts = told(OWN.format(backward="g[:, None]"))
    assert (kind, facts["type"], "invalid gradient" in facts["message"]) == ("backward", "RuntimeError", True)
    wanted = {"type": "IndexError", "message": "list index out of range", "frames": ["line 11, in backward: return [][0]"]}
    assert told(OWN.format(backward="[][0]")) == ("backward", wanted)


@pytest.mark.parametrize("body", ["return x.numpy().mean(1)", "return x.sub_(1).mean(1)"])
def test_what_autograd_forbids_is_raised_by_the_learner(body: str) -> None:
    verdict, _, facts = judged(f"def f(x): {body}")
    assert (verdict, facts["type"], facts["frames"]) == (Verdict.RAISED, "RuntimeError", [f"line 2, in f: def f(x): {body}"])


def test_a_wrong_result_is_told_before_its_gradients() -> None:
    assert told("def f(x): return x.sum(1).detach()")[0] == "value"
    assert told("def f(x): return x.mean(1).float()")[0] == "dtype"


STYLES = [
    ("def f(x): return x.mean(1)", {}),
    ("def f(x): return torch.stack([sum(row) / len(row) for row in x])", {}),
    (OWN.format(backward="right"), {}),
    ("def f(x, w): return x * (1 - 2 / (torch.exp(2 * w) + 1))", PAIR),
    ("def f(x): return x", {"reference": lambda x: x.copy()}),
    ("def f(x):\n  y = x * x\n  return [y, y]", {"reference": lambda x: (x * x, x * x)}),
    ("def f(x): return x * 3", {"reference": lambda x: x * 3, "sample": given(np.zeros((0, 3)))}),
    ("def f(x): return torch.sign(x)", {"reference": np.sign}),
    ("def f(x, w): return torch.from_numpy(w.numpy() < 0.5) * x", {**PAIR, "reference": lambda x, w: (w < 0.5) * x}),
    ("def f(x): return x.mean(1)", {"sample": lambda rng, size="small": (rng.normal(size=(3, 4)).astype(np.float32),)}),
]


@pytest.mark.parametrize(("source", "parts"), STYLES, ids=range(len(STYLES)))
@pytest.mark.parametrize("seed", range(3))
def test_a_right_answer_in_any_style_passes(source: str, parts: dict[str, Any], seed: int) -> None:
    passes(source, seed=seed, **parts)


@pytest.mark.parametrize("more", ["", " + 0 * w"])
def test_where_nothing_depends_on_an_argument_no_gradient_is_needed(more: str) -> None:
    passes(f"def f(x, w): return 2 * x{more}", **{**PAIR, "reference": lambda x, w: 2 * x})


def softmax_shifted(x: Any, shift: Any) -> Any:
    e = np.exp(x + shift[:, None])
    return e / e.sum(1, keepdims=True)


@pytest.mark.parametrize("shifted", ["x + shift[:, None]", "x"])
@pytest.mark.parametrize("seed", range(3))
def test_a_gradient_that_cancels_to_zero_may_come_as_zero_as_rounding_or_not_at_all(shifted: str, seed: int) -> None:
    """A shift does not change a softmax, whether it is written down or left out."""
    parts = {"reference": softmax_shifted, "sample": normal((3, 4), (3,)), "parameters": ("x", "shift")}
    passes(f"def f(x, shift): return torch.softmax({shifted}, 1)", seed=seed, **parts)


@pytest.mark.parametrize("near", [0.0, 1e-6, -3e-5])
@pytest.mark.parametrize("relu", ["x.clamp(min=0)", "torch.relu(x)", "torch.where(x > 0, x, 0.0)", "x * (x > 0)"])
def test_a_sample_with_a_kink_nearby_is_drawn_again(relu: str, near: float) -> None:
    samples = [np.full((2, 8), near)] * 4 + [np.array([[-1.0, 2.0]])] * 8
    passes(f"def f(x): return {relu}", reference=lambda x: np.maximum(x, 0), sample=lambda rng, size="small": (samples.pop(0),))
    assert len(samples) < 8


def whole(x: Any) -> Any:
    if (x % 1).any():
        raise ValueError("whole numbers only")
    return np.maximum(x, 0)


@pytest.mark.parametrize(
    ("reference", "x"),
    [(lambda x: np.maximum(x, 0), 0.0), (lambda x: np.maximum(x, 0), 1e-6), (lambda x: x + np.round(x * 1e5), 1.0), (whole, 1.0)],
    ids=["kink", "kink nearby", "steps", "refuses"],
)
def test_a_reference_without_a_derivative_is_our_fault(reference: Any, x: float) -> None:
    verdict, kind, facts = judged("def f(x): return torch.relu(x)", reference=reference, sample=given(np.full((2, 8), x)))
    assert (verdict, kind) == (Verdict.BROKEN, "broken")
    assert "no derivative at its own sample; skip gradients_flow, and say why" in facts["traceback"]
