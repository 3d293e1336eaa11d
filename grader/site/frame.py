"""What all pages share: head, policy, navigation, search, foot.  Pages load nothing but what lies beside them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from typing import Any

import grader

TITLE = "gradlings"
OWN = "; ".join(f"{what}-src 'self'" for what in ("style", "img", "font", "script"))
POLICY = f"default-src 'none'; {OWN}; base-uri 'none'; form-action 'none'"
PLACES = (
    ("index.html", "Topics"),
    ("exercises.html", "Exercises"),
    ("questions.html", "Questions"),
    ("spoken.html", "Without code"),
)


def up(path: str) -> str:
    """From a page back to the front page's folder: ``"../"`` for each folder that it lies in."""
    return "../" * path.count("/")


def document(path: str, title: str, main: Iterable[str], crumbs: str = "", playground: bool = False) -> bytes:
    """A whole page.  `crumbs` are links to what it belongs to."""
    root, policy = up(path), POLICY + ("; worker-src 'self'" if playground else "")
    scripts = ["site.js", "playground.js"] if playground else ["site.js"]
    named = title if title == TITLE else f"{title} · {TITLE}"
    parts = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{escape(named)}</title>\n'
        f'<link rel="icon" href="{root}assets/icon.svg">\n<link rel="stylesheet" href="{root}assets/site.css">\n',
        *(f'<script src="{root}assets/{name}" defer></script>\n' for name in scripts),
        f'</head>\n<body data-root="{root}">\n<a class="skip" href="#main">Skip to the content</a>\n',
        _header(path, root),
        f'<main id="main">\n{crumbs}',
        *main,
        f"</main>\n{_footer()}</body>\n</html>\n",
    ]
    return "".join(parts).encode()


def _header(path: str, root: str) -> str:
    links = "".join(f'<li><a href="{root}{place}"{_here(path, place)}>{name}</a></li>' for place, name in PLACES)
    return (
        f'<header class="top">\n<a class="home" href="{root}index.html">{TITLE}</a>\n'
        f'<nav aria-label="Site"><ul>{links}</ul></nav>\n'
        '<form class="search" role="search" hidden>\n<label for="search">Search</label>\n'
        '<input id="search" type="search" autocomplete="off" spellcheck="false" aria-describedby="found" '
        'placeholder="vanishing, softmax, …">\n'
        '<p id="found" role="status"></p>\n<ol id="results" hidden></ol>\n</form>\n</header>\n'
    )


def _here(path: str, place: str) -> str:
    return ' aria-current="page"' if path == place else ""


def _footer() -> str:
    return (
        f"<footer><p>{TITLE} {escape(grader.__version__)}: small exercises to get you used to reading, writing and defending "
        "deep-learning code. MIT licence.</p></footer>\n"
    )


def data(name: str, value: Any) -> str:
    """A value for a script of the page."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")
    return f'<script type="application/json" id="{name}">{text}</script>\n'
