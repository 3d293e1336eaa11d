"""Markdown with maths -> HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple

from grader.catalog import CatalogError
from grader.site.maths import INSTALL, lines, mathml

MATH_ELEMENT = re.compile(r"<math.*?</math>", re.DOTALL)
ITEM = re.compile(r"\s*(\d+[.)]|[-+*]) ")
TAG = re.compile(r"<[^>]+>")
DISPLAYED = re.compile(r'<div class="formula">.*?</div>', re.DOTALL)


class Links(NamedTuple):
    """Where a page's links lead: `page(path)` of a file beside the text's own, `code(name)` of a name in code, or ""."""

    page: Callable[[str], str]
    code: Callable[[str], str]


def nowhere(name: str) -> str:
    return ""


PLAIN = Links(lambda path: path, nowhere)


def render(text: str, links: Links = PLAIN) -> str:
    """Paragraphs, lists, tables, code and formulas; HTML in the text is shown as it is typed."""
    return str(_markdown().render(_joined(text), {"links": links}))


def _joined(text: str) -> str:
    """The text without lists by chance: a paragraph whose next line happens to begin with "- 1" or "2. " goes on."""
    made = [""]
    listed = fenced = False
    for line in text.split("\n"):
        item, goes_on = bool(ITEM.match(line)), bool(made[-1].strip())
        if item and goes_on and not listed and not fenced:
            made[-1] += f" {line.strip()}"
            continue
        fenced ^= line.startswith("```")
        listed = item or (listed and (goes_on or not line.strip() or line.startswith(" ")))
        made.append(line)
    return "\n".join(made[1:])


def inline(text: str, links: Links = PLAIN) -> str:
    """A heading or a sentence."""
    return str(_markdown().renderInline(text, {"links": links}))


def plain(made: str) -> str:
    """The words of a piece of HTML, without its displayed formulas.

    >>> plain("<p>One &amp; <em>two</em>.</p>")
    'One & two.'
    """
    return " ".join(html.unescape(TAG.sub("", DISPLAYED.sub("", made.replace("</p>", "</p> ")))).split())


@cache
def _markdown() -> Any:
    try:
        from markdown_it import MarkdownIt  # noqa: PLC0415  # optional
        from mdit_py_plugins.dollarmath import dollarmath_plugin  # noqa: PLC0415  # the same
    except ImportError:
        raise CatalogError(f"the site needs markdown-it-py[plugins], which is not installed: {INSTALL}") from None
    made = MarkdownIt("commonmark", {"html": False}).enable("table")
    dollarmath_plugin(made, allow_labels=False, allow_digits=True, double_inline=True)
    rules = (_link_open, _code_inline, _fence, _math_inline, _math_inline_double, _math_block, _table_open, _table_close)
    for rule in rules:
        made.add_render_rule(rule.__name__.removeprefix("_"), rule)
    return made


def _link_open(renderer: Any, tokens: Sequence[Any], place: int, options: Any, env: Any) -> str:
    tokens[place].attrSet("href", env["links"].page(str(tokens[place].attrGet("href"))))
    return str(renderer.renderToken(tokens, place, options, env))


def _code_inline(renderer: Any, tokens: Sequence[Any], place: int, options: Any, env: Any) -> str:
    """Code; the name of another exercise leads there, unless it stands in a link already."""
    text = tokens[place].content
    code = f"<code>{html.escape(text)}</code>"
    inside = sum({"link_open": 1, "link_close": -1}.get(token.type, 0) for token in tokens[:place])
    target = "" if inside else env["links"].code(text)
    return f'<a href="{html.escape(target)}">{code}</a>' if target else code


def _fence(renderer: Any, tokens: Sequence[Any], place: int, options: Any, env: Any) -> str:
    token = tokens[place]
    if token.info.strip() == "math":
        return formula(token.content)
    return f"<pre><code>{html.escape(token.content)}</code></pre>\n"


def formula(latex: str) -> str:
    """A formula on lines of its own, in a box that scrolls sideways where the page is too narrow."""
    drawn = "".join(mathml(line, display=True) for line in lines(latex))
    return f'<div class="formula">{drawn}</div>\n'


def _math_inline(renderer: Any, tokens: Sequence[Any], place: int, options: Any, env: Any) -> str:
    return mathml(tokens[place].content)


def _math_inline_double(renderer: Any, tokens: Sequence[Any], place: int, options: Any, env: Any) -> str:
    return mathml(tokens[place].content, display=True)


def _math_block(renderer: Any, tokens: Sequence[Any], place: int, options: Any, env: Any) -> str:
    return formula(tokens[place].content)


def _table_open(renderer: Any, tokens: Sequence[Any], place: int, options: Any, env: Any) -> str:
    return '<div class="scroll" role="region" aria-label="Table" tabindex="0"><table>\n'


def _table_close(renderer: Any, tokens: Sequence[Any], place: int, options: Any, env: Any) -> str:
    return "</table></div>\n"
