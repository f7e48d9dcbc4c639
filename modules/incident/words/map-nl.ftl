# SPDX-License-Identifier: EUPL-1.2
## The map that moves
incident-map-live-area = Gebied tekenen
incident-map-live-at = Plaats
incident-map-live-bad-base = De ondergrond (kaart.pmtiles) kan niet worden gelezen.
incident-map-live-base = Ondergrond: kaart.pmtiles van dit knooppunt.
incident-map-live-cancel = Stoppen zonder tekening
incident-map-live-canvas = Kaart om te verschuiven, met pijltjestoetsen en plus en min
incident-map-live-done = Klaar, naar het formulier
incident-map-live-drawing = Getekend
incident-map-live-drawn = Deze browser kan de bewegende kaart niet tekenen. De tekening hieronder blijft.
incident-map-live-few = Zet eerst meer punten.
incident-map-live-find = Adres of plaats zoeken
incident-map-live-find-do = Zoeken
incident-map-live-find-cut = Niet gevonden. De lijst van dit knooppunt is te lang en is niet helemaal gelezen. Een plaats in woorden kan altijd: die staat in de tabel.
incident-map-live-find-no-list = Dit knooppunt heeft geen lijst van plaatsen (plaatsen.csv). Een plaats in woorden kan altijd: die staat in de tabel.
incident-map-live-find-none = Niet gevonden in de lijst van dit knooppunt. Een plaats in woorden kan altijd: die staat in de tabel.
incident-map-live-find-place = Object hier plaatsen
incident-map-live-find-words = Object plaatsen met deze plaats in woorden
incident-map-live-finger = Verschuif de kaart met twee vingers.
incident-map-live-found = Gevonden:
incident-map-live-help = Klik op de kaart om een punt te zetten.
incident-map-live-help-keys = Of gebruik het toetsenbord: pijltjes bewegen het kruis, Enter zet een punt, Backspace haalt het laatste punt weg, Escape maakt de tekening af.
incident-map-live-label = Kaart die u kunt verschuiven
incident-map-live-line = Lijn tekenen
incident-map-live-lost = De objecten konden niet worden opgehaald. Zie de tekening en de tabel.
incident-map-live-many = Een tekening heeft ten hoogste 200 punten.
incident-map-live-move = Verplaatsen op de kaart
incident-map-live-moving = Teken de nieuwe plaats van
incident-map-live-no-base = Zonder ondergrond: op dit knooppunt ontbreekt het bestand kaart.pmtiles.
incident-map-live-no-regions = Ook de grenzen van regio's zijn hier niet ingelezen.
incident-map-live-one-back = Laatste punt weg
incident-map-live-point = Punt zetten
incident-map-live-regions = Getekend zijn de grenzen van regio's.
incident-map-live-scroll = Houd Ctrl ingedrukt en draai aan het wiel om in te zoomen.
incident-map-live-scroll-mac = Houd Command ingedrukt en draai aan het wiel om in te zoomen.
incident-map-live-set = Punt gezet:
incident-map-live-stale = verouderd
incident-map-live-stopped = Gestopt. Er is niets getekend.
incident-map-live-text = Tekst zetten
incident-map-live-zoom-in = Inzoomen
incident-map-live-zoom-out = Uitzoomen

## The colour of an organisation
incident-colour-choose = Kleur van uw organisatie kiezen
incident-colour-choose-colour = Kleur
incident-colour-choose-colour-help = Zo herkennen anderen uw organisatie op de kaart en in het totaalbeeld. De naam staat er altijd bij.
incident-colour-choose-pattern = Patroon
incident-colour-colour-violet = Violet
incident-colour-colour-teal = Blauwgroen
incident-colour-colour-magenta = Magenta
incident-colour-colour-brown = Bruin
incident-colour-colour-indigo = Indigo
incident-colour-colour-slate = Leisteen
incident-colour-pattern-plain = Effen
incident-colour-pattern-bars = Liggende strepen
incident-colour-pattern-posts = Staande strepen
incident-colour-pattern-grid = Ruiten

## Sets of signs
incident-layer-signs = Tekens kiezen
incident-layer-signs-set = Set van tekens
incident-layer-signs-set-help = De tekens staan naast het woord op uw laag. Leeg: de tekens van Paraat. Wie een set op dit knooppunt wil, legt die in de map symbols.
incident-refusal-no-set = Een set heet naar zijn map: kleine letters, cijfers en streepjes.
