"""The main job of the demo, done without a person: write, finalise, print, and take pictures."""

from pathlib import Path
from uuid import UUID

from vtdesk.app.start import Start
from vtdesk.app.tour import Tour
from vtdesk.cli.demo.fill import read
from vtdesk.cli.demo.stap import Bekend, Wie
from vtdesk.cli.demo.uitspraken import Uitspraakboek
from vtdesk.cli.demo.verslag import sectie
from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.desk import Desk
from vtdesk.values.tekst import Tekst


def do_main_job(start: Start, target: Path) -> list[Path]:
    """Unlock, look around, write the verslag of the talk with father; gives the files made."""
    target.mkdir(parents=True, exist_ok=True)
    tour = Tour(start, target)
    tour.show_lock_screen()
    tour.picture("1-ontgrendelen")
    with tour.inside() as (desk, window):
        tour.picture("2-vandaag")
        talk = _talk(desk)
        if talk.casus_id:
            window.ways.open_casus(talk.casus_id)
        tour.picture("3-casus")
        verslag_id = _write(desk, talk)
        window.ways.open_verslag(verslag_id)
        tour.picture("4-verslag")
        nummer = desk.vaststelling.finalise(verslag_id, {})
        tour.command("terug")
        window.ways.open_verslag(verslag_id)
        tour.picture("5-vastgesteld")
        paper = target / desk.papier.bestandsnaam(verslag_id, nummer)
        desk.papier.save(verslag_id, nummer, paper)
    return [*tour.pictures, paper]


def _talk(desk: Desk) -> AfspraakRow:
    titel = read("gesprek_vader")["titel"]
    return next(row for row in desk.agenda.owed() if row.titel == titel)


def _write(desk: Desk, talk: AfspraakRow) -> UUID:
    """Write the draft, as the editor would store it."""
    data = read("gesprek_vader")
    casus = desk.casussen.find(data["casus"])
    bekend = Bekend({}, casus_id=casus.id)
    for persoon in desk.personen.in_casus(casus.id):
        bekend.personen[persoon.voornaam.lower()] = Wie(persoon.id, persoon.naam, persoon.rol.value)
    boek = Uitspraakboek(data["uitspraken"], bekend)
    boek.recognise(desk.uitspraken.of_casus(casus.id))
    verslag = desk.verslagen.open(desk.verslagen.start(talk.id))
    tekst = Tekst(tuple(sectie(boek, data, part) for part in verslag.tekst.secties))
    desk.verslagen.save_concept(verslag.id, tekst)
    return verslag.id
