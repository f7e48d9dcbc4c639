# SPDX-License-Identifier: EUPL-1.2
## Lijsten als bestand
list-download = Downloaden
list-format-xlsx = Excel (.xlsx)
list-format-ods = LibreOffice (.ods)
list-format-csv = Tekst met puntkomma’s (.csv)
list-import = Importeren
list-import-title = { $list } importeren
list-import-how = Download de lijst, pas regels aan of voeg regels toe, en lever het bestand hier in. U ziet eerst wat er zou veranderen. Er wordt niets overgenomen voordat u dat zegt.
list-import-left = Een regel die u weglaat, blijft hier staan. Importeren wist niets.
list-import-file = Bestand
list-import-file-help = XLSX, ODS of CSV, tot { $megabytes } MB en { $lines } regels.
list-import-read = Bestand bekijken
list-import-no-file = Kies een bestand.
list-import-too-large = Dit bestand is groter dan { $megabytes } MB. Deel het op.
list-import-too-much = Er worden nu te veel bestanden bekeken. Probeer het over een kwartier opnieuw.
list-import-kept = Wij bewaren het bestand een uur. Alleen u kunt erbij.
list-import-gone = Dit bestand is er niet meer. Wij bewaren een bestand een uur. Lever het opnieuw in.
list-import-not-read = Dit bestand konden wij niet lezen
list-import-again = Een ander bestand inleveren
list-import-look = Wat wij vonden
list-import-of = Bestand: { $name }
list-import-unchanged = Ongewijzigd
list-import-new = Nieuw
list-import-changed = Gewijzigd
list-import-bad = Niet goed
list-import-rows = { $count ->
    [one] regel
   *[other] regels
 }
list-import-nothing-changed = Er is niets veranderd. Dit bestand zegt wat hier al staat.
list-import-bad-title = Regels die niet goed zijn
list-import-bad-how = Deze regels neemt Paraat niet over. Verbeter ze in uw bestand en lever het opnieuw in.
list-import-more-bad = Dit zijn de eerste { $shown } van { $count } opmerkingen.
list-import-line = Regel
list-import-changes = Wat er verandert
list-import-name = Waarvan
list-import-becomes = Wat er nu staat en wat het wordt
list-import-cell = { $column }: nu { $was }, wordt { $now }
list-import-cell-new = { $column }: { $now }
list-import-empty-cell = leeg
list-import-new-line = nieuw
list-import-more-changes = Dit zijn de eerste { $shown } van { $count } regels.
list-import-column = Kolom
list-import-reason = Reden
list-import-take-all = Neem alles over
list-import-take-good = Neem de goede regels over
list-import-nothing-good = Geen enkele regel kan worden overgenomen. Er is niets vastgelegd.
list-import-receipt = Overgenomen
list-import-recorded = { $count ->
    [one] 1 regel is vastgelegd.
   *[other] { $count } regels zijn vastgelegd.
 }
list-import-left-out = { $count ->
    [one] 1 regel is niet overgenomen, omdat die niet goed was.
   *[other] { $count } regels zijn niet overgenomen, omdat die niet goed waren.
 }
list-import-to-list = Naar de lijst
list-import-about = Over het bestand
list-import-unknown = Deze kolommen kent de lijst niet en zijn overgeslagen: { $columns }.
list-import-fixed = De kolom { $column } is alleen om te lezen. Wat daar anders staat ({ $count ->
    [one] 1 regel
   *[other] { $count } regels
 }) is niet overgenomen.
list-import-no-names = In dit bestand ontbreekt een kolom waaraan Paraat een regel herkent: { $columns }. Zet die kolom terug, met de naam op de eerste regel.
list-may-not = U mag in deze lijst niets vastleggen. Vraag een bewerker of beslisser van uw organisatie.
list-only-out = Deze lijst kan alleen naar buiten: zij is samengesteld uit wat anderen vastlegden, of een bestuur besluit over haar regels. Leg vast op de pagina waar het over gaat.
list-no-such-format = Kies uit csv, xlsx en ods.
list-no-such-taking = Kies bij keep uit nothing, all en good.
list-line-no-name = Aan deze regel is niet te zien waarover zij gaat. Vul deze cel in.
list-line-twice = Dezelfde regel staat ook op regel { $line }.
list-line-stale = Iemand anders paste dit intussen aan. Download de lijst opnieuw en pas de nieuwe regel aan.
list-line-not-seen = De versie ontbreekt. Download de lijst opnieuw en laat de kolom met de versie staan.
list-line-not-there = Waar deze regel over gaat, is er niet. Controleer het adres, of laat deze cel zoals zij was.
list-line-broken = Deze regel kon niet worden geprobeerd. Probeer het later opnieuw.
list-no-organisation = De registers kennen geen organisatie met deze naam: { $text }.
web-home-tasks = Wat er te doen is
web-home-press = Hoe dringend
web-home-press-late = Te laat
web-home-press-due = Binnenkort
web-home-press-waiting = Wacht op ons
web-home-when = Uiterlijk
list-two-organisations = Meer organisaties heten zo: { $text }. Vul de korte naam uit de registers in.

## Wat over een bestand is te zeggen
sheet-delimiter-semicolon = puntkomma
sheet-delimiter-comma = komma
sheet-delimiter-tab = tab
sheet-finding-delimiter = Tussen de cellen staat een { $delimiter }.
sheet-finding-windows-1252 = De tekens zijn gelezen als Windows-1252, zoals oudere programma’s ze schrijven. Controleer letters met accenten.
sheet-finding-utf-16 = De tekens zijn gelezen als UTF-16, in Excel “Unicode-tekst” genoemd.
sheet-finding-broken-characters = { $count ->
    [one] 1 teken was onleesbaar en is vervangen door �.
   *[other] { $count } tekens waren onleesbaar en zijn vervangen door �.
 }
sheet-finding-unbalanced-quotes = Een aanhalingsteken op regel { $row } wordt niet gesloten ({ $count } keer in dit bestand). Het is gelezen als gewone tekst.
sheet-finding-ragged-rows = { $count ->
    [one] 1 regel heeft
   *[other] { $count } regels hebben
 } meer of minder cellen dan de bovenste regel: { $places }.
sheet-finding-empty-rows = { $count ->
    [one] 1 lege regel is overgeslagen.
   *[other] { $count } lege regels zijn overgeslagen.
 }
sheet-finding-header-missing = Regel { $row } is gelezen als de regel met namen van kolommen, maar er staan alleen getallen en datums. Misschien ontbreken de namen.
sheet-finding-header-cells-empty = Kolommen met inhoud hebben geen naam: { $places }. Zij zijn overgeslagen.
sheet-finding-doubled-name = De kolom { $name } komt vaker voor: { $places }. Alleen de eerste telt.
sheet-finding-merged-cells = Er zijn samengevoegde cellen: { $places }. Alleen de eerste cel telt, de andere zijn gelezen als leeg.
sheet-finding-dates-1904 = Dit bestand telt datums vanaf 1904. Zij zijn omgerekend en kloppen.
sheet-finding-more-sheets = Het bestand heeft meer bladen. Gelezen is { $read }, niet { $places }.
sheet-finding-formulas = { $count ->
    [one] 1 cel bevat een formule. De laatste uitkomst is gelezen: { $places }.
   *[other] { $count } cellen bevatten een formule. De laatste uitkomst is gelezen: { $places }.
 }
sheet-finding-formulas-without-value = Formules zonder bewaarde uitkomst zijn gelezen als leeg: { $places }. Open het bestand in uw programma en sla het op.
sheet-finding-error-values = Cellen bevatten een fout, zoals #REF!, en zijn gelezen als tekst: { $places }.
sheet-finding-hidden-rows = { $count ->
    [one] 1 verborgen regel is ook gelezen: { $places }.
   *[other] { $count } verborgen regels zijn ook gelezen: { $places }.
 }
sheet-refused-not-a-sheet = Dit is geen lijst, maar { $what }. Lever een bestand in als XLSX, ODS of CSV.
sheet-refused-password-protected = Dit bestand heeft een wachtwoord. Sla het op zonder wachtwoord en lever het opnieuw in.
sheet-refused-no-sheet = In dit bestand zit geen blad met cellen.
sheet-refused-nothing-in-it = In dit bestand staat niets.
sheet-refused-too-many-bytes = Dit bestand is groter dan { $most } MB. Deel het op.
sheet-refused-too-many-rows = Dit bestand heeft meer dan { $most } regels. Deel het op.
sheet-refused-too-many-columns = Dit bestand heeft meer dan { $most } kolommen. Haal weg wat niet bij de lijst hoort.
sheet-refused-too-many-cells = Dit bestand heeft meer dan { $most } cellen. Deel het op.
sheet-refused-too-much-text = In dit bestand staat meer dan { $most } MB tekst. Deel het op.
sheet-refused-zip-bomb = Uitgepakt is dit bestand groter dan { $most } MB. Zo’n bestand lezen wij niet.
sheet-refused-too-many-pieces = Dit bestand is anders opgebouwd dan een lijst ({ $part }). Sla het opnieuw op en lever het opnieuw in.
sheet-refused-truncated = Dit bestand is niet compleet. Sla het opnieuw op en lever het opnieuw in.
sheet-refused-broken-zip = Dit bestand is beschadigd. Sla het opnieuw op en lever het opnieuw in.
sheet-refused-broken-part = Een deel van dit bestand is beschadigd ({ $part }). Sla het opnieuw op en lever het opnieuw in.
sheet-refused-unknown-packing = Een deel van dit bestand is ingepakt op een manier die wij niet kennen ({ $part }). Sla het opnieuw op.
sheet-refused-part-missing = In dit bestand ontbreekt een deel ({ $part }). Sla het opnieuw op en lever het opnieuw in.
sheet-refused-broken-xml = Een deel van dit bestand is niet goed opgebouwd ({ $part }). Sla het opnieuw op en lever het opnieuw in.
sheet-refused-doctype = In dit bestand staat iets dat geen rekenprogramma schrijft ({ $part }). Wij lezen het niet.
sheet-refused-entity = In dit bestand staat iets dat geen rekenprogramma schrijft ({ $part }). Wij lezen het niet.
sheet-seems-empty = een leeg bestand
sheet-seems-pdf = een PDF
sheet-seems-old-excel = een Excel-bestand van voor 2007 (.xls)
sheet-seems-binary-excel = een binair Excel-bestand (.xlsb)
sheet-seems-old-office = een oud Office-bestand
sheet-seems-text-document = een tekstdocument
sheet-seems-presentation = een presentatie
sheet-seems-image = een afbeelding
sheet-seems-archive = een ingepakt bestand
sheet-seems-html = een webpagina
sheet-seems-xml = een XML-bestand
sheet-seems-rich-text = een tekstdocument (RTF)
sheet-seems-unknown = iets dat wij niet herkennen
