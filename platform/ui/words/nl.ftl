# SPDX-License-Identifier: EUPL-1.2
# Woorden van het platform zelf. Modules voegen hun eigen bestand toe.

## Raam van elke pagina
frame-home = Paraat, naar uw startpagina
frame-skip-main = Naar de inhoud
frame-skip-nav = Naar de onderdelen
frame-skip-search = Naar zoeken
frame-search = Zoeken
frame-search-hint = Zoek een woord, nummer of naam
frame-nav = Onderdelen
frame-more = Meer
frame-all-sections = Alle onderdelen
frame-account = U werkt als
frame-login = Inloggen
frame-logout = Uitloggen
frame-language = Taal
frame-theme = Weergave
frame-theme-to-dark = Donkere weergave
frame-theme-to-light = Lichte weergave
frame-bands = Over deze omgeving
frame-demo = Demo: wat u hier vastlegt, telt niet
frame-exercise = OEFENING: { $name }
frame-exercise-explained = Wat u hier doet, telt niet in het echt.
frame-to-live = Naar live
frame-exercise-lead = Oefening leiden
frame-no-play = Geen oefening: stop en open live
frame-lite = Eenvoudige schermbestanden: bijwerken gaat trager, verder werkt alles.
frame-about = Paraat, open broncode onder de EUPL-1.2
language-nl = Nederlands
language-en = English
theme-system = Als het apparaat
theme-light = Licht
theme-dark = Donker
no-title = Zonder titel
unverified = niet geverifieerd
unverified-explained = Nog niemand controleerde dit bij de bron.
back = Terug
cancel = Annuleren
save = Vastleggen
close = Sluiten
details = Meer lezen
source = Bron
as-table = Als tabel
print = Afdrukken
none = geen
yes = ja
no = nee

## Statusbalk
status-label = Stand van deze pagina
status-live = Live
status-reconnecting = Herverbinden
status-snapshot = Momentopname { $time }
status-stale = verouderd, { $age }
changed-notice = Er is iets veranderd.
changed-refresh = Vernieuwen
changed-lines = Nieuwe regels
outbox-waiting = Wacht op verbinding
outbox-edit = Wijzigen
outbox-send = Versturen
outbox-broken = Op dit apparaat staat iets dat niet meer te lezen is. Het wordt niet verstuurd.
changed-spoken = De pagina is bijgewerkt.

## Concepten in de browser
draft-found = U begon hier eerder aan. Uw tekst staat nog op dit apparaat.
draft-restore = Tekst terugzetten
draft-discard = Weggooien

## Datum en tijd
date-month-1 = jan
date-month-2 = feb
date-month-3 = mrt
date-month-4 = apr
date-month-5 = mei
date-month-6 = jun
date-month-7 = jul
date-month-8 = aug
date-month-9 = sep
date-month-10 = okt
date-month-11 = nov
date-month-12 = dec
date-day = { $day } { $month } { $year }
date-clock = { $hour }.{ $minute } uur
date-moment = { $day }, { $clock }
date-utc = UTC: { $moment }
date-just-now = zojuist
date-minutes-ago = { $count } min geleden
date-hours-ago = { $count } uur geleden
date-days-ago = { $count ->
    [one] 1 dag geleden
   *[other] { $count } dagen geleden
 }

## Lijsten, bladeren, filters
pages-label = Bladeren
pages-previous = Vorige
pages-next = Volgende
pages-shown = { $from } tot en met { $to } van { $total }
filter-label = Filters
filter-any = alle
filter-text = Woorden
filter-apply = Filteren
filter-used = { $count } gekozen
filter-clear = Wis filters
filter-count = { $count ->
    [0] Geen resultaten
    [one] 1 resultaat
   *[other] { $count } resultaten
 }
board-count = { $count ->
    [one] 1 kaart
   *[other] { $count } kaarten
 }
board-empty = Nog niets
timeline-item = Onderwerp
timeline-period = Periode
timeline-status = Stand
timeline-open-end = vanaf { $from }
timeline-scroll = Tijdlijn, schuif opzij voor alle jaren
map-name = Naam
map-status = Stand
map-label = Schematische kaart van regio’s en eilanden
map-scroll = Kaart, schuif opzij voor alle regio’s
map-note = Schematisch: elk vak is een regio of eiland, de plaats klopt ongeveer.
map-areas-label = Kaart van regio’s en eilanden
map-areas-note = Grenzen zijn vereenvoudigd. Een gebied in een kader staat niet op zijn plaats en heeft een eigen schaal.
history-title = Geschiedenis
history-empty = Er is nog niets vastgelegd.
difference-title = Verschil
difference-removed = weggehaald
difference-added = toegevoegd
difference-none = De teksten zijn gelijk.

## Markering (TLP)
tlp-clear = TLP:CLEAR
tlp-clear-explained = Iedereen mag dit zien.
tlp-green = TLP:GREEN
tlp-green-explained = Alleen voor de deelnemende organisaties.
tlp-amber = TLP:AMBER
tlp-amber-explained = Alleen voor de ontvangers en wie zij bedienen.
tlp-amber-strict = TLP:AMBER+STRICT
tlp-amber-strict-explained = Alleen voor de ontvangende organisaties.
tlp-red = TLP:RED
tlp-red-explained = Alleen voor de genoemde ontvangers.

## Formulieren
form-problems = { $count ->
    [one] Er klopt iets niet. Pas dit aan:
   *[other] { $count } dingen kloppen niet. Pas deze aan:
 }
form-refused = Dit is niet vastgelegd
form-error = Fout:
form-of = Lees wat er staat
form-later = Meer
form-look = Kijk of het er al staat
form-optional = niet verplicht
form-choose = Kies
form-file = Of kies een bestand
form-file-help = De inhoud van het bestand komt in de plaats van wat hierboven staat.
form-file-there = Het bestand is binnen. Kies alleen een ander als u iets anders wilt toevoegen.
form-upload-sending = { $name }: { $part }% is binnen.
form-upload-waits = De verbinding is weg. Het bestand gaat vanzelf verder als die terug is.
form-upload-checked = Het bestand wordt nagekeken.
form-upload-ready = { $name } is binnen.
form-upload-failed = Het bestand is niet binnengekomen.
form-upload-no-line = Zonder verbinding wacht een bestand niet. Kies het opnieuw als u weer verbinding heeft.
form-at-most = Hoogstens { $most } tekens.
form-moment-help = Vul dag en tijd in. De tijd is die van { $zone }.
form-moment-day = Dag
form-moment-time = Tijd
form-not-a-moment = Vul een dag en een tijd in, of laat beide leeg.
form-link-help = Begin met https://
form-whole-help = Een heel getal van { $low } tot en met { $high }.
form-seen-changed = Iemand anders paste dit intussen aan. Kijk wat er veranderde en leg daarna opnieuw vast.
form-yours = Uw tekst
form-theirs = Nu vastgelegd

field-missing = Vul dit veld in.
field-too-long = Kort de tekst in: u schreef { $typed } tekens, er passen er { $most }.
field-not-a-choice = Kies een van deze woorden: { $choices }.
field-not-an-address = Kies een dossier uit de lijst, of plak het hele adres.
field-not-an-organisation = Kies een organisatie uit de lijst.
field-not-a-date = Schrijf een dag die bestaat: dag, maand en jaar, zoals 31-5-2026.
field-not-a-moment = Schrijf dag, tijd en tijdzone, zoals 2026-11-23T21:14+01:00.
field-not-a-whole = Schrijf een heel getal van { $low } tot en met { $high }.
field-not-a-link = Schrijf een webadres dat begint met https:// of http://, zonder spaties.
field-not-a-file = Kies een bestand.
field-control-character = Haal regeleinden en onzichtbare tekens weg.
field-unknown = Haal dit veld weg: het hoort niet bij deze handeling.
field-said = { $sentence }
field-wrong-type = Stuur dit veld als tekst.

## Functies
function-reader = lezer
function-editor = bewerker
function-decider = beslisser
function-admin = beheerder
function-auditor = toezichthouder

## Kringen
circle-public = openbaar
circle-partners = partners
circle-own = eigen organisatie
circle-made = eigen kring

## Foutpagina's
problem-400-title = Uw aanvraag is niet te lezen
problem-400-do = Ga terug, controleer wat u invulde en probeer het opnieuw.
problem-401-title = U bent niet ingelogd
problem-401-do = Log in. Daarna gaat u verder waar u was.
problem-403-title = Dit mag u niet
problem-403-do = Lees hieronder waarom. Vraag een collega met de juiste functie, of vraag uw beheerder om die functie.
problem-404-title = Deze pagina vinden wij niet
problem-404-do = De pagina bestaat niet, of u mag haar niet zien. Controleer het adres of zoek op een woord.
problem-405-title = Dit adres kent deze handeling niet
problem-405-do = Ga terug en gebruik de knop op de pagina.
problem-409-title = Iemand anders was u voor
problem-409-do = Bekijk wat er veranderde, pas uw tekst aan en leg opnieuw vast.
problem-412-title = U zag een oudere versie
problem-412-do = Bekijk wat er veranderde, pas uw tekst aan en leg opnieuw vast.
problem-413-title = Dit is te groot
problem-413-do = Maak de tekst of het bestand kleiner en probeer het opnieuw.
problem-415-title = Dit soort bestand lezen wij niet
problem-415-do = Stuur de gegevens als formulier of als JSON.
problem-422-title = Er klopt iets niet
problem-422-do = Pas de genoemde velden aan en leg opnieuw vast. Uw tekst staat er nog.
problem-428-title = De versie ontbreekt
problem-428-do = Stuur mee welke versie u zag, in de kop If-Match.
problem-429-title = Te veel pogingen
problem-429-do = Wacht een minuut en probeer het opnieuw.
problem-500-title = Er ging iets mis bij ons
problem-500-do = Probeer het opnieuw. Gaat het weer mis, geef dan het kenmerk hieronder door aan uw beheerder.
problem-503-title = Paraat kan nu niet vastleggen
problem-503-do = Lezen gaat nog wel. Bewaar uw tekst en probeer het over een paar minuten opnieuw.
problem-reference = Kenmerk: { $reference }
problem-reasons = Waarom

## Inloggen
login-title = Inloggen
login-name = Accountnaam
login-password = Wachtwoord
login-code = Code uit uw app
login-code-help = Zes cijfers. Alleen nodig als u een tweede stap hebt ingesteld.
login-submit = Inloggen
login-failed = Accountnaam, wachtwoord of code klopt niet. Controleer alle drie.
login-locked = Te veel pogingen met dit account vanaf deze plek. Wacht { $minutes } minuten.
login-expired = Uw sessie is voorbij. Log in; wat u typte, staat klaar.
login-kept = Wat u typte, is bewaard. Na het inloggen ziet u het terug.
login-next = Na het inloggen gaat u verder waar u was.
login-out = U bent uitgelogd.

## Beheer
admin-title = Beheer
admin-accounts = Accounts
admin-account = Account
admin-account-add = Account toevoegen
admin-account-name = Accountnaam
admin-account-close = Account sluiten
admin-account-closed = gesloten
admin-account-open = open
admin-organisation = Organisatie
admin-functions = Functies
admin-function = Functie
admin-function-lend = Functie uitlenen
admin-function-end = Functie beëindigen
admin-from = Vanaf
admin-until = Tot
admin-sessions = Sessies
admin-session-started = Begonnen
admin-session-seen = Laatst gezien
admin-session-end = Sessie beëindigen
admin-sessions-end-all = Alle sessies beëindigen
admin-sessions-empty = Er is nu niemand ingelogd.
admin-tokens = Toegangssleutels voor programma’s
admin-token-name = Naam van de sleutel
admin-token-scope = Bereik
admin-token-add = Sleutel maken
admin-token-revoke = Sleutel intrekken
admin-token-revoked = ingetrokken
admin-token-shown-once = Bewaar deze sleutel nu. Wij tonen hem maar één keer.
admin-tokens-empty = Er zijn nog geen sleutels.
admin-password-new = Nieuw wachtwoord
admin-password-change = Wachtwoord wijzigen
admin-second-factor = Tweede stap
admin-second-factor-on = Tweede stap aanzetten
admin-second-factor-off = Tweede stap uitzetten
admin-refusals = Weigeringen
admin-refusals-empty = Er is nog niets geweigerd.
admin-node = Knooppunt
admin-node-version = Versie
admin-node-entries = Vastleggingen
admin-verify = Controle van het grootboek

document-odt = Download als ODT
document-pdf = Download als PDF
## Lijsten als bestand
list-version = Versie
list-address = Adres
