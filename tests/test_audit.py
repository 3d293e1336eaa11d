"""The audit finds every weakness that is planted, and none where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from planted import ID, WEAKNESSES, plant

from grader import catalog, figures, ledger, marking
from grader.audit import Audit, audits, chosen
from grader.exercise import Exercise
from grader.weaknesses import Weakness, weaknesses

SAMPLE = 12  # mutants of each file that every run of these tests looks at; `gradlings audit` looks at all of them


@pytest.fixture(autouse=True)
def fresh_courses() -> Iterator[None]:
    """The same exercise stands in many courses here, one after the other."""
    marking._loaded.cache_clear()
    yield
    marking._loaded.cache_clear()


def audited(root: Path, jobs: int = 1) -> Audit:
    return next(audits(root, [ID], jobs))


def found(root: Path) -> list[Weakness]:
    return list(weaknesses(audited(root)))


def test_nothing_is_weak(exercise: Exercise) -> None:
    """Of the catalogue: mistakes named, right answers accepted, waivers needed, mutants of the sample noticed."""
    (result,) = audits(ROOT, [exercise.id], limit=SAMPLE)
    assert [weakness.text for weakness in weaknesses(result) if weakness.kind != "test catches nothing"] == []
    assert len(result.of("behaviour")) >= 8


def test_a_sound_course_has_no_weakness(tmp_path: Path) -> None:
    audit = audited(plant(tmp_path))
    assert weaknesses(audit) == ()
    numbers = figures.figures(audit)
    assert (numbers.right, numbers.accepted) == (3, 3)
    assert (numbers.mistakes, numbers.rejected, numbers.named) == (4, 4, 4)
    assert numbers.waived == 1
    assert numbers.mutants == numbers.killed + 1 > 20
    assert numbers.behaviours == numbers.refused > 10
    assert numbers.tests == 2


@pytest.mark.parametrize("kind", WEAKNESSES)
def test_a_planted_weakness_is_reported(kind: str, tmp_path: Path) -> None:
    kinds = {weakness.kind for weakness in found(plant(tmp_path, kind))}
    assert kind in kinds
    assert kinds <= {kind} | CONSEQUENCES.get(kind, set())


# A weakness may bring others with it: a test that fails for everybody, say, rejects right answers.
CONSEQUENCES = {
    "mistake misnamed": {"indistinguishable mistakes", "mistake not named"},
    "indistinguishable mistakes": {"mistake misnamed"},
    "broken": {"mutant survives", "mistake accepted", "behaviour accepted"},
}


def test_a_survivor_is_shown_with_the_words_that_would_waive_it(tmp_path: Path) -> None:
    survivor, _ = found(plant(tmp_path, "mutant survives"))
    assert survivor.text == (
        "solutions/planted/scaled_mean.py:29: no check notices this mutant. Write a test that does or, if it is the same for "
        "every allowed input, write above the line: # equivalent: <= => <, because ..."
    )
    assert survivor.diff == "@@ -29 +29 @@\n-    if scale <= 0:\n+    if scale < 0:"


def test_the_words_that_are_shown_do_waive_it(tmp_path: Path) -> None:
    plant(tmp_path, "mutant survives")
    path = tmp_path / "solutions/planted/scaled_mean.py"
    text = path.read_text()
    waivers = (
        "    # equivalent: <= => <, because a scale of 0 is never passed.\n    # equivalent: 0 => -1, because of the same.\n"
    )
    path.write_text(text.replace("    if scale <= 0:", f"{waivers}    if scale <= 0:"))
    assert found(tmp_path) == []


def test_a_waiver_that_a_test_contradicts_is_stale(tmp_path: Path) -> None:
    texts = [weakness.text for weakness in found(plant(tmp_path, "stale waiver"))]
    assert len(texts) == 1
    assert texts[0].startswith("solutions/planted/scaled_mean.py:32: the waiver of `scale => -scale` is stale")


def test_a_waiver_whose_mutant_is_noticed_is_stale(tmp_path: Path) -> None:
    plant(tmp_path)
    path = tmp_path / "solutions/planted/scaled_mean.py"
    path.write_text(path.read_text().replace("    if scale", "    # equivalent: <= => <, because I say so.\n    if scale"))
    (stale,) = found(tmp_path)
    assert stale.text == (
        "solutions/planted/scaled_mean.py:30: the waiver of `<= => <` is stale: bad_scale notices it. Take it out."
    )


def test_a_pair_that_no_check_tells_apart_is_reported_once(tmp_path: Path) -> None:
    pairs = [w.text for w in found(plant(tmp_path, "indistinguishable mistakes")) if w.kind == "indistinguishable mistakes"]
    assert pairs == ["the mistakes forgets_to_divide and adds_up give the same in every check: leave one out, or write a test."]


def test_what_each_test_catches_alone(tmp_path: Path) -> None:
    audit = audited(plant(tmp_path))
    assert "forgets_the_scale" in {mark.name for mark in audit.catches_alone("scale")}
    assert "checks_nothing" in {mark.name for mark in audit.catches_alone("bad_scale")}
    assert {mark.name for mark in audit.catches("scale")} > {"forgets_the_scale", "forgets_to_divide"}
    told = ledger.told(audit, closely=True)
    assert "hidden test  catches  alone" in told


def test_several_processes_give_what_one_gives(tmp_path: Path) -> None:
    one, two = audited(plant(tmp_path)), audited(tmp_path, jobs=2)
    assert one == two or [m._replace(stopped=False) for m in one.marks] == [m._replace(stopped=False) for m in two.marks]


def test_a_mutant_that_never_ends_is_noticed(tmp_path: Path) -> None:
    plant(tmp_path)
    path = tmp_path / "solutions/planted/scaled_mean.py"
    text = path.read_text().replace("hints=(", "deadline=0.3, hints=(")
    loop = "    while scale > 1e9:\n        scale = scale / 2\n    # equivalent"
    path.write_text(text.replace("    # equivalent", loop))
    stopped = [mark for mark in audited(tmp_path).of("mutant") if mark.stopped]
    assert stopped
    assert all(mark.caught for mark in stopped)


def test_names_of_exercises() -> None:
    assert chosen(ROOT, "convolution/conv2d") == chosen(ROOT, "conv2d") == chosen(ROOT, "exercises/convolution/conv2d.py")
    assert set(chosen(ROOT, "convolution")) == {name for name in catalog.exercise_ids(ROOT) if name.startswith("convolution/")}
    assert chosen(ROOT, "") == catalog.exercise_ids(ROOT)
    with pytest.raises(catalog.CatalogError, match=r"there is no topic or exercise 'conv3d'; the topics are activations,"):
        chosen(ROOT, "conv3d")


def test_a_copy_without_solutions_has_nothing_to_audit(tmp_path: Path) -> None:
    (tmp_path / "solutions").mkdir()
    with pytest.raises(catalog.CatalogError, match="this copy has no solutions, and so nothing to audit"):
        chosen(tmp_path, "")
