"""The verslag on its way out: what was written before, reactions, choices and what was made."""

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    op.create_table(
        "eigenwoord",
        sa.Column("woord", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_eigenwoord")),
        sa.UniqueConstraint("woord", name=op.f("uq_eigenwoord_woord")),
    )
    op.create_table(
        "dossierstuk",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("verslag_id", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("plaats", sa.Integer(), nullable=False),
        sa.Column("erbij_op", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_dossierstuk_casus_id_casus")
        ),
        sa.ForeignKeyConstraint(
            ["verslag_id"], ["verslag.id"], name=op.f("fk_dossierstuk_verslag_id_verslag")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossierstuk")),
        sa.UniqueConstraint(
            "casus_id", "verslag_id", "nummer", name=op.f("uq_dossierstuk_casus_id")
        ),
    )
    op.create_index(op.f("ix_dossierstuk_casus_id"), "dossierstuk", ["casus_id"], unique=False)
    op.create_index(op.f("ix_dossierstuk_verslag_id"), "dossierstuk", ["verslag_id"], unique=False)
    op.create_table(
        "reactie",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("verslag_id", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("persoon_id", sa.Uuid(), nullable=True),
        sa.Column("soort", sa.String(32), nullable=False),
        sa.Column("gegeven_op", sa.Date(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.Column("zegel", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_reactie_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["persoon.id"], name=op.f("fk_reactie_persoon_id_persoon")
        ),
        sa.ForeignKeyConstraint(
            ["verslag_id"], ["verslag.id"], name=op.f("fk_reactie_verslag_id_verslag")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reactie")),
        sa.UniqueConstraint("volgnummer", name=op.f("uq_reactie_volgnummer")),
    )
    op.create_index(op.f("ix_reactie_casus_id"), "reactie", ["casus_id"], unique=False)
    op.create_index(op.f("ix_reactie_verslag_id"), "reactie", ["verslag_id"], unique=False)
    op.create_table(
        "schrijfstand",
        sa.Column("verslag_id", sa.Uuid(), nullable=False),
        sa.Column("bewaard_op", sa.DateTime(), nullable=False),
        sa.Column("tekst", sa.LargeBinary(), nullable=False),
        sa.Column("woorden", sa.Integer(), nullable=False),
        sa.Column("teruggezet", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["verslag_id"], ["verslag.id"], name=op.f("fk_schrijfstand_verslag_id_verslag")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schrijfstand")),
    )
    op.create_index(
        op.f("ix_schrijfstand_verslag_id"), "schrijfstand", ["verslag_id"], unique=False
    )
    op.create_table(
        "uitgaandkeuze",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("verslag_id", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("ontvanger", sa.String(), nullable=False),
        sa.Column("onderwerp", sa.String(), nullable=False),
        sa.Column("soort", sa.String(32), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("gekozen_op", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_uitgaandkeuze_casus_id_casus")
        ),
        sa.ForeignKeyConstraint(
            ["verslag_id"], ["verslag.id"], name=op.f("fk_uitgaandkeuze_verslag_id_verslag")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uitgaandkeuze")),
        sa.UniqueConstraint(
            "verslag_id",
            "nummer",
            "ontvanger",
            "onderwerp",
            name=op.f("uq_uitgaandkeuze_verslag_id"),
        ),
    )
    op.create_index(op.f("ix_uitgaandkeuze_casus_id"), "uitgaandkeuze", ["casus_id"], unique=False)
    op.create_index(
        op.f("ix_uitgaandkeuze_verslag_id"), "uitgaandkeuze", ["verslag_id"], unique=False
    )
    op.create_table(
        "uitgifte",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(32), nullable=False),
        sa.Column("verslag_id", sa.Uuid(), nullable=True),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("exemplaar", sa.Integer(), nullable=False),
        sa.Column("ontvanger", sa.String(), nullable=False),
        sa.Column("persoon_id", sa.Uuid(), nullable=True),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("wijze", sa.String(), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("weggelaten", sa.JSON(), nullable=False),
        sa.Column("adreswacht", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_uitgifte_casus_id_casus")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_uitgifte_organisatie_id_organisatie"),
        ),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["persoon.id"], name=op.f("fk_uitgifte_persoon_id_persoon")
        ),
        sa.ForeignKeyConstraint(
            ["verslag_id"], ["verslag.id"], name=op.f("fk_uitgifte_verslag_id_verslag")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uitgifte")),
    )
    op.create_index(op.f("ix_uitgifte_casus_id"), "uitgifte", ["casus_id"], unique=False)
    op.create_index(op.f("ix_uitgifte_verslag_id"), "uitgifte", ["verslag_id"], unique=False)
    # SQLite adds a column with its reference in one go, or not at all.
    for of in ("persoon", "organisatie"):
        op.execute(
            f"ALTER TABLE verslag ADD COLUMN {of}_id CHAR(32) CONSTRAINT "
            f"fk_verslag_{of}_id_{of} REFERENCES {of} (id)"
        )
    # The last link of the chain of seals is known apart, so that a cut at its end is seen.
    op.execute(
        """
        INSERT INTO meta (sleutel, waarde)
        SELECT 'zegelkop',
               json_object('volgnummer', plaats, 'keten', json_extract(zegel, '$.keten'))
        FROM (
            SELECT volgnummer AS plaats, zegel FROM versie
            UNION ALL
            SELECT CAST(een.key AS INTEGER), een.value
            FROM vernietiging, json_each(vernietiging.zegels) AS een
        )
        ORDER BY plaats DESC LIMIT 1
        """
    )
    own = sa.Column("sjabloon_eigen", sa.Integer(), nullable=False, server_default="0")
    op.add_column("verslag", own)
    left_out = sa.Column("niet_erin", sa.JSON(), nullable=False, server_default="[]")
    op.add_column("verzending", left_out)
