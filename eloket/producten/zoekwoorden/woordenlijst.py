"""What people say and what a gemeente calls it: everyday words, one line each.

Left what somebody types, a word or a few; right the words to look for as well. Every form of a word will do,
on both sides. Write here what holds in every gemeente; the words of one product belong in its own record.
"""

from collections.abc import Mapping
from functools import lru_cache

from eloket.producten.zoekwoorden.tekst import tokens
from eloket.producten.zoekwoorden.vormen import stems

ALGEMEEN = {
    "nl": """
        pas: paspoort identiteitskaart
        pasje: paspoort identiteitskaart
        id: identiteitskaart identiteitsbewijs
        id bewijs: identiteitskaart
        legitimatie: identiteitskaart paspoort
        legitimeren: identiteitskaart paspoort
        reisdocument: paspoort
        op vakantie: paspoort
        auto rijden: rijbewijs
        roze pasje: rijbewijs
        rijpas: rijbewijs
        auto: parkeren rijbewijs
        kwijt: verloren vermist
        verloren: kwijt vermist
        vermist: kwijt
        gestolen: kwijt
        kapot: defect stuk
        stuk: kapot
        defect: kapot
        doet het niet: kapot
        verlopen: verlengen
        vernieuwen: verlengen
        vervangen: nieuw

        verhuizen: adres verhuizing
        verhuisd: adres verhuizing
        adreswijziging: verhuizing adres
        adres wijzigen: verhuizing
        adres veranderen: verhuizing
        samenwonen: verhuizing
        ander huis: verhuizing
        nieuw huis: verhuizing
        nieuwe woning: verhuizing
        op kamers: verhuizing
        ingeschreven: inschrijven uittreksel
        inschrijving: inschrijven verhuizing
        bewijs van inschrijving: uittreksel
        bewijs van wonen: uittreksel
        woonverklaring: uittreksel
        bevolkingsregister: uittreksel gegevens
        geen huis: briefadres
        geen woning: briefadres
        dakloos: briefadres
        zwerven: briefadres
        postadres: briefadres
        adres geheim: geheimhouding
        stalken: geheim
        gegevens: persoonsgegevens
        privacy: persoonsgegevens gegevens

        baby: geboorte kind
        bevallen: geboorte
        bevalling: geboorte
        zwanger: geboorte
        pasgeboren: geboorte
        kindje: geboorte
        zoon: kind
        dochter: kind
        dood: overlijden
        doodgaan: overlijden
        overleden: overlijden
        gestorven: overlijden
        sterfgeval: overlijden
        begrafenis: uitvaart overlijden
        crematie: uitvaart overlijden
        uitvaart: begrafenis
        trouwen: huwelijk
        bruiloft: trouwen
        huwelijk: trouwen
        getrouwd: trouwen
        samenlevingscontract: partnerschap
        geregistreerd partnerschap: trouwen
        scheiden: scheiding
        schoolbus: leerlingenvervoer
        taxi naar school: leerlingenvervoer
        vervoer naar school: leerlingenvervoer
        school: leerlingenvervoer onderwijs

        vuilnis: afval
        vuil: afval
        rommel: afval
        troep: afval
        zwerfvuil: zwerfafval
        gedumpt: afval melden
        huisvuil: afval
        grof vuil: grofvuil
        groot vuil: grofvuil
        meubels: grofvuil
        meubel: grofvuil
        bankstel: grofvuil
        koelkast: grofvuil
        wasmachine: grofvuil
        oude kast: grofvuil
        oude spullen: grofvuil
        matras: grofvuil
        prullenbak: afvalcontainer
        vuilnisbak: container
        kliko: container
        bak: container
        gft: container
        lantaarn: lantaarnpaal
        lantaarnpaal: straatlantaarn
        straatlamp: lantaarnpaal
        straatverlichting: lantaarnpaal
        licht op straat: lantaarnpaal
        stoeptegel: tegel
        stoep: tegel stoeptegel straat
        gat in de weg: melden straat
        gat in het wegdek: melden straat
        riool: put
        straatput: put
        onkruid: melden buurt
        geluidsoverlast: overlast
        lawaai: overlast
        stank: overlast
        herrie: overlast
        ratten: overlast
        hondenpoep: overlast
        fietswrak: melden straat

        parkeren: parkeervergunning
        parkeerkaart: parkeervergunning
        bewonersvergunning: parkeervergunning
        kenteken: parkeervergunning
        invalide: gehandicapt
        invaliden: gehandicapt
        invalidenkaart: gehandicaptenparkeerkaart
        invalideparkeerplaats: gehandicaptenparkeerkaart
        gehandicapt: gehandicaptenparkeerkaart

        bedrijf: ondernemen
        evenement: evenementenvergunning
        feest: evenement
        festival: evenement
        straatfeest: evenement
        buurtfeest: evenement
        optocht: evenement
        rommelmarkt: evenement
        kermis: evenement
        kraam: standplaats
        kraampje: standplaats
        foodtruck: standplaats
        viskraam: standplaats
        oliebollen: standplaats
        marktkraam: standplaats
        collecteren: collecte
        geld ophalen: collecte
        geld inzamelen: collecte
        goed doel: collecte
        drank: alcohol
        bier: alcohol
        wijn: alcohol
        schenken: alcohol
        horeca: alcohol
        cafe: horeca alcohol
        kroeg: horeca alcohol
        restaurant: horeca alcohol
        slijterij: alcohol

        hond: hondenbelasting
        puppy: hond
        ozb: belasting
        woz: belasting
        aanslag: belasting
        belasting te hoog: kwijtschelding
        niet betalen: kwijtschelding
        kan niet betalen: kwijtschelding bijstand
        weinig geld: kwijtschelding bijstand
        geen geld: kwijtschelding bijstand
        te weinig geld: bijstand
        arm: bijstand
        armoede: bijstand
        schulden: kwijtschelding bijstand
        uitkering: bijstand
        minima: bijstand
        toeslag: bijstand

        huishoudelijke hulp: wmo
        hulp in de huishouding: wmo
        hulp in huis: wmo
        schoonmaakhulp: wmo huishoudelijk
        schoonmaken: wmo huishouden
        thuishulp: wmo
        thuiszorg: wmo
        rolstoel: wmo
        scootmobiel: wmo
        traplift: wmo
        mantelzorger: mantelzorg
        regiotaxi: wmo

        gedrag: vog
        verklaring van goed gedrag: vog
        bewijs van goed gedrag: vog
        strafblad: vog
        naturaliseren: nederlander
        naturalisatie: nederlander
        nationaliteit: nederlander
        nederlandse nationaliteit: nederlander
        staatsburger: nederlander
        inburgeren: nederlander

        klagen: klacht
        ontevreden: klacht
        niet tevreden: klacht
        slecht geholpen: klacht
        niet eens: bezwaar
        oneens: bezwaar
        in beroep: bezwaar
        bezwaarschrift: bezwaar
        boete: bezwaar
        besluit: bezwaar
        wob: woo
        woo: informatie openbaar
        openbare documenten: woo
        dossier: woo
        opendata: hergebruik
        open data: hergebruik
        dataset: hergebruik
        geld terug: kwijtschelding
        kosten: kost
        prijs: kosten
        openingstijd: openingstijden contact
        open: openingstijden
        bellen: contact telefoon
        telefoonnummer: contact
    """,
    "en": """
        id: identity
        id card: identity card
        identity: passport
        travel document: passport
        stolen: lost
        missing: lost
        driver: driving licence
        drivers licence: driving licence
        driving: licence
        moving: move address
        moved: move address
        relocate: move address
        relocation: move address
        moving house: address move
        new house: address move
        new home: address move
        register: registration address
        homeless: postal address
        no home: postal address
        proof of address: extract registration
        proof of residence: extract registration
        residence: address extract
        extract: personal records
        baby: birth child
        newborn: birth
        born: birth
        pregnant: birth
        wedding: marriage partnership
        marriage: wedding partnership
        married: wedding marriage
        death: deceased
        funeral: death
        garbage: waste
        trash: waste
        rubbish: waste
        litter: waste
        furniture: bulky waste
        sofa: bulky waste
        couch: bulky waste
        mattress: bulky waste
        fridge: bulky waste
        bin: container waste
        wheelie bin: container
        recycling: waste container
        street light: lamp street broken
        streetlight: lamp street broken
        lamppost: lamp street broken
        lamp post: street light
        pothole: street report
        pavement: street report
        sidewalk: street pavement report
        noise: nuisance report
        car: parking
        park: parking
        disabled: disability
        handicapped: disabled disability
        blue badge: disabled parking
        event: event festival
        party: event
        festival: event
        market stall: stall pitch
        food truck: stall pitch
        stall: pitch
        alcohol: licence
        bar: alcohol
        restaurant: alcohol
        charity: collection
        fundraising: collection
        dog: dog tax
        puppy: dog
        taxes: tax
        debt: remission benefit
        poor: benefit remission
        no money: benefit remission
        little money: benefit remission
        welfare: benefit
        social assistance: benefit
        school bus: school transport
        school taxi: school transport
        wheelchair: support wmo
        stairlift: support wmo
        cleaning help: support household
        home care: support wmo
        criminal record: certificate conduct
        good conduct: certificate conduct
        police check: certificate conduct
        nationality: dutch citizen naturalisation
        citizenship: dutch citizen naturalisation nationality
        naturalization: dutch naturalisation
        complain: complaint
        unhappy: complaint
        rude: complaint
        appeal: objection
        disagree: objection
        fine: objection
        freedom of information: information documents
        open data: reuse data
        phone: contact
        opening hours: contact
    """,
}

Uitdrukkingen = Mapping[tuple[str, ...], tuple[str, ...]]


@lru_cache
def expressions(taal: str) -> Uitdrukkingen:
    """The list of a language by the stems of what is typed: stems in a row → words to look for as well."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for line in ALGEMEEN.get(taal, "").splitlines():
        said, _colon, meant = line.partition(":")
        if key := tuple(stems(tokens(said), taal)):
            found[key] = (*found.get(key, ()), *tokens(meant))
    return found


@lru_cache
def single_words(taal: str) -> frozenset[str]:
    """The everyday words of a language, which are no mistakes although no product holds them."""
    lines = ALGEMEEN.get(taal, "").splitlines()
    return frozenset(word for line in lines for word in tokens(line.partition(":")[0]))
