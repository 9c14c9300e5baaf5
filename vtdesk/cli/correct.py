"""`vtdesk correct`: withdraw a statement, and see who holds it."""

from typing import TYPE_CHECKING, Any

from vtdesk.cli.answer import Answer, table
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands
from vtdesk.values.tijd import korte_dag

if TYPE_CHECKING:  # the services load SQLAlchemy, and the help does without
    from vtdesk.services.correctie_rows import Keten, Ontvangst
    from vtdesk.services.vindplaatsen import Vindplaats

TRIAL = "Er is niets veranderd: dit was een proef."


def add_to(commands: Commands) -> None:
    """Add this command to the command line."""
    parser = commands.add(
        "correct",
        run,
        "trek een uitspraak in, en zie wie die heeft gekregen",
        "Toont elk stuk, elke versie en elke ontvanger. Voor elke ontvanger die de uitspraak\n"
        "nog heeft zoals zij was, komt er een correctiebrief klaar te staan.",
    )
    parser.wanted.add_argument(
        "uitspraak",
        metavar="UITSPRAAK",
        help="het nummer van de uitspraak, het begin ervan, of woorden die erin staan",
    )
    parser.options.add_argument(
        "--withdraw", metavar="REDEN", required=True, help="trek de uitspraak in, om deze reden"
    )
    parser.options.add_argument(
        "--dry-run", action="store_true", help="laat alleen zien wat er zou gebeuren"
    )


def run(call: Call) -> Answer:
    """Withdraw a statement, or show what that would reach."""
    called, reden = call.args.uitspraak, call.args.withdraw
    if call.args.dry_run:
        with call.reading() as desk:
            return _answer(desk.correcties.keten(desk.uitspraken.find(called).id), done=False)
    with call.writing() as desk:
        found = desk.uitspraken.find(called)
        return _answer(desk.correcties.withdraw(found.id, reden=reden), done=True)


def _answer(keten: "Keten", *, done: bool) -> Answer:
    lines = [f"{keten.uitspraak.regel.letter.value}  {keten.uitspraak.woorden}", ""]
    places = [_place_line(place, keten) for place in keten.vindplaatsen]
    lines += ["Staat in", *table(places)] if places else ["Staat in geen enkel stuk."]
    receivers = [_receiver_line(one) for one in keten.ontvangers]
    lines += ["", "Verstuurd aan", *table(receivers)] if receivers else ["", "Niet verstuurd."]
    return Answer(
        [*lines, "", _outcome(keten) if done else TRIAL],
        {
            "uitspraak": {
                "id": str(keten.uitspraak.id),
                "letter": keten.uitspraak.regel.letter.value,
                "tekst": keten.uitspraak.woorden,
                "verificatie": keten.uitspraak.regel.verificatie.value,
            },
            "stukken": [_place_json(place, keten) for place in keten.vindplaatsen],
            "ontvangers": [_receiver_json(one) for one in keten.ontvangers],
            "brieven": [str(brief.id) for brief in keten.open_brieven],
            "uitgevoerd": done,
        },
    )


def _outcome(keten: "Keten") -> str:
    number = len(keten.open_brieven)
    letters = "1 correctiebrief staat" if number == 1 else f"{number} correctiebrieven staan"
    return f"De uitspraak is ingetrokken. {letters} klaar."


def _place_line(place: "Vindplaats", keten: "Keten") -> tuple[str, ...]:
    return (place.stuk.naam, place.versie, korte_dag(place.stuk.datum), _how(place, keten))


def _how(place: "Vindplaats", keten: "Keten") -> str:
    return "" if keten.uitspraak.id in place.uitspraken else "een conclusie steunt erop"


def _receiver_line(one: "Ontvangst") -> tuple[str, ...]:
    sent = one.verzending
    how = "" if one.direct else "een conclusie steunt erop"
    return (sent.ontvanger, one.stuk.naam, sent.versie, korte_dag(sent.verzonden_op), how)


def _place_json(place: "Vindplaats", keten: "Keten") -> dict[str, Any]:
    return {
        "id": str(place.stuk.id),
        "stuk": place.stuk.naam,
        "soort": place.stuk.kind.value,
        "versie": place.versie,
        "datum": place.stuk.datum.isoformat(),
        "direct": keten.uitspraak.id in place.uitspraken,
    }


def _receiver_json(one: "Ontvangst") -> dict[str, Any]:
    return {
        "ontvanger": one.verzending.ontvanger,
        "stuk": one.stuk.naam,
        "versie": one.verzending.versie,
        "verzonden_op": one.verzending.verzonden_op.isoformat(),
        "direct": one.direct,
        "klopt": one.klopt,
        "brief": str(one.brief.id) if one.brief else None,
    }
