"""The nouns of the engine: immutable, importing nothing of ours.  Small ones are named tuples, quicker to define.
Exercise  what an author wrote                    Check     one line of the scoreboard
Setup     what a file is graded with              How       how a call is made
Call      one call, with its Outcome              Finding   what is wrong: facts, never sentences
Result    verdict of one check                    Report    verdict of one exercise
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Literal, NamedTuple


class Verdict(StrEnum):
    """Right, wrong and could-not-tell are three different things; only `broken` is our own fault."""

    PASSED = "passed"
    TODO = "todo"  # not written yet
    WRONG = "wrong"
    RAISED = "raised"
    TIMEOUT = "timeout"
    DIED = "died"  # exited, crashed or ran out of memory
    IMPRECISE = "imprecise"  # right in float64, loses precision in float32
    FORBIDDEN = "forbidden"  # called the builtin it should write
    BROKEN = "broken"  # the kit's fault, never the learner's


@dataclass(frozen=True, eq=False)
class About:
    """What an author says of an exercise besides its statement and its code.

    title : what the exercise builds, as a heading.
    difficulty : 1 (a few lines), 2 (needs thought) or 3 (a long evening).
    points : what the whole exercise is worth; every check carries an equal share.
    needs : ids of exercises worth solving first, e.g. ``("convolution/conv_output_size",)``.
    questions : the interview questions this exercise answers.
    hints : three, each stronger than the one before, 40 to 120 words, none of them the answer.
    forbid : dotted names of library calls that would make it no exercise; "autograd" stands for all ways to PyTorch's.
    skip : battery check, "twin" or "independent" -> why it makes no sense here.
    deadline : seconds one call may take.
    vectorised : whether Python may not loop over the data; `sample` then knows the sizes "large" and "huge" too.
    memory : ``"O(N)"`` where peak memory may not grow faster than the data, from "large" to "huge".
    dtypes : smaller types that it makes sense in too, ``"float16"`` or ``"bfloat16"``: graded on request.
    threads : whether a solution may start threads; processes it never may.
    """

    title: str
    difficulty: int
    points: int
    hints: tuple[str, str, str]
    questions: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    forbid: tuple[str, ...] = ()
    skip: Mapping[str, str] = field(default_factory=dict)
    deadline: float = 3.0
    vectorised: bool = False
    memory: Literal["", "O(N)"] = ""
    dtypes: tuple[str, ...] = ()
    threads: bool = False


class Example(NamedTuple):
    """One `>>>` block of the docstring: source to run and, for its last line, the value that is printed."""

    source: str
    want: str
    raises: str = ""  # "ValueError: ..." where the docstring shows a traceback


class Mistake(NamedTuple):
    """A wrong solution that people really write, and what to tell them."""

    name: str
    message: str
    function: Callable[..., Any]


class Right(NamedTuple):
    """Another right answer, in a clearly different style from the reference."""

    name: str
    function: Callable[..., Any]


class HiddenTest(NamedTuple):
    """A test function of `grader/hidden`, with one set of parametrized values."""

    id: str
    title: str
    function: Callable[..., None]
    arguments: Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Exercise:
    """Everything known of one exercise.  A student's copy has no reference, tests, mistakes or rights."""

    id: str
    about: About
    statement: str
    parameters: tuple[str, ...]
    returns: str  # shape names of the result, e.g. "N O OH OW", or ""
    examples: tuple[Example, ...]
    reference: Callable[..., Any] | None = None
    sample: Callable[..., tuple[Any, ...]] | None = None
    invariant: Callable[..., Any] | None = None  # what right answers share where they draw at random
    tests: tuple[HiddenTest, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    rights: tuple[Right, ...] = ()
    independent: str = ""  # an expression by which a library computes the same
    hidden_elsewhere: int = 0  # checks an instructor will run and this copy cannot
    show: Callable[..., Any] | None = None  # show(function): a picture of its results beside the reference's
    plays: bool = False  # a class: every function here takes a program that uses it, see `grader.program`

    @property
    def topic(self) -> str:
        return self.id.split("/", maxsplit=1)[0]

    @property
    def name(self) -> str:
        return self.id.split("/")[1]


class Setup(NamedTuple):
    """What a learner's file is graded with."""

    backend: Literal["numpy", "torch"] = "numpy"  # what its arguments are: arrays or tensors
    device: str = "cpu"  # where the tensors lie
    dtype: str = ""  # a smaller type that is to be graded too: "float16" or "bfloat16"


class How(NamedTuple):
    """How a call is made, besides its arguments."""

    cotangents: tuple[tuple[Any, ...], ...] = ()  # pull these back to the arguments: rows of arrays shaped like the result
    inert: tuple[int, ...] = ()  # floating-point arguments, counted, that nothing is pulled back to
    cast: str = ""  # floating-point tensors arrive in this type
    measure: Literal["", "steps", "memory"] = ""
    first: bool = False  # of its check: results of earlier checks are forgotten
    plays: bool = False  # as in Exercise


NUMPY, ORDINARY = Setup(), How()


class Error(NamedTuple):
    """An exception of the learner's code, as plain text: it never reaches us as an object."""

    type: str
    bases: tuple[str, ...]  # names of the builtin classes that it is an instance of, nearest first
    message: str
    frames: tuple[str, ...] = ()  # "line 12, in conv2d: y[n] = ..." of the learner's own file


OutcomeKind = Literal[
    "returned",  # value holds plain data
    "raised",  # error says what
    "forbidden",  # error says which call
    "unloadable",  # the file could not be compiled or imported, or defines no such function
    "timeout",
    "exited",
    "killed",  # status is the exit status, or the signal
    "monster",  # the result is too large to look at
    "garbled",  # the process answered nonsense
]


class Leaf(NamedTuple):
    """What one part of a result was before it became plain data."""

    kind: str = ""  # "tensor", "array", or empty for everything else
    dtype: str = ""
    device: str = ""
    attached: bool = False  # autograd knows how it was made


class Outcome(NamedTuple):
    """What came back from one call of the learner's function."""

    kind: OutcomeKind
    value: Any = None
    error: Error | None = None
    mutated: tuple[str, ...] = ()  # names of the arguments that were changed
    printed: str = ""
    status: int = 0
    leaves: tuple[Leaf, ...] = ()  # of a tensor solution: one for each leaf of the value
    gradients: tuple[tuple[Any, ...], ...] = ()  # for each row of cotangents: one array, or None, for each argument array
    measured: int = 0  # Python steps or bytes
    aliased: tuple[str, ...] = ()  # names of the arguments, or `memory.EARLIER`, that the result shares memory with
    drawn: tuple[str, ...] = ()  # names of the random generators that have moved on


class Call(NamedTuple):
    """One call: private copies of its arguments, and its outcome."""

    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]
    outcome: Outcome
    cast: str = ""  # as in How


class Finding(NamedTuple):
    """What is wrong, as facts.  `kind` picks the sentence in `grader.words`, `facts` fill it."""

    kind: str
    facts: Mapping[str, Any] = MappingProxyType({})


class Check(NamedTuple):
    """One thing that is checked.  `run(yours, rng)` returns nothing or raises."""

    id: str
    title: str
    kind: Literal["visible", "battery", "hidden"]
    run: Callable[[Any, Any], None]


class Result(NamedTuple):
    """The verdict of one check."""

    check: str
    title: str
    verdict: Verdict
    finding: Finding | None = None
    call: str = ""  # "conv2d(x[2,3,7,5], weight[4,3,3,2], bias[4], stride=2)"
    cause: Mistake | None = None
    printed: str = ""


@dataclass(frozen=True, eq=False)
class Report:
    """The verdict of one exercise.  Same file, same seed, same versions: the same Report."""

    exercise: str
    results: tuple[Result, ...]
    max_points: int
    seed: int
    versions: Mapping[str, str] = field(default_factory=dict)
    confinement: tuple[str, ...] = ()
    setup: Setup = NUMPY
    hidden_elsewhere: int = 0  # checks that only an instructor's copy can run

    @property
    def passed(self) -> int:
        return sum(result.verdict is Verdict.PASSED for result in self.results)

    @property
    def points(self) -> float:
        return round(self.max_points * self.passed / len(self.results), 2) if self.results else 0.0
