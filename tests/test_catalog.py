"""Finding and loading exercises; what cannot be loaded is named in one sentence."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from conftest import ROOT, load
from course import copy_course, run, student_course

from grader import catalog
from grader.catalog import CatalogError, parse_examples

CONV = "convolution/conv2d"


def test_the_course_is_found_from_anywhere_below_it() -> None:
    for start in (ROOT, ROOT / "exercises/convolution", ROOT / "exercises/convolution/conv2d.py", ROOT / "grader/hidden/rnn"):
        assert catalog.find_root(start) == ROOT


def test_outside_of_a_course_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="no course here"):
        catalog.find_root(tmp_path)


def test_an_exercise_has_all_its_parts() -> None:
    exercise = load(CONV)
    assert (exercise.topic, exercise.name, exercise.returns) == ("convolution", "conv2d", "N O OH OW")
    assert exercise.parameters == ("x", "weight", "bias", "stride", "padding")
    assert "flips_the_kernel" in [known.name for known in exercise.mistakes]
    assert "by_im2col" in [other.name for other in exercise.rights]
    assert exercise.statement.startswith("The layer behind every convolutional network")


def test_a_students_copy_knows_examples_and_hints_and_no_secrets(tmp_path: Path) -> None:
    course = student_course(tmp_path)
    full, bare = load(CONV), catalog.load(course.root, CONV)
    assert (bare.reference, bare.sample, bare.tests, bare.mistakes, bare.rights) == (None, None, (), (), ())
    assert bare.about.hints == full.about.hints
    assert [example.source for example in bare.examples] == [example.source for example in full.examples]
    assert bare.hidden_elsewhere > 5
    assert catalog.exercise_ids(course.root) == catalog.exercise_ids(ROOT)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ABOUT = 1\ndef conv2d(): ...", "must define ABOUT = About(...) and a function or class named conv2d"),
        ("def conv2d(:", "cannot be imported: SyntaxError"),
        ("import no_such_module", "cannot be imported: ModuleNotFoundError"),
    ],
)
def test_a_damaged_solution_is_named(tmp_path: Path, text: str, why: str) -> None:
    course = copy_course(tmp_path)
    path = catalog.solution_file(course.root, CONV)
    path.write_text(text)
    with pytest.raises(CatalogError) as caught:
        catalog.load(course.root, CONV)
    assert str(path) in str(caught.value)
    assert why in str(caught.value)


def test_two_courses_do_not_mix(tmp_path: Path) -> None:
    course = copy_course(tmp_path)
    path = catalog.solution_file(course.root, CONV)
    path.write_text(path.read_text().replace('title="2-D convolution layer"', 'title="Another course"'))
    assert catalog.load(course.root, CONV).about.title == "Another course"
    assert catalog.load(ROOT, CONV).about.title == "2-D convolution layer"


def test_solutions_are_importable_for_authors_and_for_nobody_else() -> None:
    """An editable install must not put the root of the checkout on the path."""
    finished = run([sys.executable, "-P", "-c", "import grader, solutions"], Path("/"))
    assert "No module named 'solutions'" in finished.stderr


def test_a_catalog_that_is_no_json_is_named(tmp_path: Path) -> None:
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "catalog.json").write_text("[1, 2")
    with pytest.raises(CatalogError, match="is not valid JSON"):
        catalog.read_catalog(tmp_path)
    (tmp_path / "exercises" / "catalog.json").write_text(json.dumps([1, 2]))
    assert catalog.read_catalog(tmp_path) == {}


def test_a_file_that_is_missing_or_far_too_large_reads_as_empty(tmp_path: Path) -> None:
    assert catalog.read_learner_file(tmp_path / "missing.py") == b""
    (tmp_path / "large.py").write_bytes(b"#" * (catalog.MAX_SOURCE + 1))
    assert catalog.read_learner_file(tmp_path / "large.py") == b""


def test_examples_keep_their_set_up_and_their_order() -> None:
    found = parse_examples(
        """Title.

        >>> x = [1,
        ...      2]
        >>> len(x)
        2
        >>> max(
        ...     x)
        2

        Text in between.

        >>> min([])
        Traceback (most recent call last):
        ValueError: empty
        """
    )
    assert [example.want for example in found] == ["2", "2", ""]
    assert found[0].source == "x = [1,\n     2]\nlen(x)\n"
    assert found[1].source == "x = [1,\n     2]\nmax(\n    x)\n"
    assert found[2].raises == "ValueError: empty"
