"""Words that give nobody away, and everyday words that may be the name of a place; all folded."""


def _folded(words: str) -> frozenset[str]:
    return frozenset(words.split())


VERBINDING = _folded(
    """
    aan achter bij buiten d de den der des die dit een en het hier in met na naar naast nabij om
    onder op over s sinds t te tegenover ten ter tot tussen uit van vanaf vlak vlakbij von voor
    waar
    """
)

# Kinds of places and people, times, and words before a number; with a capital or without.
GEWOON = _folded(
    """
    academie adres afdeling apotheek appartement april arts artsen augustus avond baby badhuis
    bakkerij basisschool begeleider bezoek blijfhuis blijfplaats bs bso bus buurman buurt
    buurtcentrum buurthuis buurvrouw cafe camping club cluster college daar dag december derde dhr
    dinsdag doctor dokter donderdag dorp dr eerste elke familie februari fitness flat fysio
    gemeente gezin groep gymzaal haar hal halte hij hockeyclub hotel huis huisarts huisartsenpost
    huisartsenpraktijk ib ikc intern januari jeugd juf juffrouw juli juni kamer kapper katholieke
    kerk kindcentrum kinderdagverblijf kinderopvang kliniek kwam leerkracht locatie lyceum m
    maandag maandelijks maart manege mavo meester mei meldcode melder melding meneer metro mevr
    mevrouw mijn moeder moskee muziekschool mw november nr nummer obs oktober oma omwonende opa
    openbare opvang ouder peuterspeelzaal poli politie postbus praktijk psycholoog rbs restaurant
    sbo scholengroep school september speeltuin sportclub sporthal sportschool sportvereniging
    stad station studio supermarkt tandarts tandartspraktijk tante tel telefoon telefoonnummer
    therapeut thuis tijd tram tuin turnclub uur vader vakantiepark veilig verblijf verblijft
    vereniging versie vmbo voetbalclub vrijdag vrouw vrouwenopvang vso week werk werkt wijk
    wijkagent wijkteam winkel woensdag woning woont zaal zaterdag ziekenhuis zij zin zondag zorg
    zwembad zwemt
    """
)

# Ends of a name of a street: with a number they tell, alone they do not.
STRATEN = _folded(
    """
    baan boulevard dijk dreef erf gracht hof kade laan markt pad park plaats plein singel steeg
    straat weg wal
    """
)

# Everyday words by which schools, practices and people are called: names only with a capital.
BEELD = _folded(
    """
    anker ankers bakker bakkers berg bergen bloem boogerd boom boomgaard bosch bosman bron brug
    brugge cirkel dolfijn driehoek eenhoorn eiken fontein groen groot haven horizon jager jong
    jonge kameleon kapitein kasteel kerk klaver klein kleine klimop kompas koning koren krekel
    kring kuiper kunst lange lantaarn lente libelle linde meeuw meijer meulen midden molen mozaiek
    muis noord oever oosten oude palet panda parel pauw pionier planeet prinses rank regenboog
    ridder rijk roos rots schakel schelp schipper schippers schoen schuit sluis smeet smid snoek
    spiegel spoor springplank stap sterren toren touwladder triangel tuimelaar tuinder uil veld
    visser vissers vleugel vlieger vlinder vlinders vogel vuurtoren waaier water waterlelie
    wegwijzer wereld westen wijngaard windroos windwijzer wolken zee zomer zonnebloem zuiden zwaan
    zwaluw
    """
)

# Towns of the region and the largest others: half of what is written names one of them.
PLAATSEN = _folded(
    """
    albrandswaard alexander almere amersfoort amsterdam apeldoorn arnhem barendrecht bergschenhoek
    berkel bleiswijk breda brielle capelle charlois delfshaven delft dordrecht eindhoven enschede
    feijenoord goeree gouda groningen haag haarlem hellevoetsluis hillegersberg hoek holland
    hoogvliet ijssel ijsselmonde kralingen krimpen lansingerland leiden lombardijen maassluis
    nederland nijmegen nissewaard overflakkee overschie poortugaal prins rhoon ridderkerk rijnmond
    rodenrijs rotterdam rozenburg schiedam spijkenisse tilburg utrecht vlaardingen voorne
    westvoorne zoetermeer zwijndrecht
    """
)
