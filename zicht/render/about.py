"""What every file to take along says of itself: the release, the source, whether it is real."""

from zicht.model.theme import Delivery

NOTICE = "Deze cijfers zijn verzonnen en dienen alleen als voorbeeld."


def notice_of(delivery: Delivery) -> str | None:
    """Return what every file of a fictional delivery says; None where the figures are real."""
    return NOTICE if delivery.fictional else None


def about(delivery: Delivery) -> dict[str, str | bool]:
    """Return release, source, licence, whether it is fictional, and the notice if it is."""
    told: dict[str, str | bool] = {
        "release": delivery.release.isoformat(),
        "source": delivery.source,
        "licence": delivery.licence,
        "fictional": delivery.fictional,
    }
    notice = notice_of(delivery)
    return told if notice is None else {**told, "notice": notice}
