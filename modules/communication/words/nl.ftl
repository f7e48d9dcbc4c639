# SPDX-License-Identifier: EUPL-1.2

## Pages
communication-nav = Communicatie
communication-board = Kanalen
communication-board-none = Nog geen alarm is overgedragen.
communication-message = Boodschap
communication-alert = Alarm
communication-outputs = Wat ervan wordt
communication-alerts = Alarmen
communication-alerts-none = Er zijn geen alarmen.
communication-crises = Crises die gaande zijn
communication-messages = Boodschappen
communication-messages-none = Er zijn nog geen boodschappen.
communication-to-incident = Naar de crisis
communication-to-message = Terug naar de boodschap
communication-to-alert = Naar het alarm
communication-to-be-filled-in = Nog in te vullen
communication-debts = Nog te doen
communication-debt-todo = Zeg wat mensen moeten doen.
communication-debt-meaning = Zeg wat het betekent.
communication-debt-update = De tijd van de volgende update is voorbij.
communication-debt-older = De vertaling in het { $language } is ouder dan de tekst.
communication-others = Anderen over dezelfde crisis
communication-languages = Talen
communication-translations = Vertalingen
communication-translations-none = Nog niet vertaald.
communication-translate-again = Opnieuw vertalen
communication-older = Ouder dan de tekst

## Plain language
communication-plain = Begrijpelijk (B1)
communication-plain-good = Wij zien niets moeilijks in deze tekst.
communication-plain-advice = Dit is advies, van een korte lijst (niet geverifieerd). U kunt de tekst ook zo gebruiken.
communication-plain-long = Lange zin: “{ $begins } …” heeft { $words } woorden. Maak er twee van.
communication-plain-hard = Moeilijk woord: “{ $word }”. Schrijf liever “{ $plainer }”.
communication-plain-passive = Lijdend: “{ $begins } …”. Zeg wie het doet.
communication-plain-short = Afkorting die mensen niet kennen: “{ $word }”. Schrijf het uit.
communication-plain-number = Groot getal: “{ $word }”. Zet er punten in, of rond het af.

## The three questions
communication-isb-what = Wat is er aan de hand?
communication-isb-todo = Wat moet ik doen?
communication-isb-meaning = Wat betekent dit?
communication-isb-groups = Voor wie is het anders?

## States
communication-standing-draft = Concept
communication-standing-published = Openbaar
communication-standing-newer = Openbaar, nieuwe tekst of vertaling nog niet
communication-standing-withdrawn = Ingetrokken
communication-alert-drafted = Opgesteld
communication-alert-ordered = Opdracht gegeven
communication-alert-handed-over = Overgedragen
communication-alert-confirmed = Verzonden, zegt de verzender
communication-alert-withdrawn = Ingetrokken
communication-expired = Verlopen
communication-steps = Hoe ver het alarm is

## What must happen next
communication-next-drafted = Wacht op opdracht
communication-next-drafted-why = Lees de tekst na. Dan geeft de hoogste operationeel leidinggevende opdracht; landelijk de minister.
communication-next-objected = Tegengehouden
communication-next-objected-why = Pas de tekst aan. Daarna is een nieuwe opdracht nodig. Reden:
communication-next-ordered = Wacht op een tweede paar ogen
communication-next-ordered-why = Iemand die de tekst niet schreef, kijkt mee. Daarna staat de opdracht ook zonder.
communication-next-reviewed = Klaar om over te dragen
communication-next-reviewed-why = Een tweede paar ogen keek mee.
communication-next-waited = Klaar om over te dragen, nog niet nagekeken
communication-next-waited-why = De tijd voor een tweede paar ogen is voorbij. De opdracht staat. Laat nog iemand kijken.
communication-next-handed-over = Overgedragen, nog niet verzonden
communication-next-handed-over-why = Bel wie verzendt. Pas als zij het zeggen, heet dit alarm verzonden.
communication-next-confirmed = Verzonden
communication-next-confirmed-why = Dat zegt:
communication-next-withdrawn = Ingetrokken, nog niet bevestigd
communication-next-withdrawn-why = Bel wie verzendt: het einde van het alarm moet ook uit.
communication-next-gone = Ingetrokken
communication-next-gone-why = Dit alarm geldt niet meer.
communication-next-until = Uiterlijk
communication-next-no-area = Er is nog geen gebied. Zonder gebied kan niemand opdracht geven.
communication-next-decider = Wie voor { $who } mag besluiten, geeft de opdracht.

## Parts of the page of an alert
communication-alert-text = Tekst
communication-alert-area = Gebied
communication-alert-about = Gegevens
communication-no-area = Nog geen gebied.
communication-map-note = Raster: { $step }.
communication-radius = Straal: { $metres } meter.
communication-handed = Overgedragen, precies zo
communication-short-length = { $count } tekens. In één oogopslag leesbaar tot { $glance }; het net draagt er hoogstens { $most } (niet geverifieerd).
communication-exercise-only = Oefening: hiervan gaat niets naar buiten.
communication-cap = Het bestand (CAP 1.2)
communication-targets = Ontvangers
communication-targets-none = Nog geen ontvanger heeft iets gemeld.
communication-outcome-handed-over = Overgedragen
communication-outcome-retried = Opnieuw geprobeerd
communication-outcome-failed = Mislukt

## Forms in which a message goes out
communication-output-alert = Alarmtekst
communication-output-web = Tekst voor de website
communication-output-press = Persregel
communication-output-call-centre = Vragen en antwoorden
communication-output-radio = Radio
communication-output-poster = Poster A4
communication-output-sound-car = Geluidswagen
communication-press-more = Meer informatie volgt zodra die er is.
communication-radio-opening = Hier volgt een bericht van
communication-radio-repeat = Wij herhalen dit bericht.
communication-sound-car-opening = Let op! Let op!

## Columns
communication-column-say = Zeg er iets over
communication-column-title = Wat
communication-column-standing = Stand
communication-column-area = Gebied
communication-column-who = Organisatie
communication-column-expires = Geldt tot
communication-column-sender = Afzender
communication-column-as-of = Stand van
communication-column-next-update = Volgende update
communication-column-incident = Crisis
communication-column-response = Handeling
communication-column-category = Soort
communication-column-urgency = Hoe snel
communication-column-severity = Hoe erg
communication-column-certainty = Hoe zeker
communication-column-ordered-by = Opdracht van
communication-column-target = Ontvanger
communication-column-outcome = Stand
communication-column-detail = Wat er gebeurde
communication-column-at = Wanneer

## Who speaks
communication-authority-mayor = Burgemeester
communication-authority-chair = Voorzitter veiligheidsregio
communication-authority-prosecutor = Officier van justitie
communication-authority-water-board = Waterschap
communication-authority-minister = Minister
communication-authority-island-governor = Gezaghebber
communication-authority-health = GGD
communication-authority-provider = Vitale aanbieder
communication-authority-other = Anders

## Languages
communication-language-nl = Nederlands
communication-language-en = Engels
communication-language-pap = Papiaments
communication-language-fy = Fries
communication-language-de = Duits
communication-language-fr = Frans
communication-language-es = Spaans
communication-language-pl = Pools
communication-language-tr = Turks
communication-language-ar = Arabisch
communication-language-uk = Oekraïens

## Words of alerts
communication-purpose-actual = Echt
communication-purpose-test = Test
communication-category-fire = Brand
communication-category-safety = Veiligheid
communication-category-cbrne = Gevaarlijke stof
communication-category-met = Weer
communication-category-geo = Aarde en water
communication-category-infra = Voorzieningen
communication-category-env = Milieu
communication-category-transport = Vervoer
communication-category-health = Gezondheid
communication-category-security = Openbare orde
communication-category-rescue = Redding
communication-category-other = Anders
communication-response-shelter = Ga of blijf binnen
communication-response-evacuate = Vertrek
communication-response-prepare = Bereid u voor
communication-response-execute = Doe wat er staat
communication-response-avoid = Blijf weg
communication-response-monitor = Let op het nieuws
communication-response-assess = Schat zelf in
communication-response-all-clear = Het is voorbij
communication-response-none = Niets
communication-urgency-immediate = Direct
communication-urgency-expected = Binnen een uur
communication-urgency-future = Later
communication-urgency-past = Voorbij
communication-urgency-unknown = Onbekend
communication-severity-extreme = Levensgevaar voor velen
communication-severity-severe = Ernstig
communication-severity-moderate = Matig
communication-severity-minor = Gering
communication-severity-unknown = Onbekend
communication-certainty-observed = Het gebeurt
communication-certainty-likely = Waarschijnlijk
communication-certainty-possible = Mogelijk
communication-certainty-unlikely = Onwaarschijnlijk
communication-certainty-unknown = Onbekend
communication-ordered-by-operational-leader = Operationeel leider
communication-ordered-by-regional-leader = Regionaal operationeel leider
communication-ordered-by-minister = Minister, via het NCC
communication-ordered-by-island-governor = Gezaghebber
communication-sender-control-room = Meldkamer
communication-sender-national-centre = NCC

## Verbs
communication-message-draft = Boodschap schrijven
communication-message-revise = Tekst aanpassen
communication-message-translate = Vertalen
communication-message-publish = Openbaar maken
communication-message-withdraw = Intrekken
communication-alert-draft = Alarm opstellen
communication-alert-revise = Alarm aanpassen
communication-alert-order = Opdracht geven
communication-alert-review = Nagekeken, akkoord
communication-alert-object = Tegenhouden
communication-alert-hand-over = Overdragen
communication-alert-report-delivery = Stand van een ontvanger melden
communication-alert-confirm = Verzending bevestigen
communication-alert-withdraw = Alarm intrekken

## Fields
communication-field-incident = Crisis
communication-field-language = Taal
communication-field-title = In één zin
communication-field-what = Wat is er aan de hand?
communication-field-todo = Wat moeten mensen doen?
communication-field-todo-help = Eén handeling per regel.
communication-field-meaning = Wat betekent dit?
communication-field-groups = Voor wie is het anders?
communication-field-groups-help = Bijvoorbeeld voor scholen, ouderen of wie niet weg kan.
communication-field-authority = Wie spreekt?
communication-field-sender = Afzender zoals mensen die kennen
communication-field-area = Voor welk gebied, in woorden
communication-field-next-update = Volgende update
communication-field-as-of = Stand van
communication-field-reason = Reden
communication-field-at = Gebied op de kaart
communication-field-at-help = Eén punt met een straal, of de hoeken van een gebied: breedte, lengte, één per regel. Ook RD of GeoJSON.
communication-field-radius = Straal in meters
communication-field-radius-help = Alleen bij één punt. Leeg is 1000.
communication-field-language2 = Tweede taal
communication-field-title2 = In één zin, tweede taal
communication-field-what2 = Wat is er aan de hand, tweede taal
communication-field-todo2 = Wat moeten mensen doen, tweede taal
communication-field-more = Waar staat meer?
communication-field-expires = Geldt tot
communication-field-expires-help = Leeg is over vier uur.
communication-field-category = Soort
communication-field-response = Handeling
communication-field-urgency = Hoe snel
communication-field-severity = Hoe erg
communication-field-certainty = Hoe zeker
communication-field-purpose = Waarvoor
communication-field-ordered-by = Wie geeft de opdracht?
communication-field-remark = Opmerking
communication-field-target = Ontvanger
communication-field-outcome = Stand
communication-field-detail = Wat er gebeurde
communication-field-by = Wie zegt het?
communication-field-by-help = De functie, niet de naam.
communication-field-sent = Verzonden om
communication-field-sent-help = Leeg is nu.
communication-field-reference = Kenmerk
communication-alert-order-sender = Wie verzendt?

## Second language
communication-language2-nl = { communication-language-nl }
communication-language2-en = { communication-language-en }
communication-language2-pap = { communication-language-pap }
communication-language2-fy = { communication-language-fy }
communication-language2-de = { communication-language-de }
communication-language2-fr = { communication-language-fr }
communication-language2-es = { communication-language-es }
communication-language2-pl = { communication-language-pl }
communication-language2-tr = { communication-language-tr }
communication-language2-ar = { communication-language-ar }
communication-language2-uk = { communication-language-uk }

## Refusals
communication-refusal-incident-not-there = Deze crisis is er niet, of u ziet haar niet. Kies er een uit de lijst.
communication-refusal-step = Dat kan nu niet: iemand anders was u voor, of er ontbreekt een stap. Kijk hoe het ervoor staat.
communication-refusal-withdrawn = Dit is ingetrokken en blijft dat. Maak een nieuwe.
communication-refusal-nothing-new = Er verandert niets. Pas de tekst aan, of ga terug.
communication-refusal-own-language = Dit is de taal van de tekst zelf. Kies een andere taal.
communication-refusal-turns = Hier staat een teken dat de leesrichting omdraait. Typ de tekst opnieuw.
communication-refusal-past = Dit tijdstip is voorbij. Kies een tijdstip dat nog komt.
communication-refusal-future = Dit tijdstip moet nog komen. Vul in wanneer het is verzonden.
communication-refusal-second-language = Kies voor de tweede tekst een andere taal dan de eerste.
communication-refusal-second-text = Vul de tweede taal helemaal in, of laat haar leeg.
communication-refusal-area-place = Regel { $line } is geen plaats. Schrijf breedte en lengte, zoals 51.5, 6.1, of RD. Gebruik één soort.
communication-refusal-area-crosses = De rand van dit gebied kruist zichzelf. Zet de hoeken in volgorde.
communication-refusal-area-few = Een gebied heeft minstens drie hoeken. Of geef één punt en een straal.
communication-refusal-area-large = Dit gebied is te groot. Teken minder punten, dichter bij elkaar.
communication-refusal-area-unknown = Dit is geen gebied. Geef punten, of een vlak in GeoJSON.
communication-refusal-area-line = Een lijn is geen gebied. Teken eromheen.
communication-refusal-area-corners = Dit gebied heeft { $count } hoeken. Het net neemt er hoogstens { $most }. Teken het grover.
communication-refusal-no-area = Er is nog geen gebied. Vul het in, en geef dan opdracht.
communication-refusal-expired = Dit alarm is al verlopen. Pas aan tot wanneer het geldt.
communication-refusal-too-long = De tekst heeft { $count } tekens. Het net draagt er hoogstens { $most }. Maak hem korter.
communication-refusal-own-eyes = U schreef deze tekst zelf. Laat iemand anders kijken.
communication-refusal-reviewed = Iemand keek al mee.
communication-refusal-not-reviewed = Nog niemand keek mee. Laat iemand anders kijken, of wacht tot de tijd om is.
communication-refusal-not-handed = Dit alarm is nog niet overgedragen.
communication-refusal-standard = Dit alarm voldoet niet aan de standaard CAP: { $why }

## Contacts
communication-contacts = Nummers en adressen
communication-contacts-why = Een nummer mag in een tekst als iemand het heeft gebeld en een ander dat bevestigt. Dat geldt een jaar.
communication-contacts-none = Er staat nog geen nummer in het register.
communication-contacts-in-text = Nummers en adressen in de tekst
communication-contacts-debt = Bel terug wat nog niet is getest. Dat kost een minuut en twee mensen.
communication-contact-unknown = Onbekend
communication-contact-untested = Nog niet getest
communication-contact-called = Gebeld, nog niet bevestigd
communication-contact-tested = Getest, geldt tot
communication-contact-expired = Test verlopen
communication-contact-retired = Vervallen
communication-contact-register = In het register zetten
communication-contact-call-back = Teruggebeld
communication-contact-attest = Bevestigen als tweede
communication-contact-retire = Laten vervallen
communication-column-contact = Nummer of adres
communication-column-for = Waarvoor
communication-column-next = Doen
communication-field-sort = Soort
communication-sort-phone = Telefoon
communication-sort-mail = E-mail
communication-sort-web = Website
communication-field-value = Nummer of adres
communication-field-for = Waarvoor bellen of schrijven mensen?
communication-field-desk = Welke balie of functie neemt op?
communication-field-heard = Wie of wat nam op?
communication-refusal-no-contact = Dit is geen nummer of adres van die soort. Kijk het na.
communication-refusal-retired = Dit is vervallen. Zet het opnieuw in het register.
communication-refusal-not-called = Bel eerst terug. Daarna bevestigt iemand anders.
communication-refusal-own-call = U belde zelf. Laat iemand anders bevestigen.

## Who says what
communication-of = Communicatie: { $title }
communication-voices = Wie zegt wat
communication-voices-none = Nog niet afgesproken wie waarover spreekt.
communication-voices-differ = Organisaties zien dit verschillend
communication-says = zegt
communication-voice-assign = Zeggen wie spreekt
communication-column-topic = Onderwerp
communication-column-speaks = Wie spreekt
communication-field-topic = Waarover?
communication-topic-event = Wat er gebeurt
communication-topic-advice = Wat mensen moeten doen
communication-topic-victims = Slachtoffers
communication-topic-crime = Strafzaak
communication-topic-water = Water
communication-topic-health = Gezondheid
communication-topic-supply = Stroom, gas, drinkwater
communication-topic-evacuation = Vertrek en opvang
communication-topic-damage = Schade en hulp
communication-topic-meaning = Wat het betekent

## What others say
communication-says-of = Wat anderen ervan vinden
communication-says-none = Nog niemand zei er iets van.
communication-says-older = over een eerdere tekst
communication-say-give = Zeggen wat wij ervan vinden
communication-verdict-agrees = Eens
communication-verdict-objects = Niet eens
communication-field-message = Boodschap
communication-field-verdict = Bent u het ermee eens?
communication-field-text = Wat zou u anders zeggen?
communication-refusal-message-not-there = Deze boodschap is er niet, of u ziet haar niet.
communication-refusal-own-message = Dit is uw eigen boodschap. Pas de tekst aan.
communication-refusal-why = Zeg wat er anders moet.

## The first word
communication-message-hold = Eerste bericht direct openbaar
communication-field-hazard = Wat is er aan de hand?
communication-field-first = Eerste taal
communication-first-nl = Nederlands
communication-first-en = Engels
communication-hazard-fire = Brand
communication-hazard-smoke = Rook of gevaarlijke stof
communication-hazard-water = Hoog water
communication-hazard-power = Geen stroom
communication-hazard-phone = Bellen lukt niet
communication-hazard-weather = Gevaarlijk weer
communication-hazard-other = Iets anders

## What people say
communication-signals = Omgevingsbeeld
communication-signals-none = Nog geen signalen uit de samenleving.
communication-advice = Advies aan wie besluiten
communication-signal-open = Nog geen antwoord
communication-signal-note = Signaal noteren
communication-signal-see-again = Weer gezien
communication-signal-answer = Beantwoorden
communication-signal-close = Afsluiten
communication-column-claim = Wat mensen zeggen
communication-column-seen = Gezien
communication-column-answer = Antwoord
communication-field-claim = Wat vragen, zeggen of voelen mensen?
communication-field-place = Waar gezien?
communication-field-place-help = Een medium of plaats, geen persoon.
communication-field-answer = Ons antwoord
communication-field-fact = Wat weten wij?
communication-field-advice = Advies aan wie besluiten
communication-signal-answer-verdict = Klopt het?
communication-sort-question = Vraag
communication-sort-rumour = Gerucht
communication-sort-disinformation = Desinformatie
communication-sort-feeling = Gevoel
communication-signal-verdict-true = Klopt.
communication-signal-verdict-partly = Klopt deels.
communication-signal-verdict-false = Klopt niet.
communication-signal-verdict-unknown = Nog onbekend.
communication-refusal-over = Dit signaal is afgesloten. Noteer het opnieuw.
