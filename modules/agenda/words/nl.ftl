# SPDX-License-Identifier: EUPL-1.2
agenda-nav = Agenda
agenda-edition-issue = Agenda uitgeven
agenda-edition-issue-slug = Korte naam
agenda-edition-issue-title-nl = Titel in het Nederlands
agenda-edition-issue-title-en = Titel in het Engels
agenda-edition-issue-from-year = Eerste jaar
agenda-edition-issue-to-year = Laatste jaar
agenda-edition-issue-note-nl = Toelichting in het Nederlands
agenda-edition-issue-note-en = Toelichting in het Engels
agenda-edition-issue-source = Bron
agenda-ambition-issue = Ambitie uitgeven
agenda-ambition-issue-slug = Korte naam
agenda-ambition-issue-number = Nummer
agenda-ambition-issue-pillar = Pijler
agenda-ambition-issue-title-nl = Titel in het Nederlands
agenda-ambition-issue-title-en = Titel in het Engels
agenda-ambition-issue-explanation-nl = Uitleg in het Nederlands
agenda-ambition-issue-explanation-en = Uitleg in het Engels
agenda-activity-issue = Activiteit uitgeven
agenda-activity-issue-slug = Korte naam
agenda-activity-issue-number = Nummer
agenda-activity-issue-pillar = Pijler
agenda-activity-issue-ambition = Ambitie
agenda-activity-issue-title-nl = Titel in het Nederlands
agenda-activity-issue-title-en = Titel in het Engels
agenda-activity-issue-explanation-nl = Uitleg in het Nederlands
agenda-activity-issue-explanation-en = Uitleg in het Engels
agenda-activity-issue-remark-nl = Opmerking in het Nederlands
agenda-activity-issue-remark-en = Opmerking in het Engels
agenda-activity-issue-from-year = Eerste jaar
agenda-activity-issue-to-year = Laatste jaar
agenda-activity-issue-period = Periode
agenda-activity-issue-lead = Trekker
agenda-activity-issue-collective = Genoemde partijen
agenda-activity-issue-themes = Dreigingsthema’s
agenda-activity-issue-reach = Bereik
agenda-activity-issue-source = Bron
agenda-activity-assign = Trekker aanwijzen
agenda-activity-assign-lead = Trekker
agenda-activity-assign-reason = Reden
agenda-progress-report = Voortgang melden
agenda-progress-report-activity = Activiteit
agenda-progress-report-status = Stand
agenda-progress-report-outlook = Ten opzichte van de planning
agenda-progress-report-explanation = Toelichting
agenda-progress-report-evidence = Link naar bewijs
agenda-comment-write = Reageren
agenda-comment-write-activity = Activiteit
agenda-comment-write-text = Reactie
agenda-activity-assign-reason-help = Alleen nodig als een andere organisatie nu trekker is.
agenda-progress-report-explanation-help = Wat is er gedaan? Waarom loopt het goed of niet? Nodig bij risico, achterstand, bijstellen en vervallen.
agenda-progress-report-evidence-help = Een webadres dat begint met https://
agenda-progress-report-outlook-help = Niet nodig als de activiteit is afgerond of vervallen.
agenda-comment-write-text-help = Iedereen die deelneemt aan Paraat kan uw reactie lezen.
agenda-progress-status-planned = Gepland
agenda-progress-status-under-way = In uitvoering
agenda-progress-status-done = Afgerond
agenda-progress-status-continuous = Doorlopend
agenda-progress-status-adjusted = Bijgesteld
agenda-progress-status-dropped = Vervallen
agenda-progress-outlook-on-track = Op schema
agenda-progress-outlook-at-risk = Risico op vertraging
agenda-progress-outlook-behind = Loopt achter
agenda-activity-period-year = Eén jaar
agenda-activity-period-span = Meerdere jaren
agenda-activity-period-from = Vanaf een jaar
agenda-activity-period-continuous = Doorlopend
agenda-activity-period-default = Geen jaar genoemd
agenda-activity-reach-european = Europees Nederland
agenda-activity-reach-caribbean = Caribisch Nederland
agenda-activity-reach-both = Heel Nederland
agenda-refusal-no-lead = Deze activiteit heeft nog geen trekker. Het ministerie van JenV wijst eerst een trekker aan.
agenda-refusal-activity-not-there = Deze activiteit bestaat niet. Ga terug naar de agenda en kies de activiteit opnieuw.
agenda-refusal-step = Deze stap kan niet vanuit de huidige stand. Een vervallen activiteit zet u eerst op gepland.
agenda-refusal-outlook-missing = Kies hoe de activiteit ervoor staat ten opzichte van de planning.
agenda-refusal-explain = Schrijf een toelichting. Die is nodig bij risico, achterstand, bijstellen en vervallen.
agenda-refusal-nothing-new = Dit staat er al precies zo. Verander iets, of ga terug.
agenda-refusal-same-lead = Deze organisatie is al trekker. Kies een andere organisatie, of ga terug.
agenda-refusal-why-another-lead = Schrijf waarom een andere organisatie trekker wordt.
agenda-refusal-period = Het laatste jaar ligt voor het eerste jaar. Pas een van beide aan.
agenda-refusal-no-issuer = Dit knooppunt weet niet wie de agenda uitgeeft. Neem contact op met de beheerder.

## Soorten, zoals lijsten en zoeken ze noemen
agenda-edition = Editie van de agenda
agenda-ambition = Ambitie
agenda-activity = Activiteit
agenda-progress = Voortgang
agenda-comment = Reactie

## De vier overzichten
agenda-views = Manieren om de agenda te zien
agenda-view-tree = Overzicht
agenda-view-board = Bord
agenda-view-timeline = Tijdlijn
agenda-view-list = Lijst
agenda-title-board = Activiteiten naar stand
agenda-title-timeline = Activiteiten op de tijdlijn
agenda-title-list = Lijst van activiteiten
agenda-filter-pillar = Pijler
agenda-filter-ambition = Ambitie
agenda-filter-theme = Dreigingsthema
agenda-filter-lead = Trekker
agenda-filter-year = Jaar
agenda-filter-status = Stand
agenda-filter-outlook = Planning
agenda-filter-reach = Bereik
agenda-column-period = Periode
agenda-no-lead = nog geen trekker
agenda-nothing-reported = Nog niets gemeld
agenda-stale-short = Ouder dan een jaar
agenda-period-from = vanaf { $from }
agenda-period-continuous = doorlopend
agenda-nothing-found = Geen activiteit past bij deze filters.
agenda-not-issued = De agenda is hier nog niet uitgegeven of ontvangen.
agenda-activities = { $count ->
    [0] geen activiteiten
    [one] 1 activiteit
   *[other] { $count } activiteiten
 }
agenda-counts = De agenda in cijfers
agenda-count-all = Activiteiten
agenda-count-how = Hoe geteld?
agenda-count-no-lead = Nog geen trekker
agenda-count-nothing = Nog niets gemeld
agenda-count-at-risk = Risico op vertraging
agenda-count-behind = Loopt achter
agenda-count-stale = Melding ouder dan een jaar
agenda-show = Bekijken

## Wat de agenda nu van een organisatie vraagt
agenda-duty-silent = U meldde nog geen voortgang. Dat doet u minstens één keer per jaar.
agenda-duty-silent-over = De periode { $period } is voorbij en u meldde nog niets.
agenda-duty-old = Uw laatste melding is ouder dan een jaar.
agenda-duty-soon = Uw laatste melding is bijna een jaar oud.
agenda-duty-over = De periode { $period } is voorbij en de activiteit is niet afgerond.
agenda-duty-ends = De periode { $period } loopt af en de activiteit is niet afgerond.
agenda-duty-troubled = Uw laatste melding is “{ $outlook }”, langer dan drie maanden geleden. Meld hoe het nu staat.
agenda-duty-without-lead = { $count ->
    [one] 1 activiteit zonder trekker
   *[other] { $count } activiteiten zonder trekker
 }
agenda-duty-assign = Zonder trekker meldt niemand voortgang.

## Een eerder moment
agenda-moment-title = Zo stond het op { $moment }.
agenda-moment-text = Wat daarna is vastgelegd, ziet u hier niet.
agenda-moment-now = Terug naar nu
agenda-moment-wrong = Dit moment kunnen wij niet tonen. U ziet hoe het nu staat.
agenda-moment-no-acts = U kijkt naar een eerder moment. Ga terug naar nu om iets vast te leggen.

## Een activiteit
agenda-back = Hele agenda
agenda-facts = Gegevens van de activiteit
agenda-what = Wat houdt het in
agenda-remark = Opmerking
agenda-issued-by = Uitgegeven door
agenda-progress-nothing = De trekker heeft nog niets gemeld.
agenda-former-lead = Eerdere trekker: { $lead }
agenda-reported = Gemeld door
agenda-stale = De laatste melding is ouder dan een jaar. Vraag de trekker hoe het nu staat.
agenda-comments = Reacties
agenda-comments-none = Er zijn nog geen reacties.
agenda-newest-only = Alleen de nieuwste staan hier.
agenda-history-how = Kies een moment om deze pagina te zien zoals die toen was.
agenda-past-issued = Activiteit uitgegeven
agenda-past-issued-again = Tekst opnieuw uitgegeven
agenda-past-assigned = Trekker aangewezen: { $lead }
agenda-past-reported = Voortgang gemeld: { $status }
agenda-past-withdrawn = Deze vastlegging is ingetrokken
agenda-past-newer = Om dit te lezen is een nieuwere Paraat nodig

## Het verslag voor het eigen bestuur
agenda-title-board-report = Verslag voor het eigen bestuur
agenda-board-report-subject = Wat de eigen organisatie in de agenda doet, en wat nog open staat
agenda-board-report-nothing = Onze organisatie heeft nu geen taak in de agenda.
agenda-board-report-leads = Activiteiten die wij trekken
agenda-board-report-reported = Gemeld op
agenda-board-report-translation = Onze doorvertaling
agenda-board-report-unheard = Anderen zien wat nog niet is vastgesteld pas nadat onze organisatie daarop heeft geantwoord.
agenda-board-report-plan = Plan en paragraaf
agenda-board-report-drafts = Concepten die op het bestuur wachten
agenda-board-report-drafts-within = Concepten blijven binnen de eigen organisatie. Anderen zien ze pas als het bestuur ze heeft vastgesteld.
agenda-board-report-silent = Nog niets over gezegd
agenda-board-report-deviations = Waar wij afwijken van het gezamenlijke werkplan
agenda-board-report-deviates = het werkplan zegt { $joint }, wij zeggen { $own }.
agenda-board-report-joint = Activiteiten waarvan wij medetrekker zijn
agenda-board-report-unstated = Wij zeiden nog niets
agenda-board-report-differ = Wij zien het anders dan de trekker
agenda-board-report-lead-says = Wat de trekker zegt
agenda-board-report-we-say = Wat wij zeggen
agenda-board-report-declares = Onze verklaringen voor Caribisch Nederland
agenda-board-report-weighed = Verklaringen die nodig zijn
agenda-board-report-contests = { $island } is het niet eens met onze verklaring: { $why }
agenda-board-report-declared = Verklaringen voor ons eiland
agenda-board-report-answer = Ons antwoord
agenda-board-report-unanswered = Wacht op ons antwoord
agenda-board-report-means = Middelen voor wat wij trekken
agenda-board-report-means-open = Extra nodig, nog open
agenda-board-report-means-none = Er staan geen extra middelen open.
agenda-board-report-sum = Open bedrag, voor zover gemeld
agenda-board-report-amount-unknown = niet gemeld

## Lijsten als bestand
agenda-list-plan = Plan
agenda-list-paragraph = Paragraaf
agenda-list-why = Reden
agenda-list-reason = Reden van een andere trekker
agenda-list-reported = Gemeld op
agenda-list-by = Van
agenda-list-written = Geschreven op
agenda-list-joint-plan = Gezamenlijk: plan
agenda-list-joint-paragraph = Gezamenlijk: paragraaf
agenda-list-joint-reason = Gezamenlijk: reden
agenda-list-island-answer = Antwoord van het eiland
agenda-list-island-why = Toelichting van het eiland
agenda-list-means-outcome = Wat er is geregeld of bijgesteld
agenda-list-co-leads = Verklaringen van medetrekkers
## Caribisch Nederland: pas toe of leg uit
agenda-proposal = Nieuw beleid, wet of investering
agenda-proposal-announce = Beleid, wet of investering melden
agenda-proposal-announce-sort = Wat is het?
agenda-proposal-announce-title-nl = Titel in het Nederlands
agenda-proposal-announce-title-en = Titel in het Engels
agenda-proposal-announce-title-en-help = Saba en Sint Eustatius werken in het Engels.
agenda-proposal-announce-description-nl = Omschrijving in het Nederlands
agenda-proposal-announce-description-en = Omschrijving in het Engels
agenda-proposal-announce-description-en-help = Saba en Sint Eustatius werken in het Engels.
agenda-proposal-announce-expected-year = Verwacht jaar
agenda-proposal-announce-expected-year-help = Het jaar waarin het naar verwachting ingaat, bijvoorbeeld 2027.
agenda-proposal-drop = Laten vervallen
agenda-proposal-drop-reason = Reden
agenda-proposal-sort-policy = Beleid
agenda-proposal-sort-law = Wet
agenda-proposal-sort-investment = Investering
agenda-proposal-status-announced = Gemeld
agenda-proposal-status-dropped = Vervallen
agenda-proposal-facts = Gegevens van het voorstel
agenda-proposal-gone = Dit voorstel is vervallen. Er hoeft niets meer voor te worden verklaard.
agenda-explanation = Verklaring voor een eiland
agenda-explanation-declare = Verklaring afgeven
agenda-explanation-declare-subject = Onderwerp
agenda-explanation-declare-island = Eiland
agenda-explanation-declare-outcome = Wat geldt voor dit eiland?
agenda-explanation-declare-need = Wat is er nodig?
agenda-explanation-declare-need-help = Nodig als er iets anders nodig is.
agenda-explanation-declare-reasons = Redenen
agenda-explanation-declare-reasons-help = Nodig als u uitlegt: kies er ten minste één.
agenda-explanation-declare-text = Uitleg
agenda-explanation-declare-text-help = Nodig als u uitlegt. Schrijf voor Saba en Sint Eustatius liefst in het Engels.
agenda-explanation-outcome-comply = Pas toe: het geldt ook hier
agenda-explanation-outcome-something-else = Hier is iets anders nodig
agenda-explanation-outcome-explain = Leg uit: het geldt hier niet
agenda-explanation-status-comply = Pas toe
agenda-explanation-status-something-else = Iets anders nodig
agenda-explanation-status-explain = Leg uit
agenda-explanation-reasons-insularity = Eiland
agenda-explanation-reasons-distance = Afstand
agenda-explanation-reasons-small-scale = Kleine schaal
agenda-explanation-reasons-climate = Klimaat
agenda-explanation-reasons-geography = Ligging en landschap
agenda-explanation-reasons-capacity = Draagkracht
agenda-explanation-reasons-culture = Cultuur
agenda-explanation-reasons-kingdom-ties = Band met Aruba, Curaçao en Sint Maarten
agenda-explanation-reasons-economy-society = Economie en samenleving
agenda-consultation = Antwoord van een eiland
agenda-consultation-answer = Verklaring beantwoorden
agenda-consultation-answer-subject = Onderwerp
agenda-consultation-answer-explanation = Verklaring over
agenda-consultation-answer-version = Nummer van de verklaring
agenda-consultation-answer-answer = Bent u het ermee eens?
agenda-consultation-answer-text = Toelichting
agenda-consultation-answer-text-help = Nodig als u het er niet mee eens bent.
agenda-consultation-answer-consulted = Dag van het overleg
agenda-consultation-answer-consulted-help = De dag waarop de trekker u heeft geraadpleegd. Laat leeg als u niet bent geraadpleegd.
agenda-consultation-answer-agree = Eens
agenda-consultation-answer-contest = Niet eens
agenda-consultation-status-agree = Eens
agenda-consultation-status-contest = Niet eens
agenda-refusal-subject-not-there = Dit onderwerp bestaat niet. Ga terug en kies het opnieuw.
agenda-refusal-proposal-dropped = Dit voorstel is vervallen. Er hoeft niets meer voor te gebeuren.
agenda-refusal-only-a-ministry = Alleen een ministerie meldt beleid, een wet of een investering.
agenda-refusal-no-island = Een verklaring is voor Bonaire, Sint Eustatius of Saba. Ga terug en kies het eiland.
agenda-refusal-need-missing = Schrijf wat er op dit eiland nodig is.
agenda-refusal-reasons-missing = Kies ten minste één reden.
agenda-refusal-text-missing = Schrijf de uitleg op. Een reden alleen is niet genoeg.
agenda-refusal-nothing-declared = Er is geen verklaring voor uw eiland om te beantwoorden. Vraag de trekker erom.
agenda-refusal-former-lead = Deze verklaring is van een eerdere trekker. Wacht op de verklaring van de trekker van nu.
agenda-refusal-contest-why = Schrijf waarom u het er niet mee eens bent.
agenda-refusal-declared-anew = De trekker heeft intussen opnieuw verklaard. Ga terug, lees wat er nu staat en geef daar antwoord op.
agenda-refusal-day-to-come = Deze dag moet nog komen. Schrijf de dag waarop het overleg was.
agenda-title-caribbean = Caribisch Nederland: pas toe of leg uit
agenda-caribbean-link = Caribisch Nederland
agenda-caribbean-about = De agenda geldt voor heel Nederland. De trekker zegt daarom per eiland: het geldt hier ook, er is iets anders nodig, of het geldt hier niet en waarom. Het eiland wordt geraadpleegd en geeft antwoord.
agenda-caribbean-counts = Verklaringen in cijfers
agenda-caribbean-count-gaps = Nog niet rond
agenda-caribbean-count-of = van { $count }
agenda-caribbean-subject = Onderwerp
agenda-caribbean-exchange = Verklaringen en antwoorden
agenda-caribbean-nothing-found = Geen onderwerp past bij deze filters.
agenda-caribbean-no-lead = Er is nog geen trekker. Tot die tijd kan niemand iets verklaren.
agenda-caribbean-exchange-none = Er is nog niets verklaard voor dit eiland.
agenda-caribbean-waiting-for = Wacht op
agenda-caribbean-waiting-issuer = het aanwijzen van een trekker
agenda-caribbean-open = Uitwisseling bekijken
agenda-filter-island = Eiland
agenda-filter-state = Stand van zaken
agenda-filter-sort = Soort
agenda-sort-activity = Activiteit van de agenda
agenda-island-state-missing = Geen verklaring
agenda-island-state-waiting = Wacht op eiland
agenda-island-state-contested = Eiland: niet eens
agenda-island-state-agreed = Eiland: eens
agenda-exchange-declared = Verklaring { $number }: { $outcome }
agenda-exchange-declared-former = Verklaring { $number } van een eerdere trekker: { $outcome }
agenda-exchange-agree = Eens met verklaring { $number }
agenda-exchange-contest = Niet eens met verklaring { $number }
agenda-exchange-consulted = Overleg op { $day }
agenda-exchange-not-consulted = Niet geraadpleegd

## Samen trekken
agenda-co-lead = Medetrekker
agenda-co-lead-name = Medetrekker aanwijzen
agenda-co-lead-name-activity = Activiteit
agenda-co-lead-name-organisation = Medetrekker
agenda-co-lead-release = Medetrekker ontheffen
agenda-co-lead-release-reason = Reden
agenda-co-lead-status-named = Aangewezen
agenda-co-lead-status-released = Ontheven
agenda-statement = Verklaring van een medetrekker
agenda-statement-state = Stand melden als medetrekker
agenda-statement-state-activity = Activiteit
agenda-statement-state-co-lead = Medetrekker van
agenda-statement-state-status = Stand
agenda-statement-state-outlook = Ten opzichte van de planning
agenda-statement-state-outlook-help = Niet nodig als de activiteit is afgerond of vervallen.
agenda-statement-state-explanation = Toelichting
agenda-statement-state-explanation-help = Nodig bij risico, achterstand, bijstellen en vervallen. De trekker geeft het gezamenlijke oordeel; uw verklaring staat ernaast.
agenda-statement-status-planned = Gepland
agenda-statement-status-under-way = In uitvoering
agenda-statement-status-done = Afgerond
agenda-statement-status-continuous = Doorlopend
agenda-statement-status-adjusted = Bijgesteld
agenda-statement-status-dropped = Vervallen
agenda-statement-outlook-on-track = Op schema
agenda-statement-outlook-at-risk = Risico op vertraging
agenda-statement-outlook-behind = Loopt achter
agenda-refusal-lead-is-no-co-lead = Deze organisatie is de trekker. Kies een andere organisatie.
agenda-refusal-already-co-lead = Deze organisatie is al medetrekker. Kies een andere organisatie, of ga terug.
agenda-refusal-no-co-lead = Deze organisatie is geen medetrekker van deze activiteit.
agenda-refusal-lead-reports = U bent nu de trekker. Meld de voortgang als trekker; dat is het gezamenlijke oordeel.
agenda-joint = Samen trekken
agenda-joint-none = Deze activiteit heeft één trekker.
agenda-joint-how = De trekker geeft het gezamenlijke oordeel. Wat medetrekkers zeggen, staat ernaast.
agenda-joint-with = samen met { $names }
agenda-joint-differ = Oordeel van de trekker: { $lead }; medetrekker { $organisation }: { $other }.
agenda-joint-nothing = Deze medetrekker heeft nog niets gezegd.
agenda-joint-released = Was medetrekker: { $organisation }
agenda-past-stated = Medetrekker zegt: { $status }
agenda-past-named = Medetrekker aangewezen: { $organisation }
agenda-past-released = Medetrekker ontheven: { $organisation }

## Middelen
agenda-means = Middelen
agenda-means-declare = Middelen melden
agenda-means-declare-activity = Activiteit
agenda-means-declare-need = Wat is er nodig?
agenda-means-declare-amount = Bedrag in hele euro’s
agenda-means-declare-amount-help = Alleen bij extra middelen, en alleen als u het weet. Schrijf cijfers zonder punten, bijvoorbeeld 250000.
agenda-means-declare-explanation = Toelichting
agenda-means-declare-explanation-help = Nodig bij extra middelen: waarvoor?
agenda-means-arrange = Extra middelen zijn geregeld
agenda-means-arrange-activity = Activiteit
agenda-means-arrange-how = Hoe is het geregeld?
agenda-means-arrange-source = Link naar het besluit
agenda-means-adjust = Activiteit bijstellen aan de middelen
agenda-means-adjust-activity = Activiteit
agenda-means-adjust-explanation = Wat verandert er aan de activiteit?
agenda-means-need-within = Binnen bestaande middelen
agenda-means-need-extra = Extra middelen nodig
agenda-means-status-within = Binnen bestaande middelen
agenda-means-status-extra = Extra nodig, nog open
agenda-means-status-arranged = Extra geregeld
agenda-means-status-adjusted = Activiteit bijgesteld
agenda-means-none = Nog geen middelen gemeld
agenda-means-amount = Bedrag
agenda-means-why = Waarvoor
agenda-means-arranged-how = Hoe geregeld
agenda-means-adjusted-how = Wat er verandert
agenda-means-source = Besluit
agenda-filter-means = Middelen
agenda-past-means = Middelen gemeld: { $status }
agenda-refusal-means-step = Er staan geen extra middelen open. Meld eerst dat er extra middelen nodig zijn.
agenda-refusal-extra-why = Schrijf waarvoor de extra middelen nodig zijn.
agenda-refusal-amount-within = Een bedrag hoort bij extra middelen. Haal het weg, of kies voor extra middelen.
## Doorvertaling: handelingen
agenda-joint-plan = Gezamenlijk meerjarig werkplan
agenda-joint-plan-propose = Voorstel voor alle regio’s doen
agenda-joint-plan-propose-activity = Activiteit
agenda-joint-plan-propose-stance = Hoe nemen de regio’s dit op?
agenda-joint-plan-propose-plan = Plan
agenda-joint-plan-propose-paragraph = Paragraaf
agenda-joint-plan-propose-reason = Reden
agenda-joint-plan-propose-plan-help = Nodig bij opgenomen en deels opgenomen.
agenda-joint-plan-propose-reason-help = Nodig als de activiteit niet of niet helemaal is opgenomen.
agenda-joint-plan-stance-adopted = Opgenomen
agenda-joint-plan-stance-partly = Deels opgenomen
agenda-joint-plan-stance-not-yet = Nog niet
agenda-joint-plan-stance-not = Niet
agenda-plan = Lijst van een plan
agenda-plan-list = Plan in lijst opnemen
agenda-plan-list-title = Titel van het plan
agenda-plan-list-sort = Soort plan
agenda-plan-list-from-year = Eerste jaar
agenda-plan-list-to-year = Laatste jaar
agenda-plan-list-paragraphs = Paragrafen
agenda-plan-list-paragraphs-help = Eén paragraaf per regel, met het nummer vooraan. U kunt de inhoudsopgave plakken. Hoogstens 400 regels.
agenda-plan-revise = Lijst van het plan herzien
agenda-plan-revise-sort = Soort plan
agenda-plan-revise-from-year = Eerste jaar
agenda-plan-revise-to-year = Laatste jaar
agenda-plan-revise-paragraphs = Paragrafen
agenda-plan-revise-paragraphs-help = Eén paragraaf per regel, met het nummer vooraan. Hoogstens 400 regels.
agenda-plan-remove = Plan uit de lijst halen
agenda-plan-sort-policy-plan = Beleidsplan
agenda-plan-sort-crisis-plan = Crisisplan
agenda-plan-sort-risk-profile = Risicoprofiel
agenda-plan-sort-work-plan = Werkplan
agenda-plan-sort-other = Ander plan
agenda-draft = Concept van een doorvertaling
agenda-draft-confirm = Voorstel overnemen
agenda-draft-confirm-activity = Activiteit
agenda-draft-confirm-marks = Kenmerk van wat u zag
agenda-draft-record = Doorvertaling vastleggen
agenda-draft-record-activity = Activiteit
agenda-draft-record-stance = Hoe neemt uw organisatie dit op?
agenda-draft-record-plan = Plan
agenda-draft-record-paragraph = Paragraaf
agenda-draft-record-reason = Reden
agenda-draft-record-plan-help = Nodig bij opgenomen en deels opgenomen.
agenda-draft-record-reason-help = Nodig als de activiteit niet of niet helemaal is opgenomen. Anderen lezen dit pas nadat uw bestuur het heeft vastgesteld.
agenda-draft-stance-adopted = Opgenomen
agenda-draft-stance-partly = Deels opgenomen
agenda-draft-stance-not-yet = Nog niet
agenda-draft-stance-not = Niet
agenda-translation = Doorvertaling
agenda-translation-adopt = Vaststellen
agenda-translation-adopt-activity = Activiteit
agenda-translation-adopt-organisation = Organisatie
agenda-translation-adopt-decided-on = Datum van het besluit
agenda-translation-adopt-body = Wie heeft besloten
agenda-translation-adopt-marks = Kenmerk van wat u zag
agenda-translation-adopt-body-help = Bijvoorbeeld: algemeen bestuur, minister, bestuurscollege.
agenda-account = Verantwoording
agenda-account-answer = Antwoord geven
agenda-account-answer-edition = Agenda
agenda-account-answer-explanation = Uitleg
agenda-account-answer-planned = Klaar op
agenda-account-answer-explanation-help = Dit gaat over de activiteiten die bij Mijn doorvertaling nog openstaan. Na uw antwoord zien anderen welke dat zijn, met deze uitleg.
agenda-hearing = Hoorronde
agenda-hearing-open = Hoorronde openen
agenda-hearing-open-edition = Agenda
agenda-hearing-open-answer-by = Antwoorden tot en met
agenda-hearing-open-answer-by-help = Alle organisaties krijgen dezelfde dag. Is de vorige dag voorbij, dan begint een nieuwe ronde en antwoordt iedereen opnieuw.
agenda-refusal-no-joint-body = Dit knooppunt weet niet wie voor de regio’s spreekt. Neem contact op met de beheerder.
agenda-refusal-plan-missing = Schrijf in welk plan de activiteit staat.
agenda-refusal-reason-missing = Schrijf een reden. Die is nodig als de activiteit niet of niet helemaal is opgenomen.
agenda-refusal-inherits-nothing = Alleen veiligheidsregio’s nemen voorstellen uit het gezamenlijke werkplan over. Leg de doorvertaling zelf vast.
agenda-refusal-no-joint-line = Het gezamenlijke werkplan zegt hier nog niets over. Leg de doorvertaling zelf vast.
agenda-refusal-moved = Dit is veranderd nadat u de pagina opende. Open de pagina opnieuw en bekijk het eerst.
agenda-refusal-no-draft = Er is geen concept om vast te stellen. Leg eerst een concept vast.
agenda-refusal-no-party = Alleen veiligheidsregio’s, openbare lichamen en ministeries zeggen hoe zij de agenda opnemen. Uw organisatie kan wel reageren op een activiteit.
agenda-refusal-plan-listed = Een plan met deze titel staat al in uw lijst. Herzie dat plan, of haal het eerst uit de lijst.
agenda-refusal-plan-not-there = Dit plan staat niet meer in uw lijst. Neem het opnieuw op.
agenda-refusal-day-passed = Kies een dag na vandaag.
agenda-refusal-hearing-not-open = De hoorronde is nog niet geopend. Uw antwoord zou nu nergens bij horen. U krijgt bericht op uw startpagina als de ronde open is.
agenda-refusal-edition-not-there = Deze agenda bestaat niet. Ga terug naar de agenda.
agenda-refusal-paragraph-long = Regel { $line } is te lang. Een regel heeft hoogstens { $most } tekens.
agenda-refusal-paragraphs-many = Dit zijn te veel regels. Er passen hoogstens { $most } paragrafen in een lijst.

## Doorvertaling: pagina’s
agenda-translation-views = Pagina’s van de doorvertaling
agenda-translation-none = Niet vastgesteld
agenda-translation-unheard = Nog niet gehoord
agenda-translation-old = Ouder dan de agenda
agenda-view-matrix = Matrix
agenda-view-gaps = Wat ontbreekt
agenda-view-own = Mijn doorvertaling
agenda-title-matrix = Doorvertaling van de agenda
agenda-title-gaps = Wat nog niet is doorvertaald
agenda-title-by-organisation = Doorvertaling per organisatie
agenda-filter-activity = Activiteit
agenda-filter-organisation = Organisatie
agenda-filter-group = Groep
agenda-filter-stance = Doorvertaling
agenda-group-safety-region = Veiligheidsregio’s
agenda-group-public-body = Openbare lichamen
agenda-group-ministry = Ministeries
agenda-decided = Vastgesteld
agenda-legend = Betekenis van de tekens
agenda-matrix-empty = Nog geen organisatie heeft een doorvertaling vastgesteld. Begin met die van uw eigen organisatie.
agenda-unheard-explained = Wat een organisatie nog niet heeft vastgesteld, ziet u pas nadat zij daarop heeft geantwoord. Tot dan staat er: nog niet gehoord.
agenda-pick-organisation = Lijst van een organisatie
agenda-pick-activity = Lijst van een activiteit
agenda-hearing-explained = Iedere organisatie ziet eerst zelf wat zij nog niet heeft doorvertaald en geeft daar antwoord op. Pas daarna zien anderen het.
agenda-hearing-by = De minister van JenV vraagt om antwoord tot en met { $day }.
agenda-hearing-not-open = De hoorronde is nog niet geopend.
agenda-gaps-which = Niet (of nog niet) opgenomen, of ouder dan de agenda
agenda-gaps-who = Wie heeft het niet opgenomen
agenda-gaps-by-organisation = Per organisatie
agenda-gaps-unheard = { $count ->
    [one] 1 organisatie is nog niet gehoord. Wat zij niet heeft vastgesteld, staat hier nog niet bij.
   *[other] { $count } organisaties zijn nog niet gehoord. Wat zij niet hebben vastgesteld, staat hier nog niet bij.
 }
agenda-gaps-by-activity = Per activiteit
agenda-gaps-activities = { $count ->
    [0] niets
    [one] 1 activiteit
   *[other] { $count } activiteiten
 }
agenda-gaps-organisations = { $count ->
    [0] niemand
    [one] 1 organisatie
   *[other] { $count } organisaties
 }
agenda-own-nobody = Log in om de doorvertaling van uw organisatie te zien.
agenda-own-no-party = Veiligheidsregio’s, openbare lichamen en ministeries zeggen hier hoe zij de agenda opnemen. Uw organisatie kan reageren op een activiteit.
agenda-own-confirm-first = Neem de voorstellen over die kloppen. Wijk alleen af waar het bij u anders is.
agenda-own-adopt-next = Er zijn concepten. Uw bestuur stelt ze vast; daarna zien anderen ze.
agenda-own-nothing-region = Het gezamenlijke werkplan van de regio’s doet nog geen voorstellen. Neem eerst uw eigen plan in de lijst op; dan wijzen wij de paragraaf aan.
agenda-own-nothing = Neem eerst uw eigen plan in de lijst op; dan wijzen wij bij elke activiteit de paragraaf aan.
agenda-own-done = Er wacht niets op u.
agenda-own-gaps = { $count ->
    [0] Uw organisatie heeft alle activiteiten opgenomen.
    [one] Uw organisatie heeft 1 activiteit nog niet opgenomen.
   *[other] Uw organisatie heeft { $count } activiteiten nog niet opgenomen.
 }
agenda-own-unanswered = Anderen zien dit pas nadat uw organisatie heeft geantwoord.
agenda-own-counts = Uw regels in cijfers
agenda-own-open = Nog niets vastgelegd
agenda-own-proposed = Voorstel om over te nemen
agenda-own-drafted = Concept voor het bestuur
agenda-own-adopted = Vastgesteld
agenda-own-lines = Activiteiten en hoe u ze opneemt
agenda-own-joint = Gezamenlijk werkplan
agenda-own-draft = Concept
agenda-own-no-joint = geen voorstel
agenda-own-not-adopted = nog niet
agenda-own-deviate = Afwijken
agenda-own-tick-all = { $count ->
    [one] Vink dit voorstel aan
   *[other] Vink alle { $count } voorstellen aan
 }
agenda-own-confirm-ticked = Bevestig de aangevinkte regels
agenda-own-adopt = Vaststellen namens het bestuur
agenda-own-adopt-which = { $count ->
    [one] 1 concept wordt vastgesteld
   *[other] { $count } concepten worden vastgesteld
 }
agenda-own-no-drafts = Er zijn geen concepten die op een besluit wachten.
agenda-suggestion = In { $plan } lijkt paragraaf { $paragraph } hierbij te horen.
agenda-suggestion-use = Deze paragraaf gebruiken
agenda-plans = Plannen in uw lijst
agenda-plans-explained = Alleen uw eigen organisatie ziet deze plannen. Wij leggen de woorden van een paragraaf naast die van een activiteit.
agenda-plans-none = Er staat nog geen plan in uw lijst.
agenda-plans-paragraphs = { $count ->
    [one] 1 paragraaf
   *[other] { $count } paragrafen
 }
agenda-past-adopted = Wat het bestuur vaststelde
agenda-past-drafts = Eigen concepten
agenda-refusal-decision-to-come = Deze dag moet nog komen. Vul de dag in waarop het besluit is genomen.
agenda-filter-todo = Wat te doen

## Wat anderen van een organisatie vragen, op de startpagina
agenda-asked-answer = Antwoord op de hoorronde: { $count ->
    [one] 1 activiteit is niet opgenomen
   *[other] { $count } activiteiten zijn niet opgenomen
 }
agenda-asked-answer-why = Na uw antwoord mogen anderen zien welke dit zijn, met uw uitleg.
agenda-asked-translate = Doorvertaling: { $count ->
    [one] 1 activiteit staat nog open
   *[other] { $count } activiteiten staan nog open
 }
agenda-asked-translate-why = Zeg hoe uw eigen plannen ze opnemen.
agenda-asked-adopt = Doorvertaling: { $count ->
    [one] 1 concept wacht op het bestuur
   *[other] { $count } concepten wachten op het bestuur
 }
agenda-asked-adopt-why = Anderen zien ze pas als het bestuur ze heeft vastgesteld.
agenda-asked-adopt-board = Iemand die voor uw bestuur mag beslissen, stelt ze vast. Tot dan zien anderen ze niet.
agenda-asked-hear = De hoorronde over de doorvertaling is nog niet open
agenda-asked-hear-why = Wie achterblijft, is voor anderen pas te zien nadat die organisatie is gehoord.

## Wat op iemand wacht
agenda-waits-answer = { $lead } verklaarde voor uw eiland: { $outcome }. Uw antwoord wordt gevraagd.
agenda-waits-contested = { $island } is het niet eens met uw verklaring. Verklaar opnieuw.
agenda-waits-missing = { $count ->
    [one] 1 verklaring voor Caribisch Nederland ontbreekt
   *[other] { $count } verklaringen voor Caribisch Nederland ontbreken
 }
agenda-waits-missing-why = U zegt per eiland: pas toe, iets anders nodig, of leg uit.
agenda-waits-statement = U bent medetrekker en zei nog niet hoe het staat.
agenda-waits-means = Extra middelen staan nog open.
