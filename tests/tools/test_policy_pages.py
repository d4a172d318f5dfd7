"""The table of the data-protection template is the data policy, and nothing else of the page is touched."""

from __future__ import annotations

import pytest

from landsby.web.kit.policy import data_policy
from tools.policy_pages import BEGIN, END, PAGE, fresh, table


def test_every_group_and_every_period_stands_in_the_table():
    lines = list(table())
    groups = data_policy().groups
    assert len(lines) == len(groups) + 2
    for line, group in zip(lines[2:], groups, strict=True):
        assert line.startswith(f"| {group.title.da}. ")
        assert line.count("|") == 4
        assert all(f"{rule.rows.da}: " in line for rule in group.rules)
    assert any("1 år, siden de holdt op. Så sletter vi det." in line for line in lines)


def test_only_what_stands_between_the_two_lines_is_written():
    text = f"before\n{BEGIN}an old table\n{END}after\n"
    written = fresh(text)
    assert written.startswith(f"before\n{BEGIN}")
    assert written.endswith(f"{END}after\n")
    assert "an old table" not in written
    assert fresh(written) == written


def test_the_page_has_its_two_lines_and_one_without_them_is_refused():
    text = PAGE.read_text("utf-8")
    assert fresh(text)
    with pytest.raises(ValueError, match="konsekvensanalyse"):
        fresh(text.replace(END, ""))
