"""A class in realistic shares: every mark is the one that was planted, and attacks change nothing for their neighbours."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from attacked import World
from conftest import ROOT, load
from course import run
from planted_class import Planted, bank, hand_in, plant

from grader.exercise import Setup
from grader.grade import grade
from grader.launch import Launchers
from grader.worker import Process

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="learners' processes are confined on Linux alone"),
    pytest.mark.timeout(600),
]
FEW = ("convolution/conv2d", "activations/relu", "losses/huber_loss")
MORE = (*FEW, "activations/softmax", "normalization/layer_norm")
BYSTANDER = "import sys; sys.stdin.read()"


@pytest.fixture(scope="module")
def bystander() -> Iterator[subprocess.Popen[bytes]]:
    """A process of ours whose number attacks are told: it must live on."""
    process = subprocess.Popen([sys.executable, "-c", BYSTANDER], stdin=subprocess.PIPE)
    yield process
    process.communicate()


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with World() as made:
        yield made


def exercises(whole: bool) -> tuple[str, ...]:
    return MORE if whole else FEW


@pytest.fixture(scope="module")
def planted(request: pytest.FixtureRequest, world: World, bystander: subprocess.Popen[bytes]) -> list[Planted]:
    whole = request.config.getoption("--whole")
    return plant(exercises(whole), 500 if whole else 30, world.known(bystander.pid), hangs=whole)


def graded(planted: Sequence[Planted], folder: Path) -> Path:
    names = list(dict.fromkeys(each.exercise for each in planted))
    hand_in(folder / "in", planted)
    command = [sys.executable, "-P", "-m", "grader", "grade", str(folder / "in"), "--out", str(folder / "out")]
    finished = run([*command, "--exercises", *names, "--jobs", "2"], ROOT)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return folder / "out"


@pytest.fixture(scope="module")
def out(planted: list[Planted], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return graded(planted, tmp_path_factory.mktemp("class"))


@pytest.fixture(scope="module")
def worth(planted: list[Planted], launchers: Launchers) -> dict[tuple[str, str], float]:
    """The points of each known mistake that somebody made, graded alone and as it stands in the bank."""
    made = {(each.exercise, each.name) for each in planted if each.kind == "mistake"}
    points = {}
    for name, mistake in sorted(made):
        (source,) = [each.source.encode() for each in bank(name, torch=False) if each.kind == "mistake" and each.name == mistake]
        process = Process.of(load(name), source, launchers.of("numpy"), Setup("numpy"))
        points[name, mistake] = grade(load(name), process).points
        process.close()
    return points


def test_every_mark_is_the_one_that_was_planted(planted: list[Planted], out: Path, worth: dict[tuple[str, str], float]) -> None:
    wanted: dict[str, dict[str, float]] = {}
    for each in planted:
        most = load(each.exercise).about.points
        points = worth[each.exercise, each.name] if each.share is None else each.share * most
        wanted.setdefault(each.student, {})[each.exercise] = points
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    found = {row["student"]: {name: float(row[name]) for name in wanted[row["student"]]} for row in rows}
    assert found == wanted
    assert {row["student"]: float(row["total"]) for row in rows} == {
        student: pytest.approx(sum(points.values())) for student, points in wanted.items()
    }


def test_there_is_something_of_everything(planted: list[Planted]) -> None:
    assert {each.kind for each in planted} == {"right", "mistake", "stub", "broken", "odd", "hostile"}
    assert len({each.source for each in planted if each.kind in ("right", "mistake", "odd")}) > len(planted) / 2


def test_a_mistake_is_worth_less_than_a_right_answer(worth: dict[tuple[str, str], float]) -> None:
    assert all(points < load(exercise).about.points for (exercise, _), points in worth.items())


def test_attacks_win_and_change_nothing(
    planted: list[Planted], out: Path, world: World, bystander: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    told = (out / "results.json").read_text(encoding="utf-8")
    assert world.breaches(told, "") == []
    assert bystander.poll() is None
    peaceful = graded([each for each in planted if each.kind != "hostile"], tmp_path)
    hostile = {(each.student, each.exercise) for each in planted if each.kind == "hostile"}
    others = [record for record in json.loads(told) if (record["student"], record["exercise"]) not in hostile]
    assert others == json.loads((peaceful / "results.json").read_text(encoding="utf-8"))


def test_the_same_class_is_planted_again(planted: list[Planted], world: World, bystander: subprocess.Popen[bytes]) -> None:
    again = plant(exercises(len(planted) > 1000), 30, world.known(bystander.pid), hangs=len(planted) > 1000)
    assert again == planted[: len(again)]
