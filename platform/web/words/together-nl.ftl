# SPDX-License-Identifier: EUPL-1.2
## Samen schrijven
together-concept = Concept
together-concept-help = Dit is nog niet vastgelegd. Collega’s van uw organisatie zien het en kunnen meeschrijven.
together-live = Live: wat u typt, zien uw collega’s meteen
together-reconnecting = Herverbinden: u kunt gewoon doorgaan
together-offline = Niet verbonden: uw tekst staat in deze browser
together-others = Ook bezig:
together-alone = Niemand anders is bezig
together-recorded = Zojuist vastgelegd door:
together-unkept = De node kan het concept nu niet bewaren. Kopieer uw tekst voor de zekerheid.
together-too-long = De tekst is te lang om samen te bewaren. Kort hem in.
together-ended = U kunt hier niet meer meeschrijven. Uw tekst staat in deze browser.
