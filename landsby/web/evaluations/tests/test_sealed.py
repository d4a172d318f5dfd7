"""What has been declared cannot be changed by anybody, whichever way it is tried."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from landsby.web.evaluations.actions import tell_deviation, withdraw
from landsby.web.evaluations.models import Declaration, DesignDeviation, Run, State, Withdrawal
from landsby.web.evaluations.models.seals import lift_seals, see_to_seals
from landsby.web.evaluations.tests.factories import a_declaration


@pytest.fixture
def declared(world, cast):
    """A declared design with a deviation, withdrawn."""
    declaration = a_declaration(world.programme, cast.evaluator)
    tell_deviation(declaration=declaration, what="Ét år mindre", why="Data kom sent", by=cast.evaluator)
    withdraw(declaration=declaration, why="Et nyt er erklæret", by=cast.evaluator)
    return declaration


def tried(statement: str) -> None:
    """Run SQL as somebody with the database in hand would."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("table", [Declaration, DesignDeviation, Withdrawal])
def test_the_database_refuses_changes_and_deletions(declared, table):
    name = table._meta.db_table
    column = "text" if table is Declaration else "why"
    author = "declared_by_id" if table is Declaration else "told_by_id"
    for statement in (
        f"UPDATE {name} SET {column} = 'something else'",  # noqa: S608 - our own names
        f"UPDATE {name} SET {author} = 1",  # noqa: S608 - our own names
        f"DELETE FROM {name}",  # noqa: S608 - our own names
    ):
        with pytest.raises(IntegrityError, match="sealed"):
            tried(statement)
    assert table.objects.count() == 1


def test_a_programme_that_has_declared_stays(declared, world):
    with pytest.raises(IntegrityError, match="sealed"), transaction.atomic():
        Declaration.objects.filter(programme=world.programme).delete()


def test_what_is_invented_goes_with_its_programme(world, cast):
    world.programme.is_invented = True
    world.programme.save()
    a_declaration(world.programme, cast.evaluator)
    Declaration.objects.filter(programme=world.programme).delete()
    assert not Declaration.objects.exists()


_ANEW = ("declaration_id, why, told_at", "declaration_id, 'better', told_at FROM evaluations_withdrawal")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE partnerships_programme SET is_invented = true",
        f"REPLACE INTO evaluations_withdrawal (id, {_ANEW[0]}) SELECT id, {_ANEW[1]}",
        f"REPLACE INTO evaluations_withdrawal ({_ANEW[0]}) SELECT {_ANEW[1]}",
        "REPLACE INTO partnerships_programme SELECT * FROM partnerships_programme",
        "DELETE FROM evaluations_run",
        "UPDATE evaluations_run SET state = 'cancelled'",
        "REPLACE INTO evaluations_run SELECT * FROM evaluations_run",
    ],
)
def test_there_is_no_way_around_the_seals(declared, statement):
    if connection.vendor == "postgresql" and statement.startswith("REPLACE"):
        statement = "UPDATE partnerships_programme SET is_invented = NOT is_invented"  # it has no REPLACE
    Run.objects.create(declaration=declared, state=State.DONE, result="{}", result_hash="a")
    with pytest.raises(IntegrityError, match="sealed"):
        tried(statement)
    assert Run.objects.get().state == State.DONE
    assert Withdrawal.objects.get().why == "Et nyt er erklæret"


def test_the_author_goes_and_the_declaration_stays(declared, cast):
    cast.evaluator.delete()
    assert Declaration.objects.get().declared_by is None


def test_a_changed_table_may_be_given_a_new_one_and_is_sealed_again(declared):
    lift_seals(None, using="default")
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'evaluations_%'")
            assert cursor.fetchone() == (0,)
    see_to_seals(None, using="default")
    with pytest.raises(IntegrityError, match="sealed"):
        tried("DELETE FROM evaluations_withdrawal")
