# SPDX-License-Identifier: EUPL-1.2
# Woorden van de oefeningen.

exercises-title = Oefeningen
exercises-explained = Een oefening speelt in een eigen ruimte. Niets daarvan komt in het echte beeld, en niets van het echte beeld komt in de oefening.
exercises-login = Inloggen en oefening { $name } bekijken
exercises-who-leads = Een beheerder leidt deze oefening.
exercises-no-order = Dit kan niet met deze oefening. Kies een van de knoppen.
exercises-not-there = Deze oefening is er niet.
exercises-closed = Deze oefening is gestopt of opnieuw begonnen. Wat u stuurde, is niet vastgelegd.
exercises-not-started = Deze oefening is nog niet gestart.
exercises-standing = Stand
exercises-new = Nog niet gestart
exercises-playing = Speelt
exercises-paused = Wacht
exercises-played = Alle berichten zijn gespeeld
exercises-stopped = Gestopt: geen oefening
exercises-time = Oefentijd
exercises-minute-of = minuut { $minute } van { $minutes }
exercises-messages = Berichten
exercises-played-of = { $played } van { $messages } gespeeld
exercises-speed = Snelheid
exercises-times = { $speed } keer zo snel
exercises-to-space = Naar de oefening
exercises-to-minute = Naar minuut
exercises-do-start = Bekijk de oefening { $name }
exercises-do-pause = Wachten
exercises-do-resume = Verder spelen
exercises-do-speed = Snelheid kiezen
exercises-do-jump = Hierheen springen
exercises-do-restart = Opnieuw beginnen
exercises-do-stop = Geen oefening: stop en open live
