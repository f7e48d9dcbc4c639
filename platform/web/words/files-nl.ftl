# SPDX-License-Identifier: EUPL-1.2
# Bestanden die bij iets horen, en waarom er een niet binnenkomt.
file-not-there = Dit bestand is er niet meer. Kies het opnieuw.
file-not-here = Dit bestand staat op het knooppunt van de organisatie die het heeft toegevoegd. Vraag het daar.
file-elsewhere = Er is al meer of nog minder van dit bestand binnen. Ga verder bij de byte die hier staat.
file-too-large = Het bestand is te groot. Neem een bestand van hoogstens { $megabytes } MB, of maak de foto kleiner.
file-too-many = Er wachten al veel bestanden van u. Voeg die eerst toe, of probeer het over tien minuten weer.
file-busy = Er komen nu veel bestanden binnen. Probeer het over een minuut weer.
file-disk-full = De schijf van dit knooppunt is vol. Het bestand is niet bewaard. Waarschuw de beheerder.
file-broken = Het bestand kon niet worden bewaard. Probeer het weer. Blijft het misgaan, waarschuw dan de beheerder.
file-offset = Zeg in de kop Upload-Offset bij welke byte dit verder gaat.
file-name-and-size = Stuur JSON met de naam (name) en de grootte in bytes (size) van het bestand.
file-unknown = Dit bestand is geen foto of PDF. Neem een JPEG, PNG, WebP of PDF.
file-heif = Deze foto is een HEIC- of AVIF-bestand. Sla de foto op als JPEG. Op een iPhone: Instellingen, Camera, Structuren, Meest compatibel.
file-empty = Het bestand is leeg. Kies een ander bestand.
file-too-many-pixels = Deze foto heeft te veel beeldpunten. Maak de foto kleiner.
file-too-many-parts = Dit bestand is te ingewikkeld. Maak er een gewone foto of een gewone PDF van.
file-broken-off = Het bestand is niet heel: het einde ontbreekt. Kies het opnieuw.
file-damaged = Het bestand is beschadigd of is iets anders dan het lijkt. Open het, sla het opnieuw op en kies dat bestand.
file-moving = Dit is een bewegend plaatje. Neem een gewone foto.
file-locked = Deze PDF heeft een wachtwoord. Sla de PDF op zonder wachtwoord.
file-form = Deze PDF is een formulier of is ondertekend. Druk de PDF af naar een nieuwe PDF en kies die.
file-too-heavy = Deze PDF kost te veel tijd of geheugen. Druk de PDF af naar een nieuwe PDF en kies die.
