"""The two kinds of failure that a user may meet; everything else is a bug."""


class UserError(Exception):
    """A rule was not met; the text is a Dutch sentence for the user."""


class OutdatedError(UserError):
    """What one wants to store was made from something that has changed since."""


class LeakError(UserError):
    """Something would leave the desk that must stay."""


class OutsideError(Exception):
    """Disk, key, file or system refused; the text is a Dutch sentence that says what to do."""


class WrongSecretError(OutsideError):
    """The passphrase, recovery code or keyring secret does not open the kluis."""


class DamageError(OutsideError):
    """A file of the kluis is missing, cut, changed or of another program."""


class LookPastError(DamageError):
    """Damage that a person may decide to look past: the kluis can still be opened."""


class TooNewError(OutsideError):
    """A newer vtdesk wrote this; it is left untouched."""
