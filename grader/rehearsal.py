"""Asks at once what every file is asked one by one, and judges the same replies once.

Which calls a check makes depends on the exercise, the check and the seed alone, until it calls with something that a
learner's function gave it.  So most of them are known from the last file that passed the check, and a process can be sent
them all, and answer them all, with no word in between.  A check then runs as ever; only its calls find their replies there.
Where it asks anything else, or the process was not quiet, that call is made when it is asked for.

What a check makes of replies is always the same.  So if they are those of an earlier file, to the bit, its result is known.
What that file was asked besides is asked again, and has to have the same answers.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from grader import layout, warm, wire
from grader.conversation import decoded
from grader.exercise import ORDINARY, Call, Check, Exercise, How, Outcome, Report, Result, Setup, Verdict
from grader.grade import EXPLICABLE, Sitting, checks_of, report_of
from grader.recall import Memory, Unkeyed, key_of
from grader.replies import Stop, outcome_of, printed_in, remember
from grader.worker import Process, request_for
from grader.yours import private_copy

ALL_CAUSES, ONE_CAUSE = "", " "  # what is known of a whole file, where it stands for the name of a check
KNOWN = Memory(64 * 2**20)  # results and the calls that are kept with them, of all exercises
MOST_ASKED = 2 * 2**20  # bytes of requests that are made at once
LARGE = MOST_ASKED // 8  # bytes of one that is better made when it is asked for


class Script(NamedTuple):
    """What is asked at once: the requests of each check, and the message that holds them all."""

    asked: Mapping[str, tuple[bytes, ...]]
    message: bytes


NOTHING = Script({}, b"")


class Said(NamedTuple):
    """A call that was made when it was asked for, and what came back."""

    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]
    how: How
    outcome: Outcome
    key: Any  # what tells the outcome from others


class Known(NamedTuple):
    """What came of replies that are known: results, and the calls that a diagnosis looks at later."""

    results: tuple[Result, ...]
    calls: tuple[Call, ...]
    said: tuple[Said, ...] = ()  # the same replies, and the same answers to these calls


class Rehearsal:
    """What is known of an exercise after some files were graded: what each check asks, and what it makes of the replies."""

    def __init__(self, exercise: Exercise, setup: Setup, seed: int, memory: Memory = KNOWN) -> None:
        self.exercise, self.setup, self.seed = exercise, setup, seed
        self.checks = checks_of(exercise, setup)
        self._asked: dict[str, tuple[bytes, ...]] = {}
        self._script = NOTHING
        self._memory = memory

    def script(self) -> Script:
        """The requests that are known, by check, as many as may be made at once."""
        room, chosen = MOST_ASKED, {}
        for check in self.checks:
            asked = self._asked.get(check.id, ())
            room -= sum(map(len, asked))
            if room < 0:
                break
            chosen[check.id] = asked
        if chosen != self._script.asked:
            requests = [wire.decode(request) for asked in chosen.values() for request in asked]
            self._script = Script(chosen, wire.encode({"at_once": requests}))
        return self._script

    def learn(self, check: str, asked: Sequence[bytes]) -> None:
        """A check was passed that has made these calls first; what others were asked too is what every file is asked."""
        before = self._asked.get(check, tuple(asked))
        same = [one == other for one, other in zip(before, asked, strict=False)]
        self._asked[check] = before[: [*same, False].index(False)]

    def known(self, of: str, replies: bytes) -> Known | None:
        """What came of these replies, to a check or to all of them."""
        key = self, of, replies
        found: Known | None = self._memory[key] if key in self._memory else None
        return found

    def keep(self, of: str, replies: bytes, known: Known) -> None:
        made: list[Call | Said] = [*known.calls, *known.said]
        size = layout.size([[call.args, call.kwargs, call.outcome.value] for call in made])
        self._memory.keep((self, of, replies), known, size)


@cache
def rehearsal_of(root: Path, exercise: str, setup: Setup, seed: int, points: int = 0) -> Rehearsal:
    return Rehearsal(warm.loaded(root, exercise, points), setup, seed)


class Performance:
    """A learner's process, which is asked at once what is known that it will be asked.  A `Worker`."""

    def __init__(self, process: Process, script: Script) -> None:
        self.setup = process.setup
        self._process = process
        self._asked = script.asked
        count = sum(map(len, script.asked.values()))
        replies = process.at_once(script.message, count) if count else []
        self.replies: dict[str, tuple[bytes, ...]] = {}
        if replies:
            rest = iter(replies)
            self.replies = {check: tuple(next(rest) for _ in asked) for check, asked in script.asked.items()}
        self.said: list[Said] | None = []  # of the whole file; None where it cannot be told again
        self._again: deque[Said] = deque()  # what was said already, before it was asked for
        self.begin("")

    @property
    def confinement(self) -> tuple[str, ...]:
        return self._process.confinement

    def begin(self, check: str) -> None:
        """The calls that follow are those of this check."""
        self._check = check
        self._keeping = True  # to what can be asked at once
        self.asked: list[bytes] = []
        self.spoke = False  # a call was made when it was asked for

    def call(self, args: tuple[Any, ...], kwargs: Mapping[str, Any], how: How = ORDINARY) -> Outcome:
        functions: list[Any] = []
        request = request_for(args, kwargs, how, remember(functions))
        reply = self._reply_to(request, not functions) if self._keeping else None
        if reply is None:
            self.spoke = True
            return self._ask(args, kwargs, how, not functions)
        try:
            plain = decoded(reply)
            return outcome_of(plain, printed_in(plain))
        except Stop as stop:
            return self._process.spoiled(stop)

    def _reply_to(self, pieces: wire.Pieces, plain: bool) -> bytes | None:
        request = b"".join(pieces)
        if not plain or len(request) > LARGE:
            self._keeping = False
            return None
        number, script = len(self.asked), self._asked.get(self._check, ())
        self.asked.append(request)
        if self._check not in self.replies or number >= len(script) or script[number] != request:
            return None
        return self.replies[self._check][number]

    def repeats(self, known: Known) -> bool:
        """Ask what another file with these replies was asked besides, as long as the answers are the same."""
        for one in known.said:
            outcome = self._process.call(one.args, one.kwargs, one.how)
            self._again.append(one._replace(outcome=outcome))
            try:
                if key_of(outcome) != one.key:
                    return False
            except Unkeyed:
                return False
        return True

    def _ask(self, args: tuple[Any, ...], kwargs: Mapping[str, Any], how: How, plain: bool) -> Outcome:
        if self._again:  # the same replies and answers have led here, and so it is the same call
            return self._again.popleft().outcome
        given, named = private_copy((args, dict(kwargs)))
        outcome = self._process.call(args, kwargs, how)
        try:
            if self.said is not None and plain and outcome.kind in ("returned", "raised"):
                self.said.append(Said(given, named, how, outcome, key_of(outcome)))
                return outcome
        except Unkeyed:
            pass
        self.said = None
        return outcome

    def versions(self) -> Mapping[str, str]:
        return self._process.versions()

    def prepare(self) -> None:
        """It has been."""

    def close(self) -> None:
        self._process.close()


def perform(rehearsal: Rehearsal, process: Process, all_causes: bool = True) -> Report:
    """Grade one file, and learn from it for the next.  Without `all_causes`, that of the first failure alone is looked for."""
    performance = Performance(process, rehearsal.script())
    sitting = Sitting(rehearsal.exercise, performance, rehearsal.seed)
    whole = _digest([reply for replies in performance.replies.values() for reply in replies])
    of = ALL_CAUSES if all_causes else ONE_CAUSE
    known = rehearsal.known(of, whole)
    if known and performance.repeats(known):
        return report_of(rehearsal.exercise, performance, rehearsal.seed, known.results)
    found = []
    for check in rehearsal.checks:
        found.append(_result(rehearsal, performance, sitting, check))
        if not all_causes and found[-1].verdict in EXPLICABLE:
            sitting.exercise = replace(rehearsal.exercise, mistakes=())
    if performance.replies and performance.said is not None:
        rehearsal.keep(of, whole, Known(tuple(found), (), tuple(performance.said)))
    return report_of(rehearsal.exercise, performance, rehearsal.seed, tuple(found))


def _result(rehearsal: Rehearsal, performance: Performance, sitting: Sitting, check: Check) -> Result:
    performance.begin(check.id)
    replies = _digest(performance.replies.get(check.id, ()))
    known = rehearsal.known(check.id, replies) if check.id in performance.replies else None
    if known:
        sitting.calls.extend(known.calls)
        return known.results[0]
    before = len(sitting.calls)
    result = sitting.run(check)
    if result.verdict is Verdict.PASSED:
        rehearsal.learn(check.id, performance.asked)
        if not performance.spoke and check.id in performance.replies:
            rehearsal.keep(check.id, replies, Known((result,), tuple(sitting.calls[before:])))
    return result


def _digest(replies: Sequence[bytes]) -> bytes:
    digest = hashlib.blake2b(digest_size=16)
    for reply in replies:
        digest.update(len(reply).to_bytes(8, "little"))
        digest.update(reply)
    return digest.digest()
