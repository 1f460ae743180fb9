"""One family of series in one year: which cells are withheld in the end, and why."""

from zicht.protect.job import Job, Shielded
from zicht.protect.notes import notes
from zicht.protect.year import Year


def shield(job: Job) -> Shielded:
    """Return why each cell of a family is withheld in a year, the shields included.

    Errors: none; a cell that cannot be hidden is told in a note that blocks.
    Source: decision 8
    """
    table = Year(job)
    outcome = table.search(())
    if outcome.short.any():
        outcome = table.search(table.with_siblings(outcome.short))
    return Shielded(table.reasons(outcome), tuple(notes(job, table.found(outcome))))
