"""From rows to cells: one expression, one scan, exact sums; and the files that hold cells instead of rows."""
