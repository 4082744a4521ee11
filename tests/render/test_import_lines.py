from __future__ import annotations

from aliorder.render.import_lines import MOST_SAID, problem_lines, remark_lines


def test_what_is_wrong_in_the_same_way_is_counted() -> None:
    problems = [("a.csv", line, "Total", "'x' is not an amount") for line in (3, 5, 9)] + [
        ("b.json", None, None, "odd")
    ]
    assert list(problem_lines(problems)) == [
        "a.csv, line 3, Total: 'x' is not an amount (and 2 more like it)",
        "b.json: odd",
    ]


def test_a_file_full_of_problems_does_not_flood_the_screen() -> None:
    lines = list(problem_lines(("a.csv", line, "No", f"'{line}' is no number") for line in range(MOST_SAID + 5)))
    assert len(lines) == MOST_SAID + 1
    assert lines[-1] == "a.csv: and 5 more; --json lists them all"


def test_files_that_say_the_same_say_it_together() -> None:
    remarks = [(f"{name}.json", "more pages exist") for name in "abcde"] + [("a.json", "odd"), ("a.json", "odd")]
    assert list(remark_lines(remarks)) == [
        "5 files, a.json, b.json, c.json and 2 more: more pages exist",
        "a.json: odd",
    ]
