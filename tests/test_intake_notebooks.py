"""The answer in a notebook: which cells it is, what is kept of the others, and what is no notebook."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from class_folder import BACKWARD, CONV, EXERCISES, RELU, code, fill, notebook, packed, reasons, who

from grader import intake, notebooks
from grader.celltext import helpers, python
from grader.handed import Unreadable
from grader.notebooks import answer, cells, exercises_in

SETUP = code("import numpy as np\nimport matplotlib.pyplot as plt\nnp.random.seed(0)\n")
TEXT = {"cell_type": "markdown", "source": "def conv2d(): no code", "metadata": {}}


def graded(folder: Path, content: bytes, exercise: str = CONV) -> str:
    plan = intake.plan(fill(folder, {"ada/homework.ipynb": content}), [exercise])
    assert who(plan) == [("ada", exercise.split("/")[1])]
    return intake.source(plan.submissions[0]).decode()


def test_the_cell_that_defines_the_function_is_the_answer(tmp_path: Path) -> None:
    source = ["def conv2d(x):\n", "    return x + EPS\n", "\n", "assert conv2d(0)"]
    text = graded(tmp_path, notebook(SETUP, TEXT, code("EPS = 1e-8"), code(source), code("conv2d(np.ones(3))")))
    assert text == (
        "# cell 1 of the notebook\nimport numpy as np\n\n\n\n"
        "# cell 3 of the notebook\nEPS = 1e-8\n\n"
        "# cell 4 of the notebook\ndef conv2d(x):\n    return x + EPS\n\nassert conv2d(0)\n\n"
        "# cell 5 of the notebook\n\n"
    )
    compile(text, "answer", "exec")


@pytest.mark.parametrize(
    "grade_id", ["conv2d", "convolution_conv2d", "convolution-conv2d", "convolution/conv2d", "conv2d-answer", "conv2d_solution-1"]
)
def test_a_grade_id_names_the_answer(tmp_path: Path, grade_id: str) -> None:
    first = code("def conv2d(x): return 'scratch'")
    marked = code("def conv2d(x):\n    raise NotImplementedError", grade_id=grade_id, solution=True, grade=False, locked=False)
    tests = code("assert conv2d(1) == 1", grade_id="conv2d-1", solution=False, grade=True, locked=True)
    text = graded(tmp_path, notebook(first, marked, tests))
    assert text == "# cell 2 of the notebook\ndef conv2d(x):\n    raise NotImplementedError\n"


def test_a_grade_id_of_another_exercise_is_not_taken_for_this_one() -> None:
    found = cells(
        notebook(code("x = 1", grade_id="conv2d_backward", solution=True), code("y = 1", grade_id="cell-77aa", solution=True))
    )
    assert exercises_in(found, EXERCISES) == [BACKWARD]


def test_an_answer_cell_goes_before_a_cell_that_happens_to_define_the_same(tmp_path: Path) -> None:
    solution = code("def conv2d(x): return 'answer'", grade_id="cell-1", solution=True)
    text = graded(tmp_path, notebook(solution, code("def conv2d(x): return 'scratch'")))
    assert "answer" in text
    assert "scratch" not in text


def test_one_notebook_may_answer_several_exercises(tmp_path: Path) -> None:
    fill(tmp_path, {"ada.zip": packed({"hw.ipynb": notebook(code("def relu(x): ..."), code("def conv2d(x): relu(x)"))})})
    plan = intake.plan(tmp_path, EXERCISES)
    assert who(plan) == [("ada", "conv2d"), ("ada", "relu")]
    assert len({one.digest for one in plan.submissions}) == 1
    assert b"def relu" in intake.source(plan.submissions[1])


def test_a_notebook_may_be_named_after_the_exercise_and_define_nothing(tmp_path: Path) -> None:
    plan = intake.plan(fill(tmp_path, {"ada/relu.ipynb": notebook(code("def misspelled(x): ..."))}), EXERCISES)
    assert [one.exercise for one in plan.submissions] == [RELU]
    assert intake.source(plan.submissions[0]) == b"# cell 1 of the notebook\ndef misspelled(x): ...\n"


def test_format_3() -> None:
    sheet = {"cells": [{"cell_type": "code", "input": ["def conv2d(x):\n", "    ..."], "metadata": {}, "language": "python"}]}
    found = cells(json.dumps({"nbformat": 3, "worksheets": [sheet]}).encode())
    assert answer(found, CONV) == b"# cell 1 of the notebook\ndef conv2d(x):\n    ...\n"


def test_what_a_notebook_alone_understands_is_blanked_out_line_for_line() -> None:
    text = "%matplotlib inline\n!pip install torch\nx = 7 % 3\nif x:\n    !ls\n    y = (1\n    != 2)\n?help\nx?\nz = 'what?'\n"
    assert python(text) == "\n\nx = 7 % 3\nif x:\n    pass\n    y = (1\n    != 2)\n\n\nz = 'what?'"
    assert python("print('Well done !')\n") == "print('Well done !')"
    assert python("%%time\ndef conv2d(x): ...") == "\ndef conv2d(x): ..."
    assert python("%%bash\nrm -rf /\n") == "\n"
    assert python("") == ""


@pytest.mark.parametrize(
    "kept",
    [
        "import numpy as np",
        "from math import sqrt, pi",
        "def f(x):\n    return g(\nx)\n\n# said",
        "@decorated\nclass A:\n\n    x = 1",
        "A, B = 1, 'two (2)'",
        "SIZES: list[int] = [\n1,\n2,\n]",
        "DTYPE = np.float32",
        "try:\n    import torch\nexcept ImportError:\n    torch = None",
        'def f():\n    """Says\nprint(1)\n"""',
        "# only a remark",
        "",
    ],
)
def test_imports_definitions_and_constants_are_kept(kept: str) -> None:
    assert helpers(kept) == kept
    assert helpers(f"{kept}\nprint(1)") == f"{kept}\n"


@pytest.mark.parametrize(
    "run",
    [
        "print(1)",
        "plt.plot(\nx,\n  y,\n)",
        "for x in y:\n    f(x)\nelse:\n    g(x)",
        "data = np.load('data.npz')",
        "y = x",
        "x[0] = 1",
        "if training:\n    train()\nelif 1:\n    x\nelse:\n    z",
        '"""import numpy\ndef f(): ...\n"""',
        "import pandas as pd",
        "from google.colab import drive",
        "from .mine import f",
    ],
)
def test_what_runs_is_blanked_out(run: str) -> None:
    assert helpers(run) == "\n" * run.count("\n")
    assert helpers(f"{run}\nimport math") == "\n" * (run.count("\n") + 1) + "import math"


def test_imports_of_both_kinds_on_one_line() -> None:
    assert helpers("import numpy as np, pandas as pd  # both\nx = 1") == "import numpy as np\nx = 1"


def test_future_imports_come_first(tmp_path: Path) -> None:
    future = code("from __future__ import annotations\nimport math")
    text = graded(tmp_path, notebook(SETUP, future, code("from __future__ import annotations\ndef conv2d(x: Unknown): ...")))
    assert text.startswith("from __future__ import annotations\n# cell 1 of the notebook\n")
    compile(text, "answer", "exec")


def test_what_is_no_notebook(tmp_path: Path) -> None:
    no_json = "It is no notebook: its text is not the JSON that notebooks are stored as."
    no_cells = "It is no notebook of format 3 or 4: no list of cells is where they have it."
    files: dict[str, tuple[bytes, str]] = {
        "empty": (b"", no_json),
        "python": (b"def conv2d(): ...", no_json),
        "binary": (b"\xff\xfe\x00", no_json),
        "deep": (b"[" * 200_000, no_json),
        "digits": (b'{"cells": [' + b"9" * 10_000 + b"]}", no_json),
        "list": (b"[]", no_cells),
        "none": (b'{"cells": 3, "worksheets": [[], {"cells": {}}, 7]}', "nothing"),
        "no_sheets": (b'{"worksheets": {}}', no_cells),
        "odd": (b'{"cells": [1, null, {"cell_type": "code", "source": {"a": 1}, "metadata": [], "outputs": 1}]}', "nothing"),
        "parts": (b"[" + b"[]," * 500_001, "It has more parts than a notebook that is graded may have: clear its outputs."),
        "long": (notebook(code("def conv2d(x): ...\n" + "#" * 256 * 1024)), notebooks.LONG_ANSWER),
    }
    fill(tmp_path, {f"ada/{name}.ipynb": content for name, (content, _) in files.items()} | {"zoe/conv2d.py": "conv2d"})
    plan = intake.plan(tmp_path, EXERCISES)
    nothing = "It answers no exercise that is graded: neither its name nor what it defines is one of them."
    assert reasons(plan) == {f"ada/{name}.ipynb": nothing if said == "nothing" else said for name, (_, said) in files.items()}
    assert notebooks.LONG_ANSWER == "The code in its cells is larger than 256 KiB, and no Python file that is graded may be."
    assert who(plan) == [("zoe", "conv2d")]


def test_text_that_is_no_unicode_is_replaced() -> None:
    found = cells(b'\xef\xbb\xbf{"cells": [{"cell_type": "code", "source": "def conv2d(): return \'\\ud800\'"}]}')
    assert answer(found, CONV) == b"# cell 1 of the notebook\ndef conv2d(): return '?'\n"


def test_an_unreadable_notebook_raises_one_sentence() -> None:
    with pytest.raises(Unreadable, match=r"^It is no notebook: .*\.$"):
        cells(b"{")
