"""The index for searching: what can be found, and the words of it; filled when a kluis opens."""

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    op.create_table(
        "zoekstuk",
        sa.Column("nummer", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("tabel", sa.String(), nullable=False),
        sa.Column("rij", sa.Uuid(), nullable=False),
        sa.Column("afdruk", sa.LargeBinary(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("nummer", name=op.f("pk_zoekstuk")),
        sa.UniqueConstraint("rij", name=op.f("uq_zoekstuk_rij")),
    )
    # Without content: what stands in the rows is not stored twice, and is read from them alone.
    op.execute(
        "CREATE VIRTUAL TABLE zoekindex USING fts5(tekst, label, content='', "
        "contentless_delete=1, tokenize='unicode61 remove_diacritics 2')"
    )
