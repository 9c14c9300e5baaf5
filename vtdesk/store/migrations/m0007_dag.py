"""The day: calls, promises, captures, the table, series, reminders and leave."""

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    op.create_table(
        "dag",
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("begonnen_op", sa.DateTime(), nullable=True),
        sa.Column("afgesloten_op", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dag")),
        sa.UniqueConstraint("datum", name=op.f("uq_dag_datum")),
    )
    op.create_table(
        "klad",
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("bewaard_op", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_klad")),
        sa.UniqueConstraint("soort", name=op.f("uq_klad_soort")),
    )
    op.create_table(
        "lichtpunt",
        sa.Column("moment", sa.DateTime(), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lichtpunt")),
    )
    op.create_table(
        "verlof",
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(), nullable=False),
        sa.Column("vervanger", sa.String(), nullable=False),
        sa.Column("vervanger_telefoon", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verlof")),
    )
    op.create_table(
        "crisisnotitie",
        sa.Column("begonnen_op", sa.DateTime(), nullable=False),
        sa.Column("casus_id", sa.Uuid(), nullable=True),
        sa.Column("afgesloten_op", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_crisisnotitie_casus_id_casus")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crisisnotitie")),
    )
    op.create_index(op.f("ix_crisisnotitie_casus_id"), "crisisnotitie", ["casus_id"], unique=False)
    op.create_table(
        "overname",
        sa.Column("verlof_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(32), nullable=False),
        sa.Column("ding", sa.Uuid(), nullable=False),
        sa.Column("wie", sa.String(), nullable=False),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("casus_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_overname_casus_id_casus")
        ),
        sa.ForeignKeyConstraint(
            ["verlof_id"], ["verlof.id"], name=op.f("fk_overname_verlof_id_verlof")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overname")),
        sa.UniqueConstraint("verlof_id", "soort", "ding", name=op.f("uq_overname_verlof_id")),
    )
    op.create_index(op.f("ix_overname_casus_id"), "overname", ["casus_id"], unique=False)
    op.create_index(op.f("ix_overname_verlof_id"), "overname", ["verlof_id"], unique=False)
    op.create_table(
        "reeks",
        sa.Column("regel", sa.String(), nullable=False),
        sa.Column("begint", sa.String(), nullable=False),
        sa.Column("minuten", sa.Integer(), nullable=False),
        sa.Column("titel", sa.String(), nullable=False),
        sa.Column("soort", sa.String(32), nullable=False),
        sa.Column("gevuld_tot", sa.Date(), nullable=False),
        sa.Column("hele_dag", sa.Boolean(), nullable=False),
        sa.Column("casus_id", sa.Uuid(), nullable=True),
        sa.Column("plaats", sa.String(), nullable=False),
        sa.Column("doel", sa.String(), nullable=False),
        sa.Column("uitgezonderd", sa.JSON(), nullable=False),
        sa.Column("genodigden", sa.JSON(), nullable=False),
        sa.Column("herinnering", sa.String(32), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_reeks_casus_id_casus")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reeks")),
    )
    op.create_index(op.f("ix_reeks_casus_id"), "reeks", ["casus_id"], unique=False)
    op.create_table(
        "terugbelverzoek",
        sa.Column("gemaakt_op", sa.DateTime(), nullable=False),
        sa.Column("regel", sa.String(), nullable=False),
        sa.Column("laatst_op", sa.DateTime(), nullable=False),
        sa.Column("nummer", sa.String(), nullable=False),
        sa.Column("wie", sa.String(), nullable=False),
        sa.Column("keren", sa.Integer(), nullable=False),
        sa.Column("voicemail", sa.Boolean(), nullable=False),
        sa.Column("voicemail_tekst", sa.String(), nullable=False),
        sa.Column("spoed", sa.String(32), nullable=False),
        sa.Column("bellen_om", sa.DateTime(), nullable=True),
        sa.Column("bellen_na", sa.Boolean(), nullable=False),
        sa.Column("stand", sa.String(32), nullable=False),
        sa.Column("wacht_op", sa.String(), nullable=False),
        sa.Column("persoon_id", sa.Uuid(), nullable=True),
        sa.Column("casus_id", sa.Uuid(), nullable=True),
        sa.Column("herkenning", sa.String(32), nullable=False),
        sa.Column("vrij_praten", sa.String(), nullable=False),
        sa.Column("nu_veilig", sa.String(), nullable=False),
        sa.Column("waar_kinderen", sa.String(), nullable=False),
        sa.Column("uitkomst", sa.String(), nullable=False),
        sa.Column("andere_weg", sa.String(), nullable=False),
        sa.Column("afgedaan_op", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_terugbelverzoek_casus_id_casus")
        ),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["persoon.id"], name=op.f("fk_terugbelverzoek_persoon_id_persoon")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_terugbelverzoek")),
    )
    op.create_index(
        op.f("ix_terugbelverzoek_casus_id"), "terugbelverzoek", ["casus_id"], unique=False
    )
    op.create_index(op.f("ix_terugbelverzoek_nummer"), "terugbelverzoek", ["nummer"], unique=False)
    op.create_index(
        op.f("ix_terugbelverzoek_persoon_id"), "terugbelverzoek", ["persoon_id"], unique=False
    )
    op.create_table(
        "belofte",
        sa.Column("aan", sa.String(), nullable=False),
        sa.Column("wat", sa.String(), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(), nullable=False),
        sa.Column("uiterlijk", sa.Date(), nullable=True),
        sa.Column("casus_id", sa.Uuid(), nullable=True),
        sa.Column("persoon_id", sa.Uuid(), nullable=True),
        sa.Column("afspraak_id", sa.Uuid(), nullable=True),
        sa.Column("stand", sa.String(32), nullable=False),
        sa.Column("afgedaan_op", sa.DateTime(), nullable=True),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["afspraak_id"], ["afspraak.id"], name=op.f("fk_belofte_afspraak_id_afspraak")
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_belofte_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["persoon.id"], name=op.f("fk_belofte_persoon_id_persoon")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_belofte")),
    )
    op.create_index(op.f("ix_belofte_afspraak_id"), "belofte", ["afspraak_id"], unique=False)
    op.create_index(op.f("ix_belofte_casus_id"), "belofte", ["casus_id"], unique=False)
    op.create_index(op.f("ix_belofte_uiterlijk"), "belofte", ["uiterlijk"], unique=False)
    op.create_table(
        "belpoging",
        sa.Column("verzoek_id", sa.Uuid(), nullable=False),
        sa.Column("moment", sa.DateTime(), nullable=False),
        sa.Column("uitkomst", sa.String(32), nullable=False),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["verzoek_id"],
            ["terugbelverzoek.id"],
            name=op.f("fk_belpoging_verzoek_id_terugbelverzoek"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_belpoging")),
    )
    op.create_index(op.f("ix_belpoging_verzoek_id"), "belpoging", ["verzoek_id"], unique=False)
    op.create_table(
        "crisisregel",
        sa.Column("notitie_id", sa.Uuid(), nullable=False),
        sa.Column("moment", sa.DateTime(), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["notitie_id"],
            ["crisisnotitie.id"],
            name=op.f("fk_crisisregel_notitie_id_crisisnotitie"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crisisregel")),
    )
    op.create_index(op.f("ix_crisisregel_notitie_id"), "crisisregel", ["notitie_id"], unique=False)
    op.create_table(
        "herinnering",
        sa.Column("afspraak_id", sa.Uuid(), nullable=False),
        sa.Column("keuze", sa.String(32), nullable=False),
        sa.Column("later_op", sa.DateTime(), nullable=True),
        sa.Column("gegeven_op", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["afspraak_id"], ["afspraak.id"], name=op.f("fk_herinnering_afspraak_id_afspraak")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_herinnering")),
        sa.UniqueConstraint("afspraak_id", name=op.f("uq_herinnering_afspraak_id")),
    )
    op.create_table(
        "impact",
        sa.Column("moment", sa.DateTime(), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("zwaar", sa.Boolean(), nullable=False),
        sa.Column("afspraak_id", sa.Uuid(), nullable=True),
        sa.Column("collega", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["afspraak_id"], ["afspraak.id"], name=op.f("fk_impact_afspraak_id_afspraak")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_impact")),
    )
    op.create_index(op.f("ix_impact_afspraak_id"), "impact", ["afspraak_id"], unique=False)
    op.create_table(
        "zitting",
        sa.Column("begin", sa.DateTime(), nullable=False),
        sa.Column("regio", sa.String(), nullable=False),
        sa.Column("afspraak_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["afspraak_id"],
            ["afspraak.id"],
            name=op.f("fk_zitting_afspraak_id_afspraak"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zitting")),
    )
    op.create_index(op.f("ix_zitting_afspraak_id"), "zitting", ["afspraak_id"], unique=False)
    op.create_index(op.f("ix_zitting_begin"), "zitting", ["begin"], unique=False)
    op.create_table(
        "bespreking",
        sa.Column("zitting_id", sa.Uuid(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("minuten", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Uuid(), nullable=True),
        sa.Column("initialen", sa.String(), nullable=False),
        sa.Column("leeftijd", sa.String(), nullable=False),
        sa.Column("aanvrager", sa.String(), nullable=False),
        sa.Column("weet", sa.String(), nullable=False),
        sa.Column("vragen", sa.String(), nullable=False),
        sa.Column("gevraagd", sa.JSON(), nullable=False),
        sa.Column("let_op", sa.String(), nullable=False),
        sa.Column("voorbereid_op", sa.DateTime(), nullable=True),
        sa.Column("fase", sa.String(32), nullable=False),
        sa.Column("fase_sinds", sa.DateTime(), nullable=True),
        sa.Column("fasen", sa.JSON(), nullable=False),
        sa.Column("begonnen_op", sa.DateTime(), nullable=True),
        sa.Column("gesloten_op", sa.DateTime(), nullable=True),
        sa.Column("mening_kind", sa.String(), nullable=False),
        sa.Column("niet_gevraagd_want", sa.String(), nullable=False),
        sa.Column("besluit", sa.String(), nullable=False),
        sa.Column("gronden", sa.String(), nullable=False),
        sa.Column("evaluatie_op", sa.Date(), nullable=True),
        sa.Column("casusregie", sa.String(), nullable=False),
        sa.Column("zicht", sa.String(), nullable=False),
        sa.Column("vertelt_kinderen", sa.String(), nullable=False),
        sa.Column("klad", sa.JSON(), nullable=False),
        sa.Column("verwerkt_op", sa.DateTime(), nullable=True),
        sa.Column("verdwijnt_op", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_bespreking_casus_id_casus")
        ),
        sa.ForeignKeyConstraint(
            ["zitting_id"], ["zitting.id"], name=op.f("fk_bespreking_zitting_id_zitting")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bespreking")),
    )
    op.create_index(op.f("ix_bespreking_casus_id"), "bespreking", ["casus_id"], unique=False)
    op.create_index(op.f("ix_bespreking_zitting_id"), "bespreking", ["zitting_id"], unique=False)
    op.create_table(
        "inbreng",
        sa.Column("moment", sa.DateTime(), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("spreker", sa.String(), nullable=False),
        sa.Column("letter", sa.String(32), nullable=False),
        sa.Column("verwerkt", sa.Boolean(), nullable=False),
        sa.Column("bespreking_id", sa.Uuid(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bespreking_id"], ["bespreking.id"], name=op.f("fk_inbreng_bespreking_id_bespreking")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbreng")),
    )
    op.create_index(op.f("ix_inbreng_bespreking_id"), "inbreng", ["bespreking_id"], unique=False)
    op.create_table(
        "pleintaak",
        sa.Column("wat", sa.String(), nullable=False),
        sa.Column("wie", sa.String(), nullable=False),
        sa.Column("wanneer", sa.String(), nullable=False),
        sa.Column("belofte_id", sa.Uuid(), nullable=True),
        sa.Column("bespreking_id", sa.Uuid(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["belofte_id"],
            ["belofte.id"],
            name=op.f("fk_pleintaak_belofte_id_belofte"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["bespreking_id"], ["bespreking.id"], name=op.f("fk_pleintaak_bespreking_id_bespreking")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pleintaak")),
    )
    op.create_index(
        op.f("ix_pleintaak_bespreking_id"), "pleintaak", ["bespreking_id"], unique=False
    )
    op.create_index(op.f("ix_pleintaak_belofte_id"), "pleintaak", ["belofte_id"], unique=False)
    op.create_table(
        "standpunt",
        sa.Column("wie", sa.String(), nullable=False),
        sa.Column("ouder", sa.Boolean(), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("afwijkend", sa.Boolean(), nullable=False),
        sa.Column("op_grond", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("bespreking_id", sa.Uuid(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bespreking_id"], ["bespreking.id"], name=op.f("fk_standpunt_bespreking_id_bespreking")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standpunt")),
    )
    op.create_index(
        op.f("ix_standpunt_bespreking_id"), "standpunt", ["bespreking_id"], unique=False
    )
    op.add_column("afspraak", sa.Column("reeks_id", sa.Uuid(), nullable=True))
    op.add_column("afspraak", sa.Column("reeks_op", sa.String(), nullable=False, server_default=""))
    op.add_column("afspraak", sa.Column("let_op", sa.String(), nullable=False, server_default=""))
    op.create_index(op.f("ix_afspraak_reeks_id"), "afspraak", ["reeks_id"], unique=False)
