"""Hostile files, each against the whole engine: no point, no secret, no neighbour and no trace is to be had.

Every file of tests/attacks is graded among neighbours, and some (all with --whole) also alone; at the library's door in runs
of its own, at the others in one run with all the rest.  Then layers of confinement are switched off, and attacks must succeed
that did not.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from attack_files import LAYERS, Attack, read_all
from attacked import World
from doors import DOORS, GraderDied, Library, Nbgrader, OneRun, Told, why_not_ordinary

from grader import mutants
from grader.exercise import Verdict

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="learners' processes are confined on Linux alone"),
    pytest.mark.timeout(600),
]
ATTACKS = [a for a in read_all() if a.backend == "numpy" or importlib.util.find_spec("torch")]
ALONE = 24  # attacks that are graded alone, too, without --whole
LEEWAY = 0.5  # seconds that a call may cost besides its deadline
OTHERWISE = "its verdicts are"
LATE = "a call took"
FIRST = ("ordinary_input",)  # the check that is made first
ADJOINING = 6  # attacks between two neighbours in a run over all of them
RIGHT = {
    library: f"""import {library} as np

def row_softmax(x, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    z = x / temperature
    e = np.exp(z - {widest})
    return e / {total}
""".encode()
    for library, widest, total in [
        ("numpy", "z.max(axis=1, keepdims=True)", "e.sum(axis=1, keepdims=True)"),
        ("torch", "z.amax(dim=1, keepdim=True)", "e.sum(dim=1, keepdim=True)"),
    ]
}
TALKS = b"\n\ndef twice(function):\n    return lambda x, temperature=1.0: (print(x), 2 * function(x, temperature))[1]\n\n\n"
WRONG = {library: source + TALKS + b"row_softmax = twice(row_softmax)\n" for library, source in RIGHT.items()}

Quiet = dict[tuple[str, tuple[str, ...]], list[str]]  # by library and checks


def neighbour(right: bool, library: str = "numpy") -> Attack:
    """Somebody who means no harm: right, or wrong and talkative."""
    source = (RIGHT if right else WRONG)[library]
    verdict = frozenset({"passed" if right else "wrong"})
    return Attack("neighbour", source, "A neighbour.", verdict, deadline=5.0, backend=library, raw=True)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What is graded alone; and who grades: the user who runs these tests, an ordinary one, or both."""
    whole = metafunc.config.getoption("--whole")
    if "alone" in metafunc.fixturenames:
        some = ATTACKS if whole else mutants.drawn(ATTACKS, ALONE, "alone")
        metafunc.parametrize("alone", some, ids=lambda attack: attack.name)
    if "ordinary" in metafunc.fixturenames:
        refusal = why_not_ordinary()
        one_run = "one_run" in metafunc.function.__name__
        users = [True] if one_run and not refusal else [False, True] if one_run else [False]
        skipped = pytest.mark.skipif(bool(refusal), reason=f"not as an ordinary user: {refusal}")
        ids = {False: "ourselves", True: "ordinary-user"}
        params = [pytest.param(u, id=ids[u], marks=[skipped] if u else []) for u in ([False, True] if whole else users)]
        metafunc.parametrize("ordinary", params, scope="module")


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with World() as made:
        yield made


@pytest.fixture(scope="module", params=[door for door in DOORS if door.one_run_each], ids=lambda door: door.name)
def door(request: pytest.FixtureRequest, world: World, ordinary: bool) -> Iterator[Library]:
    with request.param(world, ordinary) as opened:
        yield opened


@pytest.fixture(scope="module")
def quiet(door: Library) -> Quiet:
    """The neighbours' reports of a run without an attack, for as long as the door is open."""
    return {}


def beyond(attack: Attack, missing: frozenset[str]) -> str:
    """Why an attack is not tried on a system that lacks these layers; empty where it is."""
    needed = [layers for layers in attack.succeeds_without if layers <= missing]
    if needed or (attack.harmful and missing):
        return f"this system lacks {', '.join(sorted(needed[0] if needed else missing))}"
    return ""


def complaints(world: World, attack: Attack, told: Told, partly: bool = False) -> list[str]:
    """What an attack has won; `partly`, if some of its checks were left out."""
    found = world.breaches(told.text, told.printed)
    got = set(told.verdicts.values())
    if not (got <= attack.verdicts if partly else got == attack.verdicts):
        wanted = ", ".join(sorted(attack.verdicts))
        found.append(f"{OTHERWISE} {', '.join(sorted(got))}, not {wanted}: {told.text[:1000]}")
    if told.points and Verdict.PASSED not in attack.verdicts:
        found.append(f"it has {told.points} points")
    if told.overdue > LEEWAY:
        found.append(f"{LATE} {told.overdue:.2f} s more than its deadline")
    return found


def late(found: list[str]) -> bool:
    """Whether time is all that is complained about: a busy machine gets a second chance."""
    return len(found) == 1 and found[0].startswith(LATE)


def none(found: list[str]) -> None:
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def test_alone(alone: Attack, door: Library, world: World) -> None:
    """Nobody else was graded before in its process."""
    if reason := beyond(alone, door.missing):
        pytest.skip(reason)
    for _ in range(2):
        (told,) = door.grade([alone])
        found = complaints(world, alone, told)
        if not late(found):
            break
    none(found)


def surrounded(attack: Attack) -> list[Attack]:
    """A right file has been begun and a wrong one graded before; then the first goes on, and another is graded."""
    first, second = neighbour(True, attack.backend), neighbour(False, attack.backend)
    return [first, second, attack, second]


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_in_the_middle(attack: Attack, door: Library, world: World, quiet: Quiet, request: pytest.FixtureRequest) -> None:
    """All checks, but of what hangs only the first, unless with --whole: the other doors see it hang to the end."""
    if reason := beyond(attack, door.missing):
        pytest.skip(reason)
    run = surrounded(attack)
    only = FIRST if Verdict.TIMEOUT in attack.verdicts and not request.config.getoption("--whole") else ()
    if (attack.backend, only) not in quiet:
        quiet[attack.backend, only] = [told.report for told in door.grade([*run[:2], run[3]], only)]
    for _ in range(2):
        told = door.grade(run, only)
        found = complaints(world, attack, told[2], partly=bool(only))
        if not late(found):
            break
    none(found)
    assert [other.report for other in (*told[:2], told[3])] == quiet[attack.backend, only]


@pytest.mark.parametrize("kind", [door for door in DOORS if not door.one_run_each], ids=lambda door: door.name)
def test_all_in_one_run(kind: type[OneRun], world: World, ordinary: bool, request: pytest.FixtureRequest) -> None:
    """Neighbours stand between the attacks; a run of the neighbours alone says what they must be told."""
    if kind is Nbgrader and not importlib.util.find_spec("nbgrader"):
        pytest.skip("nbgrader is not installed")
    with kind(world, ordinary) as door:
        missing = door.grade([neighbour(True)])[0].missing
        tried = [attack for attack in ATTACKS if kind.carries(attack) and not beyond(attack, missing)]
        run = numbered(mutants.drawn(tried, kind.sample, kind.name) if kind.sample and not whole(request) else tried)
        others = [attack for attack in run if attack.name.endswith("_neighbour")]
        quiet = dict(zip([other.name for other in others], door.grade(others), strict=True))
        told = dict(zip([attack.name for attack in run], door.grade(run), strict=True))
        found = world.breaches("\n".join(its.text for its in told.values()), "\n".join(its.printed for its in told.values()))
        against = {attack: complaints(world, attack, told[attack.name]) for attack in run}
        again = [attack for attack in run if late(against[attack])]
        for attack, its in zip(again, door.grade(again) if again else [], strict=True):
            against[attack] = complaints(world, attack, its)
    found += [f"{attack.name}: {complaint}" for attack in run for complaint in against[attack]]
    found += [f"{name}: its report was another without the attacks" for name in quiet if told[name].report != quiet[name].report]
    none(found)


def whole(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--whole"))


def numbered(attacks: list[Attack]) -> list[Attack]:
    """A run of all, with neighbours in between; their names are in the order in which they are graded."""
    run: list[Attack] = []
    for number, attack in enumerate(attacks):
        run += [neighbour(number % 4 == 0)] if number % ADJOINING == 0 else []
        run.append(attack)
    return [replace(attack, name=f"t{number:03}_{attack.name}") for number, attack in enumerate([*run, neighbour(True)])]


def succeeds(world: World, door: Library, attack: Attack) -> list[str]:
    """What an attack wins where layers are switched off: also the grader's end, or a neighbour's points."""
    for only in (FIRST, ()):  # most succeed at once
        try:
            told, after = door.grade([attack, neighbour(True, attack.backend)], only)
        except GraderDied as died:
            return [*world.breaches("", ""), str(died)]
        found = complaints(world, attack, told, partly=bool(only))
        if set(after.verdicts.values()) != {Verdict.PASSED}:
            found.append("a right neighbour did not pass")
        if found:
            return found
    return []


COMBINATIONS = sorted({without for attack in ATTACKS for without in attack.succeeds_without}, key=sorted)


@pytest.mark.parametrize("without", COMBINATIONS, ids=lambda layers: "+".join(sorted(layers)))
def test_what_only_these_layers_stop(without: frozenset[str], world: World) -> None:
    """With the layers gone, what they are said to stop succeeds: neither they nor the attacks are decoration."""
    mine = [attack for attack in ATTACKS if without in attack.succeeds_without and not attack.harmful]
    if os.geteuid() != 0:  # who has no privileges cannot keep them
        mine = [attack for attack in mine if not attack.as_root and "privileges" not in without]
    if not mine:
        pytest.skip("what these layers stop is to be had by root alone, or never to be tried")
    with Library(world, without=without) as door:
        none([f"{attack.name} succeeds no more than with them" for attack in mine if not succeeds(world, door, attack)])


@pytest.mark.parametrize("layer", LAYERS)
def test_no_other_attack_needs_this_layer(layer: str, world: World, request: pytest.FixtureRequest) -> None:
    """Another verdict is no success here: an attack may well get as far as the next wall."""
    if not request.config.getoption("--whole"):
        pytest.skip("with --whole alone: it grades every attack once more for every layer")
    others = [attack for attack in ATTACKS if {layer} not in attack.succeeds_without and not attack.harmful]
    won: list[str] = []
    with Library(world, without={layer}) as door:
        for attack in others:
            found = [complaint for complaint in succeeds(world, door, attack) if not complaint.startswith(OTHERWISE)]
            won += [f"{attack.name}: {complaint}" for complaint in found]
    none(won)


def test_every_layer_stops_something() -> None:
    named = {layer for attack in ATTACKS for without in attack.succeeds_without for layer in without}
    assert sorted(named) == sorted(LAYERS)
