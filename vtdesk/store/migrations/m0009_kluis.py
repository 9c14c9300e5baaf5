"""The logboek as a chain: what NEN 7513 asks of a line, its reason apart, and signed heads.

What was there becomes the begin of the chain. From then on the database itself refuses to change or
drop a line, but for those before a stump.
"""

import hashlib
import json
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic.operations import Operations

_AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_SHIELDED = {"afgeschermd": "afgeschermd", "melder": "melder"}
_ROOM = 1000  # lines at a time
_FINAL = ("logboek", "logkop", "logstomp")


def upgrade(op: Operations) -> None:
    op.add_column("bijlage", sa.Column("bestand", sa.Uuid(), nullable=True))
    about = sa.ForeignKey("persoon.id", name="fk_uitgifte_over_id_persoon")
    op.add_column(
        "uitgifte", sa.Column("over_id", sa.Uuid(), about, nullable=True), inline_references=True
    )
    for index in ("casus", "ding", "tijd"):
        op.drop_index(f"ix_logboek_{index}", "logboek")
    op.rename_table("logboek", "logboek_oud")
    _make(op)
    device = secrets.token_hex(4)
    _keep(op, "apparaat", {"naam": device})
    seq, keten, tijd = 0, bytes(32), ""
    for rows, reasons in _chained(op.get_bind(), device):
        op.bulk_insert(_table("logboek"), rows)
        op.bulk_insert(_table("logreden"), reasons)
        last = rows[-1]
        seq, keten, tijd = last["seq"], last["keten"], _moment(last["tijd"]).isoformat()
    if seq:
        _keep(op, "logboekkop", {"seq": seq, "keten": keten.hex(), "tijd": tijd})
    op.drop_table("logboek_oud")
    _guard(op)


def _make(op: Operations) -> None:
    op.create_table("logboek", *_columns(), sa.PrimaryKeyConstraint("seq", name="pk_logboek"))
    for index in ("casus", "ding", "tijd"):
        op.create_index(f"ix_logboek_{index}", "logboek", [index], unique=False)
    op.create_table(
        "logreden",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("zout", sa.LargeBinary(), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_logreden"),
    )
    op.create_table(
        "logkop",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("keten", sa.LargeBinary(), nullable=False),
        sa.Column("sleutel", sa.LargeBinary(), nullable=False),
        sa.Column("handtekening", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_logkop"),
    )
    op.create_table(
        "logstomp",
        sa.Column("tot", sa.Integer(), nullable=False),
        sa.Column("keten", sa.LargeBinary(), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("van_tijd", sa.DateTime(), nullable=False),
        sa.Column("tot_tijd", sa.DateTime(), nullable=False),
        sa.Column("sleutel", sa.LargeBinary(), nullable=False),
        sa.Column("handtekening", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("tot", name="pk_logstomp"),
    )


def _columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("tijd", sa.DateTime(), nullable=False),
        sa.Column("verschil", sa.Integer(), nullable=False),
        sa.Column("klok_ok", sa.Boolean(), nullable=False),
        sa.Column("gebruiker", sa.String(), nullable=False),
        sa.Column("functie", sa.String(), nullable=False),
        sa.Column("apparaat", sa.String(), nullable=False),
        sa.Column("programma", sa.String(), nullable=False),
        sa.Column("actie", sa.String(), nullable=False),
        sa.Column("uitkomst", sa.String(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("ding", sa.Uuid(), nullable=False),
        sa.Column("casus", sa.Uuid(), nullable=True),
        sa.Column("doel", sa.String(), nullable=False),
        sa.Column("bescherming", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("reden_merk", sa.LargeBinary(), nullable=True),
        sa.Column("vorige", sa.LargeBinary(), nullable=False),
        sa.Column("keten", sa.LargeBinary(), nullable=False),
    ]


def _table(name: str) -> sa.Table:
    """Describe a table as this step leaves it, for inserting."""
    inside: dict[str, list[sa.Column[Any]]] = {
        "logboek": _columns(),
        "logreden": [
            sa.Column("seq", sa.Integer()),
            sa.Column("zout", sa.LargeBinary()),
            sa.Column("tekst", sa.String()),
        ],
        "meta": [sa.Column("sleutel", sa.String()), sa.Column("waarde", sa.JSON())],
    }
    return sa.Table(name, sa.MetaData(), *inside[name])


def _chained(
    bind: sa.Connection, device: str
) -> Iterator[tuple[list[dict[str, Any]], list[dict[str, Any]]]]:
    """Read what was there in order, and give it back as links of a chain."""
    old = _old()
    previous, before, number, last = bytes(32), None, 0, 0
    while True:
        query = sa.select(old).where(old.c.seq > last).order_by(old.c.seq).limit(_ROOM)
        rows, reasons = [], []
        for one in bind.execute(query).mappings():
            number, last = number + 1, one["seq"]
            row = _line(number, one, device)
            row["klok_ok"] = before is None or row["tijd"] >= before
            if one["reden"]:
                salt = secrets.token_bytes(16)
                words = one["reden"].encode(errors="surrogatepass")
                row["reden_merk"] = hashlib.sha256(salt + words).digest()
                reasons.append({"seq": number, "zout": salt, "tekst": one["reden"]})
            row["vorige"], row["keten"] = previous, _link(previous, row)
            previous, before = row["keten"], row["tijd"]
            rows.append(row)
        if not rows:
            return
        yield rows, reasons


def _old() -> sa.Table:
    words = ("gebruiker", "actie", "soort", "detail", "reden")
    return sa.Table(
        "logboek_oud",
        sa.MetaData(),
        sa.Column("seq", sa.Integer()),
        sa.Column("tijd", sa.DateTime()),
        sa.Column("ding", sa.Uuid()),
        sa.Column("casus", sa.Uuid()),
        *(sa.Column(name, sa.String()) for name in words),
    )


def _line(number: int, one: Any, device: str) -> dict[str, Any]:
    """Give a line its new fields; what nobody wrote down then stays empty."""
    here = _moment(one["tijd"]).astimezone(_AMSTERDAM).utcoffset()
    return {
        "seq": number,
        "tijd": one["tijd"],
        "verschil": int(here.total_seconds()) // 60 if here else 0,
        "klok_ok": True,
        "gebruiker": one["gebruiker"],
        "functie": "",
        "apparaat": device,
        "programma": "",
        "actie": one["actie"],
        "uitkomst": "ok",
        "soort": one["soort"],
        "ding": one["ding"],
        "casus": one["casus"],
        "doel": "",
        "bescherming": _SHIELDED.get(one["detail"], "gewoon"),
        "detail": one["detail"],
        "reden_merk": None,
    }


def _link(previous: bytes, row: dict[str, Any]) -> bytes:
    ordered = {**row, "tijd": _moment(row["tijd"]).isoformat(timespec="microseconds")}
    ordered["ding"] = row["ding"].hex
    ordered["casus"] = row["casus"].hex if row["casus"] else None
    ordered["reden_merk"] = row["reden_merk"].hex() if row["reden_merk"] else None
    words = json.dumps(list(ordered.values()), ensure_ascii=True)
    return hashlib.sha256(previous + words.encode()).digest()


def _moment(stored: datetime) -> datetime:
    return stored.replace(tzinfo=UTC)


def _keep(op: Operations, name: str, value: dict[str, Any]) -> None:
    op.bulk_insert(_table("meta"), [{"sleutel": name, "waarde": value}])


def _guard(op: Operations) -> None:
    """Let the database refuse what nobody has to do: a seat belt, the chain is the proof."""
    for table in _FINAL:
        op.execute(
            f"CREATE TRIGGER {table}_blijft BEFORE UPDATE ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'een regel van het logboek verandert niet'); END"
        )
    over = "(SELECT coalesce(max(tot), 0) FROM logstomp)"
    for table in ("logboek", "logkop"):
        op.execute(
            f"CREATE TRIGGER {table}_gaat_niet BEFORE DELETE ON {table} WHEN OLD.seq > {over} "
            "BEGIN SELECT RAISE(ABORT, 'een regel van het logboek gaat niet weg'); END"
        )
