"""Settings of the user and facts of the kluis: who she is, how it looks, where she was."""

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import select

from vtdesk.errors import UserError
from vtdesk.models import Instelling, Sleutelwaarde
from vtdesk.store.logketen import Wie
from vtdesk.store.store import Store

GEBRUIKER, PLEK, DIALOGEN, DEMO = "gebruiker", "plek", "dialogen", "demo"


@dataclass(frozen=True, slots=True)
class Gebruiker:
    """Who works here; it stands on paper and in the logboek."""

    naam: str
    functie: str = "procesregisseur"
    organisatie: str = "Veilig Thuis"
    werkdag_begin: str = "08:30"
    werkdag_einde: str = "17:30"


@dataclass(frozen=True, slots=True)
class Weergave:
    """How the window looks and when it closes itself."""

    thema: str = "systeem"  # licht, donker, systeem
    tekst_procent: int = 100
    sluit_na_minuten: int = 5
    zware_gesprekken: bool = False  # counted above the days of the week; hers alone
    twee_weken: bool = False  # beside each other, in a wide window


class Instellingen:
    """Reads and keeps settings; each method is one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._name(self.gebruiker())

    def gebruiker(self) -> Gebruiker:
        """Tell who works here; empty name before the first start is done."""
        return Gebruiker(**(self.get(GEBRUIKER) or {"naam": ""}))

    def set_gebruiker(self, gebruiker: Gebruiker) -> None:
        """Keep who works here."""
        if not gebruiker.naam.strip():
            raise UserError("Vul je naam in. Die komt onder je verslagen te staan.")
        self.set(GEBRUIKER, asdict(gebruiker))
        self._name(gebruiker)

    def weergave(self) -> Weergave:
        """Tell how the window looks."""
        return Weergave(**(self.get("weergave") or {}))

    def set_weergave(self, weergave: Weergave) -> None:
        """Keep how the window looks."""
        self.set("weergave", asdict(weergave))

    def plek(self) -> dict[str, Any]:
        """Tell where she was when the kluis closed; empty when nowhere in particular."""
        return self.get(PLEK) or {}

    def set_plek(self, plek: dict[str, Any]) -> None:
        """Keep where she is: ids, caret and scroll, and reasons that she gave for open points."""
        self.set(PLEK, plek)

    def dialogen(self) -> dict[str, Any]:
        """Tell which dialogs were open and what was half typed there; empty when none was."""
        with self._store.read() as session:
            kept = session.get(Sleutelwaarde, DIALOGEN)
            return kept.waarde if kept else {}

    def set_dialogen(self, dialogen: dict[str, Any]) -> None:
        """Keep what is half typed in a dialog: a draft, so without a line in the logboek."""
        with self._store.write() as session:
            kept = session.get(Sleutelwaarde, DIALOGEN)
            if dialogen:
                session.merge(Sleutelwaarde(sleutel=DIALOGEN, waarde=dialogen))
            elif kept:
                session.delete(kept)

    def get(self, sleutel: str) -> dict[str, Any] | None:
        """Read one setting."""
        with self._store.read() as session:
            return session.scalar(select(Instelling.waarde).where(Instelling.sleutel == sleutel))

    def set(self, sleutel: str, waarde: dict[str, Any]) -> None:
        """Keep one setting."""
        with self._store.write() as session:
            found = session.scalar(select(Instelling).where(Instelling.sleutel == sleutel))
            if found:
                found.waarde = waarde
            else:
                session.add(Instelling(sleutel=sleutel, waarde=waarde))

    def demo_clock(self) -> str | None:
        """Give the moment at which a demo stands still; None for a real kluis."""
        with self._store.read() as session:
            meta = session.get(Sleutelwaarde, DEMO)
            return meta.waarde["nu"] if meta else None

    def mark_demo(self, now: str) -> None:
        """Make this kluis a demo for ever: a band says so and the clock may be set."""
        with self._store.write() as session:
            session.merge(Sleutelwaarde(sleutel=DEMO, waarde={"nu": now}))

    def _name(self, gebruiker: Gebruiker) -> None:
        """Let the logboek name her from now on."""
        self._store.wie = Wie(gebruiker.naam or "onbekend", gebruiker.functie)
