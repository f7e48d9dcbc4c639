# SPDX-License-Identifier: EUPL-1.2
# Woorden van de schil: pagina's en antwoorden die van geen module zijn.

## Startpagina
web-home = Start
web-to-start = Naar de startpagina
web-home-late = Te laat ({ $count })
web-home-due = Binnen 30 dagen ({ $count })
web-home-waiting = Wacht op uw organisatie ({ $count })
web-home-changed = Veranderd ({ $count })
web-home-own = Van uw organisatie en wat daarbij hoort ({ $count })
web-home-other = Verder veranderd ({ $count })
web-home-held = Alles van uw organisatie ({ $count })
web-home-late-empty = Niets van uw organisatie is te laat.
web-home-due-empty = De komende 30 dagen hoeft er niets af.
web-home-waiting-empty = Niemand wacht nu op uw organisatie.
web-home-own-empty = Er is niets veranderd.
web-home-other-empty = Er is verder niets veranderd.
web-home-held-empty = Van uw organisatie staat hier nog niets.
web-home-since = Sinds { $moment }. Toen gaf u aan dat u alles had gezien.
web-home-since-week = In de laatste 7 dagen.
web-home-seen = Gezien tot nu
web-news-since = Nieuw sinds { $moment }: { $count }
web-news-lately = Nieuw in de laatste 12 uur: { $count }
web-news-more = Nog { $count } die hier niet staan.
web-home-rest = Nog { $count } bekijken
web-home-why = Waarom
web-home-until = Uiterlijk
web-home-do = Doen
web-home-by = Door
web-home-what = Wat
web-home-look = Bekijken
web-home-no-day = geen dag genoemd
web-home-is-late = te laat
web-home-why-waits = De volgende stap is aan uw organisatie ({ $sort }).
web-home-why-due = Uw organisatie maakt dit af ({ $sort }).
web-home-why-stale = Dit is niet meer actueel ({ $sort }). Werk het bij.
web-home-reads = U kunt dit lezen. Vastleggen doet een bewerker of beslisser van uw organisatie.
web-home-to-admin = Accounts beheren
web-home-to-module = Naar { $module }
web-home-to-held = Alles van uw organisatie
web-card-title = Onderwerp
web-card-sort = Soort
web-card-status = Stand
web-card-under = Hoort bij
web-card-changed = Veranderd
web-account = Mijn account

## Zoeken
web-search-section = Onderdeel
web-search-start = Typ een woord, nummer of naam en druk op Enter.
web-search-found = Gevonden
web-search-nothing = Niets gevonden. Probeer een ander woord of kies een ander onderdeel.

## Inloggen
web-login-code-wanted = Vul ook de code uit uw app in, en nog een keer uw wachtwoord.
web-login-busy = Er loggen nu veel mensen in. Probeer het over een paar seconden opnieuw.

## Wat iemand mag
permit-gives = De functie { $function } geeft dit recht.
permit-not-signed-in = U bent niet ingelogd.
permit-other-organisation = Alleen { $organisation } mag dit doen.
permit-lacks-write = U mag lezen, maar niet vastleggen. Daarvoor is de functie bewerker of beslisser nodig.
permit-lacks-decide = U mag dit niet beslissen. Daarvoor is de functie beslisser nodig.
permit-not-let-in = U bent niet toegelaten tot deze verzegelde gegevens. Een beheerder van uw organisatie regelt dat.
permit-lacks-manage = U mag dit niet beheren. Daarvoor is de functie beheerder nodig.

## Iemand anders was eerder
web-stale-title = Intussen vastgelegd
web-stale-field = Veld

## Wat niet gaat
web-not-yours = { $act } is niet aan u.
web-not-now = Dit kan nu niet
web-wait = Wacht { $seconds } seconden en probeer het dan opnieuw.
web-not-utf8 = De tekst is beschadigd: niet alle tekens zijn te lezen. Verstuur de tekst als UTF-8.
web-body-broken-off = De verbinding brak af voordat alles binnen was. Verstuur het opnieuw.
web-other-site = Het verzoek kwam van een andere website. Open Paraat zelf en doe het daar.
web-late = Het antwoord duurde te lang. Kijk of uw handeling is vastgelegd en probeer het anders opnieuw.
web-document-too-large = Dit verslag is te groot om in één keer te maken. Kies minder en probeer het opnieuw.
web-many-nothing = Er is niets vastgelegd: het gaat voor allemaal door, of voor geen.
web-many-unticked = Wat niet kan, is hieronder niet meer aangevinkt. U kunt de rest nog vastleggen.
web-intake-too-large = Dit is groter dan { $megabytes } MB. Neem het deel dat u nodig hebt, of deel het op.
web-intake-both = U plakte tekst en koos een bestand. Kies een van beide.
web-intake-file-again = Kies het bestand ‘{ $name }’ opnieuw: uw sessie was voorbij en het is niet bewaard.
web-intake-none = Er is niets aangevinkt. Vink aan wat u wilt vastleggen.
web-intake-nothing = Er is niets vastgelegd: bij wat hieronder staat, staat waarom. Verbeter het, haal het vinkje weg, of leg alleen vast wat wel kan.
web-took-too-long = Dit duurde te lang en is niet vastgelegd. Probeer het met minder tegelijk.
web-key-reused = Deze sleutel hoort al bij een ander verzoek. Neem een nieuwe Idempotency-Key.
web-key-bad = De Idempotency-Key mag 1 tot 200 leesbare tekens lang zijn.
web-if-match-bad = Schrijf in If-Match de versie die u zag, tussen aanhalingstekens: "3".
web-key-does-not-open = Deze toegangssleutel opent dit niet. Maak een sleutel met het juiste bereik.
web-not-json = Dit is geen leesbare JSON: het gaat mis op regel { $line }, positie { $column }.
web-not-an-object = Stuur een JSON-object met de velden van de handeling.
web-not-with-text = Gebruik { $name } niet samen met text.
web-page-size = Vraag met pageSize 1 tot { $most } rijen.
web-after = Gebruik voor after de waarde van next uit het vorige antwoord.
web-parameter-unknown = De parameter { $name } bestaat hier niet. Controleer de naam.

## Eigen account en beheer
web-made = Gemaakt
web-act = Handeling
web-when = Wanneer
web-reason = Reden
web-opens-read = lezen
web-opens-write = vastleggen
web-opens-metrics = meetwaarden van het knooppunt
web-session-here = deze sessie
web-password-old = Huidig wachtwoord
web-password-help = Minstens 15 tekens. Een zin van vier woorden is sterk en goed te onthouden.
web-password-changed = Uw wachtwoord is gewijzigd.
web-password-once = Geef { $name } dit wachtwoord nu. We tonen het één keer.
web-password-reset = Nieuw wachtwoord maken
web-password-reset-note = Het oude wachtwoord werkt dan niet meer. Sessies en de tweede stap stoppen ook.
web-second-step-off = U logt nu in met alleen een wachtwoord. Met een code uit een app is uw account beter beschermd.
web-second-step-on = U logt in met een wachtwoord en een code uit uw app.
web-second-step-how = Zet deze sleutel in uw app. Vul daarna de code in die de app toont.
web-second-step-secret = Sleutel
web-second-step-open = Open de sleutel in een app op dit apparaat
web-account-name-help = Kleine letters, cijfers en streepjes; 2 tot 60 tekens. Noem het account naar de functie.
web-account-close-note = Het account kan dan niet meer inloggen. Wat het heeft vastgelegd, blijft.
web-account-close-title = { $name } sluiten?
web-account-close-means = Wie met dit account is ingelogd, is meteen uitgelogd. Toegangssleutels van het account werken niet meer.
web-account-close-undo = U kunt het account later weer openen op zijn eigen pagina.
web-account-close-yes = Ja, { $name } sluiten
web-account-open = Account weer openen
web-account-open-note = Het account kan dan weer inloggen met zijn wachtwoord. Zijn functies en sleutels werken weer.
web-acts = Wat er met accounts is gedaan
web-acts-empty = Er is nog niets met accounts gedaan.
web-acted = Wat
web-acted-by = Door
web-acted-here = op het knooppunt zelf
web-acted-made = gemaakt
web-acted-closed = gesloten
web-acted-opened = weer geopend
web-acted-password-reset = nieuw wachtwoord gegeven
web-acted-key-made = toegangssleutel gemaakt
web-acted-key-revoked = toegangssleutel ingetrokken
web-acted-session-ended = sessie beëindigd
web-acted-second-factor-on = tweede stap aangezet
web-acted-second-factor-off = tweede stap uitgezet
web-functions-empty = Dit account heeft nu geen functie.
web-no-end = zonder einddatum
web-until-bad = Kies een dag en tijd in de toekomst, of laat beide leeg.
web-that-organisation = de organisatie die erover gaat

account-form-not-kept = Uw tekst kon niet worden bewaard. Kopieer hem hieronder en log dan in.
account-busy = Er loggen nu veel mensen in. Probeer het over een paar seconden opnieuw.
account-password-wrong = Dit wachtwoord klopt niet.
account-password-weak = Dit wachtwoord is te kort of te eenvoudig. Neem minstens 15 tekens.
account-name-taken = Deze naam bestaat al. Kies een andere.
account-name-bad = Gebruik kleine letters, cijfers en streepjes; 2 tot 60 tekens.
account-full = Er passen geen accounts meer bij op dit knooppunt.
account-key-opens = Kies lezen, of lezen en vastleggen.
account-key-name = Geef de sleutel een naam van hoogstens 100 tekens.
account-key-too-many = U hebt te veel sleutels. Trek er eerst een in.
account-second-step-on = De tweede stap staat al aan.
account-code-wrong = Deze code klopt niet. Controleer de tijd van uw telefoon en vul de nieuwste code in.
account-own = Uw eigen account kunt u niet sluiten. Vraag een andere beheerder.
web-typed = Wat u typte

## Over Paraat
web-about = Over Paraat
web-about-version = Versie
web-about-licence = Licentie
web-about-source = Broncode
web-about-fonts = Wat anderen maakten
web-about-parts = In Paraat zit werk van anderen: lettertypen en kleurprofielen voor PDF’s, en onderdelen van het programma. Hier staat van wie het is en wat u ermee mag.
web-about-notices = Licenties van lettertypen en kleurprofielen, in het Engels
web-about-pages = Licenties van wat de pagina’s laden, in het Engels
web-about-crates = Onderdelen van het programma met hun licentie
web-about-name = Naam
web-about-rights = Rechten
web-here = Kijken nu mee: { $who }
web-here-more = Kijken nu mee: { $who } en nog { $count }

## What everybody reads
public-demo = DEMONSTRATIE, niet echt. Demonstration, not real.
