"""The audit finds every weakness that is planted, and none where there is none."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from planted import ID, WEAKNESSES, plant

from grader import catalog, figures, ledger, marking, warm, worker
from grader.audit import Audit, audits, chosen
from grader.weaknesses import Weakness, weaknesses

SAMPLE = 1  # of each kind and library: what every run of these tests looks at; `gradlings audit` looks at everything
SHARE = 0.35  # of the exercises
SEED = 2026  # the published figures are of seed 0


@pytest.fixture(autouse=True)
def fresh_courses() -> Iterator[None]:
    """The same exercise stands in many courses here, one after the other."""
    warm.loaded.cache_clear()
    yield
    warm.loaded.cache_clear()


def audited(root: Path, jobs: int = 1) -> Audit:
    return next(audits(root, [ID], jobs))


def found(root: Path) -> list[Weakness]:
    return list(weaknesses(audited(root)))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A third of the exercises, others when they have changed; all with --whole."""
    if "audited_exercise" in metafunc.fixturenames:
        names, whole = catalog.exercise_ids(ROOT), metafunc.config.getoption("--whole")
        texts = {name: catalog.hidden_file(ROOT, name).read_text(encoding="utf-8") for name in names}
        metafunc.parametrize("audited_exercise", [name for name in names if whole or random.Random(texts[name]).random() < SHARE])


def test_nothing_is_weak(audited_exercise: str) -> None:
    """Of the catalogue: right answers accepted, waivers needed; and of the rest a sample noticed and named."""
    (result,) = audits(ROOT, [audited_exercise], limit=SAMPLE, seed=SEED)
    of_all = ("test catches nothing", "test without a mistake")  # not to be told from a sample
    assert [weakness.text for weakness in weaknesses(result) if weakness.kind not in of_all] == []


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
    "test catches nothing": {"test without a mistake"},
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
    assert audited(plant(tmp_path)).marks == audited(tmp_path, jobs=2).marks


def test_a_process_that_is_killed_is_said_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(tmp_path)
    path = tmp_path / "grader/hidden/planted/scaled_mean.py"
    path.write_text(path.read_text().replace('"""The scale is a factor."""', "import os; os.kill(os.getpid(), 9)"))
    with pytest.raises(catalog.CatalogError, match=r"a process of the audit was killed, perhaps for memory: try --jobs 1"):
        audited(tmp_path, jobs=2)


def test_a_twin_is_audited_too(tmp_path: Path) -> None:
    audit = audited(plant(tmp_path, twin=True))
    assert weaknesses(audit) == ()
    for kind, least in (("right", 1), ("mistake", 1), ("mutant", 8), ("behaviour", 10)):
        marks = [mark for mark in audit.of(kind) if mark.backend == "torch"]
        assert len(marks) >= least
        assert {mark.name for mark in audit.of("mistake") if mark.backend == "torch"} == {"forgets_to_divide"}


def test_a_waiver_in_a_twin_may_be_stale(tmp_path: Path) -> None:
    plant(tmp_path, twin=True)
    path = tmp_path / "solutions/planted/torch/scaled_mean.py"
    path.write_text(path.read_text().replace("    return torch", "    # equivalent: a => b, because I say so.\n    return torch"))
    assert [weakness.text for weakness in found(tmp_path)] == [
        "solutions/planted/torch/scaled_mean.py:10: the waiver of `a => b` is stale: the line below it has no such mutant. "
        "Take it out, or correct it."
    ]


def test_a_waiver_that_cannot_be_read_is_said_to_be_one(tmp_path: Path) -> None:
    plant(tmp_path)
    path = tmp_path / "solutions/planted/scaled_mean.py"
    path.write_text(path.read_text().replace("    if scale", "    # equivalent: <= => < because of this\n    if scale"))
    assert [weakness.text for weakness in found(tmp_path)] == [
        "solutions/planted/scaled_mean.py:29: this waiver cannot be read: write # equivalent: OLD => NEW, because REASON."
    ]


def test_an_exercise_without_mistakes_is_weak(tmp_path: Path) -> None:
    plant(tmp_path)
    path = tmp_path / "grader/hidden/planted/scaled_mean.py"
    path.write_text(path.read_text().replace("@mistake(", "(lambda text: lambda function: function)("))
    path.write_text(path.read_text().replace("(lambda text", "@(lambda text"))
    assert [weakness.kind for weakness in found(tmp_path)] == ["no mistakes"]


def test_a_missed_deadline_alone_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The survivors are the same where the machine is slow for a moment: at the first call of every other worker."""
    plant(tmp_path, "mutant survives")
    made = []

    class Slow(worker.Process):
        def __init__(self, *args: Any) -> None:
            super().__init__(*args)
            made.append(self)
            if len(made) % 2:
                self._deadline = 0.0

    monkeypatch.setattr(marking, "Process", Slow)
    assert [weakness.kind for weakness in found(tmp_path)] == ["mutant survives"] * 2


def test_two_mistakes_that_keep_a_buffer_are_a_pair(tmp_path: Path) -> None:
    plant(tmp_path)
    path = tmp_path / "grader/hidden/planted/scaled_mean.py"
    for name in ("fills_one_buffer", "fills_another_buffer"):
        path.write_text(path.read_text() + BUFFER.format(name=name))
    assert "indistinguishable mistakes" in {weakness.kind for weakness in found(tmp_path)}


BUFFER = """

{name}_ = {{}}


@mistake("Each call fills the same array, as {name} says: make a new one.")
def {name}(x, scale=2.0):
    buffer = {name}_.setdefault((x.shape, x.dtype), scaled_mean(x, scale))
    buffer[...] = scaled_mean(x, scale)
    return buffer
"""


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("solutions/planted/torch/scaled_mean.py", "def f(:", r"torch/scaled_mean\.py cannot be parsed: line 1: "),
        ("grader/hidden/planted/torch/scaled_mean.py", "def f(:", r"torch/scaled_mean\.py cannot be parsed: line 1: "),
        ("grader/hidden/planted/scaled_mean.py", "def f(:", r"scaled_mean\.py cannot be imported: SyntaxError"),
        (
            "grader/hidden/planted/scaled_mean.py",
            "def sample(rng, size='small'):\n    return 1 / 0\ndef test_x(yours): pass\n",
            r"sample of planted/scaled_mean fails: ZeroDivisionError: division by zero",
        ),
    ],
)
def test_an_authors_slip_is_one_sentence(file: str, text: str, message: str, tmp_path: Path) -> None:
    (plant(tmp_path, twin=True) / file).write_text(text)
    with pytest.raises(catalog.CatalogError, match=message):
        audited(tmp_path)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = plant(tmp_path) / "solutions/planted/scaled_mean.py"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert found(tmp_path) == []


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
    with pytest.raises(catalog.CatalogError, match=r"no topic or exercise 'conv3d'; the topics are tensors, perceptron,"):
        chosen(ROOT, "conv3d")


def test_a_copy_without_solutions_has_nothing_to_audit(tmp_path: Path) -> None:
    (tmp_path / "solutions").mkdir()
    with pytest.raises(catalog.CatalogError, match="this copy has no solutions, and so nothing to audit"):
        chosen(tmp_path, "")
