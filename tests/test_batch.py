"""Every file gets one record, whatever dies meanwhile."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from typing import Any

import pytest
from conftest import ROOT

from grader import batch, submission, warm, workforce
from grader.batch import Batches
from grader.bulk import Held, Rules, Task, grade_batch, held
from grader.catalog import CatalogError
from grader.editions import key_of, version_of
from grader.launch import REQUIRED, Zygote

RELU = "activations/relu"
RULES = Rules(ROOT)


def task(number: int, source: str = "") -> Task:
    return Task(f"key {number}", RELU, source.encode(), f"digest {number}")


class Fragile(Executor):
    """Does at once what is submitted; a file that says "die" takes it down, and with it all that has not been looked at."""

    def __init__(self, seen: Counter[str]) -> None:
        self.seen = seen
        self.broken = False

    def submit(self, function: Callable[..., Any], /, rules: Rules, tasks: Sequence[Task]) -> Future[Any]:  # type: ignore[override]
        future: Future[Any] = Future()
        self.seen.update(task.key for task in tasks)
        self.broken = self.broken or any(b"die" in task.source for task in tasks)
        if self.broken:
            future.set_exception(BrokenProcessPool("a process was terminated abruptly"))
        else:
            future.set_result([(task.key, {"points": 1}) for task in tasks])
        return future


def run(tasks: Sequence[Task]) -> tuple[dict[str, Any], Counter[str]]:
    seen: Counter[str] = Counter()
    batches = Batches(RULES, lambda: Fragile(seen), jobs=2)
    found = [pair for some in batches.run(tasks) for pair in some]
    batches.close()
    assert len(found) == len({key for key, _ in found})
    return dict(found), seen


def test_every_file_has_one_record() -> None:
    tasks = [task(number) for number in range(100)]
    found, seen = run(tasks)
    assert set(found) == {task.key for task in tasks}
    assert set(seen.values()) == {1}


@pytest.mark.parametrize("places", [[0], [50], [99], [3, 4, 60]])
def test_a_file_that_takes_its_process_down_twice_died_and_the_others_are_graded(places: list[int]) -> None:
    tasks = [task(number, "die" if number in places else "") for number in range(100)]
    found, seen = run(tasks)
    assert set(found) == {task.key for task in tasks}
    dead = {key for key, record in found.items() if record.get("checks")}
    assert dead == {f"key {place}" for place in places}
    assert all(check["verdict"] == "died" for key in dead for check in found[key]["checks"])
    assert all(found[key]["points"] == 0 for key in dead)
    assert max(count for key, count in seen.items() if key not in dead) <= 1 + len(places) + 1


def test_another_error_is_ours_and_is_not_swallowed() -> None:
    class Faulty(Fragile):
        def submit(self, *_: Any, **__: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_exception(ZeroDivisionError("ours"))
            return future

    with pytest.raises(ZeroDivisionError, match="ours"):
        list(Batches(RULES, lambda: Faulty(Counter()), 1).run([task(1)]))


def test_files_are_read_as_they_are_needed() -> None:
    read = 0

    def tasks() -> Any:
        nonlocal read
        for number in range(10_000):
            read += 1
            yield task(number)

    run = Batches(RULES, lambda: Fragile(Counter()), jobs=1).run(tasks())
    next(run)
    assert read <= batch.BATCH * (1 + batch.AHEAD)


def test_a_batch_is_of_one_exercise_and_larger_in_a_large_class() -> None:
    tasks = [Task(f"{name} {number}", f"topic/{name}", b"", "") for name in "ab" for number in range(5)]
    assert [[task.key for task in some] for some in batch.cut(tasks, 3)] == [
        ["a 0", "a 1", "a 2"],
        ["a 3", "a 4"],
        ["b 0", "b 1", "b 2"],
        ["b 3", "b 4"],
    ]
    sizes = {files: max(sizes_of(files)) for files in (30, 250, 1150, 100_000)}
    assert sizes == {30: 16, 250: 16, 1150: 57, 100_000: 64}


def sizes_of(files: int) -> list[int]:
    """Of the batches that two processes are given at first, when so many files are told of."""
    given: list[int] = []

    class Noting(Fragile):
        def submit(self, grade: Any, rules: Any, some: Any) -> Any:
            given.append(len(some))
            return super().submit(grade, rules, some)

    next(Batches(RULES, lambda: Noting(Counter()), 2, files).run(task(number) for number in range(files)))
    return given


def test_a_batch_is_graded_for_real() -> None:
    right, wrong = submission.standalone(ROOT, RELU), "def relu(x): return x"
    tasks = [Task("a", RELU, right.encode(), "1"), Task("b", RELU, wrong.encode(), "2"), Task("c", RELU, b"\0", "3")]
    found = dict(grade_batch(RULES, tasks))
    assert found["a"]["points"] == found["a"]["max_points"]
    assert found["b"]["points"] < found["a"]["points"]
    assert found["c"]["points"] == 0
    assert found == dict(grade_batch(RULES, tasks))


def test_a_key_depends_on_all_that_a_result_does() -> None:
    keys = {key_of(*parts) for parts in [("d", "t/e", "v", 0), ("e", "t/e", "v", 0), ("d", "t/f", "v", 0), ("d", "t/e", "w", 0)]}
    assert len({*keys, key_of("d", "t/e", "v", 1)}) == 5
    assert version_of(ROOT, RELU) == version_of(ROOT, RELU) != version_of(ROOT, "activations/softmax")


@pytest.mark.skipif(sys.platform != "linux", reason="layers of Linux are switched off")
def test_where_files_cannot_be_confined(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Asked where they are graded; refused for strangers' files, and said for others."""
    off = frozenset({"landlock", "seccomp"})
    made: list[Zygote] = []

    class Loose:
        def __init__(self, required: frozenset[str]) -> None:
            self.required = required

        def of(self, backend: str) -> Zygote:
            made.append(Zygote(backend, off, self.required))
            return made[-1]

    monkeypatch.setattr(warm, "launchers", Loose)
    told = held(frozenset())
    assert told == Held(off, "")
    workforce._confined(told)
    assert capsys.readouterr().err == (
        "gradlings: not confined by landlock and seccomp: grade files of people whom you trust alone\n"
    )
    with pytest.raises(
        CatalogError, match=r"^files of strangers cannot be graded here \(no landlock: switched off; no seccomp: "
    ):
        workforce._confined(held(REQUIRED))
    for zygote in made:
        zygote.close()
