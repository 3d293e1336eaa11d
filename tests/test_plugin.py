"""`pytest exercises/...` behaves as a pytest user expects."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest
from conftest import load
from course import Course, copy_course, run, student_course

from grader import catalog
from grader.grade import checks_of

CONV = "convolution/conv2d"
FILE = "exercises/convolution/test_convolution.py"
TEST = f"{FILE}::test_conv2d"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """conv2d ignores its stride; everything else is unwritten."""
    made = copy_course(tmp_path_factory.mktemp("course"))
    made.hand_in_function(CONV, "ignores_the_stride")
    return made


def last_line(text: str) -> str:
    return text.strip().splitlines()[-1]


def test_missing_exercise_is_our_error_and_not_the_learners(tmp_path: Path) -> None:
    course = copy_course(tmp_path)
    path = course.root / FILE
    path.write_text(path.read_text().replace('"convolution/conv2d"', '"convolution/conv3d"'))
    finished = course.pytest(FILE, "-q")
    assert finished.returncode != 0
    assert "there is no exercise 'convolution/conv3d'; its topic has convolution/" in finished.stdout


def test_verdicts_colours_and_exit_code(course: Course) -> None:
    finished = course.pytest("exercises/convolution", "--color=yes")
    assert finished.returncode == 1
    assert "\x1b[33mt\x1b[0m" in finished.stdout  # todo is yellow
    assert "\x1b[31mW\x1b[0m" in finished.stdout  # wrong is red
    assert "\x1b[32m.\x1b[0m" in finished.stdout
    assert course.pytest(TEST, "-k", "padding and not bad").returncode == 0


def test_failure_says_what_was_called_and_names_the_mistake_once(course: Course) -> None:
    told = course.pytest(TEST).stdout
    assert "conv2d(x[1,1,3,3], weight[1,1,2,2], bias=[0.5], stride=2, padding=1)" in told
    assert told.count("Likely cause: Stride has no effect") == 1
    assert "(the same as examples)" in told
    assert "Traceback" not in told
    assert "grader/" not in told.split("== gradlings ==")[0].replace("grader.plugin", "")


def test_verbose_names_the_verdict(course: Course) -> None:
    told = course.pytest(TEST, "-v").stdout
    assert re.search(r"test_conv2d\[stride\] WRONG", told)
    assert re.search(r"test_conv2d\[padding\] PASSED", told)


def test_select_by_keyword_and_node_id(course: Course) -> None:
    chosen = course.pytest("exercises", "-q", "-k", "test_conv2d and (stride or padding) and not backward").stdout
    assert "1 failed, 1 passed" in last_line(chosen)
    assert "1 passed" in last_line(course.pytest(f"{TEST}[padding]", "-q").stdout)


def test_stop_at_the_first_failure(course: Course) -> None:
    assert "1 failed" in last_line(course.pytest(TEST, "-x", "-q").stdout)


def test_last_failed_runs_only_what_failed(tmp_path: Path) -> None:
    course = copy_course(tmp_path)
    course.hand_in_function(CONV, "pads_with_the_border")
    first = last_line(course.pytest(TEST, "-q").stdout)
    failed = int(re.search(r"(\d+) failed", first).group(1))  # type: ignore[union-attr]  # the run has failures
    course.hand_in_function(CONV, "conv2d")
    assert f"{failed} passed" in last_line(course.pytest(TEST, "-q", "--lf").stdout)


def test_in_two_processes(course: Course) -> None:
    pytest.importorskip("xdist")
    alone = course.pytest("exercises/convolution", "-q")
    together = course.pytest("exercises/convolution", "-q", "-n", "2")
    counts = re.compile(r"\d+ (?:passed|failed|todo)")
    assert counts.findall(last_line(together.stdout)) == counts.findall(last_line(alone.stdout))
    board = [line for line in alone.stdout.splitlines() if "points" in line]
    assert sorted(line for line in together.stdout.splitlines() if "points" in line) == sorted(board)


def test_junit_carries_message_and_verdict(course: Course) -> None:
    cases = {case.attrib["name"]: case for case in course.junit(TEST)["conv2d"]}
    wrong = cases["test_conv2d[stride]"]
    assert "Likely cause: Stride has no effect" in (wrong.find("failure").text or "")  # type: ignore[union-attr]  # it failed
    assert {p.attrib["name"]: p.attrib["value"] for p in wrong.iter("property")} == {"verdict": "wrong"}
    assert cases["test_conv2d[padding]"].find("failure") is None


def test_an_ide_finds_every_check_without_running_anything(course: Course) -> None:
    listed = course.pytest("exercises", "--collect-only", "-q").stdout
    for name in catalog.exercise_ids(course.root):
        topic, exercise = name.split("/")
        for check in checks_of(load(name)):
            assert f"exercises/{topic}/test_{topic}.py::test_{exercise}[{check.id}]" in listed


def test_works_from_a_folder_below(course: Course) -> None:
    folder = course.root / "exercises/convolution"
    finished = run([sys.executable, "-m", "pytest", "-q", "test_convolution.py::test_conv2d"], folder)
    assert "failed" in last_line(finished.stdout)


def test_scoreboard_says_where_you_are_and_what_is_next(course: Course) -> None:
    told = course.pytest("exercises/convolution", "-q").stdout
    board = told[told.index("= gradlings =") :]
    total = len(checks_of(load(CONV)))
    assert re.search(rf"convolution/conv2d +\[#+ *\] +[1-9]/{total} +checks +[\d.]+/10 points  examples: wrong", board)
    assert re.search(r"convolution/sobel +\[ +\] +0/\d+ +checks +0/\d+ points  to do", board)
    assert (
        "next: edit exercises/convolution/conv2d.py, then: pytest exercises/convolution/test_convolution.py::test_conv2d" in board
    )


def test_reference_option_proves_an_installation(course: Course, request: pytest.FixtureRequest) -> None:
    """Two topics in an ordinary run: tests/test_every_exercise.py grades every reference, if not by this door."""
    whole = request.config.getoption("--whole")
    folders = ["exercises"] if whole else ["exercises/activations", "exercises/normalization"]
    finished = course.pytest(*folders, "-q", "--reference")
    assert finished.returncode == 0, finished.stdout
    assert re.fullmatch(r"\d+ passed in .*", last_line(finished.stdout))


def test_seed_draws_other_inputs(tmp_path: Path) -> None:
    course = copy_course(tmp_path)
    solution = "import numpy as np\ndef conv2d(x, weight, bias, stride=1, padding=0):\n    print(x[0, 0, 0, 0])\n"
    course.hand_in(CONV, solution)
    check = f"{TEST}[ordinary_input]"
    printed = {re.search(r"\| (\S+)", course.pytest(check, f"--seed={seed}").stdout).group(1) for seed in (0, 1, 2)}  # type: ignore[union-attr]
    again = re.search(r"\| (\S+)", course.pytest(check, "--seed=1").stdout).group(1)  # type: ignore[union-attr]
    assert len(printed) == 3
    assert again in printed


def test_in_process_runs_here_and_grades_alike(tmp_path: Path) -> None:
    course = copy_course(tmp_path)
    course.hand_in(CONV, "import os\ndef conv2d(x, weight, bias, stride=1, padding=0):\n    raise OSError(os.getppid())\n")
    apart, here = (course.pytest(f"{TEST}[ordinary_input]", *option).stdout for option in ([], ["--in-process"]))
    parents = [re.search(r"OSError: (\d+)", told).group(1) for told in (apart, here)]  # type: ignore[union-attr]  # it raises
    assert parents[0] != parents[1]
    course.hand_in_function(CONV, "flips_the_kernel")
    apart, here = (last_line(course.pytest(TEST, "-q", *option).stdout).split(" in ")[0] for option in ([], ["--in-process"]))
    assert apart == here


def test_hidden_file_is_a_pytest_module(course: Course) -> None:
    finished = course.pytest("grader/hidden/convolution/conv2d.py", "-v")
    assert re.search(r"conv2d.py::test_stride WRONG", finished.stdout)
    assert re.search(r"conv2d.py::test_padding PASSED", finished.stdout)
    assert finished.stdout.count("Likely cause: Stride has no effect") == 1
    assert finished.returncode == 1
    assert course.pytest("grader/hidden/convolution/conv2d.py", "--reference").returncode == 0


def test_unwritten_function_is_todo_in_a_hidden_file(course: Course) -> None:
    """Also where the test expects some exception: NotImplementedError is not the one."""
    told = course.pytest("grader/hidden/convolution/conv_output_size.py", "-q").stdout
    assert re.fullmatch(r"\d+ todo in .*", last_line(told))


def test_broken_test_is_an_error_and_not_a_failure(tmp_path: Path) -> None:
    course = broken_course(tmp_path)
    told = course.pytest("exercises/toys", "-q").stdout
    assert "1 error" in last_line(told)
    assert "The kit failed, not your code:" in told
    assert "ZeroDivisionError" in told
    case = next(c for c in course.junit("exercises/toys")["double"] if "divides" in c.attrib["name"])
    assert case.find("error") is not None


def broken_course(folder: Path) -> Course:
    """A course of one exercise, with a hidden test that fails by itself."""
    course = copy_course(folder)
    for tree in ("solutions", "grader", "exercises"):
        shutil.rmtree(folder / tree)
    (folder / "solutions").mkdir()
    for command in (["new", "toys/double"], ["sync"]):
        finished = run([sys.executable, "-P", "-m", "grader", *command], folder)
        assert finished.returncode == 0, finished.stderr
    hidden = folder / "grader/hidden/toys/double.py"
    broken = 'def test_divides(yours, rng):\n    """Ours."""\n    yours(sample(rng)[0])\n    1 / 0\n'
    hidden.write_text(f"{hidden.read_text()}\n\n{broken}")
    course.hand_in("toys/double", "def double(x):\n    return 2 * x\n")
    return course


def test_student_copy_runs_the_examples_and_counts_the_rest(tmp_path: Path) -> None:
    course = student_course(tmp_path)
    course.hand_in_function(CONV, "with_seven_loops")
    finished = course.pytest(TEST, "-q")
    assert last_line(finished.stdout).startswith("1 passed"), finished.stdout
    hidden = len(checks_of(load(CONV))) - 1  # all but the examples
    assert f"{hidden} hidden checks are not in this copy; your instructor runs them." in finished.stdout


def test_numpy_solution_never_loads_torch(course: Course) -> None:
    code = (
        "import sys, pytest; code = pytest.main(['-q', 'exercises/convolution', '--reference']);"
        "print(code, [m for m in ('torch', 'rich', 'jaxtyping', 'scipy', 'hypothesis') if m in sys.modules])"
    )
    assert last_line(run([sys.executable, "-c", code], course.root).stdout) == "0 []"


def test_strangers_tests_and_conftests_do_not_run(course: Course, tmp_path: Path) -> None:
    """With --untrusted nothing of the folder runs in pytest's own process."""
    ran = tmp_path / "ran"
    course.copy_reference("activations/relu")
    folder = course.root / "exercises" / "activations"
    (folder / "conftest.py").write_text(f"open({str(ran)!r}, 'w')")
    finished = course.pytest("exercises/activations/test_activations.py::test_relu", "--untrusted", "-q")
    assert (finished.returncode, ran.exists()) == (0, False), finished.stdout + finished.stderr
    module = folder / "test_activations.py"
    text = module.read_text(encoding="utf-8")
    try:
        module.write_text(f"{text}\n\nopen({str(ran)!r}, 'w')\n", encoding="utf-8")
        finished = course.pytest("exercises/activations", "--untrusted", "-q")
    finally:
        module.write_text(text, encoding="utf-8")
        (folder / "conftest.py").unlink()
    assert (finished.returncode, ran.exists()) == (2, False)
    assert "test_activations.py is not as `gradlings sync` writes it, and would run in pytest's own" in finished.stdout
    assert "Traceback" not in finished.stdout
    assert ".py:" not in finished.stdout


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--in-process"], "--untrusted runs nothing in pytest's own process: leave out --in-process, --pdb and --trace"),
        (["--pdb"], "--untrusted runs nothing in pytest's own process: leave out --in-process, --pdb and --trace"),
        (["--device", "cuda"], "--untrusted cannot confine an accelerator's driver: leave out --device, or --untrusted"),
    ],
)
def test_what_cannot_be_confined_is_refused(course: Course, arguments: list[str], why: str) -> None:
    finished = course.pytest("exercises/activations", "--untrusted", *arguments)
    assert (finished.returncode, finished.stderr.strip()) == (4, f"ERROR: {why}")
