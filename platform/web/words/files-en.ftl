# SPDX-License-Identifier: EUPL-1.2
# Files that belong to something, and why one does not come in.
file-not-there = This file is no longer there. Choose it again.
file-not-here = This file is on the node of the organisation that added it. Ask for it there.
file-elsewhere = More, or less, of this file is in already. Go on at the byte named here.
file-too-large = The file is too large. Take a file of at most { $megabytes } MB, or make the photo smaller.
file-too-many = Many files of yours are waiting already. Add those first, or try again in ten minutes.
file-busy = Many files are coming in now. Try again in a minute.
file-disk-full = The disk of this node is full. The file was not kept. Tell the administrator.
file-broken = The file could not be kept. Try again. If it keeps failing, tell the administrator.
file-offset = Say in the header Upload-Offset at which byte this goes on.
file-name-and-size = Send JSON with the name (name) and the size in bytes (size) of the file.
file-unknown = This file is no photo or PDF. Take a JPEG, PNG, WebP or PDF.
file-heif = This photo is a HEIC or AVIF file. Save the photo as JPEG. On an iPhone: Settings, Camera, Formats, Most Compatible.
file-empty = The file is empty. Choose another file.
file-too-many-pixels = This photo has too many pixels. Make the photo smaller.
file-too-many-parts = This file is too complicated. Make an ordinary photo or an ordinary PDF of it.
file-broken-off = The file is not whole: its end is missing. Choose it again.
file-damaged = The file is damaged, or is something else than it seems. Open it, save it again and choose that file.
file-moving = This is a moving picture. Take an ordinary photo.
file-locked = This PDF has a password. Save the PDF without a password.
file-form = This PDF is a form, or is signed. Print the PDF to a new PDF and choose that one.
file-too-heavy = This PDF takes too much time or memory. Print the PDF to a new PDF and choose that one.
