"""What runs in the page's worker, under Pyodide: the visible checks of an exercise, with the verdicts that pytest gives.

There is no process to end in a browser.  So the page is told before every call how long it may take, and what to say
if nothing more is heard; then it ends the whole worker.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

from grader import catalog, words
from grader.backends import backend_of
from grader.conversation import KEPT_OUTPUT
from grader.examples import widened
from grader.exercise import NUMPY, ORDINARY, Call, Check, Exercise, How, Outcome, Result, Verdict
from grader.faults import stopped
from grader.grade import Sitting, checks_of
from grader.inprocess import InProcess
from grader.invocation import describe_call
from grader.worker import LOAD_DEADLINE

Clock = Callable[[float, str], None]


def check(entry: str, source: str, clock: Clock) -> str:
    """Check a file; the answer is JSON, ``{"verdict": ..., "text": ...}``.

    Parameters
    ----------
    entry : the exercise as `exercises/catalog.json` has it, as JSON.
    source : the learner's file.
    clock : called with the seconds that what follows may take, and with the answer to give if it takes longer; with
        zero when it is over.
    """
    exercise = catalog.from_entry(json.loads(entry))
    if backend_of(source.encode()) == "torch":
        return _answer("", words.no_torch_here())
    checks = [one for one in checks_of(exercise) if one.kind == "visible"]
    here = Here(exercise, source.encode(), clock, checks[0])
    sitting = Sitting(exercise, here)
    for one in checks:
        here.check = one
        result = sitting.run(one)
        if result.verdict is not Verdict.PASSED:
            return told(exercise, result)
    return _answer(Verdict.PASSED, words.passed_here(exercise, len(checks)))


def told(exercise: Exercise, result: Result) -> str:
    """The answer for a check that did not pass."""
    text = [words.headline(exercise, result), words.explain(exercise, result), words.next_here(exercise, result)]
    return _answer(result.verdict, "\n".join(text))


def _answer(verdict: str, text: str) -> str:
    return json.dumps({"verdict": str(verdict), "text": text})


class Here(InProcess):
    """The learner's file in this process, with what it prints kept, and a clock that somebody else watches."""

    def __init__(self, exercise: Exercise, source: bytes, clock: Clock, check: Check) -> None:
        self.check = check
        self._exercise, self._clock, self._printed = exercise, clock, Printed()
        self._begin(LOAD_DEADLINE, Outcome("timeout", "loading"))
        try:
            with redirect_stdout(self._printed), redirect_stderr(self._printed):
                super().__init__(source, f"{exercise.name}.py", exercise.name, NUMPY, exercise.about.forbid)
        finally:
            clock(0, "")

    def call(self, args: tuple[Any, ...], kwargs: Mapping[str, Any], how: How = ORDINARY) -> Outcome:
        late = Outcome("timeout")
        self._begin(self._exercise.about.deadline, late, describe_call(self._exercise, Call(args, kwargs, late)))
        try:
            with redirect_stdout(self._printed), redirect_stderr(self._printed):
                outcome = super().call(args, kwargs, how)
        finally:
            self._clock(0, "")
        printed, self._printed = self._printed.text(), Printed()
        return outcome._replace(value=widened(outcome.value), printed=printed)

    def _begin(self, seconds: float, late: Outcome, call: str = "") -> None:
        verdict, finding = stopped(self._exercise, late)
        self._clock(seconds, told(self._exercise, Result(self.check.id, self.check.title, verdict, finding, call)))


class Printed(io.StringIO):
    """The beginning of what is printed."""

    def write(self, text: str) -> int:
        super().write(text[: max(0, KEPT_OUTPUT - self.tell())])
        return len(text)

    def text(self) -> str:
        text = self.getvalue()
        return f"{text}\n... (the rest is not kept)" if len(text) >= KEPT_OUTPUT else text
