"""Meldingen with the melder apart, crisis, besluiten, gebeurtenissen, requests and hints."""

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    op.create_table(
        "melding",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("ontvangen_op", sa.DateTime(), nullable=False),
        sa.Column("soort", sa.String(32), nullable=False),
        sa.Column("anonimiteit", sa.String(32), nullable=False),
        sa.Column("inhoud", sa.String(), nullable=False),
        sa.Column("gebeurd_op", sa.Date(), nullable=True),
        sa.Column("spoed", sa.Boolean(), nullable=False),
        sa.Column("geweigerd_want", sa.String(), nullable=False),
        sa.Column("gebruikt_want", sa.String(), nullable=False),
        sa.Column("gevoegd", sa.Boolean(), nullable=False),
        sa.Column("teruggekoppeld_op", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_melding_casus_id_casus")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_melding")),
        sa.UniqueConstraint("casus_id", "nummer", name=op.f("uq_melding_casus_id")),
    )
    op.create_index(op.f("ix_melding_casus_id"), "melding", ["casus_id"], unique=False)
    op.create_table(
        "melder",
        sa.Column("melding_id", sa.Uuid(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("organisatie", sa.String(), nullable=False),
        sa.Column("telefoon", sa.String(), nullable=False),
        sa.Column("relatie", sa.String(), nullable=False),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["melding_id"], ["melding.id"], name=op.f("fk_melder_melding_id_melding")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_melder")),
        sa.UniqueConstraint("melding_id", name=op.f("uq_melder_melding_id")),
    )
    op.create_table(
        "crisisbeoordeling",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.String(), nullable=False),
        sa.Column("moment", sa.DateTime(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(), nullable=False),
        sa.Column("kleur", sa.String(32), nullable=False),
        sa.Column("gronden", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("volgende_op", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_crisisbeoordeling_casus_id_casus")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crisisbeoordeling")),
    )
    op.create_index(
        op.f("ix_crisisbeoordeling_casus_id"), "crisisbeoordeling", ["casus_id"], unique=False
    )
    op.create_table(
        "instrument",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("uitkomst", sa.String(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("uitgave", sa.String(), nullable=False),
        sa.Column("vindplaats", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_instrument_casus_id_casus")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instrument")),
    )
    op.create_index(op.f("ix_instrument_casus_id"), "instrument", ["casus_id"], unique=False)
    op.create_table(
        "besluit",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(32), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("uitkomst", sa.String(), nullable=False),
        sa.Column("vervolg", sa.String(32), nullable=True),
        sa.Column("melding_id", sa.Uuid(), nullable=True),
        sa.Column("beslissers", sa.JSON(), nullable=False),
        sa.Column("opties", sa.JSON(), nullable=False),
        sa.Column("gronden", sa.JSON(), nullable=False),
        sa.Column("motivering", sa.String(), nullable=False),
        sa.Column("afwijkend", sa.JSON(), nullable=False),
        sa.Column("verteld", sa.JSON(), nullable=False),
        sa.Column("tegenspraak", sa.JSON(), nullable=False),
        sa.Column("meelezer", sa.String(), nullable=False),
        sa.Column("stand", sa.String(32), nullable=False),
        sa.Column("definitief_op", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_besluit_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["melding_id"], ["melding.id"], name=op.f("fk_besluit_melding_id_melding")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_besluit")),
    )
    op.create_index(op.f("ix_besluit_casus_id"), "besluit", ["casus_id"], unique=False)
    op.create_table(
        "gebeurtenis",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(32), nullable=False),
        sa.Column("titel", sa.String(), nullable=False),
        sa.Column("begin", sa.DateTime(), nullable=False),
        sa.Column("hele_dag", sa.Boolean(), nullable=False),
        sa.Column("einde", sa.DateTime(), nullable=True),
        sa.Column("uiterlijk", sa.Date(), nullable=True),
        sa.Column("bron", sa.String(), nullable=False),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("personen", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_gebeurtenis_casus_id_casus")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gebeurtenis")),
    )
    op.create_index(op.f("ix_gebeurtenis_casus_id"), "gebeurtenis", ["casus_id"], unique=False)
    op.create_table(
        "verzoek",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("persoon_id", sa.Uuid(), nullable=False),
        sa.Column("voor_id", sa.Uuid(), nullable=True),
        sa.Column("soort", sa.String(32), nullable=False),
        sa.Column("ontvangen_op", sa.Date(), nullable=False),
        sa.Column("schriftelijk", sa.Boolean(), nullable=False),
        sa.Column("bekwaam", sa.Boolean(), nullable=False),
        sa.Column("stand", sa.String(32), nullable=False),
        sa.Column("grond", sa.String(), nullable=False),
        sa.Column("beslist_op", sa.Date(), nullable=True),
        sa.Column("eigen_verklaring", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_verzoek_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["persoon.id"], name=op.f("fk_verzoek_persoon_id_persoon")
        ),
        sa.ForeignKeyConstraint(
            ["voor_id"], ["persoon.id"], name=op.f("fk_verzoek_voor_id_persoon")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verzoek")),
    )
    op.create_index(op.f("ix_verzoek_casus_id"), "verzoek", ["casus_id"], unique=False)
    op.create_index(op.f("ix_verzoek_persoon_id"), "verzoek", ["persoon_id"], unique=False)
    op.create_table(
        "vernietiging",
        sa.Column("casus", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.String(), nullable=False),
        sa.Column("besluit", sa.String(), nullable=False),
        sa.Column("grond", sa.String(), nullable=False),
        sa.Column("besloten_door", sa.String(), nullable=False),
        sa.Column("besloten_op", sa.Date(), nullable=False),
        sa.Column("uitgevoerd_op", sa.DateTime(), nullable=False),
        sa.Column("aantallen", sa.JSON(), nullable=False),
        sa.Column("zegels", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vernietiging")),
    )
    op.create_table(
        "hintantwoord",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("hint", sa.String(), nullable=False),
        sa.Column("feiten", sa.String(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("moment", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_hintantwoord_casus_id_casus")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hintantwoord")),
        sa.UniqueConstraint("casus_id", "hint", name=op.f("uq_hintantwoord_casus_id")),
    )
    op.create_index(op.f("ix_hintantwoord_casus_id"), "hintantwoord", ["casus_id"], unique=False)
    op.add_column("casus", sa.Column("let_op_herzien_op", sa.Date(), nullable=True))
    op.add_column("casus", sa.Column("gesloten_op", sa.Date(), nullable=True))
    op.add_column(
        "casus", sa.Column("gesloten_want", sa.String(), nullable=False, server_default="")
    )
    op.add_column("casus", sa.Column("geplaatst_op", sa.Date(), nullable=True))
    op.add_column("logboek", sa.Column("casus", sa.Uuid(), nullable=True))
    reason = sa.Column("reden", sa.String(), nullable=False, server_default="")
    op.add_column("logboek", reason)
    op.create_index(op.f("ix_logboek_casus"), "logboek", ["casus"], unique=False)
