"""What every exercise must keep, with no line per exercise.  `pytest tests -k convolution/conv2d` checks one.

tests/test_audit.py hands in the banks, through processes.
"""

from __future__ import annotations

import ast
import inspect
import time
from dataclasses import replace

import numpy as np
import pytest
from conftest import ROOT, Direct, failures, load

from grader import battery, catalog, examples, scaffold, structure, trial
from grader.exercise import Exercise, Right, Setup, Verdict
from grader.grade import checks_of, grade

SEEDS = (0, 1)  # tests/test_audit.py takes 2026


@pytest.mark.parametrize("seed", SEEDS)
def test_reference_passes(exercise: Exercise, seed: int) -> None:
    assert exercise.reference is not None
    assert failures(grade(exercise, Direct(exercise.reference), seed)) == {}


def test_other_right_answer_passes(exercise: Exercise, other: Right) -> None:
    for seed in SEEDS:
        assert failures(grade(exercise, Direct(other.function), seed)) == {}, f"at seed {seed}"


def test_unwritten_is_todo_everywhere(exercise: Exercise) -> None:
    def stub(*args: object, **kwargs: object) -> None:
        raise NotImplementedError

    assert {r.verdict for r in grade(exercise, Direct(stub)).results} == {Verdict.TODO}


def test_constants_and_inputs_earn_nothing(exercise: Exercise) -> None:
    """Returning None, or the first argument, or a zero passes no check that another right answer would not."""

    def raises(*args: object, **kwargs: object) -> None:
        raise ValueError(" ".join(exercise.parameters))

    lazy = {"None": lambda *a, **k: None, "zero": lambda *a, **k: 0.0, "the input": lambda *a, **k: a[0], "an error": raises}
    for name, function in lazy.items():
        earned = [r.check for r in grade(exercise, Direct(function)).results if r.verdict is Verdict.PASSED]
        assert not earned or name == "the input", f"{exercise.id} gives points for {name}: {earned}"
        assert len(earned) <= len(checks_of(exercise)) / 3, f"{exercise.id} gives too many points for {name}: {earned}"


def test_a_sample_shows_every_part_of_the_result(exercise: Exercise) -> None:
    """A part that is zero whatever is drawn would hide what is wrong with it."""
    seen: dict[str, bool] = {}
    for seed in range(8):
        value = trial.expected(exercise, trial.sample(exercise, np.random.default_rng(seed)))
        for path, leaf in structure.leaves(value):
            seen[path] = seen.get(path, False) or bool(np.any(np.asarray(leaf) != 0))
    assert [path for path, shown in seen.items() if not shown] == []


def test_has_enough_of_everything(exercise: Exercise) -> None:
    about = exercise.about
    assert len(exercise.tests) >= 3, f"{exercise.id} has {len(exercise.tests)} hidden tests and needs at least 3"
    assert exercise.sample is not None
    assert len(exercise.mistakes) >= 4, f"{exercise.id} has {len(exercise.mistakes)} known mistakes and needs at least 4"
    assert len(exercise.rights) >= 2, f"{exercise.id} has {len(exercise.rights)} other right answers and needs at least 2"
    assert len({m.message for m in exercise.mistakes}) == len(exercise.mistakes)
    assert about.points > 0
    assert about.difficulty in (1, 2, 3)
    assert about.questions
    assert len(exercise.examples) >= 1
    assert "$" in exercise.statement
    assert "TODO" not in exercise.statement
    assert "TODO" not in (ROOT / "solutions" / exercise.topic / "README.md").read_text(encoding="utf-8")


def test_what_is_skipped_exists_and_has_a_reason(exercise: Exercise) -> None:
    about = replace(exercise.about, skip={}, vectorised=True, memory="O(N)", dtypes=("float16",))
    possible = {c.id for c in battery.checks(replace(exercise, about=about), Setup("torch", dtype="float16"))}
    for name, reason in exercise.about.skip.items():
        assert name in possible | {"twin", "independent"}, f"{name} is no check that can be skipped"
        assert len(reason.split()) >= 5, f"why is {name} skipped?"


def test_hints_are_plain_and_not_the_answer(exercise: Exercise) -> None:
    assert len(exercise.about.hints) == 3
    assert exercise.reference is not None
    code = {line.strip() for line in inspect.getsource(exercise.reference).splitlines() if len(line.strip()) > 15}
    for hint in exercise.about.hints:
        assert 40 <= len(hint.split()) <= 120, f"{len(hint.split())} words: {hint[:60]}"
        assert not [line for line in code if line in hint]


def test_messages_say_what_to_do(exercise: Exercise) -> None:
    for known in exercise.mistakes:
        assert 8 <= len(known.message.split()) <= 60, known.message
        assert known.message.endswith("."), known.message


def test_title_of_every_hidden_test_is_a_sentence(exercise: Exercise) -> None:
    for test in exercise.tests:
        assert test.title.endswith("."), f"{test.id}: {test.title}"
        assert not test.title.startswith("test_"), test.id
    ids = [check.id for check in checks_of(exercise)]
    assert len(set(ids)) == len(ids)


def test_examples_are_right_and_asymmetric(exercise: Exercise) -> None:
    assert exercise.reference is not None
    report = grade(exercise, Direct(exercise.reference), only=["examples"])
    assert failures(report) == {}
    for example in exercise.examples:
        assert "ones(" not in example.source, "an example of ones hides flips and swapped axes"


def test_examples_tell_right_from_a_mistake(exercise: Exercise) -> None:
    """The visible examples alone catch at least one known mistake: they are no decoration."""
    assert any(grade(exercise, Direct(m.function), only=["examples"]).passed == 0 for m in exercise.mistakes)


def test_needs_exist_and_have_no_cycle(exercise: Exercise) -> None:
    def walk(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, f"cycle: {' -> '.join([*path, name])}"
        for need in load(name).about.needs:
            walk(need, (*path, name))

    assert set(exercise.about.needs) <= set(catalog.exercise_ids(ROOT))
    walk(exercise.id, ())


def test_name_shadows_nothing(exercise: Exercise) -> None:
    for part in (exercise.name, exercise.topic):
        assert part.isidentifier()
        assert part not in scaffold.TAKEN


def test_shapes_stand_in_the_signature(exercise: Exercise) -> None:
    """Every parameter and the result are annotated, and the docstring describes each parameter."""
    tree = ast.parse(catalog.solution_file(ROOT, exercise.id).read_text())
    function = next(n for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef) and n.name == exercise.name)
    doc = ast.get_docstring(function) or ""
    if isinstance(function, ast.FunctionDef):
        for argument in [*function.args.args, *function.args.kwonlyargs]:
            assert argument.annotation is not None, f"{argument.arg} has no annotation"
            assert f"{argument.arg} :" in doc, f"the docstring does not describe {argument.arg}"
        assert function.returns is not None
    for section in ("Parameters", "Returns", "Examples"):
        assert f"{section}\n" in doc, f"the docstring has no section {section}"


def test_files_stay_short(exercise: Exercise) -> None:
    for path in (catalog.solution_file(ROOT, exercise.id), catalog.hidden_file(ROOT, exercise.id)):
        assert len(path.read_text().splitlines()) <= 320, f"{path} is too long: two exercises?"


def test_grading_is_quick(exercise: Exercise) -> None:
    """CPU time of our own side for one full grading; generous, because it guards against a slip of magnitude."""
    assert exercise.reference is not None
    start = time.process_time()
    grade(exercise, Direct(exercise.reference))
    assert time.process_time() - start < 2.0


def test_examples_run_as_printed(exercise: Exercise) -> None:
    for example in exercise.examples:
        if not example.raises:
            examples.run(exercise, example, exercise.reference)
