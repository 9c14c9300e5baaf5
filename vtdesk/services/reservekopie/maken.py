"""Making one reservekopie in one place; it counts only after it was read again from there."""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import accumulate
from pathlib import Path
from uuid import UUID

from vtdesk.errors import DamageError, OutsideError, TooNewError
from vtdesk.security import bijlagen as bestanden
from vtdesk.security import files, header, kopieblad, kopieplaats
from vtdesk.security.folder import HEADER
from vtdesk.security.kluis import Sleutels
from vtdesk.security.kopieblad import Bestand, Kopieblad
from vtdesk.security.kopieplaats import Kopie, Kopieplaats
from vtdesk.services.logproef import prove_copy
from vtdesk.store.kopie import Nagekeken, copy_into, look_over
from vtdesk.store.logketen import Kop
from vtdesk.store.stop import Stop
from vtdesk.values.kopieplan import WEG_BINNEN, blijft, moet_weg

SAMPLE = 3  # bijlagen of earlier copies that are opened again at each copy

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Bron:
    """The kluis that is copied."""

    folder: Path
    sleutels: Sleutels

    @property
    def sleutelkop(self) -> Path:
        """Give the header; refuses one of other keys than these."""
        path = self.folder / HEADER
        with files.words_for_disk(self.folder):
            found = header.parse(files.read_at_most(path, header.MAX_BYTES)).header
        if (found.vault_id, found.epoch) != (self.sleutels.vault_id, self.sleutels.epoch):
            raise OutsideError(
                "De kluis heeft nieuwe sleutels gekregen. Open de kluis opnieuw voor een kopie."
            )
        return path

    @property
    def database(self) -> Path:
        """Give the database, which may be open."""
        return self.folder / self.sleutels.file


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """A copy that counts."""

    kopie: Path
    blad: Kopieblad
    gezien: Nagekeken
    logkop: Kop  # the end of its logboek, as far as that was proved


class Maker:
    """Makes copies of one kluis in one place."""

    def __init__(
        self,
        bron: Bron,
        plaats: Kopieplaats,
        *,
        stop: Stop,
        tell: Tell,
        since: Kop | None = None,
    ) -> None:
        """Prepare to copy; the logboek was proved before up to `since`."""
        self._bron = bron
        self._since = since
        self._plaats = plaats
        self._stop = stop
        self._tell = tell
        self._key = bron.sleutels.kopie

    def make(self, now: datetime) -> Gemaakt:
        """Make a copy, look it over from the medium, and let it count."""
        self._plaats.prepare()
        self._plaats.tidy()
        part = self._plaats.begin(now)
        try:
            blad, seen = self._fill(part, now)
            self._prove(part, blad)
            seen, end = self._prove_logboek(part / blad.database_naam, seen)
            return Gemaakt(self._plaats.finish(part), blad, seen, end)
        except BaseException:
            self._plaats.tidy()
            raise

    def thin_out(self, vernietigd: Iterable[datetime], now: datetime, made: Path) -> list[Kopie]:
        """Take away what the rotation and destructions no longer keep; gives what is left.

        What was just made stays, also when the clock was set back: it is the one that was proved.
        A copy is no younger than those that came after it, whatever the clock said then.
        """
        gone, left = list(vernietigd), []
        proved = [kopie for kopie in self._plaats.kopieen() if self._is_ours(kopie)]
        moments = [kopie.gemaakt for kopie in proved]
        kept, at_latest = blijft(moments), accumulate(moments, min)
        for kopie, before in zip(proved, at_latest, strict=True):
            stays = kopie.gemaakt in kept and not moet_weg(before, gone, now)
            if stays or kopie.pad == made:
                left.append(kopie)
            else:
                self._plaats.drop(kopie.pad)
        known = {kopie.pad for kopie in proved}
        for path, moment in self._plaats.folders():
            too_old = moet_weg(moment, gone, now) or now - moment > WEG_BINNEN
            if path not in known and (too_old or self._is_replaced(path)):
                self._plaats.drop(path)  # of keys that are gone, or unreadable
        self._plaats.tidy()
        return left

    def _is_replaced(self, path: Path) -> bool:
        """Tell whether secrets of before still open this copy: what was just made replaces it."""
        with suppress(OSError, DamageError, TooNewError):
            found = header.parse(files.read_at_most(path / HEADER, header.MAX_BYTES)).header
            sleutels = self._bron.sleutels
            return found.vault_id == sleutels.vault_id and found.epoch < sleutels.epoch
        return False

    def _fill(self, part: Path, now: datetime) -> tuple[Kopieblad, Nagekeken]:
        """Write all files of the copy."""
        sleutels, named = self._bron.sleutels, self._bron.sleutels.file
        self._tell("De kluis wordt gekopieerd")
        kop = kopieplaats.copy_file(self._bron.sleutelkop, part / HEADER)
        copy_into(self._bron.database, sleutels.database, part / named, self._stop)
        database = kopieplaats.print_of(part / named)
        self._tell("De kopie wordt nagekeken")
        seen = look_over(part / named, sleutels.database, self._stop)
        self._tell("De bijlagen worden gekopieerd")
        there = self._plaats.kopieen()
        bijlagen = self._copy_bijlagen(seen, there)
        blad = Kopieblad(
            vault_id=sleutels.vault_id,
            epoch=sleutels.epoch,
            generation=sleutels.generation,
            nummer=kopieblad.after(kopie.blad.nummer for kopie in there),
            gemaakt=now,
            sleutelkop=kop,
            database=database,
            database_naam=named,
            bijlagen=bijlagen,
            mist=tuple(one.hex for one in seen.bijlagen if one.hex not in bijlagen),
            inhoud=seen.inhoud,
        )
        files.write_new_by(part / kopieplaats.BLAD, (kopieblad.dump(blad, self._key),))
        return blad, seen

    def _prove(self, part: Path, written: Kopieblad) -> None:
        """Read from the medium what was written, as who puts it back would."""
        sealed = kopieplaats.read_list(part)
        if sealed.open(self._key) != written:
            raise kopieblad.damaged()
        kopieplaats.check_plain(Kopie(part, sealed), written, all_bijlagen=False)

    def _prove_logboek(self, path: Path, seen: Nagekeken) -> tuple[Nagekeken, Kop]:
        """Follow the chain in the copy; where it broke in the kluis itself, that copy counts."""
        self._tell("Het logboek wordt nagekeken")
        key = self._bron.sleutels.database
        proof = prove_copy(path, key, since=self._since, check=self._stop.check)
        return replace(seen, logboek=first_of(proof.bevindingen)), proof.kop

    def _copy_bijlagen(self, seen: Nagekeken, there: Iterable[Kopie]) -> dict[str, Bestand]:
        """Bring along what is not there yet; a file is trusted after it was opened once."""
        known = self._known(there)
        found: dict[str, Bestand] = {}
        old: list[UUID] = []
        for one, sleutel in seen.bijlagen.items():
            self._stop.check()
            bestand = known.get(one.hex)
            if bestand is not None:
                old.append(one)
            else:
                bestand = self._copy_one(one, sleutel)
            if bestand is not None:
                found[one.hex] = bestand
        for one in random.sample(old, min(SAMPLE, len(old))):
            path = kopieplaats.pool_path(self._plaats.base, one.hex, found[one.hex])
            if not opens(path, one, seen.bijlagen[one]):
                path.unlink(missing_ok=True)  # the medium lost it: it is copied anew next time
                raise DamageError("Een bijlage in de reservekopie is beschadigd.")
        files.sync_folder(self._plaats.base / bestanden.FOLDER)
        return found

    def _copy_one(self, one: UUID, sleutel: bytes) -> Bestand | None:
        bestand = kopieplaats.copy_bijlage(
            self._bron.folder, self._plaats.base, one, self._stop.check
        )
        if bestand is None:
            return None
        path = kopieplaats.pool_path(self._plaats.base, one.hex, bestand)
        return bestand if opens(path, one, sleutel) else None

    def _known(self, there: Iterable[Kopie]) -> Mapping[str, Bestand]:
        """Name the files of bijlagen that lie there whole in size, as proved lists tell."""
        found: dict[str, Bestand] = {}
        for kopie in there:
            if kopie.blad.epoch == self._bron.sleutels.epoch and self._is_ours(kopie):
                for one, bestand in kopie.blad.open(self._key).bijlagen.items():
                    path = kopie.bijlage(one, bestand)
                    if one not in found and kopieplaats.size_of(path) == bestand.grootte:
                        found[one] = bestand
        return found

    def _is_ours(self, kopie: Kopie) -> bool:
        try:
            return kopie.blad.open(self._key).vault_id == self._bron.sleutels.vault_id
        except DamageError:
            return False


def opens(path: Path, one: UUID, sleutel: bytes) -> bool:
    """Tell whether the file of a bijlage is whole, by opening all of it."""
    try:
        for _ in bestanden.read_file(path, one, sleutel):
            pass
    except OutsideError:
        return False
    return True


def look_through(kopie: Kopie, sleutels: Sleutels, tell: Tell) -> Nagekeken:
    """Read all of a copy, every bijlage too; raises DamageError for what is wrong."""
    blad = kopie.blad.open(sleutels.kopie)
    tell("De bestanden worden gelezen")
    kopieplaats.check_plain(kopie, blad, all_bijlagen=True)
    tell("De database wordt nagekeken")
    seen = look_over(kopie.pad / blad.database_naam, sleutels.database)
    tell("Het logboek wordt nagekeken")
    proof = prove_copy(kopie.pad / blad.database_naam, sleutels.database)
    tell("De bijlagen worden geopend")
    for one, sleutel in seen.bijlagen.items():
        bestand = blad.bijlagen.get(one.hex)
        if bestand is not None and not opens(kopie.bijlage(one.hex, bestand), one, sleutel):
            raise DamageError("Een bijlage in deze reservekopie is beschadigd.")
    return replace(seen, logboek=first_of(proof.bevindingen))


def first_of(found: Sequence[str]) -> str:
    """Give the first finding, which says where it broke."""
    return found[0] if found else ""
