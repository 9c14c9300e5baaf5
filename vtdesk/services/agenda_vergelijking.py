"""What a file from another agenda would change here; looks only, decides nothing."""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from uuid import UUID

from vtdesk.models import Afspraak
from vtdesk.services.voorstel import CasusKenmerk, propose_casus, propose_soort
from vtdesk.values.agendapunt import Deelnemer, GelezenAfspraak, GelezenAgenda
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat
from vtdesk.values.tijd import dag_met_naam, klok, local, start_of

BESCHREVEN = "Je schreef hier al iets over. De afspraak blijft zoals hij is."
EIGEN = "@vtdesk"  # ends the uid of what vtdesk wrote itself
AFGEZEGD_ELDERS = "Afgezegd in de agenda waaruit deze afspraak kwam."


class ImportStatus(StrEnum):
    """What reading in would do with one appointment."""

    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    AFGEZEGD = "afgezegd"
    ONGEWIJZIGD = "ongewijzigd"
    OVERGESLAGEN = "overgeslagen"


Known = set[tuple[datetime, str | UUID | None]]  # when, and its title or its casus

KIESBAAR = frozenset({ImportStatus.NIEUW, ImportStatus.GEWIJZIGD, ImportStatus.AFGEZEGD})


@dataclass(frozen=True, slots=True)
class ImportRegel:
    """One line of what would come in; a window changes `soort` and `casus_id` with `replace`."""

    uid: str
    recurrence_id: str
    titel: str
    begin: datetime
    einde: datetime
    hele_dag: bool
    plaats: str
    status: ImportStatus
    toelichting: str  # what changes, or why it is not read in
    gekozen: bool  # what is on at first
    soort: AfspraakSoort
    casus_id: UUID | None
    reeks: str = ""
    deelnemers: tuple[Deelnemer, ...] = ()
    vingerafdruk: str = ""
    afspraak_id: UUID | None = None  # the one that is here already
    version: int = 0

    @property
    def kiesbaar(self) -> bool:
        """Tell whether there is anything to read in."""
        return self.status in KIESBAAR

    @property
    def wanneer(self) -> str:
        """Write `di 12 mei 13:00–14:25`, or the day alone."""
        return _when(self.begin, self.einde, hele_dag=self.hele_dag)

    @property
    def id(self) -> tuple[str, str]:
        """Name this line in every reading of the same file."""
        return self.uid, self.recurrence_id


def compare(
    agenda: GelezenAgenda,
    stored: list[Afspraak],
    own: list[Afspraak],
    casussen: list[CasusKenmerk],
    now: datetime,
    beschreven: AbstractSet[UUID] = frozenset(),
) -> list[ImportRegel]:
    """Lay the file beside what is here; `own` are the appointments made in vtdesk itself.

    Of `beschreven` she wrote something already: a file changes nothing in those.
    """
    pairs, left = _pairs(agenda.afspraken, stored)
    known: Known = {(_utc(here.begin), here.titel.casefold()) for here in own}
    known |= {(_utc(here.begin), here.casus_id) for here in own if here.casus_id}
    uids = {here.ical_uid for here in stored}
    lines = [
        _known_line(gelezen, here, now, beschreven)
        if here
        else _new_line(gelezen, casussen, known, now)
        for gelezen, here in pairs
        if here or not (gelezen.afgezegd and gelezen.uid in uids)
    ]
    withdrawn = {a.uid for a in agenda.afspraken if a.afgezegd and not a.recurrence_id}
    lines += [
        _missing_line(here)
        for here in left
        if _is_missing(here, agenda, withdrawn) and here.begin >= now and here.id not in beschreven
    ]
    return sorted(lines, key=lambda line: (line.begin, line.titel))


def _pairs(
    gelezen: Iterable[GelezenAfspraak], stored: list[Afspraak]
) -> tuple[list[tuple[GelezenAfspraak, Afspraak | None]], list[Afspraak]]:
    """Bring the same appointments together: by name, or else as the only one of that day."""
    by_key = {(here.ical_uid, here.ical_recurrence_id): here for here in stored}
    pairs = [(line, by_key.pop(line.sleutel, None)) for line in gelezen]
    by_day: defaultdict[tuple[str | None, object], list[Afspraak]] = defaultdict(list)
    for here in by_key.values():
        by_day[here.ical_uid, local(here.begin).date()].append(here)
    lonely: defaultdict[tuple[str, object], int] = defaultdict(int)
    for line, partner in pairs:
        lonely[line.uid, line.begin.date()] += partner is None
    found: list[tuple[GelezenAfspraak, Afspraak | None]] = []
    for line, partner in pairs:
        name = (line.uid, line.begin.date())
        # A series that got another hour gives all its days another name.
        if partner is None and lonely[name] == 1 and len(by_day[name]) == 1:
            partner = by_day[name].pop()  # noqa: PLW2901 (the pair is completed here)
        found.append((line, partner))
    return found, [here for group in by_day.values() for here in group]


def _new_line(
    gelezen: GelezenAfspraak,
    casussen: list[CasusKenmerk],
    known: Known,
    now: datetime,
) -> ImportRegel:
    casus_id = propose_casus(gelezen.titel, casussen)
    status, chosen, why = ImportStatus.NIEUW, True, gelezen.opmerking
    if gelezen.afgezegd:
        status, chosen, why = ImportStatus.OVERGESLAGEN, False, "Afgezegd, en stond niet in vtdesk."
    elif gelezen.uid.endswith(EIGEN):
        chosen, why = False, "Komt uit vtdesk zelf."
    elif known & {(_utc(gelezen.begin), gelezen.titel.casefold()), (_utc(gelezen.begin), casus_id)}:
        chosen, why = False, "Staat al in vtdesk, daar zelf gemaakt."
    elif gelezen.prive:
        chosen, why = False, "Privé in de andere agenda."
    elif gelezen.einde <= start_of(local(now).date()):
        chosen, why = False, "Is al geweest."
    return replace(
        _as_read(gelezen),
        status=status,
        toelichting=why,
        gekozen=chosen,
        soort=propose_soort(gelezen.titel, met_casus=casus_id is not None),
        casus_id=casus_id,
    )


def _known_line(
    gelezen: GelezenAfspraak, here: Afspraak, now: datetime, beschreven: AbstractSet[UUID]
) -> ImportRegel:
    status, why = _outcome(gelezen, here)
    if status in KIESBAAR and here.id in beschreven:
        status, why = ImportStatus.OVERGESLAGEN, BESCHREVEN
    return replace(
        _as_read(gelezen),
        status=status,
        toelichting=why,
        gekozen=status in KIESBAAR and gelezen.einde > start_of(local(now).date()),
        soort=here.soort,
        casus_id=here.casus_id,
        afspraak_id=here.id,
        version=here.version,
    )


def _outcome(gelezen: GelezenAfspraak, here: Afspraak) -> tuple[ImportStatus, str]:
    """Say what the file means for an appointment that is here already."""
    changes = _changes(gelezen, here)
    match here.staat:
        case AfspraakStaat.GEPLAND if gelezen.afgezegd:
            return ImportStatus.AFGEZEGD, ""
        case AfspraakStaat.GEPLAND if gelezen.vingerafdruk != here.ical_hash and changes:
            return ImportStatus.GEWIJZIGD, changes
        case AfspraakStaat.AFGEZEGD if here.reden == AFGEZEGD_ELDERS and not gelezen.afgezegd:
            return ImportStatus.GEWIJZIGD, f"Gaat toch door. {changes}".strip()
        case AfspraakStaat.GEHOUDEN if changes or gelezen.afgezegd:
            return ImportStatus.OVERGESLAGEN, "Is in vtdesk al gehouden en blijft zoals hij is."
        case AfspraakStaat.VERZET | AfspraakStaat.AFGEZEGD if not gelezen.afgezegd:
            return ImportStatus.OVERGESLAGEN, "Heb je in vtdesk afgezegd of verzet."
    return ImportStatus.ONGEWIJZIGD, ""


def _changes(gelezen: GelezenAfspraak, here: Afspraak) -> str:
    """Say what it was; what it becomes stands in the line itself."""
    words: list[str] = []
    was, becomes = ((_utc(one.begin), _utc(one.einde), one.hele_dag) for one in (here, gelezen))
    if becomes != was:
        words.append(f"Tijd was {_when(here.begin, here.einde, hele_dag=here.hele_dag)}.")
    if gelezen.titel != here.titel:
        words.append(f"Titel was {here.titel}.")
    if gelezen.plaats != here.plaats:
        words.append(f"Plaats was {here.plaats}." if here.plaats else "Plaats was leeg.")
    return " ".join(words)


def _utc(moment: datetime) -> datetime:
    """Make moments comparable: in an hour that comes twice no two zones ever agree."""
    return moment.astimezone(UTC)


def _when(begin: datetime, einde: datetime, *, hele_dag: bool) -> str:
    day = dag_met_naam(local(begin).date())
    return f"{day}, hele dag" if hele_dag else f"{day} {klok(begin)}–{klok(einde)}"


def _is_missing(here: Afspraak, agenda: GelezenAgenda, withdrawn: set[str]) -> bool:
    """Tell whether the file knows its series, but no longer this day."""
    inside = start_of(agenda.vanaf) <= here.begin < start_of(agenda.tot)
    named = here.ical_uid in withdrawn or (here.ical_uid in agenda.volledig and inside)
    return named and here.staat is AfspraakStaat.GEPLAND


def _missing_line(here: Afspraak) -> ImportRegel:
    return ImportRegel(
        uid=here.ical_uid or "",
        recurrence_id=here.ical_recurrence_id,
        titel=here.titel,
        begin=local(here.begin),
        einde=local(here.einde),
        hele_dag=here.hele_dag,
        plaats=here.plaats,
        status=ImportStatus.AFGEZEGD,
        toelichting="Staat niet meer in de andere agenda.",
        gekozen=True,
        soort=here.soort,
        casus_id=here.casus_id,
        vingerafdruk=here.ical_hash,
        afspraak_id=here.id,
        version=here.version,
    )


def _as_read(gelezen: GelezenAfspraak) -> ImportRegel:
    """Make a line of what the file says, without a verdict yet."""
    return ImportRegel(
        uid=gelezen.uid,
        recurrence_id=gelezen.recurrence_id,
        titel=gelezen.titel,
        begin=gelezen.begin,
        einde=gelezen.einde,
        hele_dag=gelezen.hele_dag,
        plaats=gelezen.plaats,
        status=ImportStatus.ONGEWIJZIGD,
        toelichting="",
        gekozen=False,
        soort=AfspraakSoort.EIGEN_TIJD,
        casus_id=None,
        reeks=gelezen.reeks,
        deelnemers=gelezen.deelnemers,
        vingerafdruk=gelezen.vingerafdruk,
    )
