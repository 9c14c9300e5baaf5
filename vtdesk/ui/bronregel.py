"""The small line under a statement: who, when, by what way, and what became of it."""

from dataclasses import dataclass
from functools import lru_cache

from vtdesk.ui import format as dutch
from vtdesk.ui.labels import VERIFICATIE
from vtdesk.values.kinds import Letter, Verificatie, Zichtbaarheid
from vtdesk.values.tekst import Uitspraakregel
from vtdesk.values.tijd import korte_dag

_OWN = frozenset({Letter.DUIDING, Letter.HYPOTHESE})
_SILENT_WHEN_OPEN = _OWN | {Letter.MENING}


@dataclass(frozen=True, slots=True)
class Bronregel:
    """Words, and a chip in a tone; the chip may be empty."""

    words: str
    chip: str = ""
    tone: str = ""

    def written(self) -> str:
        """Give all as one line: who, when, and what became of it."""
        return " · ".join(part for part in (self.words, self.stand) if part)

    @property
    def stand(self) -> str:
        """Give what became of it, as it stands within a line; names keep their capitals."""
        return self.chip[:1].lower() + self.chip[1:]

    def spoken(self) -> str:
        """Give all as one sentence, for who does not see it."""
        return ", ".join(part for part in (self.words.replace(" · ", ", "), self.chip) if part)


@lru_cache(maxsize=1024)  # painted at every key, and the same until somebody changes it
def bronregel(regel: Uitspraakregel) -> Bronregel:
    """Say where a statement comes from."""
    chip, tone = _chip(regel)
    return Bronregel(" · ".join(part for part in _parts(regel) if part), chip, tone)


def verificatie_words(regel: Uitspraakregel) -> str:
    """Say what became of a statement, such as `Weerlegd door wijkagent`."""
    word = VERIFICATIE[regel.verificatie].word.capitalize()
    return f"{word} door {regel.verificatie_door}" if regel.verificatie_door else word


def _parts(regel: Uitspraakregel) -> list[str]:
    bron = regel.bron
    return [
        ", ".join(part for part in (bron.naam, bron.hoedanigheid) if part),
        korte_dag(regel.informatiedatum) if regel.informatiedatum else "",
        f"van horen zeggen, via {bron.via}" if bron.via else "",
        f"steunt op {dutch.aantal(len(regel.steunt_op), 'uitspraak', 'uitspraken')}"
        if regel.steunt_op
        else "",
        _visibility(regel),
    ]


def _visibility(regel: Uitspraakregel) -> str:
    match regel.zichtbaarheid:
        case Zichtbaarheid.ALLEEN_VT:
            return "alleen Veilig Thuis"
        case Zichtbaarheid.NIET_VOOR:
            return f"niet voor {dutch.aantal(len(regel.niet_voor), 'persoon', 'personen')}"
        case _:
            return ""


def _chip(regel: Uitspraakregel) -> tuple[str, str]:
    open_still = regel.verificatie is Verificatie.ONBEVESTIGD
    if not regel.bron.naam.strip():
        return "Bron ontbreekt", "let-op"
    if regel.letter is Letter.DUIDING and not regel.steunt_op:
        return "Steunt nergens op", "let-op"
    if open_still and (regel.letter in _SILENT_WHEN_OPEN or regel.bron.is_eigen_waarneming):
        return "", ""
    return verificatie_words(regel), VERIFICATIE[regel.verificatie].tone
