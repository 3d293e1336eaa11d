"""A forbidden call is seen whatever path it takes, it is named with the learner's line, and nothing else is stopped."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, Literal

import numpy as np
import pytest
from conftest import ROOT, load

from grader import catalog, submission
from grader.exercise import ORDINARY, Exercise, How, Outcome, Setup, Verdict
from grader.grade import grade
from grader.inprocess import InProcess
from grader.launch import Launchers
from grader.sentences import what_happened
from grader.trial import sample
from grader.worker import Process

Twice = Callable[[str, str], list[Outcome]]
X = np.linspace(-1.0, 1.0, 12).reshape(4, 3)
TWINS = [
    exercise
    for exercise in map(load, catalog.exercise_ids(ROOT))
    if exercise.about.forbid and catalog.twin_of(catalog.solution_file(ROOT, exercise.id)).is_file()
]
TORCH = "import functools, operator, torch\nfrom torch import nn\nfrom torch.nn import functional as F\naten = torch.ops.aten\n"
FORBID = {
    "softmax": ("torch.softmax", "torch.nn.functional.softmax", "torch.nn.Softmax"),
    "relu": ("torch.relu", "torch.nn.functional.relu", "torch.nn.ReLU"),
    "sigmoid": ("torch.sigmoid", "torch.nn.functional.sigmoid", "torch.nn.Sigmoid"),
    "dropout": ("torch.nn.functional.dropout", "torch.dropout", "torch.nn.Dropout"),
    "linear": ("torch.nn.Linear", "torch.nn.functional.linear"),
    "conv": ("torch.nn.functional.conv2d", "torch.conv2d", "torch.nn.Conv2d"),
    "clip": ("torch.nn.utils.clip_grad_norm_", "torch.nn.utils.clip_grads_with_norm_", "torch.nn.utils.get_total_norm"),
    "grad": (
        *("torch.autograd.grad", "torch.autograd.backward", "torch.autograd.functional", "torch.Tensor.backward"),
        *("torch.func.grad", "torch.func.vjp", "torch.func.jacrev"),
    ),
    "SciPy": ("scipy.special.softmax", "scipy.special.expit"),
}
# What is forbidden, by its name above or its own; what the function returns; behind `as`, for some, what the learner is
# told to be forbidden and called; behind `where` what stands before the function.
SEEN = """
    softmax  torch.softmax(x, -1)
    softmax  x.softmax(-1)  as  torch.softmax: Tensor.softmax
    softmax  torch.Tensor.softmax(x, -1)
    softmax  F.softmax(x, -1)  as  torch.nn.functional.softmax: torch.nn.functional.softmax
    softmax  nn.Softmax(-1)(x)  as  torch.nn.Softmax: torch.nn.Softmax
    softmax  m(x)  where  m = nn.Softmax(-1)
    softmax  torch.special.softmax(x, -1)
    sigmoid  torch.special.expit(x)  as  torch.sigmoid: torch.ops.aten.sigmoid
    relu     x.clone().relu_()  as  torch.relu: Tensor.relu_
    relu     F.relu(x.clone(), inplace=True)
    sigmoid  torch.sigmoid(x, out=torch.empty_like(x))
    sigmoid  torch._foreach_sigmoid([x])[0]
    softmax  aten.softmax.int(x, -1)
    softmax  aten._softmax(x, -1, False)
    softmax  aten._safe_softmax(x, -1)
    sigmoid  aten.sigmoid_(x.clone())
    dropout  torch.native_dropout(x, 0.5, True)[0]
    dropout  aten.dropout(x, 0.5, True)
    linear   aten.linear(x, x)
    conv     aten._slow_conv2d_forward(x[None, None], x[None, None], [4, 3], None, [1, 1], [0, 0])[0, 0]
    softmax  g(x)  where  @torch.jit.script;  def g(x): return torch.softmax(x, -1)
    softmax  torch.vmap(lambda row: torch.softmax(row, -1))(x)
    softmax  torch.vmap(lambda row: aten._softmax(row, -1, False))(x)
    softmax  exec("import torch; y = torch.softmax(x, -1)", d := {"x": x}) or d["y"]
    softmax  getattr(torch, "soft" + "max")(x, -1)
    softmax  s(x, -1)  where  from torch import softmax as s
    softmax  s(x)  where  s = functools.partial(torch.softmax, dim=-1)
    softmax  s(x)  where  s = functools.partial(F.softmax, dim=-1)
    dropout  s(x)  where  s = functools.partial(torch.dropout, p=0.5, train=True)
    linear   s(x)  where  s = functools.partial(F.linear, weight=torch.ones(2, 3).double())
    softmax  s(x)  where  s = operator.methodcaller("softmax", -1)
    softmax  torch.stack([torch.softmax(row, -1) for row in x])
    softmax  torch.stack(tuple(row.softmax(-1) for row in x))
    softmax  torch.stack(list(map(lambda row: torch.softmax(row, -1), x)))
    relu     torch.stack(list(map(torch.relu, x)))
    softmax  P(1).submit(lambda: torch.softmax(x, -1)).result()  where  from concurrent.futures import ThreadPoolExecutor as P
    softmax  torch.distributions.Categorical(logits=x).probs
    conv     F.conv2d(x[None, None], x[None, None])[0, 0]
    conv     F.conv1d(x[None], x[None])[0]
    clip     torch.nn.utils.clip_grad_norm_([x], 1.0)
    clip     torch.nn.utils.get_total_norm([x])
    clip     torch.nn.utils.clip_grads_with_norm_([x], 1.0, torch.ones(1)) or x
    grad     torch.autograd.grad((x.requires_grad_() ** 2).sum(), x)[0]
    grad     torch.autograd.backward((x.requires_grad_() ** 2).sum()) or x.grad
    grad     (x.requires_grad_() ** 2).sum().backward() or x.grad
    grad     torch.func.grad(torch.sum)(x)  as  torch.func.grad: torch.func.grad
    grad     slope(x)  as  torch.func.jacrev: torch.func.jacrev  where  slope = torch.func.jacrev(torch.sum)
    grad     torch.func.vjp(torch.sum, x)[0]  as  torch.func.vjp: torch.func.vjp
    grad     torch.autograd.functional.jvp(torch.exp, x, x)  as  torch.autograd.functional: torch.autograd.functional.jvp
    grad     jacobian(torch.sum, x)  where  from torch.autograd.functional import jacobian
    torch    torch.conv1d(torch.zeros(1, 1, 9), torch.zeros(1, 1, 3)).shape[-1]
    torch    m(torch.ones(1, 4, 4))  where  m = nn.MaxPool2d(2)
    numpy.convolve            np.convolve(x[0], x[1])
    numpy.linalg              np.linalg.norm(x)
    numpy.vectorize           np.vectorize(abs)(x)
    numpy.dot                 np.dot(x, x.T)
    numpy.dot                 d(x)  where  import functools;  d = functools.partial(np.dot, np.eye(4))
    numpy.dot                 list(map(np.dot, x, x))
    numpy.dot                 x.dot(x.T)  as  numpy.dot: ndarray.dot
    numpy.ndarray.dot         np.ndarray.dot(x, x.T)
    numpy.cumsum              x.cumsum()
    numpy.random.permutation  np.random.permutation(3)
    numpy.logaddexp           np.logaddexp(x, x)
    numpy.logaddexp           a(x, x)  where  from numpy import logaddexp as a
    numpy.logaddexp           np._core.umath.logaddexp(x, x)
    numpy.logaddexp           np.logaddexp.reduce(x)  as  numpy.logaddexp: numpy.logaddexp.reduce
    SciPy  scipy.special.softmax(x)  as  scipy.special.softmax: scipy.special.softmax  where  import scipy.special
    SciPy  s(x)  where  from scipy.special import softmax as s
    SciPy  importlib.import_module("scipy.special").softmax(x)  where  import importlib
    SciPy  h(None)  as  scipy.special.softmax: sys.setprofile  where  import scipy.special;  from sys import setprofile as h
    SciPy  s(x)  where  import sys;  from scipy.special import softmax as s;  sys.setprofile = print
    SciPy  expit(x)  as  scipy.special.expit: scipy.special.expit  where  from scipy.special import expit
    scipy.signal   s.convolve2d(x, x)  where  from scipy import signal as s
    scipy          s(x)  where  from scipy.special import softmax as s
    scipy.ndimage  c.find_objects(np.eye(3, dtype=int), 1)  where  from scipy.ndimage import _nd_image as c
""".strip().splitlines()
ALLOWED = """
    softmax  x.exp() / x.exp().sum(-1, keepdim=True)
    softmax  softmax(x)  where  def softmax(x): return x.exp()
    softmax  Net().softmax(x)  where  class Net: softmax = lambda self, x: x.exp()
    softmax  Softmax()(x)  where  class Softmax(nn.Module): forward = lambda self, x: x.exp()
    softmax  x * 2  where  m = nn.Softmax(-1);  s = torch.softmax  # torch.softmax(x)
    softmax  x * table  where  table = torch.softmax(torch.ones(3), -1)
    sigmoid  F.logsigmoid(x) + F.log_softmax(x, -1)
    relu     F.leaky_relu(x).clamp(min=0)
    dropout  torch.bernoulli(x.abs())
    linear   torch.addmm(x[:, 0], x, x.T)
    conv     F.max_pool2d(F.unfold(x[None, None], 2)[None], 2)
    clip     torch.nn.utils.clip_grad_value_(p, 1.0) or x  where  p = torch.ones(3, requires_grad=True);  p.sum().backward()
    grad     torch.gradient(x)[0]
    grad     (x.requires_grad_() * 2).detach().requires_grad_(False)
    grad     grad(vjp(x))  where  def grad(y): return y;  backward = vjp = grad
    grad     G.apply(x)  where  class G(torch.autograd.Function): forward = backward = lambda ctx, x: x * 2
    numpy.dot        dot(x, x)  where  def dot(a, b): return (a * b).sum()
    numpy.dot        Net().dot(x)  where  class Net: dot = lambda self, x: x * 2
    numpy.dot        np.vdot(x, x) * (x @ x.T)
    numpy.logaddexp  x + one * np.logaddexp.nin  where  one = np.logaddexp(1.0, 2.0) + np.logaddexp.reduce([1.0, 2.0])
    SciPy            x * 2  # scipy.special.expit(x)
    SciPy            expit(x)  where  def expit(x): return 1 / (1 + np.exp(-x))
    SciPy            scipy.special.erf(x)  where  import scipy.special
    scipy            x * 2  where  import scipy.special
""".strip().splitlines()
HELPER = "def g(x):\n    return torch.softmax(x, -1)  # here\ndef f(x):\n    return g(x)"
FUNCTION = "class G(torch.autograd.Function):\n    def forward(ctx, x):\n        return x.softmax(-1)  # here\nf = G.apply"
SWALLOWED = "def f(x):\n    try:\n        x.relu()  # here\n    except BaseException:\n        return x.relu()"


def row(line: str) -> Any:
    """What is forbidden, a file in which `# here` marks the line that a learner is to be shown, and what it is to be told."""
    forbid, rest = line.split(maxsplit=1)
    rest, _, before = rest.partition("  where  ")
    expression, _, told = rest.partition("  as  ")
    source = before.replace(";  ", "\n") + f"\ndef f(x):\n    return {expression}  # here\n"
    return pytest.param(forbid, source, told, id=" ".join(line.split()))


@pytest.fixture
def twice(launchers: Launchers) -> Twice:
    """Two calls; of NumPy in a process of its own, because guards stay in the place of ufuncs for as long as it lives."""

    def calls(forbid: str, source: str) -> list[Outcome]:
        if forbid in FORBID.keys() - {"SciPy"} or forbid == "torch":
            return here(forbid, source)
        names, text = FORBID.get(forbid, (forbid,)), f"import numpy as np\n{source}".encode()
        worker = Process(text, "f.py", "f", launchers.of("numpy"), 10.0, forbid=names)
        outcomes = [worker.call((X,), {}) for _ in "ab"]
        worker.close()
        return outcomes

    return calls


def here(forbid: str, source: str, calls: int = 2, how: How = ORDINARY) -> list[Outcome]:
    worker = InProcess((TORCH + source).encode(), "f.py", "f", Setup("torch"), FORBID.get(forbid, (forbid,)))
    return [worker.call((X,), {}, how) for _ in range(calls)]


@pytest.mark.parametrize(
    ("forbid", "source", "told"),
    [*map(row, SEEN), ("softmax", HELPER, ""), ("softmax", FUNCTION, ""), ("relu", SWALLOWED, "torch.relu: Tensor.relu")],
)
def test_a_forbidden_call_is_seen_and_named(forbid: str, source: str, told: str, twice: Twice) -> None:
    for outcome in twice(forbid, source):
        assert outcome.kind == "forbidden", outcome
        assert outcome.error is not None
        assert outcome.error.type in FORBID.get(forbid, (forbid,))
        assert [frame.endswith("# here") for frame in outcome.error.frames] == [True]
        assert not told or f"{outcome.error.type}: {outcome.error.message}" == told


@pytest.mark.parametrize(("forbid", "source", "told"), list(map(row, ALLOWED)))
def test_what_is_not_forbidden_passes(forbid: str, source: str, told: str, twice: Twice) -> None:
    assert not told
    assert [(outcome.kind, outcome.error) for outcome in twice(forbid, source)] == [("returned", None)] * 2


def test_an_import_may_be_all_that_is_seen(twice: Twice) -> None:
    outcomes = twice("SciPy", "def f(x): return __import__('sci' + 'py.special').special.expit(x)")
    assert [(o.kind, o.error and o.error.message) for o in outcomes] == [
        ("forbidden", "a hidden import of scipy"),
        ("forbidden", "scipy.special.expit"),  # watched from now on
    ]


def test_a_library_that_imports_a_forbidden_one_accuses_nobody() -> None:
    source = "import importlib\nimportlib.import_module('sci' + 'py.special')\ndef f(x): return x * 2"
    assert [outcome.kind for outcome in here("SciPy", source, 2)] == ["returned", "returned"]


def test_a_second_call_is_watched_and_a_third_one_not_blamed_for_it() -> None:
    source = "calls = []\ndef f(x):\n    calls.append(x)\n    return x.relu() if len(calls) == 2 else x * 2"
    assert [outcome.kind for outcome in here("relu", source, 3)] == ["returned", "forbidden", "returned"]


@pytest.mark.parametrize("expression", ["x * 2", "torch.relu(x)", "1 / 0"])
def test_nobody_is_watched_after_a_call(expression: str) -> None:
    here("relu", f"def f(x): return {expression}")
    assert sys.getprofile() is None
    assert sys.modules["torch"].relu(sys.modules["torch"].ones(1)).item() == 1.0


def test_the_kit_itself_may_use_autograd() -> None:
    (outcome,) = here("grad", "def f(x): return x * x", 1, How(cotangents=((np.ones_like(X),),)))
    assert outcome.kind == "returned"
    assert np.allclose(outcome.gradients[0][0], 2 * X)


@pytest.mark.parametrize("twin", TWINS, ids=[e.id for e in TWINS])
def test_a_twin_calls_nothing_that_its_exercise_forbids(twin: Exercise) -> None:
    worker = InProcess(submission.twin(ROOT, twin.id).encode(), "f.py", twin.name, Setup("torch"), twin.about.forbid)
    assert worker.call(sample(twin, np.random.default_rng(0)), {}).kind == "returned"


@pytest.mark.parametrize(("backend", "library"), [("numpy", "scipy.special"), ("torch", "torch")])
def test_every_check_says_forbidden(backend: Literal["numpy", "torch"], library: str, launchers: Launchers) -> None:
    exercise, line = load("activations/softmax"), f"return {library}.softmax(x / temperature, dim)"
    source = f"import {library}\ndef softmax(x, dim=-1, temperature=1.0):\n    {line}".encode()
    worker = Process(source, "f.py", "softmax", launchers.of(backend), 10.0, Setup(backend), exercise.about.forbid)
    results = grade(exercise, worker).results
    worker.close()
    assert {result.verdict for result in results} == {Verdict.FORBIDDEN}
    told = [f"used {library}.softmax, which this exercise does not allow.", f"    line 3, in softmax: {line}"]
    assert [what_happened(exercise, result.finding) for result in results if result.finding] == [told] * len(results)
