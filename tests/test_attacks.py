"""Hostile files, each against the whole engine: no point, no secret, no neighbour and no trace is to be had.

Every file of tests/attacks is graded among neighbours, and some (all with --whole) also alone; at the library's door in runs
of its own, at the others in one run with all the rest.  Then layers of confinement are switched off, and attacks must succeed
that did not.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from attack_files import FOLDER, LAYERS, Attack, read_all, table
from attacked import World
from doors import DOORS, GraderDied, Library, Pytest, Told, why_not_ordinary

from grader import mutants
from grader.exercise import Verdict

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="learners' processes are confined on Linux alone"),
    pytest.mark.timeout(600),
]
ATTACKS = [a for a in read_all() if a.backend == "numpy" or importlib.util.find_spec("torch")]
ALONE = 40  # attacks that are graded alone, too, without --whole
LEEWAY = 0.5  # seconds that a call may cost besides its deadline
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
def quiet(door: Library) -> dict[str, list[str]]:
    """The neighbours' reports of a run without an attack, by library, for as long as the door is open."""
    return {}


def complaints(world: World, attack: Attack, told: Told) -> list[str]:
    """What an attack has won."""
    found = world.breaches(told.text, told.printed)
    got, wanted = sorted(set(told.verdicts.values())), sorted(attack.verdicts)
    if got != wanted:
        found.append(f"its verdicts are {', '.join(got)}, not {', '.join(wanted)}: {told.text[:2000]}")
    if told.points and Verdict.PASSED not in attack.verdicts:  # else the file computes some answers, or all, honestly
        found.append(f"it has {told.points} points")
    if told.overdue > LEEWAY:
        found.append(f"a call took {told.overdue:.2f} s more than its deadline")
    return found


def none(complaints: list[str]) -> None:
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


def won(world: World, door: Library, attacks: Sequence[Attack], place: int) -> tuple[list[str], list[Told]]:
    """What the attack in this place of a run has won, and what all were told.  A busy machine gets a second chance."""
    told = door.grade(attacks)
    found = complaints(world, attacks[place], told[place])
    if len(found) == 1 and "more than its deadline" in found[0]:
        told = door.grade(attacks)
        found = complaints(world, attacks[place], told[place])
    return found, told


def surrounded(attack: Attack) -> list[Attack]:
    """A right file has been begun and a wrong one graded before; then the first goes on, and another is graded."""
    return [neighbour(right, attack.backend) for right in (True, False)] + [attack, neighbour(False, attack.backend)]


def test_alone(alone: Attack, door: Library, world: World) -> None:
    none(won(world, door, [alone], 0)[0])


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_in_the_middle(attack: Attack, door: Library, world: World, quiet: dict[str, list[str]]) -> None:
    run = surrounded(attack)
    if attack.backend not in quiet:
        quiet[attack.backend] = [told.report for told in door.grade([*run[:2], run[3]])]
    found, told = won(world, door, run, 2)
    none(found)
    assert [other.report for other in (*told[:2], told[3])] == quiet[attack.backend]


@pytest.mark.parametrize("kind", [door for door in DOORS if not door.one_run_each], ids=lambda door: door.name)
def test_all_in_one_run(kind: type[Pytest], world: World, ordinary: bool) -> None:
    """Neighbours stand between the attacks; a run of the neighbours alone says what they must be told."""
    run: list[Attack] = []
    for number, attack in enumerate(ATTACKS):
        run += [neighbour(number % 4 == 0)] if number % ADJOINING == 0 else []
        run.append(attack)
    run = [replace(attack, name=f"t{number:03}_{attack.name}") for number, attack in enumerate([*run, neighbour(True)])]
    with kind(world, ordinary) as door:
        told = dict(zip([attack.name for attack in run], door.grade(run), strict=True))
        others = [attack for attack in run if attack.name.endswith("_neighbour")]
        quiet = dict(zip([other.name for other in others], door.grade(others), strict=True))
    found = world.breaches("\n".join(its.text for its in told.values()), "\n".join(its.printed for its in told.values()))
    for attack in run:
        found += [f"{attack.name}: {complaint}" for complaint in complaints(world, attack, told[attack.name])]
    found += [f"{name}: its report was another without the attacks" for name in quiet if told[name].report != quiet[name].report]
    none(found)


def succeeds(world: World, door: Library, attack: Attack) -> list[str]:
    """What an attack wins where layers are switched off: also the grader's end, or another report for a neighbour."""
    try:
        told, after = door.grade([attack, neighbour(True, attack.backend)])
    except GraderDied as died:
        return [*world.breaches("", ""), str(died)]
    found = complaints(world, attack, told)
    return found + (["a right neighbour did not pass"] if set(after.verdicts.values()) != {Verdict.PASSED} else [])


COMBINATIONS = sorted({without for attack in ATTACKS for without in attack.succeeds_without}, key=sorted)


@pytest.mark.parametrize("without", COMBINATIONS, ids=lambda layers: "+".join(sorted(layers)))
def test_what_only_these_layers_stop(without: frozenset[str], world: World) -> None:
    """With the layers gone, what they are said to stop succeeds: neither they nor the attacks are decoration."""
    mine = [attack for attack in ATTACKS if without in attack.succeeds_without and not attack.harmful]
    with Library(world, without=without) as door:
        harmless = [attack.name for attack in mine if not succeeds(world, door, attack)]
    assert harmless == []


@pytest.mark.parametrize("layer", LAYERS)
def test_no_other_attack_needs_this_layer(layer: str, world: World, request: pytest.FixtureRequest) -> None:
    if not request.config.getoption("--whole"):
        pytest.skip("with --whole alone: it grades every attack once more for every layer")
    others = [attack for attack in ATTACKS if {layer} not in attack.succeeds_without and not attack.harmful]
    with Library(world, without={layer}) as door:
        unsaid = {attack.name: found for attack in others if (found := succeeds(world, door, attack))}
    assert unsaid == {}


def test_every_layer_stops_something() -> None:
    named = {layer for attack in ATTACKS for without in attack.succeeds_without for layer in without}
    assert sorted(named) == sorted(LAYERS)


def test_the_table_of_layers_is_current() -> None:
    assert table(read_all()) in (FOLDER / "README.md").read_text(encoding="utf-8"), "run: python tests/attack_files.py"
