"""pytest's door.  Hooks and no logic: an item asks `grader.grade` for a Result and pytest prints it.

    exercises/<topic>/test_<topic>.py    one test per exercise, parametrized here with its checks
    grader/hidden/<topic>/<name>.py      valid pytest modules too, through the fixtures `yours` and `rng`

This module is imported by every pytest run, so nothing heavy is imported before an exercise is collected.
"""

from __future__ import annotations

import gc
import importlib.util
import os
import sys
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from grader import backends, options
from grader.launch import Launchers

if TYPE_CHECKING:
    from grader.bench import Bench
    from grader.exercise import Check

MARK = "exercise"
HIDDEN = ("grader", "hidden")
BENCH = pytest.StashKey["Bench"]()
LAUNCHERS = pytest.StashKey[Launchers]()
RECORDS = pytest.StashKey[list[dict[str, Any]]]()
TOLD = pytest.StashKey[dict[str, str]]()
MOST_PROCESSES = 4  # that grade at once
XDIST_OPTIONS = ("-n", "--numprocesses", "--dist", "--tx", "--maxprocesses")


def pytest_addoption(parser: pytest.Parser) -> None:
    options.add(parser)


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config, args: list[str]) -> None:
    """Plugins are not loaded on their own (see pyproject.toml); xdist is wanted when it is asked for.  Conftest files run
    in this process, and one among strangers' files is a stranger's."""
    early_config.known_args_namespace.noconftest |= early_config.known_args_namespace.untrusted
    if any(arg.startswith(XDIST_OPTIONS) for arg in args) and not early_config.pluginmanager.has_plugin("xdist"):
        if importlib.util.find_spec("xdist") is None:
            raise pytest.UsageError("-n needs pytest-xdist, which is not installed; try: python -m pip install pytest-xdist")
        early_config.pluginmanager.import_plugin("xdist.plugin")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", f"{MARK}(id): the exercise that a test of exercises/ grades")
    config.addinivalue_line("markers", "cuda: needs CUDA; skipped where there is none, or failed with --require-cuda")
    config.stash[RECORDS] = []
    config.stash[TOLD] = {}
    options.check(config)
    paths = [argument for argument in config.args if _is_graded(argument)]
    if paths and not config.option.in_process and not config.option.collectonly:
        config.stash[LAUNCHERS] = options.launchers(config)
        for backend in {config.option.backend} - {""} or backends.wanted(paths):
            config.stash[LAUNCHERS].of(backend)  # at once: it imports its library beside us while we collect
    # A short-lived process with many objects: collecting garbage costs a tenth of it and frees nothing.
    gc.freeze()
    gc.set_threshold(1_000_000, 50, 50)


def pytest_unconfigure(config: pytest.Config) -> None:
    if BENCH in config.stash:
        config.stash[BENCH].close()
    if LAUNCHERS in config.stash:
        config.stash[LAUNCHERS].close()
    gc.freeze()


def _is_graded(argument: str) -> bool:
    """Whether what lies there is going to be graded, as far as its path tells."""
    parts = Path(argument.split("::", maxsplit=1)[0]).resolve().parts
    return "exercises" in parts or set(HIDDEN) <= set(parts)


def bench(config: pytest.Config, path: Path) -> Bench:
    """The grading bench of this run, made when the first exercise is collected."""
    if BENCH not in config.stash:
        from grader.bench import Bench  # noqa: PLC0415  # imports NumPy: only where something is graded

        if LAUNCHERS not in config.stash and not config.option.in_process and not config.option.collectonly:
            config.stash[LAUNCHERS] = options.launchers(config)
        config.stash[BENCH] = Bench(path, config.stash.get(LAUNCHERS, None), options.wish(config))
    return config.stash[BENCH]


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> None:
    """Before a hidden file is imported, `solutions` must be importable for it; a stranger's module is not imported at all."""
    options.refuse_strangers(parent.config, module_path)
    if module_path.parts[-4:-2] == HIDDEN:
        bench(parent.config, module_path).exercise("/".join(module_path.with_suffix("").parts[-2:]))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One item for each check of the exercise that the test is marked with."""
    mark = metafunc.definition.get_closest_marker(MARK)
    if mark is None or "check" not in metafunc.fixturenames:
        return
    table = bench(metafunc.config, metafunc.definition.path)
    items = [Graded(metafunc.config, table, mark.args[0], check) for check in table.checks(mark.args[0])]
    metafunc.parametrize("check", items, ids=[item.check.id for item in items])


class Graded:
    """What a generated test calls: runs its check and raises if it did not pass."""

    def __init__(self, config: pytest.Config, table: Bench, exercise: str, check: Check) -> None:
        self.config = config
        self.table = table
        self.exercise = exercise
        self.check = check
        self.record: dict[str, Any] | None = None

    def __call__(self) -> None:
        __tracebackhide__ = True
        options.skip_or_fail(self.config, self.table.missing(self.exercise))
        self.record = self.table.grade(self.exercise, self.check)
        if self.record["verdict"] != "passed":
            pytest.fail(self.record["verdict"], pytrace=False)  # the report below takes its place


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("cuda"):
        options.skip_or_fail(item.config, options.lacks_cuda())


@pytest.hookimpl(wrapper=True)
def pytest_runtestloop(session: pytest.Session) -> Generator[None, object, object]:
    """Several exercises are graded in several processes, unless someone is debugging or xdist does that already."""
    config = session.config
    work: dict[str, list[Check]] = {}
    for item in session.items:
        graded = getattr(item, "callspec", None) and item.callspec.params.get("check")  # type: ignore[attr-defined]
        if isinstance(graded, Graded):
            work.setdefault(graded.exercise, []).append(graded.check)
    debugging = config.option.collectonly or config.option.usepdb or config.option.trace
    if BENCH in config.stash and LAUNCHERS in config.stash and not debugging and sys.platform == "linux":
        processes = 1 if hasattr(config, "workerinput") else min(MOST_PROCESSES, len(os.sched_getaffinity(0)))
        config.stash[BENCH].share_out(work, processes)
    result = yield
    if LAUNCHERS in config.stash:
        config.stash[LAUNCHERS].finish()  # it ends while the summary is printed
    return result


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> Any:
    """The random inputs of a hidden test: the same, whichever door grades."""
    table, exercise, check = _hidden_test(request.node)
    return table.rng(exercise, check)


@pytest.fixture
def yours(request: pytest.FixtureRequest) -> Any:
    """The learner's function, in its own process."""
    table, exercise, _ = _hidden_test(request.node)
    return table.yours(exercise)


def _hidden_test(item: Any) -> tuple[Bench, str, str]:
    from grader.cases import check_id  # noqa: PLC0415

    exercise = "/".join(item.path.with_suffix("").parts[-2:])
    case = item.callspec.id if hasattr(item, "callspec") else ""
    return bench(item.config, item.path), exercise, check_id(item.originalname, case)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: Any, call: pytest.CallInfo[None]) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    graded = getattr(item, "callspec", None) and item.callspec.params.get("check")
    if call.when != "call":
        return report
    if isinstance(graded, Graded) and graded.record is not None:
        _write(item, report, graded.record)
    elif "yours" in getattr(item, "funcargs", {}):
        table, exercise, check = _hidden_test(item)
        title = (item.obj.__doc__ or check).strip().splitlines()[0]
        error = call.excinfo.value if call.excinfo else None
        _write(item, report, table.record(exercise, table.sort_out(exercise, check, title, item.funcargs["yours"], error)))
    return report


def _write(item: Any, report: Any, record: dict[str, Any]) -> None:
    """Put a Result into pytest's report.  Plain data only: xdist sends reports between processes."""
    report.gradlings = record
    verdict = record["verdict"]
    item.user_properties.append(("verdict", verdict))  # JUnit reads it from the report of the teardown
    if verdict == "passed":
        return
    report.outcome = "failed"
    report.longrepr = record["text"]
    if verdict == "broken":
        report.when = "setup"  # pytest's own place for errors that are not the test's: ERROR, not FAILED


def pytest_report_teststatus(report: Any) -> tuple[str, str, tuple[str, dict[str, bool]]] | None:
    record = getattr(report, "gradlings", None)
    if record is None or record["verdict"] in ("passed", "broken"):
        return None
    if record["verdict"] == "todo":
        return "todo", "t", ("TODO", {"yellow": True})
    return "failed", record["verdict"][0].upper(), (record["verdict"].upper(), {"red": True})


@pytest.hookimpl(trylast=True)
def pytest_runtest_logreport(report: Any) -> None:
    """Say a thing once: what was already explained becomes one line on the screen.  JUnit keeps it whole."""
    config = _CONFIG[0] if _CONFIG else None
    record = getattr(report, "gradlings", None)
    if record is None or config is None:
        return
    config.stash[RECORDS].append(record)
    if record["verdict"] == "passed":
        return
    first = config.stash[TOLD].setdefault(record["key"], record["check"])
    if first != record["check"]:
        report.longrepr = f"(the same as {first})"


_CONFIG: list[pytest.Config] = []


def pytest_sessionstart(session: pytest.Session) -> None:
    _CONFIG[:] = [session.config]


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    records = config.stash[RECORDS]
    for reason in sorted(config.stash[options.SKIPPED] if options.SKIPPED in config.stash else ()):
        terminalreporter.write_line(f"not graded: {reason}", yellow=True)
    if not records:
        return
    from grader import words  # noqa: PLC0415

    terminalreporter.write_sep("=", "gradlings")
    for line, markup in words.scoreboard(records):
        terminalreporter.write_line(line, **{markup: True} if markup else {})
    if not config.option.reference and not config.option.untrusted:
        from grader.learn import logbook  # noqa: PLC0415

        if lost := logbook.enter(config.rootpath, records):
            terminalreporter.write_line(lost, yellow=True)
