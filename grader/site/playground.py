"""What the playground is made of: the engine's modules as data, and where Python for browsers comes from."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parents[1]
ENTRY = "grader.site.browser"
STANDIN = "grader/site/standin.py"
VERSION = "0.29.5"
# Too large to lie here, and NumPy for browsers is in no package registry: loaded when it is asked for.  What a registry's copy
# of the interpreter hashes to is what a browser must be given; the interpreter's list of packages has the digest of NumPy.
PYODIDE: dict[str, Any] = {
    "interpreter": f"https://cdn.jsdelivr.net/npm/pyodide@{VERSION}/",
    "packages": f"https://cdn.jsdelivr.net/pyodide/v{VERSION}/full/",
    "integrity": {
        "pyodide.mjs": "sha256-UQyhQwUjABj1DED7gb5nOv1oCA5wzncz/M5mAN1qFxQ=",
        "pyodide.asm.js": "sha256-NWxC9p4WlTl+nYZwvTwuZ4JIzeduGL2uFzHoSFN7R9c=",
        "pyodide.asm.wasm": "sha256-VDCaWiz9dXsfD9vJCTySUD97NBUAEQMp2TJIcYORJxg=",
        "python_stdlib.zip": "sha256-gx/R5TUIS5cvh8ajUnXePSNu/VFm9ed86JSXcQY15zw=",
        "pyodide-lock.json": "sha256-FNLC26EBJ3mZ4XE15lPY8VOJrRQ39T6uITvww83/cj0=",
    },
}


def python(address: str = "") -> dict[str, Any]:
    """Where a page finds Python: its public place, or an address of one's own, from the front page, with no digests."""
    if not address:
        return PYODIDE
    place = address if address.endswith("/") else f"{address}/"
    return {"interpreter": place, "packages": place, "integrity": {}}


def engine() -> bytes:
    """The modules that the worker needs, as JSON: path -> text."""
    files = {f"{name.replace('.', '/')}.py": path.read_text(encoding="utf-8") for name, path in modules().items()}
    files = {path: text for path, text in files.items() if path != "pytest.py"}
    files |= {"pytest.py": (PACKAGE.parent / STANDIN).read_text(encoding="utf-8")}
    return json.dumps(files, ensure_ascii=False, sort_keys=True).encode()


def modules() -> dict[str, Path]:
    """Our modules that the entry imports, and those that they import: name of the file in the package -> its path."""
    found: dict[str, Path] = {}
    wanted = [ENTRY]
    while wanted:
        name = wanted.pop()
        path = _path(name)
        if path is None or name in found:
            continue
        packages = [".".join(name.split(".")[:end]) for end in range(1, name.count(".") + 1)]
        found |= {f"{package}.__init__": PACKAGE.parent / package.replace(".", "/") / "__init__.py" for package in packages}
        found[name] = path
        wanted += _imported(ast.parse(path.read_text(encoding="utf-8")).body)
    return dict(sorted(found.items()))


def _path(name: str) -> Path | None:
    path = PACKAGE.parent / f"{name.replace('.', '/')}.py"
    return path if name.split(".", maxsplit=1)[0] == PACKAGE.name and path.is_file() else None


def _imported(body: list[ast.stmt]) -> Iterator[str]:
    """Names that a module imports when it is imported itself."""
    for node in body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
