"""A file that imports torch is given tensors: found in its text, before anything is collected or run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from grader import backends
from grader.backends import backend_of, libraries_of, wanted

ARRAYS = [
    "",
    "import numpy as np",
    "import numpy as torch",
    "import torchvision",
    "import torch_geometric",
    "import mytorch, pytorch.nn",
    "import my.torch",
    "importtorch",
    "from torchvision import ops",
    "from torchvision, torch import ops",
    "from my import torch",
    "from my.torch import nn",
    "from .torch import nn",
    "# import torch",
    "import numpy as np  # import torch",
    "x = 'import torch'",
    "x = 1  # as in; import torch",
    "torch = None",
    "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import numpy\n\n    from torch import Tensor\n",
    "import typing\nif typing.TYPE_CHECKING:  # for the editor\n    import torch\ndef f(x): return x",
    '"""Ported\nfrom torch to NumPy."""',
]

TENSORS = [
    "import torch",
    "import torch as t",
    "import torch.nn.functional as F",
    "import  torch",
    "import torch, numpy",
    "import torch;x = 1",
    "import numpy as np, torch",
    "import numpy as np,torch as t",
    "import os.path, numpy.linalg as la, torch.nn",
    "import numpy as np; import torch",
    "from torch import nn",
    "from torch import*",
    "from torch.nn.functional import(relu)",
    "def f(x):\n    import torch",
    "def f(x):\n\tfrom torch import nn",
    "if TYPE_CHECKING:\n    import torch\n\nimport torch",
    "if TYPE_CHECKING:\n    import numpy\nelse:\n    import torch",
    '"""What it does."""\r\nimport numpy\r\nimport torch\r\n',
    "\ufeffimport torch",  # some editors begin a file with this mark, and Python allows it
]


@pytest.mark.parametrize("source", ARRAYS)
def test_these_files_are_given_arrays(source: str) -> None:
    assert backend_of(source.encode()) == "numpy"


@pytest.mark.parametrize("source", TENSORS)
def test_these_files_are_given_tensors(source: str) -> None:
    assert backend_of(source.encode()) == "torch"


def test_a_file_that_is_no_text_is_given_arrays() -> None:
    assert backend_of(bytes(range(256))) == "numpy"
    assert backend_of("import torch".encode("utf-16")) == "numpy"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two topics: one with an exercise for each backend, the other with NumPy alone.  The tests beside them mention torch."""
    for path, text in [
        ("mixed/tensors.py", "import torch"),
        ("mixed/arrays.py", "import numpy as np"),
        ("mixed/test_mixed.py", "import torch"),
        ("plain/also_arrays.py", ""),
        ("plain/test_plain.py", "import torch"),
    ]:
        file = tmp_path / "exercises" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


BOTH = {"numpy", "torch"}
MIXED = "exercises/mixed/test_mixed.py"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], set()),
        (["exercises/plain/test_plain.py::test_unknown"], set()),
        (["nowhere/at/all"], set()),
        (["exercises"], BOTH),
        (["exercises/mixed"], BOTH),
        (["exercises/plain"], {"numpy"}),
        ([MIXED], BOTH),
        (["exercises/plain/test_plain.py"], {"numpy"}),
        ([f"{MIXED}::test_tensors"], {"torch"}),
        ([f"{MIXED}::test_tensors[ordinary_input]"], {"torch"}),
        ([f"{MIXED}::test_arrays[shapes[2-3]]"], {"numpy"}),
        ([f"{MIXED}::test_arrays[like::test_tensors]"], {"numpy"}),
        ([f"{MIXED}::test_arrays[1/2]"], {"numpy"}),
        ([f"{MIXED}::test_arrays", f"{MIXED}::test_tensors"], BOTH),
        (["exercises/plain", f"{MIXED}::test_tensors"], BOTH),
    ],
)
def test_the_backends_that_pytests_arguments_need(course: Path, arguments: list[str], expected: set[str]) -> None:
    assert wanted(arguments) == expected
    assert wanted([str(course / argument) for argument in arguments]) == expected


def test_what_cannot_be_read_is_passed_over(course: Path) -> None:
    """Emacs leaves a link to nowhere beside a file that is being edited."""
    (course / "exercises/plain/.#also_arrays.py").symlink_to("someone@somewhere.1234")
    assert wanted(["exercises/plain"]) == {"numpy"}
    (course / "exercises/plain/folder.py").mkdir()
    assert wanted(["exercises/plain"]) == {"numpy"}


@pytest.mark.parametrize(("found", "expected"), [(None, False), ("a module", True)])
def test_whether_torch_is_there_is_found_out_without_importing_it(
    found: Any, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(backends.importlib.util, "find_spec", lambda name: (asked.append(name), found)[1])
    assert backends.installed() is expected
    assert asked == ["torch"]


@pytest.mark.parametrize(
    ("source", "libraries"),
    [
        ("import numpy as np", ()),
        ("import scipy", ()),
        ("from scipy.special import expit", ("scipy.special",)),
        ("import scipy.special as sp\nfrom scipy import stats, special as s", ("scipy.special", "scipy.stats")),
        ("from scipy import (signal, ndimage)", ("scipy.ndimage", "scipy.signal")),
        ("from scipy.linalg.blas import dgemm", ("scipy.linalg",)),
        ("from scipy import surprise\nimport scipy.nothing", ()),
        ("# import scipy.special", ()),
        ("x = 'import scipy.special'", ()),
    ],
)
def test_the_parts_of_scipy_that_a_file_imports(source: str, libraries: tuple[str, ...]) -> None:
    assert libraries_of(source.encode()) == libraries
