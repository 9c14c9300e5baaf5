"""Waarborgen and their checks, zicht as periods instead of a field, terms."""

from datetime import UTC, datetime, time
from uuid import uuid4
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic.operations import Operations

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def upgrade(op: Operations) -> None:
    op.create_table(
        "monitoring",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(32), nullable=False),
        sa.Column("gepland_op", sa.Date(), nullable=False),
        sa.Column("afspraak_id", sa.Uuid(), nullable=True),
        sa.Column("gehouden_op", sa.Date(), nullable=True),
        sa.Column("gesproken", sa.String(), nullable=False),
        sa.Column("directe_veiligheid", sa.String(32), nullable=True),
        sa.Column("stabiele_veiligheid", sa.String(32), nullable=True),
        sa.Column("herstel", sa.String(32), nullable=True),
        sa.Column("wat_ging_goed", sa.String(), nullable=False),
        sa.Column("nieuw", sa.String(), nullable=False),
        sa.Column("besluit", sa.String(32), nullable=True),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["afspraak_id"], ["afspraak.id"], name=op.f("fk_monitoring_afspraak_id_afspraak")
        ),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_monitoring_casus_id_casus")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_monitoring")),
    )
    op.create_index(op.f("ix_monitoring_casus_id"), "monitoring", ["casus_id"], unique=False)
    op.create_table(
        "waarborg",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(32), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("wie", sa.String(), nullable=False),
        sa.Column("wat", sa.String(), nullable=False),
        sa.Column("wanneer", sa.String(), nullable=False),
        sa.Column("wat_als_niet", sa.String(), nullable=False),
        sa.Column("wie_kijkt", sa.String(), nullable=False),
        sa.Column("gemaakt_op", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("voorstel", sa.Boolean(), nullable=False),
        sa.Column("vervallen_op", sa.Date(), nullable=True),
        sa.Column("vervallen_want", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_waarborg_casus_id_casus")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waarborg")),
        sa.UniqueConstraint("casus_id", "soort", "nummer", name=op.f("uq_waarborg_casus_id")),
    )
    op.create_index(op.f("ix_waarborg_casus_id"), "waarborg", ["casus_id"], unique=False)
    op.create_table(
        "instemming",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("waarborg_id", sa.Uuid(), nullable=False),
        sa.Column("wie", sa.String(), nullable=False),
        sa.Column("stand", sa.String(32), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_instemming_casus_id_casus")
        ),
        sa.ForeignKeyConstraint(
            ["waarborg_id"], ["waarborg.id"], name=op.f("fk_instemming_waarborg_id_waarborg")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instemming")),
    )
    op.create_index(op.f("ix_instemming_casus_id"), "instemming", ["casus_id"], unique=False)
    op.create_index(op.f("ix_instemming_waarborg_id"), "instemming", ["waarborg_id"], unique=False)
    op.create_table(
        "toets",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("waarborg_id", sa.Uuid(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(), nullable=False),
        sa.Column("uitkomst", sa.String(32), nullable=False),
        sa.Column("bewijs", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("uitspraak_id", sa.Uuid(), nullable=True),
        sa.Column("monitoring_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_toets_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["monitoring_id"], ["monitoring.id"], name=op.f("fk_toets_monitoring_id_monitoring")
        ),
        sa.ForeignKeyConstraint(
            ["uitspraak_id"], ["uitspraak.id"], name=op.f("fk_toets_uitspraak_id_uitspraak")
        ),
        sa.ForeignKeyConstraint(
            ["waarborg_id"], ["waarborg.id"], name=op.f("fk_toets_waarborg_id_waarborg")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_toets")),
    )
    op.create_index(op.f("ix_toets_casus_id"), "toets", ["casus_id"], unique=False)
    op.create_index(op.f("ix_toets_waarborg_id"), "toets", ["waarborg_id"], unique=False)
    op.create_table(
        "zicht",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("houder", sa.String(), nullable=False),
        sa.Column("vanaf", sa.DateTime(), nullable=False),
        sa.Column("tot", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_zicht_casus_id_casus")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zicht")),
    )
    op.create_index(op.f("ix_zicht_casus_id"), "zicht", ["casus_id"], unique=False)
    op.create_index(
        "uq_zicht_nu", "zicht", ["casus_id"], unique=True, sqlite_where=sa.text("tot IS NULL")
    )
    op.create_table(
        "overdracht",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("aan", sa.String(), nullable=False),
        sa.Column("verwacht_op", sa.Date(), nullable=True),
        sa.Column("waarom", sa.String(), nullable=False),
        sa.Column("beloofd", sa.String(), nullable=False),
        sa.Column("niet_delen", sa.String(), nullable=False),
        sa.Column("aangeboden_op", sa.DateTime(), nullable=False),
        sa.Column("aanvaard_op", sa.DateTime(), nullable=True),
        sa.Column("aanvaard_door", sa.String(), nullable=False),
        sa.Column("ingetrokken_op", sa.DateTime(), nullable=True),
        sa.Column("ingetrokken_want", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_overdracht_casus_id_casus")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overdracht")),
    )
    op.create_index(op.f("ix_overdracht_casus_id"), "overdracht", ["casus_id"], unique=False)
    op.create_index(
        "uq_overdracht_open",
        "overdracht",
        ["casus_id"],
        unique=True,
        sqlite_where=sa.text("aanvaard_op IS NULL AND ingetrokken_op IS NULL"),
    )
    op.create_table(
        "politieafspraak",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(32), nullable=False),
        sa.Column("voor", sa.String(), nullable=False),
        sa.Column("vanaf", sa.Date(), nullable=False),
        sa.Column("herzien_op", sa.Date(), nullable=True),
        sa.Column("direct_komen", sa.Boolean(), nullable=False),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("beeindigd_op", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_politieafspraak_casus_id_casus")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_politieafspraak")),
    )
    op.create_index(
        op.f("ix_politieafspraak_casus_id"), "politieafspraak", ["casus_id"], unique=False
    )
    op.create_table(
        "termijn",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("regel", sa.String(), nullable=False),
        sa.Column("begin", sa.DateTime(), nullable=False),
        sa.Column("aanleiding", sa.String(), nullable=False),
        sa.Column("persoon_id", sa.Uuid(), nullable=True),
        sa.Column("melding_id", sa.Uuid(), nullable=True),
        sa.Column("gehaald_op", sa.Date(), nullable=True),
        sa.Column("vervallen_want", sa.String(), nullable=False),
        sa.Column("te_laat_want", sa.String(), nullable=False),
        sa.Column("nieuwe_datum", sa.Date(), nullable=True),
        sa.Column("wie_kijkt", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_termijn_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["melding_id"], ["melding.id"], name=op.f("fk_termijn_melding_id_melding")
        ),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["persoon.id"], name=op.f("fk_termijn_persoon_id_persoon")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_termijn")),
    )
    op.create_index(op.f("ix_termijn_casus_id"), "termijn", ["casus_id"], unique=False)
    op.create_index(op.f("ix_termijn_persoon_id"), "termijn", ["persoon_id"], unique=False)
    op.create_table(
        "opschorting",
        sa.Column("termijn_id", sa.Uuid(), nullable=False),
        sa.Column("vanaf", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["termijn_id"], ["termijn.id"], name=op.f("fk_opschorting_termijn_id_termijn")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opschorting")),
    )
    op.create_index(op.f("ix_opschorting_termijn_id"), "opschorting", ["termijn_id"], unique=False)
    op.create_table(
        "verlenging",
        sa.Column("termijn_id", sa.Uuid(), nullable=False),
        sa.Column("dagen", sa.Integer(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("besloten_op", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["termijn_id"], ["termijn.id"], name=op.f("fk_verlenging_termijn_id_termijn")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verlenging")),
    )
    op.create_index(op.f("ix_verlenging_termijn_id"), "verlenging", ["termijn_id"], unique=False)
    _zicht_as_periods(op)


def _zicht_as_periods(op: Operations) -> None:
    """Make of the holder that stood at a casus its first period."""
    bound = op.get_bind()
    casus = sa.table(
        "casus",
        sa.column("id", sa.Uuid()),
        sa.column("geopend_op", sa.Date()),
        sa.column("zicht_bij", sa.String()),
        sa.column("zicht_sinds", sa.Date()),
    )
    zicht = sa.table(
        "zicht",
        sa.column("id", sa.Uuid()),
        sa.column("version", sa.Integer()),
        sa.column("casus_id", sa.Uuid()),
        sa.column("houder", sa.String()),
        sa.column("vanaf", sa.DateTime()),
    )
    for row in bound.execute(sa.select(casus)).all():
        begin = datetime.combine(row.zicht_sinds or row.geopend_op, time(), tzinfo=AMSTERDAM)
        bound.execute(
            zicht.insert().values(
                id=uuid4(),
                version=1,
                casus_id=row.id,
                houder=row.zicht_bij.strip() or "Veilig Thuis",
                vanaf=begin.astimezone(UTC).replace(tzinfo=None),
            )
        )
    op.drop_column("casus", "zicht_bij")
    op.drop_column("casus", "zicht_sinds")
