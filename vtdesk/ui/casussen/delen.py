"""The tabs of a casus, in the order of Alt+1 to Alt+0."""

from vtdesk.ui.casussen.bijlagen.deel import Bijlagen
from vtdesk.ui.casussen.deel import Deel
from vtdesk.ui.casussen.gesprekken.deel import Gesprekken
from vtdesk.ui.casussen.gezin.deel import Gezin
from vtdesk.ui.casussen.logboek.deel import Logboek
from vtdesk.ui.casussen.meldingen.deel import Meldingen
from vtdesk.ui.casussen.overzicht import Overzicht
from vtdesk.ui.casussen.termijnen.deel import Termijnen
from vtdesk.ui.casussen.tijdlijn.deel import Tijdlijn
from vtdesk.ui.casussen.uitspraken.deel import Uitspraken
from vtdesk.ui.casussen.veiligheid.deel import Veiligheid

DELEN: tuple[type[Deel], ...] = (
    Overzicht,
    Tijdlijn,
    Gezin,
    Meldingen,
    Uitspraken,
    Veiligheid,
    Termijnen,
    Gesprekken,
    Bijlagen,
    Logboek,
)
