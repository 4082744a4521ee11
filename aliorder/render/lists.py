"""Show a list: drawn on a terminal, as tab-separated lines elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from aliorder.domain.agenda import Due
from aliorder.render.agenda import due_line
from aliorder.render.paper import Paper, show_lines
from aliorder.render.table import Column, tab_lines
from aliorder.words.safe import printable

if TYPE_CHECKING:
    from aliorder.render.refunds import RefundRow


def show_table(columns: Sequence[Column], rows: Sequence[Sequence[str]], paper: Paper) -> None:
    """Show rows as a table with headings, or tab-separated without; nothing where there are no rows."""
    if not rows or not paper.drawn:
        show_lines(tab_lines(rows))
        return
    from aliorder.render.drawn_table import draw_table  # noqa: PLC0415 - rich takes 100 ms that a pipe need not wait

    draw_table(columns, [[printable(cell) for cell in row] for row in rows], paper.console())


def show_agenda(dues: Sequence[Due], paper: Paper) -> None:
    """Show what comes due; for scripts with its end as `YYYY-MM-DDThh:mm` in place of the day in words."""
    lines = [due_line(due) for due in dues]
    if not paper.drawn:
        show_lines(tab_lines([(line.level, line.date, *line[3:]) for line in lines]))
        return
    from aliorder.render.drawn_agenda import draw_agenda  # noqa: PLC0415 - as above

    draw_agenda(lines, paper.console())


def show_refunds(rows: Sequence[RefundRow], closing: str, paper: Paper) -> None:
    """Show the refunds: drawn, with `closing` below them, or tab-separated and alone."""
    if not paper.drawn:
        from aliorder.render.refunds import plain_cells  # noqa: PLC0415 - other lists need no policy

        show_lines(tab_lines([plain_cells(row) for row in rows]))
        return
    from aliorder.render.drawn_refunds import draw_refunds  # noqa: PLC0415 - as above

    draw_refunds(rows, printable(closing), paper.console())
