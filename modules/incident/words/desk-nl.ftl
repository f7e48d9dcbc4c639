# SPDX-License-Identifier: EUPL-1.2

## Meeting: picture, judgement, decision
incident-agenda-picture = Beeld
incident-agenda-judgement = Oordeel
incident-agenda-decision = Besluit
incident-agenda-none = Niets.
incident-agenda-more = en nog { $count }
incident-agenda-actions = Acties die nog openstaan
incident-agenda-effects = Werkt het? Besluiten om nu te bekijken
incident-agenda-taken = In dit overleg besloten
incident-agenda-public = Woord naar buiten
incident-decision-of-meeting = In dit overleg genomen
incident-field-meeting = Overleg
incident-refusal-no-meeting = Dit overleg is niet van uw organisatie, of hoort bij een andere crisis.

## Question desk
incident-ask-already = Dit vroeg al iemand
incident-ask-in-picture = Dit staat al in het beeld
incident-ask-new = Hier staat nog niets over. Stel uw vraag.
incident-seen-in = Staat in het beeld
incident-response-answer-seen-in = Staat het al in het beeld?
incident-response-answer-seen-in-help = Kies waar. Dan hoeft u het niet over te typen.
incident-refusal-no-answer = Typ een antwoord, of kies waar het in het beeld staat.
incident-refusal-not-in-picture = Dit staat niet in het beeld. Kies uit de lijst.

## Reporting clock
incident-clock = Rapportageklok
incident-clocks = Rapportageklok
incident-clocks-none = Nog niemand rapporteert op vaste tijden.
incident-clock-set = Rapportageklok zetten
incident-clock-set-every = Om de hoeveel minuten?
incident-clock-set-every-help = Van 15 tot en met 10.080 minuten (een week).
incident-clock-set-first = Wanneer komt de eerste?
incident-clock-set-for-whom = Voor wie?
incident-clock-stop = Rapportageklok stoppen
incident-clock-minutes = { $count ->
    [one] elke minuut
   *[other] elke { $count } minuten
}
incident-column-every = Hoe vaak
incident-column-for-whom = Voor wie
incident-column-next = Volgende
incident-refusal-no-clock = Er loopt geen klok. Zet hem eerst.
incident-task-clock = Uw volgende rapport is aan de beurt.
incident-task-clock-for = Uw volgende rapport is aan de beurt, voor { $whom }.

## Sharing
incident-part-share-shared = { $count ->
    [0] Delen binnen uw organisatie
    [one] Delen met 1 organisatie
   *[other] Delen met { $count } organisaties
}

## Looking back
incident-past-without-log = Nieuwe regels staan in het logboek, met hun tijd.
incident-response = Antwoord
incident-scale-name-grip = GRIP
incident-scale-name-island = Opschaling eiland
incident-scale-name-water = Coördinatiefase waterschap
incident-scale-name-health = Code zorg
incident-scale-name-grid = Toestand elektriciteit
incident-scale-name-state = Opschaling Rijk

## Joined by others
incident-joined-by = verbonden door { $who }
incident-incident-keep-apart = Hoort hier niet bij
incident-kept-apart = { $who } is niet verbonden: u zei dat het een andere crisis is.
incident-refusal-apart = U zei al dat dit er niet bij hoort.

## Role card
incident-first-steps = Uw eerste vijf stappen
incident-other-role = Andere functie
incident-which-role = Lang niet gedaan? Kies uw functie en zie uw eerste vijf stappen.

## National picture
incident-chains = Landelijke partijen en vitale ketens
incident-chains-silent = Landelijke partijen en vitale ketens: { $silent } van de { $all } zeggen nog niets
incident-column-chain = Keten
incident-national-says-nothing = Zegt nog niets
incident-chain-regions = Regio’s en Rijk
incident-chain-operations = Operationele coördinatie
incident-chain-departments = Interdepartementaal
incident-chain-public = Communicatie van het Rijk
incident-chain-emergency = Politie
incident-chain-defence = Defensie
incident-chain-energy = Energie
incident-chain-telecom = Telecom en internet
incident-chain-water = Drinkwater en waterkeringen
incident-chain-transport = Vervoer
incident-chain-chemistry = Chemie en nucleair
incident-chain-payments = Betalingsverkeer
incident-chain-government = Digitale overheid
incident-chain-health = Gezondheidszorg
incident-chain-food = Voedsel
