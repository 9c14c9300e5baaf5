"""How people belong together, who directs, and what was missing of a persoon."""

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    op.create_table(
        "relatie",
        sa.Column("van_id", sa.Uuid(), nullable=False),
        sa.Column("naar_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(32), nullable=False),
        sa.Column("gescheiden", sa.Boolean(), nullable=False),
        sa.Column("vanaf", sa.Date(), nullable=True),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["naar_id"], ["persoon.id"], name=op.f("fk_relatie_naar_id_persoon")
        ),
        sa.ForeignKeyConstraint(["van_id"], ["persoon.id"], name=op.f("fk_relatie_van_id_persoon")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relatie")),
    )
    op.create_index(op.f("ix_relatie_naar_id"), "relatie", ["naar_id"], unique=False)
    op.create_index(op.f("ix_relatie_van_id"), "relatie", ["van_id"], unique=False)
    op.create_table(
        "huishouden",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_huishouden_casus_id_casus")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_huishouden")),
    )
    op.create_index(op.f("ix_huishouden_casus_id"), "huishouden", ["casus_id"], unique=False)
    op.create_table(
        "bewoning",
        sa.Column("huishouden_id", sa.Uuid(), nullable=False),
        sa.Column("persoon_id", sa.Uuid(), nullable=False),
        sa.Column("vanaf", sa.Date(), nullable=True),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["huishouden_id"], ["huishouden.id"], name=op.f("fk_bewoning_huishouden_id_huishouden")
        ),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["persoon.id"], name=op.f("fk_bewoning_persoon_id_persoon")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bewoning")),
    )
    op.create_index(op.f("ix_bewoning_huishouden_id"), "bewoning", ["huishouden_id"], unique=False)
    op.create_index(op.f("ix_bewoning_persoon_id"), "bewoning", ["persoon_id"], unique=False)
    op.create_table(
        "plek",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("persoon_id", sa.Uuid(), nullable=False),
        sa.Column("x", sa.Double(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_plek_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["persoon.id"], name=op.f("fk_plek_persoon_id_persoon")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plek")),
        sa.UniqueConstraint("casus_id", "persoon_id", name=op.f("uq_plek_casus_id")),
    )
    op.create_index(op.f("ix_plek_casus_id"), "plek", ["casus_id"], unique=False)
    op.create_table(
        "regie",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("vanaf", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_regie_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name=op.f("fk_regie_organisatie_id_organisatie")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regie")),
    )
    op.create_index(op.f("ix_regie_casus_id"), "regie", ["casus_id"], unique=False)
    op.add_column("persoon", sa.Column("overleden_op", sa.Date(), nullable=True))
    unknown: sa.Column[bool] = sa.Column(
        "onbekend", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("persoon", unknown)
