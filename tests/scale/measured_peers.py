"""The same tasks by other packages, where `make oracles` has installed them; each reads the file itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

FIRST, AREAS = 2016, 10
"""Treated areas are the first ten, and start in 2016, 2017 and 2018 by turns."""


def rows_of(file: str, *more: str):
    """The rows with what formulas ask for: when the area starts (0 for never), and whether it has."""
    import pandas as pd

    rows = pd.read_parquet(file, columns=["area", "year", "y", *more])
    # Whole numbers are what wildboottest can take, and what all of them are quickest with.
    rows["area"] = place = rows["area"].astype(int)
    rows["first"] = np.where(place < AREAS, FIRST + place % 3, 0)
    rows["treated"] = ((rows["first"] > 0) & (rows["year"] >= rows["first"])).astype(float)
    return rows


def pyfixest(task: str, file: str) -> object:
    """Static, event study and a covariate; the wild bootstrap goes on to wildboottest."""
    import pyfixest as pf

    rows = rows_of(file, *(["x"] if task == "covariate" else []))
    if task == "event":
        rows["since"] = np.where(rows["first"] > 0, rows["year"] - rows["first"], -1.0)
    right = {"event": "i(since, ref=-1.0)", "covariate": "treated + x"}.get(task, "treated")
    fitted = pf.feols(f"y ~ {right} | area + year", rows, vcov={"CRV1": "area"})
    if task == "wild":
        return fitted.wildboottest(param="treated", cluster="area", reps=9_999, seed=1)
    return fitted.se()


def diff_diff(_: str, file: str) -> object:
    """Group-time effects, clustered by area, summed up by time since the start."""
    from diff_diff import CallawaySantAnna

    rows = rows_of(file, "child")
    model = CallawaySantAnna(cluster="area", estimation_method="reg")
    found = model.fit(rows, outcome="y", unit="child", time="year", first_treat="first")
    return found.aggregate("event_study").to_dataframe()


def csdid(_: str, file: str) -> object:
    """Group-time effects, with errors of its own formulas."""
    from csdid.att_gt import ATTgt

    rows = rows_of(file, "child")
    model = ATTgt(yname="y", gname="first", idname="child", tname="year", data=rows, control_group=["nevertreated"])
    return model.fit(est_method="reg", bstrap=False).aggte("dynamic", bstrap=False)


PEERS: Mapping[str, Callable[[str, str], object]] = {
    "pyfixest": pyfixest,
    "wildboottest": pyfixest,
    "diff_diff": diff_diff,
    "csdid": csdid,
}
