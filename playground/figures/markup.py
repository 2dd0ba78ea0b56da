"""Words as HTML: **bold**, lines, paragraphs, lists and tables. Everything else, whoever wrote it, is text."""

import re
from collections.abc import Iterable, Sequence
from html import escape

BOLD = re.compile(r"\*\*(.+?)\*\*")
SIGNS = {":holds:": "✓", ":fails:": "✗"}
"""Whether something holds: a sign, never a colour alone."""


BAR = re.compile(r"\[bar (\d+)\]")


def bar(share: float) -> str:
    """The mark of a bar that is filled up to that share, from 0 to 1."""
    return f"[bar {round(1000 * share)}]"


ZONES = re.compile(r"\[zones ([^\]]+)\]")


def zones(parts: Sequence[tuple[float, str]]) -> str:
    """The mark of a slider's zones: the share of its track that each takes, and its name."""
    return "[zones " + "|".join(f"{100 * share:.1f} {name}" for share, name in parts) + "]"


_MARKS = {ord(sign): f"\ufff9{i}\ufffa" for i, sign in enumerate("*|:-[")}
_WRITTEN = {mark: f"&#{sign};" for sign, mark in _MARKS.items()}


def literal(text: str) -> str:
    """That text for marked-up words as it is: what it holds, whoever wrote it, is no mark."""
    return " ".join(text.replace("\ufff9", "").replace("\ufffa", "").split()).translate(_MARKS)


_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def as_markdown(text: str) -> str:
    """That text as it is, for Streamlit's labels, which read Markdown."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def as_plotly(text: str) -> str:
    """That text as it is, for pictures, in which Plotly reads some HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def table(rows: Iterable[Sequence[str]]) -> str:
    """The lines of a table, one a row; the first one is its head."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def shortened(name: str, longest: int) -> str:
    """A name where there is room for so many characters."""
    return name if len(name) <= longest else f"{name[: longest - 1]}…"


def as_html(text: str) -> str:
    """The HTML of a marked-up text.

    Blank lines part paragraphs, two blanks at the end of a line break it, lines that begin with | make a table, and
    lines that begin with a hyphen a list.
    """
    return "".join(_block(block) for block in re.split(r"\n{2,}", text) if block.strip())


def _block(block: str) -> str:
    if block.startswith("|"):
        return _table(block.splitlines())
    if block.startswith("- "):
        items = [_inline(line.removeprefix("- ")) for line in block.splitlines()]
        return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    lines = [_inline(line) for line in block.split("  \n")]
    return f"<p>{'<br>'.join(lines)}</p>"


def _inline(text: str) -> str:
    html = BOLD.sub(r"<strong>\1</strong>", escape(text.strip(), quote=False))
    for name, sign in SIGNS.items():
        html = html.replace(name, f'<span class="sign">{sign}</span>')
    html = ZONES.sub(_zones, BAR.sub(_bar, html))
    for mark, sign in _WRITTEN.items():
        html = html.replace(mark, sign)
    return html


def _zones(mark: re.Match[str]) -> str:
    parts = [part.split(" ", 1) for part in mark[1].split("|")]
    spans = (f'<span style="flex-basis:{share}%" title="{name}"><span>{name}</span></span>' for share, name in parts)
    return f'<span class="zones">{"".join(spans)}</span>'


def _bar(mark: re.Match[str]) -> str:
    filled = min(int(mark[1]), 1000) / 10
    return f'<span class="bar" aria-hidden="true"><span style="width:{filled:g}%"></span></span>'


def _table(lines: list[str]) -> str:
    head, *rows = ([_inline(cell) for cell in line.strip().strip("|").split("|")] for line in lines)
    body = "".join(_row(row, "td") for row in rows)
    table = f"<table><thead>{_row(head, 'th')}</thead><tbody>{body}</tbody></table>"
    return f'<div class="table" tabindex="0">{table}</div>'  # where it is wider than the page, keys can scroll it


def _row(cells: list[str], tag: str) -> str:
    tags = [tag if cell else "td" for cell in cells]  # a corner without words heads nothing
    return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for tag, cell in zip(tags, cells, strict=True))}</tr>"
