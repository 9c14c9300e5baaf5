"""The words of an inzage on paper: what a stored value is called for who reads it."""

from collections.abc import Mapping

from vtdesk.values.kinds import Aanwezigheid, AfspraakSoort, Kanaal, Opname, Rol

LABELS: Mapping[str, str] = {
    "voornaam": "Voornaam",
    "tussenvoegsel": "Tussenvoegsel",
    "achternaam": "Achternaam",
    "geboortedatum": "Geboortedatum",
    "overleden_op": "Overleden op",
    "geslacht": "Geslacht",
    "telefoon": "Telefoon",
    "email": "E-mail",
    "adres": "Adres",
    "taal": "Taal",
    "contact_voicemail": "Voicemail inspreken mag",
    "contact_voicemail_vanaf": "Voicemail inspreken mag vanaf",
    "contact_post": "Post sturen mag",
}
ROL: Mapping[str, str] = {
    **{rol.value: rol.value for rol in Rol},
    Rol.ONGEBOREN.value: "ongeboren kind",
    Rol.ANDERS.value: "betrokkene",
}
SOORT: Mapping[str, str] = {
    **{soort.value: soort.value for soort in AfspraakSoort},
    AfspraakSoort.EIGEN_TIJD.value: "eigen tijd",
}
KANAAL: Mapping[str, str] = {
    Kanaal.KANTOOR.value: "op kantoor",
    Kanaal.HUISBEZOEK.value: "huisbezoek",
    Kanaal.SCHOOL.value: "op school",
    Kanaal.TELEFONISCH.value: "telefonisch",
    Kanaal.DIGITAAL.value: "beeldbellen",
    Kanaal.ELDERS.value: "elders",
}
OPNAME: Mapping[str, str] = {
    Opname.GEEN.value: "",
    Opname.DOOR_BETROKKENE.value: "opname door betrokkene",
    Opname.DOOR_VT.value: "opname door Veilig Thuis",
}
AANWEZIG: Mapping[str, str] = {
    Aanwezigheid.AANWEZIG.value: "aanwezig",
    Aanwezigheid.BEELDBELLEN.value: "via beeldbellen",
    Aanwezigheid.EERDER_WEG.value: "eerder weg",
}
