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
