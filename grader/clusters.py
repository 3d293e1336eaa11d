"""The work of a class on other machines: a Dask cluster, used as any Executor is.

Every worker must find the course in the same folder, and the kit installed in the same version.
"""

from __future__ import annotations

from concurrent.futures import Executor
from typing import Any, NamedTuple

from grader.catalog import CatalogError

PATIENCE = 10  # seconds for a scheduler to answer


class Cluster(NamedTuple):
    """A cluster that has answered."""

    client: Any  # of distributed
    workers: int


def connect(address: str) -> Cluster:
    """The cluster of a scheduler, such as ``tcp://10.0.0.5:8786``.  Raises CatalogError."""
    try:
        import distributed  # noqa: PLC0415  # optional, and heavy
    except ImportError:
        install = 'python -m pip install -e ".[cluster]" -c constraints.txt'
        raise CatalogError(f"--cluster needs Dask, which is not installed; try: {install}") from None
    try:
        client: Any = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise CatalogError(f"no Dask scheduler answers at {address} ({type(error).__name__})") from None
    workers = len(client.scheduler_info(n_workers=-1)["workers"])
    if not workers:
        client.close()
        raise CatalogError(f"the Dask scheduler at {address} has no workers yet; start some: dask worker {address}")
    return Cluster(client, workers)


def executor(cluster: Cluster) -> Executor:
    """Work that is submitted runs on the cluster; equal work is never taken for the same."""
    made: Executor = cluster.client.get_executor(pure=False)
    return made
