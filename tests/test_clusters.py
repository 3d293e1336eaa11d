"""A class on a Dask cluster: the same results, also when a worker, or the run itself, is killed on the way."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from planted_class import hand_in, plant

from grader import clusters
from grader.batch import BATCH
from grader.catalog import CatalogError
from grader.grading import STORE

PATIENCE = 30.0  # seconds for a worker that was killed to be back
RELU, HUBER = "activations/relu", "losses/huber_loss"
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning"),
    pytest.mark.timeout(600),
]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One moment at which something is killed is chosen; others, with --whole, are drawn."""
    if "moment" in metafunc.fixturenames:
        metafunc.parametrize("moment", range(6 if metafunc.config.getoption("--whole") else 1))


@pytest.fixture
def local() -> Iterator[Any]:
    """A cluster of its own for each test: what one has killed may take its time to come back, or never do."""
    import distributed  # noqa: PLC0415  # slow to load

    os.environ["PYTHONPATH"] = str(ROOT)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0") as made:
        yield made


def kill_a_worker(local: Any) -> None:
    """One that works: what looks after a worker gives up on one that dies while it starts."""

    def working() -> list[int]:
        known = local.scheduler.workers
        return [nanny.pid for nanny in local.workers.values() if nanny.is_alive() and nanny.worker_address in known]

    until = time.monotonic() + PATIENCE
    while not working() and time.monotonic() < until:
        time.sleep(0.05)
    os.kill(working()[0], signal.SIGKILL)


def started(submissions: Path, out: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-P", "-m", "grader", "grade", str(submissions), "--out", str(out), *options]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return subprocess.Popen([*command, "--exercises", RELU, HUBER], cwd=ROOT, text=True, start_new_session=True, **streams)  # type: ignore[call-overload]


def finished(process: subprocess.Popen[str]) -> str:
    said, _ = process.communicate(timeout=300)
    assert process.returncode == 0, said
    return said


def results(out: Path) -> int:
    """How many are kept already."""
    try:
        with sqlite3.connect(f"file:{out / STORE}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM results").fetchone()[0])
    except sqlite3.OperationalError:  # there is no file yet, or no table in it
        return 0


def everything(out: Path) -> dict[str, bytes | list[tuple[Any, ...]]]:
    """Every file to the byte; of the store what stands in it, for where depends on what came first."""
    found: dict[str, Any] = {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and not path.name.startswith(STORE)
    }
    with sqlite3.connect(out / STORE) as connection:
        for table in ("results", "marks"):
            found[table] = connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
    return found


@pytest.fixture(scope="module")
def submissions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    planted = [each for each in plant([RELU, HUBER], 30, {}) if each.kind != "hostile"]
    return hand_in(tmp_path_factory.mktemp("class"), planted)


@pytest.fixture(scope="module")
def at_home(submissions: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the same class gives without a cluster."""
    out = tmp_path_factory.mktemp("out")
    finished(started(submissions, out, "--jobs", "2"))
    return everything(out)


@pytest.fixture(scope="session")
def whole(request: pytest.FixtureRequest) -> None:
    if not request.config.getoption("--whole"):
        pytest.skip("with --whole alone")


def test_one_process_gives_what_two_give(whole: None, submissions: Path, at_home: dict[str, Any], tmp_path: Path) -> None:
    finished(started(submissions, tmp_path, "--jobs", "1"))
    assert everything(tmp_path) == at_home


def kept(process: subprocess.Popen[str], out: Path, number: int) -> None:
    """Wait until so many results are kept, of a run that is still going on."""
    while results(out) < number:
        assert process.poll() is None, process.communicate()[0]
        time.sleep(0.02)


def test_a_worker_is_killed_in_the_middle_of_a_run(
    moment: int, local: Any, submissions: Path, at_home: dict[str, Any], tmp_path: Path
) -> None:
    """The first time a second one dies as well; then one dies at any moment."""
    process = started(submissions, tmp_path, "--cluster", local.scheduler_address)
    if moment:
        time.sleep(random.Random(moment).uniform(0.5, 4.0))
    else:
        kept(process, tmp_path, BATCH)
        kill_a_worker(local)
        kept(process, tmp_path, 2 * BATCH)
    kill_a_worker(local)
    finished(process)
    assert everything(tmp_path) == at_home


def test_a_run_on_a_cluster_that_is_killed_goes_on(
    moment: int, local: Any, submissions: Path, at_home: dict[str, Any], tmp_path: Path
) -> None:
    """What it had graded is not graded again."""
    process = started(submissions, tmp_path, "--cluster", local.scheduler_address)
    if moment:
        time.sleep(random.Random(moment).uniform(0.5, 4.0))
    else:
        kept(process, tmp_path, BATCH)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    before = results(tmp_path)
    said = finished(started(submissions, tmp_path, "--cluster", local.scheduler_address))
    assert f"{before} result{'' if before == 1 else 's'} known already." in said
    assert everything(tmp_path) == at_home


def test_who_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "PATIENCE", 1)
    with pytest.raises(CatalogError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:1 "):
        clusters.connect("tcp://127.0.0.1:1")


def test_without_dask_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CatalogError) as refusal:
        clusters.connect("tcp://127.0.0.1:1")
    install = 'python -m pip install -e ".[cluster]" -c constraints.txt'
    assert str(refusal.value) == f"--cluster needs Dask, which is not installed; try: {install}"
