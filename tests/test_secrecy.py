"""A right solution that is curious finds no expected value, no hidden test and no reference in its process."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from conftest import ROOT, load

from grader import submission
from grader.exercise import Exercise, Verdict
from grader.grade import checks_of, grade
from grader.launch import Fresh, Zygote, launcher
from grader.worker import Process

# Walks everything that Python and Linux show a process of itself, and reports what it was asked to look for.
CURIOUS = '''
import gc, os, sys, types

def _seen():
    """Every text, name and array that can be reached from gc, frames, modules and /proc/self."""
    texts = set(sys.argv) | set(sys.path) | set(sys.modules) | set(os.environ)
    stack, done = [gc.get_objects(), sys.modules, sys._getframe()], set()
    while stack:
        thing = stack.pop()
        if id(thing) in done or len(done) > 400_000:
            continue
        done.add(id(thing))
        if isinstance(thing, (str, bytes)):
            texts.add(thing if isinstance(thing, str) else thing.decode("latin-1"))
        elif isinstance(thing, types.FunctionType):
            texts |= {thing.__name__, thing.__module__ or "", thing.__code__.co_filename, *thing.__code__.co_names}
            texts |= {str(constant) for constant in thing.__code__.co_consts}
        elif isinstance(thing, types.FrameType):
            texts |= {thing.f_code.co_filename, thing.f_code.co_name, *thing.f_locals, *thing.f_globals}
            stack += [thing.f_back, thing.f_locals]
        stack += gc.get_referents(thing)
    for name in ("cmdline", "environ", "maps", "status"):
        try:
            with open(f"/proc/self/{name}", "rb") as file:
                texts.add(file.read().decode("latin-1"))
        except OSError:
            pass
    for fd in range(64):
        try:
            texts.add(os.readlink(f"/proc/self/fd/{fd}"))
        except OSError:
            pass
    return texts

def NAME(*args, **kwargs):
    result = _right(*args, **kwargs)
    if not _told:
        _told.append(True)
        everything = "\\n".join(_seen())
        secrets = ["".join(chr(c - 1) for c in code) for code in _CODED]
        print("FOUND", [secret for secret in secrets if secret in everything])
        print("MODULES", [m for m in sys.modules if m.startswith(("solutions", "grader_hidden", "pytest", "_pytest"))])
    return result

_told = []
'''


def curious(exercise: Exercise, secrets: list[str]) -> str:
    """The reference under another name, in a function that looks around for `secrets`, given in a code of numbers."""
    right = f"{submission.standalone(ROOT, exercise.id)}\n_right = {exercise.name}\n"
    coded = [[ord(character) + 1 for character in secret] for secret in secrets]
    return f"{right}\n{CURIOUS.replace('NAME', exercise.name)}\n_CODED = {coded}\n"


def look_around(exercise: Exercise, source: str, launch: Zygote | Fresh) -> str:
    """What the curious function prints on its first call."""
    worker = Process(source.encode(), "f.py", exercise.name, launch, 60.0)
    assert exercise.sample is not None
    outcome = worker.call(exercise.sample(np.random.default_rng(0), "small"), {})
    worker.close()
    assert outcome.kind == "returned", outcome
    return outcome.printed


@pytest.fixture(scope="module")
def launch() -> Iterator[Zygote | Fresh]:
    started = launcher()
    yield started
    started.close()


@pytest.mark.parametrize("name", ["convolution/conv2d", "activations/softmax", "gradient_flow/clip_by_global_norm"])
def test_a_curious_right_solution_passes_and_finds_nothing(name: str, launch: Zygote | Fresh) -> None:
    exercise = load(name)
    hidden = [test.function.__name__ for test in exercise.tests] + [mistake.name for mistake in exercise.mistakes]
    titles = [check.title for check in checks_of(exercise)] + [mistake.message for mistake in exercise.mistakes]
    secrets = [*hidden, *titles, "known_mistake", "grader/hidden", "SeedSequence(["]
    source = curious(exercise, secrets)
    printed = look_around(exercise, source, launch)
    assert "FOUND []" in printed, printed
    assert "MODULES []" in printed, printed
    worker = Process(source.encode(), "f.py", exercise.name, launch, 60.0)
    report = grade(exercise, worker)
    worker.close()
    assert {result.verdict for result in report.results} == {Verdict.PASSED}


def test_the_search_finds_what_is_there(launch: Zygote | Fresh) -> None:
    """The test above can fail: a secret that does lie in the process is found."""
    exercise = load("activations/relu")
    source = curious(exercise, ["rememberthisword"]) + "\n_SOMEWHERE = {'deep': [('xx rememberthisword xx',)]}\n"
    assert "FOUND ['rememberthisword']" in look_around(exercise, source, launch)
