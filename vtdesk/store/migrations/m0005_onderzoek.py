"""Questions to informants, talks with children, bijlagen, what was sent and put right."""

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    op.create_table(
        "informatieverzoek",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("aan", sa.String(), nullable=False),
        sa.Column("gevraagd", sa.String(), nullable=False),
        sa.Column("grond", sa.String(), nullable=False),
        sa.Column("persoon_id", sa.Uuid(), nullable=True),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("ouders_weten", sa.String(), nullable=False),
        sa.Column("bron_afgeschermd", sa.Boolean(), nullable=False),
        sa.Column("verstuurd_op", sa.Date(), nullable=True),
        sa.Column("beantwoord_op", sa.Date(), nullable=True),
        sa.Column("antwoord", sa.String(), nullable=False),
        sa.Column("teruggelezen_op", sa.Date(), nullable=True),
        sa.Column("akkoord_op", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_informatieverzoek_casus_id_casus")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_informatieverzoek_organisatie_id_organisatie"),
        ),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["persoon.id"], name=op.f("fk_informatieverzoek_persoon_id_persoon")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_informatieverzoek")),
    )
    op.create_index(
        op.f("ix_informatieverzoek_casus_id"), "informatieverzoek", ["casus_id"], unique=False
    )
    op.create_table(
        "kindgesprek",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("afspraak_id", sa.Uuid(), nullable=False),
        sa.Column("kind_id", sa.Uuid(), nullable=False),
        sa.Column("plek", sa.String(), nullable=False),
        sa.Column("steunfiguur", sa.String(), nullable=False),
        sa.Column("steunfiguur_gekozen_door", sa.String(), nullable=False),
        sa.Column("gezagdragers", sa.String(), nullable=False),
        sa.Column("uitgelegd", sa.String(), nullable=False),
        sa.Column("gevraagd", sa.String(), nullable=False),
        sa.Column("gezien", sa.String(), nullable=False),
        sa.Column("wil", sa.String(), nullable=False),
        sa.Column("niet_doorgeven", sa.String(), nullable=False),
        sa.Column("geantwoord", sa.String(), nullable=False),
        sa.Column("teruggekoppeld", sa.String(), nullable=False),
        sa.Column("teruggekoppeld_op", sa.Date(), nullable=True),
        sa.Column("veilig_erna", sa.String(), nullable=False),
        sa.Column("politie", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["afspraak_id"], ["afspraak.id"], name=op.f("fk_kindgesprek_afspraak_id_afspraak")
        ),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_kindgesprek_casus_id_casus")
        ),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["persoon.id"], name=op.f("fk_kindgesprek_kind_id_persoon")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kindgesprek")),
    )
    op.create_index(
        op.f("ix_kindgesprek_afspraak_id"), "kindgesprek", ["afspraak_id"], unique=False
    )
    op.create_index(op.f("ix_kindgesprek_casus_id"), "kindgesprek", ["casus_id"], unique=False)
    op.create_index(op.f("ix_kindgesprek_kind_id"), "kindgesprek", ["kind_id"], unique=False)
    op.create_table(
        "gezien",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("kind_id", sa.Uuid(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_gezien_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["persoon.id"], name=op.f("fk_gezien_kind_id_persoon")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gezien")),
    )
    op.create_index(op.f("ix_gezien_casus_id"), "gezien", ["casus_id"], unique=False)
    op.create_index(op.f("ix_gezien_kind_id"), "gezien", ["kind_id"], unique=False)
    op.create_table(
        "bijlage",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("grootte", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("toegevoegd_op", sa.DateTime(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=True),
        sa.Column("omschrijving", sa.String(), nullable=False),
        sa.Column("verslag_id", sa.Uuid(), nullable=True),
        sa.Column("sleutel", sa.LargeBinary(), nullable=True),
        sa.Column("inhoud", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_bijlage_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["verslag_id"], ["verslag.id"], name=op.f("fk_bijlage_verslag_id_verslag")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bijlage")),
    )
    op.create_index(op.f("ix_bijlage_casus_id"), "bijlage", ["casus_id"], unique=False)
    op.create_table(
        "verzending",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("verslag_id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.String(), nullable=False),
        sa.Column("ontvanger", sa.String(), nullable=False),
        sa.Column("persoon_id", sa.Uuid(), nullable=True),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("verzonden_op", sa.Date(), nullable=False),
        sa.Column("wijze", sa.String(), nullable=False),
        sa.Column("uitspraken", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_verzending_casus_id_casus")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_verzending_organisatie_id_organisatie"),
        ),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["persoon.id"], name=op.f("fk_verzending_persoon_id_persoon")
        ),
        sa.ForeignKeyConstraint(
            ["verslag_id"], ["verslag.id"], name=op.f("fk_verzending_verslag_id_verslag")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verzending")),
    )
    op.create_index(op.f("ix_verzending_casus_id"), "verzending", ["casus_id"], unique=False)
    op.create_index(op.f("ix_verzending_verslag_id"), "verzending", ["verslag_id"], unique=False)
    op.create_table(
        "wijziging",
        sa.Column("uitspraak_id", sa.Uuid(), nullable=False),
        sa.Column("moment", sa.DateTime(), nullable=False),
        sa.Column("soort", sa.String(32), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("was", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["uitspraak_id"], ["uitspraak.id"], name=op.f("fk_wijziging_uitspraak_id_uitspraak")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wijziging")),
    )
    op.create_index(op.f("ix_wijziging_uitspraak_id"), "wijziging", ["uitspraak_id"], unique=False)
    op.create_table(
        "correctiebrief",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("wijziging_id", sa.Uuid(), nullable=False),
        sa.Column("verzending_id", sa.Uuid(), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(), nullable=False),
        sa.Column("tekst", sa.JSON(), nullable=False),
        sa.Column("verstuurd_op", sa.Date(), nullable=True),
        sa.Column("niet_nodig_want", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_correctiebrief_casus_id_casus")
        ),
        sa.ForeignKeyConstraint(
            ["verzending_id"],
            ["verzending.id"],
            name=op.f("fk_correctiebrief_verzending_id_verzending"),
        ),
        sa.ForeignKeyConstraint(
            ["wijziging_id"],
            ["wijziging.id"],
            name=op.f("fk_correctiebrief_wijziging_id_wijziging"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correctiebrief")),
    )
    op.create_index(
        op.f("ix_correctiebrief_casus_id"), "correctiebrief", ["casus_id"], unique=False
    )
    op.create_index(
        op.f("ix_correctiebrief_verzending_id"), "correctiebrief", ["verzending_id"], unique=False
    )
    op.create_index(
        op.f("ix_correctiebrief_wijziging_id"), "correctiebrief", ["wijziging_id"], unique=False
    )
    theme = sa.Column("thema", sa.String(), nullable=False, server_default="")
    op.add_column("uitspraak", theme)
    # SQLite adds a column with its reference in one go, or not at all.
    op.execute(
        "ALTER TABLE uitspraak ADD COLUMN reactie_op_id CHAR(32) CONSTRAINT "
        "fk_uitspraak_reactie_op_id_uitspraak REFERENCES uitspraak (id)"
    )
