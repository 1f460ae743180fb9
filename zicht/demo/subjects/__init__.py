"""What the themes tell about: the subjects, how often they occur, and their gaps."""

from zicht.demo.subject import Subject
from zicht.demo.subjects import adressen, branches, drugs, transacties, vastgoed, zorg

TITLES = {
    **drugs.TITLES,
    **vastgoed.TITLES,
    **transacties.TITLES,
    **branches.TITLES,
    **zorg.TITLES,
    **adressen.TITLES,
}

SUBJECTS: tuple[Subject, ...] = (
    *drugs.SUBJECTS,
    *vastgoed.SUBJECTS,
    *branches.SUBJECTS,
    *transacties.SUBJECTS,
    *zorg.SUBJECTS,
    *adressen.SUBJECTS,
)
