"""Reservekopieën of an open kluis: made in two places, tested, thinned out, and told truly.

What is said of a copy was read from the place where it lies. A medium that is not there is no
failure. One copy is made at a time; the window makes them in a job, for a medium may be slow.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import Lock, Timer
from time import monotonic

from vtdesk.errors import DamageError, OutsideError, TooNewError, UserError
from vtdesk.security import files, header, kopiestand, kopieterug
from vtdesk.security.folder import HEADER
from vtdesk.security.kluis import Sleutels
from vtdesk.security.kopieplaats import Kopie, Kopieplaats
from vtdesk.security.kopiestand import OWN, Fout, Plaatsstand, Plek, Stand
from vtdesk.services.logproef import days_of_work
from vtdesk.services.reservekopie.maken import Bron, Gemaakt, Maker, Tell, look_through
from vtdesk.services.reservekopie.rows import KopieRow, Proef, Uitkomst, gelukt, mislukt
from vtdesk.services.reservekopie.terugleggen import lay_down
from vtdesk.store.kopie import FULL, FullError, Nagekeken, asking
from vtdesk.store.logketen import Kop
from vtdesk.store.stop import Stop, StoppedError
from vtdesk.values.kopieplan import OPZIJ_BLIJFT
from vtdesk.values.tijd import Clock, local

NO_COPY = "Er is nog geen reservekopie om te testen. Maak er eerst een."
_SURE = 3  # days of work after the last day of what stands aside
_BUSY = Lock()  # of the process: what one makes, another would tidy away as half made
_BESIDE = ("", "-wal")  # what changes at each commit
_AT_LEAST = 0.15  # seconds for the smallest copy
_A_SECOND = 20_000_000  # bytes that are copied and looked over in a second


class Reservekopieen:
    """Use cases around copies of one open kluis."""

    def __init__(self, folder: Path, sleutels: Sleutels, clock: Clock) -> None:
        self._folder = folder
        self._sleutels = sleutels
        self._clock = clock
        self._stop = Stop()
        self._proved: Kop | None = None  # up to where the logboek was followed in this session
        self._copied: object = None  # how the database lay there when it was last copied
        self._took = 0.0  # seconds for the last copies of this session

    def stand(self) -> Stand:
        """Tell how it stands in each place."""
        return kopiestand.read(self._folder)

    def stick_opens_with_old_keys(self) -> bool:
        """Tell whether secrets of before still open a copy on the stick."""
        stick = self.stand().stick
        return stick is not None and stick.epoch < self._sleutels.epoch

    def is_changed(self) -> bool:
        """Tell whether anything was stored since the last copy of this session."""
        return self._look() != self._copied

    def choose(self, chosen: Path) -> None:
        """Let copies go to this stick or other disk too; what lay elsewhere stays there."""
        self._refuse(chosen)
        stick = Plaatsstand(Plek.STICK, str(chosen))
        place = self._place(stick)
        try:
            place.prepare()
        except OSError as error:
            raise OutsideError(
                "Hier kan vtdesk niet schrijven. Kijk of de stick niet op slot staat, of kies een "
                "andere map."
            ) from error
        there = place.kopieen()
        mine = [kopie.gemaakt for kopie in there if self._is_ours(kopie)]
        if mine:
            stick = replace(stick, goed=mine[0], oudste=min(mine))
        oldest = min((kopie.blad.epoch for kopie in there), default=self._sleutels.epoch)
        stick = replace(stick, epoch=oldest)
        kopiestand.keep(self._folder, replace(self.stand(), stick=stick))

    def forget(self) -> None:
        """Make no more copies outside the laptop; those that are there stay."""
        kopiestand.keep(self._folder, replace(self.stand(), stick=None))

    def make(self, *plekken: Plek, tell: Tell = lambda _: None) -> list[Uitkomst]:
        """Make a copy in each place; what goes wrong in one is told, and keeps none from another.

        Nothing is told of what was ended on purpose.
        """
        with suppress(StoppedError), self._alone():
            before, began = self._look(), monotonic()
            outcomes = [
                self._try(place, tell)
                for place in self.stand().plaatsen
                if not plekken or place.plek in plekken
            ]
            if any(one.is_gelukt for one in outcomes):
                self._copied, self._took = before, monotonic() - began
            return outcomes
        return []

    def before(self, tell: Tell = lambda _: None) -> None:
        """Make a copy on the laptop before something large; raises when that cannot be."""
        for outcome in self.make(Plek.LAPTOP, tell=tell):
            if not outcome.is_gelukt:
                raise OutsideError(f"{outcome.zin} Daarom is er niets veranderd.")

    def last(self, seconds: float, *plekken: Plek) -> None:
        """Make a copy as the kluis closes, if it can be done in this time; else the next time."""
        if self.is_changed() and self._expected() <= seconds:
            hurry = Timer(seconds, self.stop)
            hurry.start()
            self.make(*plekken)
            hurry.cancel()
        self.stop()

    def stop(self) -> None:
        """End what is being made, for good: the next session tidies it and makes another."""
        self._stop.now()

    def rows(self, plek: Plek) -> list[KopieRow]:
        """List the copies in a place, the newest first; none when the medium is not there."""
        place = self.stand().of(plek)
        if place is None:
            return []
        return [
            KopieRow(plek, kopie, local(kopie.gemaakt), kopie.blad.grootte, self._is_ours(kopie))
            for kopie in self._place(place).kopieen()
        ]

    def is_there(self, plek: Plek) -> bool:
        """Tell whether the medium of a place is there now."""
        place = self.stand().of(plek)
        return place is not None and (plek is Plek.LAPTOP or self._place(place).is_there())

    def check(self, kopie: Kopie, tell: Tell = lambda _: None) -> Nagekeken:
        """Read all of a copy again, every bijlage too; raises DamageError for what is wrong."""
        return look_through(kopie, self._sleutels, tell)

    def rehearse(self, tell: Tell = lambda _: None) -> Proef:
        """Put the newest copy back as a trial, look all of it over, and throw it away.

        That of the stick when it is there: that one is for when the laptop is not.
        """
        with self._alone():
            row = self._newest()
            part = kopieterug.begin(self._folder, kopieterug.TRIAL)
            try:
                done = lay_down(row.kopie, part, lambda _: self._sleutels, tell)
            finally:
                files.remove_folder(part)
            now = self._clock()
            kopiestand.change(self._folder, row.plek, lambda one: replace(one, getest=now))
            return Proef(row.plek, done.gemaakt, done.gezien, done.mist)

    def aside(self) -> list[kopieterug.Opzij]:
        """List the kluizen that were set aside for a restored one, the newest first."""
        return kopieterug.aside(self._folder)

    def drop_aside(self) -> None:
        """Take away what this kluis was before; what is of another kluis stays aside."""
        with files.words_for_disk(self._folder):
            kopieterug.tidy(self._folder, self._was_this_kluis)

    def tidy(self) -> None:
        """Take away what was set aside long ago; for when the kluis opens."""
        with files.words_for_disk(self._folder):
            kopieterug.tidy(self._folder, self._stood_long)

    def _was_this_kluis(self, opzij: kopieterug.Opzij) -> bool:
        with suppress(OSError, DamageError, TooNewError):
            found = header.parse(files.read_at_most(opzij.pad / HEADER, header.MAX_BYTES)).header
            return found.vault_id == self._sleutels.vault_id
        return False

    def _stood_long(self, opzij: kopieterug.Opzij) -> bool:
        """Tell whether its days are over: by work on more days, not by one clock."""
        now, until = self._clock(), opzij.sinds + OPZIJ_BLIJFT
        if now < until:
            return False
        path = self._folder / self._sleutels.file
        with asking(path, self._sleutels.database, of_kluis=True) as session:
            return days_of_work(session, until, now) >= _SURE

    def _try(self, place: Plaatsstand, tell: Tell) -> Uitkomst:
        plaats = self._place(place)
        if place.plek is Plek.STICK and not plaats.is_there():
            return self._failed(place, Fout.WEG)
        bron = Bron(self._folder, self._sleutels)
        maker = Maker(bron, plaats, stop=self._stop, tell=tell, since=self._proved)
        try:
            made = maker.make(self._clock())
            left = maker.thin_out(made.gezien.vernietigd, self._clock(), made.kopie)
        except FullError:
            return self._failed(place, Fout.VOL)
        except DamageError as error:
            return self._failed(place, Fout.SCHADE, str(error))
        except OutsideError as error:
            return self._failed(place, Fout.SCHIJF, str(error))
        except OSError as error:
            return self._failed(place, Fout.VOL if error.errno in FULL else Fout.SCHIJF)
        return self._made(place, made, left)

    def _made(self, place: Plaatsstand, made: Gemaakt, left: list[Kopie]) -> Uitkomst:
        good, now = made.blad.gemaakt, self._clock()
        oldest = min((kopie.gemaakt for kopie in left), default=good)

        def tell(one: Plaatsstand) -> Plaatsstand:
            keys = self._sleutels.epoch  # what older ones opened, went as this one was made
            return replace(
                one, goed=good, oudste=oldest, geprobeerd=now, fout=Fout.GEEN, epoch=keys
            )

        kopiestand.change(self._folder, place.plek, tell)
        self._proved = None if made.gezien.logboek else made.logkop
        return gelukt(place.plek, made.kopie, len(made.blad.mist), made.gezien.logboek)

    def _failed(self, place: Plaatsstand, fout: Fout, why: str = "") -> Uitkomst:
        now = self._clock()
        kopiestand.change(
            self._folder, place.plek, lambda one: replace(one, geprobeerd=now, fout=fout)
        )
        return mislukt(place, fout, now, why)

    def _newest(self) -> KopieRow:
        for plek in (Plek.STICK, Plek.LAPTOP):
            if mine := [row for row in self.rows(plek) if row.is_van_nu]:
                return mine[0]
        raise UserError(NO_COPY)

    def _refuse(self, chosen: Path) -> None:
        if not chosen.is_dir():
            raise UserError("Deze map is er niet. Steek de stick erin en kies een map daarop.")
        inside = self._folder.resolve() in (chosen.resolve(), *chosen.resolve().parents)
        if inside:
            raise UserError("Deze map ligt in de kluis zelf. Kies een stick of een andere schijf.")

    def _place(self, place: Plaatsstand) -> Kopieplaats:
        if place.plek is Plek.LAPTOP:
            return Kopieplaats(self._folder, self._sleutels.vault_id, OWN)
        return Kopieplaats(Path(place.pad), self._sleutels.vault_id)

    def _is_ours(self, kopie: Kopie) -> bool:
        try:
            return kopie.blad.open(self._sleutels.kopie).vault_id == self._sleutels.vault_id
        except DamageError:
            return False

    def _expected(self) -> float:
        """Guess the seconds that a copy takes: by its size, or as the last one if that was slow."""
        by_size = _AT_LEAST + sum(size for size, _ in self._look()) / _A_SECOND
        return max(by_size, self._took)

    def _look(self) -> list[tuple[int, int]]:
        """Tell how the database and its log lie there: each commit changes that."""
        found = []
        for beside in _BESIDE:
            try:
                facts = (self._folder / f"{self._sleutels.file}{beside}").stat()
            except OSError:
                continue
            found.append((facts.st_size, facts.st_mtime_ns))
        return found

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with _BUSY:
            self._stop.check()
            yield
