"""Telephone numbers: any notation becomes one (E.164), and one is shown as the Dutch write it.

Nearly all numbers are Dutch, so their digits are read here; what is odd or foreign is read by the
phone-number library, which is loaded only then.
"""

import re
from functools import lru_cache

from vtdesk.errors import UserError

LANGST = 40  # signs; what is longer is no number but a text
TE_KORT = "Dit nummer mist een cijfer. Controleer het of kies 'onbekend'."
TE_LANG = "Dit nummer heeft een cijfer te veel. Controleer het of kies 'onbekend'."
GEEN_NUMMER = "Dit is geen telefoonnummer. Controleer het of kies 'onbekend'."

_THUIS = 9  # digits of a number in the Netherlands, without its first zero
_LUCHT = str.maketrans("", "", " \u00a0()./-\u2010\u2011\u2012\u2013")
_GEWOON = re.compile(  # fixed, mobile, and what rings anywhere; with or without +31 (0)
    r"(?:0|(?:\+|00)310?)([1-7][0-9]{8}|(?:8[4578]|91)[0-9]{7})"
)
_MOBIEL = "+316"


def lees(geschreven: str) -> str:
    """Give a number as the whole world dials it; a UserError says what is wrong with it."""
    bare = geschreven.strip().removeprefix("tel:")
    if len(bare) > LANGST:
        raise UserError(GEEN_NUMMER)
    if usual := _GEWOON.fullmatch(bare.translate(_LUCHT)):
        return f"+31{usual[1]}"
    if not any(sign.isdecimal() for sign in bare):
        raise UserError(GEEN_NUMMER)
    return _lees_vreemd(bare)


def leesbaar(geschreven: str) -> str:
    """Give a number as the whole world dials it, or nothing when it cannot be read."""
    try:
        return lees(geschreven)
    except UserError:
        return ""


def getoond(nummer: str) -> str:
    """Write a number as one writes it here: `06-0000 0417`, `010-000 0041`, `+32 470 12 34 56`."""
    if nummer.startswith(_MOBIEL) and len(nummer) == len(_MOBIEL) + 8:
        return f"06-{nummer[4:8]} {nummer[8:]}"
    return _getoond_vreemd(nummer) if nummer.startswith("+") else nummer


def kiesbaar(nummer: str) -> str:
    """Give what a softphone dials: the digits with their plus, and nothing else."""
    return "+" * nummer.startswith("+") + "".join(s for s in nummer if s in "0123456789")


def _lees_vreemd(bare: str) -> str:
    # Imported here: it takes a tenth of a second, and most numbers do without.
    import phonenumbers  # noqa: PLC0415

    try:
        read = phonenumbers.parse(bare, "NL")
    except phonenumbers.NumberParseException as error:
        raise UserError(_waarom(error.error_type)) from error
    found: str = phonenumbers.format_number(read, phonenumbers.PhoneNumberFormat.E164)
    if phonenumbers.is_valid_number(read):
        return found
    if read.country_code == 31:  # noqa: PLR2004 - the Netherlands
        missing = _THUIS - len(str(read.national_number))
        if missing or str(read.national_number).startswith("0"):
            raise UserError(TE_KORT if missing > 0 else TE_LANG)
        return found
    reason = phonenumbers.is_possible_number_with_reason(read)
    if reason == phonenumbers.ValidationResult.IS_POSSIBLE:
        return found
    raise UserError(TE_LANG if reason == phonenumbers.ValidationResult.TOO_LONG else TE_KORT)


def _waarom(error_type: int) -> str:
    """Say why the library could not read it."""
    import phonenumbers  # noqa: PLC0415 - loaded already by who asks

    why = phonenumbers.NumberParseException
    if error_type in (why.TOO_SHORT_NSN, why.TOO_SHORT_AFTER_IDD):
        return TE_KORT
    return TE_LANG if error_type == why.TOO_LONG else GEEN_NUMMER


@lru_cache(maxsize=512)
def _getoond_vreemd(nummer: str) -> str:
    import phonenumbers  # noqa: PLC0415 - only for a number that is no mobile one of here

    try:
        read = phonenumbers.parse(nummer)
    except phonenumbers.NumberParseException:
        return nummer
    forms = phonenumbers.PhoneNumberFormat
    if not nummer.startswith("+31"):
        return str(phonenumbers.format_number(read, forms.INTERNATIONAL))
    national = str(phonenumbers.format_number(read, forms.NATIONAL))
    return national.replace(" ", "-", 1) if national.startswith("0") else national
