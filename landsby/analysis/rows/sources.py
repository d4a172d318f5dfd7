"""Where the rows are: Parquet, CSV, or a table of a database, opened by the engine that shall read them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir

from landsby.analysis.problems import refuse_rows
from landsby.analysis.rows.text_files import how_written, told_by_line

PARQUET = (".parquet", ".pq")
CSV = (".csv", ".csv.gz", ".txt")
MASTER = "LANDSBY_SPARK_MASTER"
"""The environment variable that names the cluster, such as spark://host:7077; without it Spark runs on this machine."""


class Engine(StrEnum):
    """What reads the rows."""

    DUCKDB = "duckdb"
    SPARK = "spark"


@dataclass(frozen=True)
class Rows:
    """An opened source.

    Attributes:
        table: the rows, not yet read.
        backend: the engine's connection, as Ibis knows it.
        name: what messages call the source.
    """

    table: ir.Table
    backend: Any
    name: str

    def fetched(self, expression: ir.Table) -> dict[str, list[Any]]:
        """What an expression over the rows gives, by column."""
        if self.backend.name == "duckdb":
            with told_by_line(self.name):
                # Ibis would load pandas to look at what it has been given.
                found = self.backend.con.sql(self.backend.compile(expression)).to_arrow_table()
        else:
            found = self.backend.to_pyarrow(expression)
        by_column: dict[str, list[Any]] = found.to_pydict()
        return by_column

    def fetched_row(self, expression: ir.Table) -> dict[str, Any]:
        """What an expression that gives one row gives, by column."""
        return {name: values[0] for name, values in self.fetched(expression).items()}


@contextmanager
def opened(source: str | Path, engine: Engine = Engine.DUCKDB, threads: int | None = None) -> Iterator[Rows]:
    """Open a source for reading, and close the connection afterwards.

    Args:
        source: the path of a Parquet or CSV file, of a folder of Parquet files, or a database's address followed by
            ``#table``: ``rows.duckdb#children``, ``postgres://host/db#children``. A table is read by its own database.
        engine: what reads files.
        threads: how many DuckDB may use; by default one for each core.

    Raises:
        Refused: `source_absent`, `source_unknown`, `spark_absent`, `source_unreadable`.
    """
    path, _, table = str(source).partition("#")
    backend = _database(path, table) if table else _engine(engine, threads)
    try:
        rows = backend.table(table) if table else _file(backend, path, engine)
        yield Rows(rows, backend, str(source))
    finally:
        if engine is Engine.DUCKDB or table:
            backend.disconnect()


def _engine(engine: Engine, threads: int | None) -> Any:
    if engine is Engine.DUCKDB:
        return ibis.duckdb.connect(**({} if threads is None else {"threads": threads}))
    return ibis.pyspark.connect(_spark_session())


def _spark_session() -> Any:
    """A session on the cluster that the environment names, or on this machine. The same one is used again."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        refuse_rows("spark_absent")
    builder = SparkSession.builder.appName("landsby").config("spark.sql.session.timeZone", "UTC")
    # Too large a sum is an error, never a number that has come round.
    builder = builder.config("spark.sql.ansi.enabled", "true")
    master = os.environ.get(MASTER)
    if master or not (os.environ.get("SPARK_REMOTE") or os.environ.get("SPARK_CONF_DIR")):
        builder = builder.master(master or "local[*]")
    return builder.getOrCreate()


def _database(address: str, table: str) -> Any:
    if "://" not in address and not Path(address).exists():
        refuse_rows("source_absent", name=address)
    # Rows are read, never written: a DuckDB file is opened so that others may read it too.
    backend = ibis.connect(address) if "://" in address else ibis.duckdb.connect(address, read_only=True)
    known = _tables(backend)
    if table not in known:
        refuse_rows("table_absent", name=table, known=", ".join(sorted(known)) or "–")
    return backend


def _tables(backend: Any) -> list[str]:
    if backend.name != "duckdb":
        return list(backend.list_tables())
    # Ibis 12 asks in a way that DuckDB 2 no longer answers.
    found = backend.con.execute("SELECT table_name FROM information_schema.tables").fetchall()
    return [name for (name,) in found]


def _file(backend: Any, source: str, engine: Engine) -> ir.Table:
    if engine is Engine.SPARK and "://" in source:
        # Where a cluster keeps its files, only the cluster can look.
        return _read(lambda: backend.read_parquet(source), source)
    path = Path(source)
    if not path.exists():
        refuse_rows("source_absent", name=path)
    name = path.name.lower()
    if path.is_dir() or name.endswith(PARQUET):
        return _parquet(backend, path, engine)
    if not name.endswith(CSV):
        refuse_rows("source_unknown", name=path)
    written = how_written(path)
    asked = written.for_spark if engine is Engine.SPARK else written.for_duckdb
    return _read(lambda: backend.read_csv(str(path), **asked), path)


def _parquet(backend: Any, path: Path, engine: Engine) -> ir.Table:
    inside = sorted(map(str, filter(_is_parquet, path.rglob("*")))) if path.is_dir() else [str(path)]
    if not inside:
        refuse_rows("source_absent", name=path)
    return _read(lambda: backend.read_parquet(str(path) if engine is Engine.SPARK else inside), path)


def _read(make: Callable[[], ir.Table], name: object) -> ir.Table:
    try:
        return make()
    except Exception as error:
        # Each engine has errors of its own for a file that is not what its name says.
        refuse_rows("source_unreadable", name=name, said=str(error).splitlines()[0])


def _is_parquet(path: Path) -> bool:
    return path.name.lower().endswith(PARQUET)
