"""Text comes back as it was, whatever the maker had to escape."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.adapters.agendas import calendar, event, only
from vtdesk.adapters.ics.gebeurtenis import MAX_TEXT, clean

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zs", "Zl", "Zp")),
    min_size=1,
    max_size=80,
)


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def folded(line: str) -> str:
    return "\r\n ".join(line[i : i + 20] for i in range(0, len(line), 20))


@given(titel=TEXT, naam=TEXT)
@settings(max_examples=60, deadline=None)
def test_a_title_comes_back_as_it_was(titel: str, naam: str) -> None:
    guest = f'ATTENDEE;CN="{naam.replace(chr(34), "")}":mailto:a@voorbeeld.invalid'
    text = folded(escaped(titel))
    data = calendar(event(folded(guest), "DTSTART:20260512T130000", summary=text))
    afspraak = only(data.replace(b"\r\r\n", b"\r\n"))

    assert afspraak.titel == clean(titel)
    assert afspraak.deelnemers[0].email == "a@voorbeeld.invalid"


@given(st.text(max_size=2_000))
@settings(max_examples=60, deadline=None)
def test_cleaned_text_is_one_short_line(text: str) -> None:
    line = clean(text)

    assert len(line) <= MAX_TEXT
    assert line == line.strip()
    assert clean(line) == line
    assert line.isprintable() or not line.isascii()
