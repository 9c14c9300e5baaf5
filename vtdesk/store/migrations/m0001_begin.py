"""The first schema: casus, people, agenda, gesprekken, uitspraken, verslagen, logboek."""

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    op.create_table(
        "casus",
        sa.Column("nummer", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("dienst", sa.String(32), nullable=False),
        sa.Column("geopend_op", sa.Date(), nullable=False),
        sa.Column("staat", sa.String(32), nullable=False),
        sa.Column("zicht_bij", sa.String(), nullable=False),
        sa.Column("zicht_sinds", sa.Date(), nullable=True),
        sa.Column("let_op", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_casus")),
        sa.UniqueConstraint("nummer", name=op.f("uq_casus_nummer")),
    )
    op.create_table(
        "instelling",
        sa.Column("sleutel", sa.String(), nullable=False),
        sa.Column("waarde", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instelling")),
        sa.UniqueConstraint("sleutel", name=op.f("uq_instelling_sleutel")),
    )
    op.create_table(
        "logboek",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("tijd", sa.DateTime(), nullable=False),
        sa.Column("gebruiker", sa.String(), nullable=False),
        sa.Column("actie", sa.String(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("ding", sa.Uuid(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_logboek")),
    )
    op.create_index(op.f("ix_logboek_ding"), "logboek", ["ding"], unique=False)
    op.create_index(op.f("ix_logboek_tijd"), "logboek", ["tijd"], unique=False)
    op.create_table(
        "meta",
        sa.Column("sleutel", sa.String(), nullable=False),
        sa.Column("waarde", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("sleutel", name=op.f("pk_meta")),
    )
    op.create_table(
        "organisatie",
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("telefoon", sa.String(), nullable=False),
        sa.Column("opmerking", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisatie")),
    )
    op.create_index(op.f("ix_organisatie_naam"), "organisatie", ["naam"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("tijd", sa.DateTime(), nullable=False),
        sa.Column("tabel", sa.String(), nullable=False),
        sa.Column("rij", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("actie", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_outbox")),
    )
    op.create_index(op.f("ix_outbox_rij"), "outbox", ["rij"], unique=False)
    op.create_table(
        "persoon",
        sa.Column("voornaam", sa.String(), nullable=False),
        sa.Column("tussenvoegsel", sa.String(), nullable=False),
        sa.Column("achternaam", sa.String(), nullable=False),
        sa.Column("geboortedatum", sa.Date(), nullable=True),
        sa.Column("verwacht_op", sa.Date(), nullable=True),
        sa.Column("geslacht", sa.String(32), nullable=False),
        sa.Column("telefoon", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("adres", sa.String(), nullable=False),
        sa.Column("taal", sa.String(), nullable=False),
        sa.Column("opmerking", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persoon")),
    )
    op.create_index(op.f("ix_persoon_achternaam"), "persoon", ["achternaam"], unique=False)
    op.create_table(
        "afgeschermd",
        sa.Column("persoon_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(32), nullable=False),
        sa.Column("waarde", sa.String(), nullable=False),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["persoon.id"], name=op.f("fk_afgeschermd_persoon_id_persoon")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_afgeschermd")),
    )
    op.create_index(op.f("ix_afgeschermd_persoon_id"), "afgeschermd", ["persoon_id"], unique=False)
    op.create_table(
        "afspraak",
        sa.Column("titel", sa.String(), nullable=False),
        sa.Column("soort", sa.String(32), nullable=False),
        sa.Column("begin", sa.DateTime(), nullable=False),
        sa.Column("einde", sa.DateTime(), nullable=False),
        sa.Column("hele_dag", sa.Boolean(), nullable=False),
        sa.Column("staat", sa.String(32), nullable=False),
        sa.Column("casus_id", sa.Uuid(), nullable=True),
        sa.Column("plaats", sa.String(), nullable=False),
        sa.Column("doel", sa.String(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("geen_verslag_want", sa.String(), nullable=False),
        sa.Column("verzet_naar_id", sa.Uuid(), nullable=True),
        sa.Column("ical_uid", sa.String(), nullable=True),
        sa.Column("ical_recurrence_id", sa.String(), nullable=False),
        sa.Column("ical_hash", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_afspraak_casus_id_casus")
        ),
        sa.ForeignKeyConstraint(
            ["verzet_naar_id"], ["afspraak.id"], name=op.f("fk_afspraak_verzet_naar_id_afspraak")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_afspraak")),
    )
    op.create_index(op.f("ix_afspraak_begin"), "afspraak", ["begin"], unique=False)
    op.create_index(op.f("ix_afspraak_casus_id"), "afspraak", ["casus_id"], unique=False)
    op.create_index(op.f("ix_afspraak_ical_uid"), "afspraak", ["ical_uid"], unique=False)
    op.create_table(
        "betrokkenheid",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("persoon_id", sa.Uuid(), nullable=False),
        sa.Column("rol", sa.String(32), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("vanaf", sa.Date(), nullable=True),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_betrokkenheid_casus_id_casus")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_betrokkenheid_organisatie_id_organisatie"),
        ),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["persoon.id"], name=op.f("fk_betrokkenheid_persoon_id_persoon")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_betrokkenheid")),
    )
    op.create_index(op.f("ix_betrokkenheid_casus_id"), "betrokkenheid", ["casus_id"], unique=False)
    op.create_index(
        op.f("ix_betrokkenheid_organisatie_id"), "betrokkenheid", ["organisatie_id"], unique=False
    )
    op.create_index(
        op.f("ix_betrokkenheid_persoon_id"), "betrokkenheid", ["persoon_id"], unique=False
    )
    op.create_table(
        "gezag",
        sa.Column("kind_id", sa.Uuid(), nullable=False),
        sa.Column("houder_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(32), nullable=False),
        sa.Column("bron", sa.String(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["houder_id"], ["persoon.id"], name=op.f("fk_gezag_houder_id_persoon")
        ),
        sa.ForeignKeyConstraint(["kind_id"], ["persoon.id"], name=op.f("fk_gezag_kind_id_persoon")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gezag")),
    )
    op.create_index(op.f("ix_gezag_houder_id"), "gezag", ["houder_id"], unique=False)
    op.create_index(op.f("ix_gezag_kind_id"), "gezag", ["kind_id"], unique=False)
    op.create_table(
        "inzet",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("contactpersoon", sa.String(), nullable=False),
        sa.Column("mandaat", sa.String(), nullable=False),
        sa.Column("uitstapvoorwaarde", sa.String(), nullable=False),
        sa.Column("vanaf", sa.Date(), nullable=True),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_inzet_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name=op.f("fk_inzet_organisatie_id_organisatie")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inzet")),
    )
    op.create_index(op.f("ix_inzet_casus_id"), "inzet", ["casus_id"], unique=False)
    op.create_index(op.f("ix_inzet_organisatie_id"), "inzet", ["organisatie_id"], unique=False)
    op.create_table(
        "veilig_contact",
        sa.Column("persoon_id", sa.Uuid(), nullable=False),
        sa.Column("wanneer", sa.String(), nullable=False),
        sa.Column("voicemail", sa.Boolean(), nullable=True),
        sa.Column("voicemail_vanaf", sa.Date(), nullable=True),
        sa.Column("codewoord", sa.String(), nullable=False),
        sa.Column("nooit_zeggen", sa.String(), nullable=False),
        sa.Column("post", sa.Boolean(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["persoon.id"], name=op.f("fk_veilig_contact_persoon_id_persoon")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_veilig_contact")),
        sa.UniqueConstraint("persoon_id", name=op.f("uq_veilig_contact_persoon_id")),
    )
    op.create_table(
        "gesprek",
        sa.Column("afspraak_id", sa.Uuid(), nullable=False),
        sa.Column("kanaal", sa.String(32), nullable=False),
        sa.Column("tolk", sa.String(), nullable=False),
        sa.Column("opname", sa.String(32), nullable=False),
        sa.Column("bijzonderheden", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["afspraak_id"], ["afspraak.id"], name=op.f("fk_gesprek_afspraak_id_afspraak")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gesprek")),
        sa.UniqueConstraint("afspraak_id", name=op.f("uq_gesprek_afspraak_id")),
    )
    op.create_table(
        "parkeernotitie",
        sa.Column("gemaakt_op", sa.DateTime(), nullable=False),
        sa.Column("afspraak_id", sa.Uuid(), nullable=True),
        sa.Column("gezien", sa.String(), nullable=False),
        sa.Column("gezegd", sa.String(), nullable=False),
        sa.Column("afgesproken", sa.String(), nullable=False),
        sa.Column("zorg", sa.String(), nullable=False),
        sa.Column("gevoel", sa.String(), nullable=False),
        sa.Column("concept", sa.Boolean(), nullable=False),
        sa.Column("gebruikt", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["afspraak_id"], ["afspraak.id"], name=op.f("fk_parkeernotitie_afspraak_id_afspraak")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parkeernotitie")),
    )
    op.create_index(
        op.f("ix_parkeernotitie_afspraak_id"), "parkeernotitie", ["afspraak_id"], unique=False
    )
    op.create_table(
        "verslag",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("afspraak_id", sa.Uuid(), nullable=True),
        sa.Column("sjabloon", sa.String(), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(), nullable=False),
        sa.Column("stand", sa.String(32), nullable=False),
        sa.Column("reden_correctie", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["afspraak_id"], ["afspraak.id"], name=op.f("fk_verslag_afspraak_id_afspraak")
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_verslag_casus_id_casus")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verslag")),
    )
    op.create_index(op.f("ix_verslag_afspraak_id"), "verslag", ["afspraak_id"], unique=False)
    op.create_index(op.f("ix_verslag_casus_id"), "verslag", ["casus_id"], unique=False)
    op.create_table(
        "concept",
        sa.Column("verslag_id", sa.Uuid(), nullable=False),
        sa.Column("tekst", sa.JSON(), nullable=False),
        sa.Column("bewaard_op", sa.DateTime(), nullable=False),
        sa.Column("caret", sa.Integer(), nullable=False),
        sa.Column("scroll", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["verslag_id"], ["verslag.id"], name=op.f("fk_concept_verslag_id_verslag")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concept")),
        sa.UniqueConstraint("verslag_id", name=op.f("uq_concept_verslag_id")),
    )
    op.create_table(
        "deelname",
        sa.Column("gesprek_id", sa.Uuid(), nullable=False),
        sa.Column("afspraak_id", sa.Uuid(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("persoon_id", sa.Uuid(), nullable=True),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("hoedanigheid", sa.String(), nullable=False),
        sa.Column("aanwezigheid", sa.String(32), nullable=False),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["afspraak_id"], ["afspraak.id"], name=op.f("fk_deelname_afspraak_id_afspraak")
        ),
        sa.ForeignKeyConstraint(
            ["gesprek_id"], ["gesprek.id"], name=op.f("fk_deelname_gesprek_id_gesprek")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_deelname_organisatie_id_organisatie"),
        ),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["persoon.id"], name=op.f("fk_deelname_persoon_id_persoon")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deelname")),
    )
    op.create_index(op.f("ix_deelname_afspraak_id"), "deelname", ["afspraak_id"], unique=False)
    op.create_index(op.f("ix_deelname_gesprek_id"), "deelname", ["gesprek_id"], unique=False)
    op.create_index(op.f("ix_deelname_persoon_id"), "deelname", ["persoon_id"], unique=False)
    op.create_table(
        "uitspraak",
        sa.Column("casus_id", sa.Uuid(), nullable=False),
        sa.Column("verslag_id", sa.Uuid(), nullable=True),
        sa.Column("letter", sa.String(32), nullable=False),
        sa.Column("runs", sa.JSON(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(), nullable=False),
        sa.Column("bron_naam", sa.String(), nullable=False),
        sa.Column("bron_persoon_id", sa.Uuid(), nullable=True),
        sa.Column("hoedanigheid", sa.String(), nullable=False),
        sa.Column("via", sa.String(), nullable=False),
        sa.Column("informatiedatum", sa.Date(), nullable=True),
        sa.Column("over", sa.JSON(), nullable=False),
        sa.Column("verificatie", sa.String(32), nullable=False),
        sa.Column("verificatie_door", sa.String(), nullable=False),
        sa.Column("zichtbaarheid", sa.String(32), nullable=False),
        sa.Column("niet_voor", sa.JSON(), nullable=False),
        sa.Column("steunt_op", sa.JSON(), nullable=False),
        sa.Column("verwijderd_op", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bron_persoon_id"], ["persoon.id"], name=op.f("fk_uitspraak_bron_persoon_id_persoon")
        ),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_uitspraak_casus_id_casus")
        ),
        sa.ForeignKeyConstraint(
            ["verslag_id"], ["verslag.id"], name=op.f("fk_uitspraak_verslag_id_verslag")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uitspraak")),
    )
    op.create_index(
        op.f("ix_uitspraak_bron_persoon_id"), "uitspraak", ["bron_persoon_id"], unique=False
    )
    op.create_index(op.f("ix_uitspraak_casus_id"), "uitspraak", ["casus_id"], unique=False)
    op.create_index(op.f("ix_uitspraak_verslag_id"), "uitspraak", ["verslag_id"], unique=False)
    op.create_table(
        "versie",
        sa.Column("verslag_id", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("vastgesteld_op", sa.DateTime(), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.Column("zegel", sa.JSON(), nullable=False),
        sa.Column("antwoorden", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["verslag_id"], ["verslag.id"], name=op.f("fk_versie_verslag_id_verslag")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_versie")),
        sa.UniqueConstraint("verslag_id", "nummer", name=op.f("uq_versie_verslag_id")),
        sa.UniqueConstraint("volgnummer", name=op.f("uq_versie_volgnummer")),
    )
    op.create_index(op.f("ix_versie_verslag_id"), "versie", ["verslag_id"], unique=False)
