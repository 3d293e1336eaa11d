"""A class on a Dask cluster: the same results, also when a worker is killed on the way."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import ROOT

from grader import clusters, submission
from grader.batch import Batches
from grader.bulk import Rules, Task, grade_batch
from grader.catalog import CatalogError

RELU = "activations/relu"
RULES = Rules(ROOT)
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def local() -> Iterator[Any]:
    distributed = pytest.importorskip("distributed")
    os.environ["PYTHONPATH"] = str(ROOT)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as made:
        yield made


def tasks(number: int) -> list[Task]:
    source = submission.standalone(ROOT, RELU)
    return [Task(f"key {i}", RELU, f"{source}\n# {i}\n".encode(), f"digest {i}") for i in range(number)]


def test_a_worker_that_is_killed_costs_nothing(local: Any) -> None:
    cluster = clusters.connect(local.scheduler_address)
    todo = tasks(60)
    found: dict[str, Any] = {}
    batches = Batches(RULES, lambda: clusters.executor(cluster), cluster.workers)
    for results in batches.run(todo):
        found.update(results)
        if len(found) <= 20:
            os.kill(next(iter(local.workers.values())).pid, signal.SIGKILL)
    batches.close()
    cluster.client.close()
    assert found == dict(grade_batch(RULES, todo))


def test_who_does_not_answer_is_named() -> None:
    pytest.importorskip("distributed")
    with pytest.raises(CatalogError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:1 "):
        clusters.connect("tcp://127.0.0.1:1")


def test_without_dask_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CatalogError) as refusal:
        clusters.connect("tcp://127.0.0.1:1")
    install = 'python -m pip install -e ".[cluster]" -c constraints.txt'
    assert str(refusal.value) == f"--cluster needs Dask, which is not installed; try: {install}"
