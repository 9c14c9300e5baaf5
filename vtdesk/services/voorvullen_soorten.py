"""Which function fills which part of which kind; what is not named here nobody can know."""

from collections.abc import Mapping

from vtdesk.services import intake
from vtdesk.services import voorvullen_brief as brief
from vtdesk.services import voorvullen_gesprek as gesprek
from vtdesk.services import voorvullen_monitoring as monitoring
from vtdesk.services import voorvullen_onderzoek as onderzoek
from vtdesk.services import voorvullen_plein as plein
from vtdesk.services import voorvullen_telefoon as telefoon
from vtdesk.services import voorvullen_veiligheid as veiligheid
from vtdesk.services.voorvullen_blokken import Kindvuller, Vuller

VULLERS: Mapping[str, Mapping[str, Vuller]] = {
    "gespreksverslag": {
        "aanleiding": gesprek.aanleiding,
        "zorgen": gesprek.zorgen,
        "veiligheid": gesprek.veiligheid_nu,
        "visie": gesprek.visie,
        "afspraken": gesprek.afspraken,
        "vervolg": gesprek.vervolg,
    },
    "kindgesprek": {
        "setting": gesprek.setting,
        "gezag": gesprek.van_kindgesprek("gezagdragers", "politie"),
        "uitleg": gesprek.van_kindgesprek("uitgelegd"),
        "vragen": gesprek.van_kindgesprek("gevraagd"),
        "woorden": gesprek.woorden_van_het_kind,
        "gedrag": gesprek.gedrag,
        "wil": gesprek.van_kindgesprek("wil"),
        "niet_doorgeven": gesprek.van_kindgesprek("niet_doorgeven", "geantwoord"),
        "teruggekoppeld": gesprek.teruggekoppeld,
        "veilig_erna": gesprek.van_kindgesprek("veilig_erna"),
    },
    "informantverslag": {
        "hoedanigheid": gesprek.hoedanigheid,
        "vraag": gesprek.vraag,
        "feiten": gesprek.informant_feiten,
        "visie": gesprek.informant_visie,
        "ouders_weten": gesprek.ouders_weten,
        "bron_genoemd": gesprek.bron_genoemd,
        "teruggelezen": gesprek.teruggelezen,
    },
    "telefoonnotitie": {
        "wie": telefoon.wie_belde,
        "vrij_praten": telefoon.vrij_praten,
        "reden": telefoon.waarom_gebeld,
        "veiligheid": telefoon.veilig_aan_de_telefoon,
        "besproken": telefoon.besproken,
        "vervolg": telefoon.vervolg_telefoon,
    },
    "onderzoeksverslag": {
        "aanleiding": onderzoek.aanleiding,
        "gezin": onderzoek.gezin,
        "voorgeschiedenis": onderzoek.voorgeschiedenis,
        "werkwijze": onderzoek.werkwijze,
        "bevindingen": onderzoek.bevindingen,
        "perspectieven": onderzoek.perspectieven,
        "instrumenten": onderzoek.instrumenten,
        "analyse": onderzoek.analyse,
        "afwegingen": onderzoek.afwegingen,
        "conclusie": onderzoek.conclusie,
        "besluit": onderzoek.besluit_en_gronden,
        "voorwaarden": onderzoek.voorwaarden,
        "bewaren": onderzoek.bewaren,
    },
    "veiligheidsplan": {
        "afspraken": veiligheid.afspraken,
        "verboden": veiligheid.verboden,
        "noodkaart": veiligheid.noodkaart,
        "evaluatie": veiligheid.evaluatie,
    },
    "veiligheidsplan_kind": {
        "waarom": brief.waarom_kind,
        "afspraken": brief.afspraken_kind,
        "bellen": brief.bellen_kind,
        "wil": brief.wil_kind,
        "straks": brief.straks,
    },
    "plan_van_aanpak": {
        "aanleiding": veiligheid.aanleiding,
        "acties": veiligheid.acties,
        "mandaten": veiligheid.mandaten,
        "regie_en_zicht": veiligheid.regie_en_zicht,
        "evaluatie": veiligheid.evaluatie,
    },
    "overdrachtsdocument": {
        "ontvanger": veiligheid.ontvanger,
        "waarom": veiligheid.waarom,
        "feiten": veiligheid.nodige_feiten,
        "voorwaarden": veiligheid.voorwaarden,
        "afspraken": veiligheid.gemaakte_afspraken,
        "beloofd": veiligheid.beloofd,
        "termijnen": veiligheid.open_termijnen,
        "zicht": veiligheid.zicht,
        "monitoring": veiligheid.momenten,
        "nieuwe_signalen": veiligheid.bij_nieuwe_signalen,
        "niet_delen": veiligheid.niet_delen,
    },
    "monitoringsverslag": {
        "moment": monitoring.moment,
        "gesproken": monitoring.gesproken,
        "toetsing": monitoring.toetsing,
        "bevindingen": monitoring.die_dag,
        "nieuw": monitoring.nieuw,
        "veiligheid": monitoring.directe_en_stabiele,
        "herstel": monitoring.herstel,
        "goed": monitoring.wat_goed_ging,
        "besluit": monitoring.besluit,
        "afspraken": monitoring.afgesproken,
    },
    "verslag_jb_plein": {
        "aanvrager": plein.aanvrager,
        "zorgen": plein.zorgen,
        "visie_ouders": plein.ouders,
        "standpunten": plein.organisaties,
        "besluit": plein.besluit,
        "gronden": plein.gronden,
        "afwijkend": plein.afwijkend,
        "afspraken": plein.taken,
        "regie_en_zicht": plein.regie_en_zicht,
        "evaluatie": plein.evaluatie,
        "papieren": plein.vertellen,
    },
    intake.INTAKEFORMULIER: intake.VULLERS,
    "uitlegblad": {
        "waarom": brief.waarom,
        "wat_nu": brief.wat_nu,
        "afspraken": brief.afgesproken,
        "kinderen": brief.uw_kinderen,
        "gegevens": brief.gegevens,
        "rechten": brief.rechten,
        "klacht": brief.klacht,
        "bereiken": brief.bereiken,
    },
    "brief": {"verder": brief.hoe_verder, "bereiken": brief.bereiken},
}
PER_KIND: Mapping[str, Mapping[str, Kindvuller]] = {
    "gespreksverslag": {"kind": gesprek.de_kinderen},
    "onderzoeksverslag": {"per_kind": onderzoek.per_kind},
    "veiligheidsplan": {"kinderen": veiligheid.kinderen_kort},
    "plan_van_aanpak": {"kinderen": veiligheid.kinderen_kort},
    "overdrachtsdocument": {"kinderen": veiligheid.kinderen_kort},
    "monitoringsverslag": {"kinderen": monitoring.kind_die_dag},
    "verslag_jb_plein": {"mening_kind": plein.mening_kind},
}
