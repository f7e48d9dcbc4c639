# SPDX-License-Identifier: EUPL-1.2
# Foto's en documenten
incident-attachment-attach = Foto of PDF toevoegen
incident-attachment-attach-of = Hoort bij
incident-attachment-attach-file = Bestand
incident-attachment-attach-file-help = JPEG, PNG, WebP of PDF, hoogstens 20 MB. Wat een foto of PDF zegt over de maker, de plek en het toestel, halen we eruit. Opmerkingen in een PDF gaan niet mee. Zonder verbinding wacht een bestand niet: kies het dan opnieuw.
incident-attachment-detach = Weghalen
incident-attachment-detach-name = Bestand
incident-attachment-add = Foto of PDF toevoegen
incident-files = Foto's en documenten
incident-files-none = Er zijn nog geen foto's of documenten.
incident-file-photo = foto
incident-file-pdf = PDF
incident-file-kilobytes = { $size } kB
incident-file-megabytes = { $size } MB
incident-event-file-attached = Foto of document toegevoegd
incident-event-file-removed = Foto of document weggehaald
incident-refusal-no-file = Dit bestand is er niet meer. Kies het opnieuw.
incident-refusal-many-files = Hier staan al { $most } bestanden van uw organisatie. Haal er eerst een weg.
incident-refusal-file-gone = Dit bestand staat hier niet meer.
