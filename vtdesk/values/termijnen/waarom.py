"""`Waarom deze datum?` in sentences."""

from vtdesk.values.regelrij import Zekerheid
from vtdesk.values.termijnen.berekening import Uitkomst
from vtdesk.values.termijnen.kalender import VrijeDag
from vtdesk.values.termijnen.regel import Eenheid, Termijnregel
from vtdesk.values.termijnen.verloop import Opschorting
from vtdesk.values.tijd import klok, volle_dag


def waarom(uitkomst: Uitkomst) -> tuple[str, ...]:
    """Tell step by step how the date came about, and how sure it is."""
    regel = uitkomst.regel
    return (
        *_begin(uitkomst),
        *_lengte(uitkomst),
        *_onderweg(uitkomst),
        *_einde(uitkomst),
        *_ruimte(uitkomst),
        *_zekerheid(regel),
    )


def einde_in_woorden(uitkomst: Uitkomst) -> str:
    """Write the end, with the hour where that counts."""
    hour = f", {klok(uitkomst.einde_om)} uur" if uitkomst.einde_om else ""
    return f"{volle_dag(uitkomst.einde)}{hour}"


def _begin(uitkomst: Uitkomst) -> list[str]:
    regel = uitkomst.regel
    op_uur = _op_uur(regel)
    hour = f", {klok(uitkomst.begin_om)} uur" if op_uur and uitkomst.begin_om else ""
    found = [f"De termijn begint op {volle_dag(uitkomst.begin)}{hour}: {regel.begint_bij}."]
    if op_uur and uitkomst.begin_om is None:
        found.append(
            "De tijd is niet ingevuld. vtdesk telt vanaf 0:00 uur, de vroegste lezing."
            if regel.lengte.eenheid is Eenheid.UREN
            else "Vul ook de tijd in: het einde valt op hetzelfde uur."
        )
    if not op_uur and not regel.zo_snel_mogelijk:
        mee = "telt mee" if regel.startdag_telt else "telt niet mee"
        found.append(f"Die dag zelf {mee}.")
    return found


def _op_uur(regel: Termijnregel) -> bool:
    return regel.op_het_uur or regel.lengte.eenheid is Eenheid.UREN


def _lengte(uitkomst: Uitkomst) -> list[str]:
    regel = uitkomst.regel
    hoe = f"{regel.hoe[0].upper()}{regel.hoe[1:]}" if regel.hoe else ""
    if regel.zo_snel_mogelijk:
        return [f"{hoe} ({regel.grond.artikel}). Er staat geen aantal dagen bij."]
    found = [f"De lengte is {regel.lengte} ({regel.grond.artikel})."]
    if hoe:
        found.append(f"{hoe}.")
    if uitkomst.niet_geteld:
        found.append(f"Niet meegeteld: {opgesomd(uitkomst.niet_geteld)}.")
    return found


def _onderweg(uitkomst: Uitkomst) -> list[str]:
    """Tell what happened on the way."""
    found = [_stil(one) for one in uitkomst.opschortingen]
    if uitkomst.dagen_stil:
        dagen = "1 dag" if uitkomst.dagen_stil == 1 else f"{uitkomst.dagen_stil} dagen"
        werk = uitkomst.regel.lengte.eenheid is Eenheid.WERKDAGEN
        terug = "De werkdagen daarvan krijg je terug" if werk else "Die krijg je terug"
        found.append(f"De termijn stond {dagen} stil. {terug}.")
    for verlenging, einde in uitkomst.verlengingen:
        reden = f" Reden: {verlenging.reden}" if verlenging.reden else ""
        found.append(f"Verlengd met {verlenging.lengte}, tot en met {volle_dag(einde)}.{reden}")
    return found


def _stil(opschorting: Opschorting) -> str:
    reden = f" Reden: {opschorting.reden}" if opschorting.reden else ""
    since = volle_dag(opschorting.vanaf)
    if opschorting.tot is None:
        return f"De termijn staat stil sinds {since}. De datum schuift elke dag op.{reden}"
    return (
        f"De termijn stond stil vanaf {since} en liep weer op {volle_dag(opschorting.tot)}.{reden}"
    )


def _einde(uitkomst: Uitkomst) -> list[str]:
    found = _verschoven(uitkomst) if uitkomst.schoof_door else _niet_verschoven(uitkomst)
    if feestdag := uitkomst.twijfel:
        found.append(
            f"Let op: {feestdag.naam} geldt misschien als feestdag ({feestdag.artikel}). "
            f"{feestdag.zekerheid.volzin} vtdesk houdt de vroegste datum aan."
        )
    return found


def _verschoven(uitkomst: Uitkomst) -> list[str]:
    vrij = opgesomd(uitkomst.doorgeschoven)
    einde = einde_in_woorden(uitkomst)
    if uitkomst.schoof_door.endswith("2"):
        return [
            f"Dat komt uit op {volle_dag(uitkomst.ruw)}. Dan is er maar weinig tijd, door {vrij}.",
            f"De {uitkomst.schoof_door} vraagt twee gewone dagen. "
            f"Daarom schuift het einde naar {einde}.",
        ]
    return [
        f"Het einde valt op een vrije dag: {vrij}.",
        f"Door de {uitkomst.schoof_door} schuift het naar {einde}.",
    ]


def _niet_verschoven(uitkomst: Uitkomst) -> list[str]:
    found = [f"Dat komt uit op {einde_in_woorden(uitkomst)}."]
    if uitkomst.vrij_want and uitkomst.schoof_niet_want:
        found.append(
            f"Die dag is vrij ({uitkomst.vrij_want}), maar het einde schuift niet op: "
            f"{uitkomst.schoof_niet_want}."
        )
    return found


def _ruimte(uitkomst: Uitkomst) -> list[str]:
    ruimte = uitkomst.regel.verlenging
    if ruimte is None:
        return []
    mits = f" {ruimte.mits}" if ruimte.mits else ""
    if uitkomst.uiterste:
        hour = f", {klok(uitkomst.einde_om)} uur" if uitkomst.einde_om else ""
        until = f"tot uiterlijk {volle_dag(uitkomst.uiterste)}{hour}"
    else:
        until = f"met ten hoogste {ruimte.lengte}{_keer(ruimte.keer)}"
    return [f"Verlengen kan {until} ({ruimte.artikel}).{mits}"]


def _keer(keer: int) -> str:
    return " per keer" if not keer else ", één keer" if keer == 1 else f", {keer} keer"


def _zekerheid(regel: Termijnregel) -> list[str]:
    grond = regel.grond
    found = [f"Bron: {grond.bron}. {grond.zekerheid.volzin}"]
    if grond.zekerheid_lengte is not grond.zekerheid:
        found.append(f"Over de lengte: {grond.zekerheid_lengte.zin}.")
    telt_dagen = not _op_uur(regel) and not regel.zo_snel_mogelijk
    if telt_dagen and regel.zekerheid_startdag is not Zekerheid.WETTEKST:
        found.append(f"Over de begindag: {regel.zekerheid_startdag.zin}.")
    if Zekerheid.EIGEN_KENNIS in (grond.zekerheid, grond.zekerheid_lengte):
        found.append("Vraag bij je bureau na of dit klopt.")
    return [*found, *([regel.toelichting] if regel.toelichting else [])]


def opgesomd(dagen: tuple[VrijeDag, ...]) -> str:
    """List days with their reasons; a Saturday needs no other."""
    return ", ".join(_dag(one) for one in dagen)


def _dag(vrij: VrijeDag) -> str:
    day = volle_dag(vrij.dag)
    return day if day.startswith(vrij.reden) else f"{day} ({vrij.reden})"
