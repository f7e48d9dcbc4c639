# SPDX-License-Identifier: EUPL-1.2
## Lists as files
list-download = Download
list-format-xlsx = Excel (.xlsx)
list-format-ods = LibreOffice (.ods)
list-format-csv = Text with semicolons (.csv)
list-import = Import
list-import-title = Import { $list }
list-import-how = Download the list, change lines or add some, and hand the file in here. You first see what would change. Nothing is taken over until you say so.
list-import-left = A line that you leave out stays here. Importing deletes nothing.
list-import-file = File
list-import-file-help = XLSX, ODS or CSV, up to { $megabytes } MB and { $lines } lines.
list-import-read = Look at the file
list-import-no-file = Choose a file.
list-import-too-large = This file is larger than { $megabytes } MB. Divide it.
list-import-too-much = Too many files are being looked at now. Try again in a quarter of an hour.
list-import-kept = We keep the file for an hour. Only you can open it.
list-import-gone = This file is not here any more. We keep a file for an hour. Hand it in again.
list-import-not-read = We could not read this file
list-import-again = Hand in another file
list-import-look = What we found
list-import-of = File: { $name }
list-import-unchanged = Unchanged
list-import-new = New
list-import-changed = Changed
list-import-bad = Not good
list-import-rows = { $count ->
    [one] line
   *[other] lines
 }
list-import-nothing-changed = Nothing changed. This file says what stands here already.
list-import-bad-title = Lines that are not good
list-import-bad-how = Paraat does not take over these lines. Mend them in your file and hand it in again.
list-import-more-bad = These are the first { $shown } of { $count } remarks.
list-import-line = Line
list-import-changes = What changes
list-import-name = Of what
list-import-becomes = What stands here now and what it becomes
list-import-cell = { $column }: now { $was }, becomes { $now }
list-import-cell-new = { $column }: { $now }
list-import-empty-cell = empty
list-import-new-line = new
list-import-more-changes = These are the first { $shown } of { $count } lines.
list-import-column = Column
list-import-reason = Reason
list-import-take-all = Take over everything
list-import-take-good = Take over the good lines
list-import-nothing-good = No line can be taken over. Nothing was recorded.
list-import-receipt = Taken over
list-import-recorded = { $count ->
    [one] 1 line was recorded.
   *[other] { $count } lines were recorded.
 }
list-import-left-out = { $count ->
    [one] 1 line was not taken over, because it was not good.
   *[other] { $count } lines were not taken over, because they were not good.
 }
list-import-to-list = To the list
list-import-about = About the file
list-import-unknown = The list does not know these columns, and they were passed over: { $columns }.
list-import-fixed = The column { $column } is only to be read. What stands there otherwise ({ $count ->
    [one] 1 line
   *[other] { $count } lines
 }) was not taken over.
list-import-no-names = A column by which Paraat knows a line is missing in this file: { $columns }. Put it back, with its name on the first line.
list-may-not = You may not record anything in this list. Ask an editor or decider of your organisation.
list-only-out = This list only goes out: it is put together from what others recorded, or a board decides on its lines. Record on the page that it is about.
list-no-such-format = Choose from csv, xlsx and ods.
list-no-such-taking = Choose for keep from nothing, all and good.
list-line-no-name = This line does not show what it is about. Fill in this cell.
list-line-twice = The same line also stands on line { $line }.
list-line-stale = Somebody else changed this meanwhile. Download the list again and change the new line.
list-line-not-seen = The version is missing. Download the list again and leave the column with the version.
list-line-not-there = What this line is about is not there. Check the address, or leave this cell as it was.
list-line-broken = This line could not be tried. Try again later.
list-no-organisation = The registers know no organisation of this name: { $text }.
web-home-tasks = What there is to do
web-home-press = How urgent
web-home-press-late = Late
web-home-press-due = Due
web-home-press-waiting = Waiting for us
web-home-when = Due at
list-two-organisations = Several organisations have this name: { $text }. Fill in the short name from the registers.

## What can be said of a file
sheet-delimiter-semicolon = semicolon
sheet-delimiter-comma = comma
sheet-delimiter-tab = tab
sheet-finding-delimiter = A { $delimiter } stands between the cells.
sheet-finding-windows-1252 = The characters were read as Windows-1252, as older programs write them. Check letters with accents.
sheet-finding-utf-16 = The characters were read as UTF-16, which Excel calls “Unicode text”.
sheet-finding-broken-characters = { $count ->
    [one] 1 character could not be read and was replaced by �.
   *[other] { $count } characters could not be read and were replaced by �.
 }
sheet-finding-unbalanced-quotes = A quotation mark on line { $row } is not closed ({ $count } in this file). It was read as plain text.
sheet-finding-ragged-rows = { $count ->
    [one] 1 line has
   *[other] { $count } lines have
 } more or fewer cells than the top line: { $places }.
sheet-finding-empty-rows = { $count ->
    [one] 1 empty line was passed over.
   *[other] { $count } empty lines were passed over.
 }
sheet-finding-header-missing = Line { $row } was read as the line with the names of the columns, but only numbers and dates stand there. The names may be missing.
sheet-finding-header-cells-empty = Columns with content have no name: { $places }. They were passed over.
sheet-finding-doubled-name = The column { $name } stands there several times: { $places }. Only the first counts.
sheet-finding-merged-cells = Cells are merged: { $places }. Only the first cell counts, the others were read as empty.
sheet-finding-dates-1904 = This file counts its dates from 1904. They were converted and are right.
sheet-finding-more-sheets = The file has more sheets. { $read } was read, not { $places }.
sheet-finding-formulas = { $count ->
    [one] 1 cell holds a formula. Its last outcome was read: { $places }.
   *[other] { $count } cells hold a formula. Their last outcome was read: { $places }.
 }
sheet-finding-formulas-without-value = Formulas without a kept outcome were read as empty: { $places }. Open the file in your program and save it.
sheet-finding-error-values = Cells hold an error, such as #REF!, and were read as text: { $places }.
sheet-finding-hidden-rows = { $count ->
    [one] 1 hidden line was read too: { $places }.
   *[other] { $count } hidden lines were read too: { $places }.
 }
sheet-refused-not-a-sheet = This is no list, but { $what }. Hand in a file as XLSX, ODS or CSV.
sheet-refused-password-protected = This file has a password. Save it without one and hand it in again.
sheet-refused-no-sheet = There is no sheet with cells in this file.
sheet-refused-nothing-in-it = There is nothing in this file.
sheet-refused-too-many-bytes = This file is larger than { $most } MB. Divide it.
sheet-refused-too-many-rows = This file has more than { $most } lines. Divide it.
sheet-refused-too-many-columns = This file has more than { $most } columns. Take out what does not belong to the list.
sheet-refused-too-many-cells = This file has more than { $most } cells. Divide it.
sheet-refused-too-much-text = There is more than { $most } MB of text in this file. Divide it.
sheet-refused-zip-bomb = Unpacked, this file is larger than { $most } MB. We do not read such a file.
sheet-refused-too-many-pieces = This file is made otherwise than a list ({ $part }). Save it again and hand it in again.
sheet-refused-truncated = This file is not complete. Save it again and hand it in again.
sheet-refused-broken-zip = This file is damaged. Save it again and hand it in again.
sheet-refused-broken-part = A part of this file is damaged ({ $part }). Save it again and hand it in again.
sheet-refused-unknown-packing = A part of this file is packed in a way that we do not know ({ $part }). Save it again.
sheet-refused-part-missing = A part is missing in this file ({ $part }). Save it again and hand it in again.
sheet-refused-broken-xml = A part of this file is not in order ({ $part }). Save it again and hand it in again.
sheet-refused-doctype = There is something in this file that no spreadsheet program writes ({ $part }). We do not read it.
sheet-refused-entity = There is something in this file that no spreadsheet program writes ({ $part }). We do not read it.
sheet-seems-empty = an empty file
sheet-seems-pdf = a PDF
sheet-seems-old-excel = an Excel file from before 2007 (.xls)
sheet-seems-binary-excel = a binary Excel file (.xlsb)
sheet-seems-old-office = an old Office file
sheet-seems-text-document = a text document
sheet-seems-presentation = a presentation
sheet-seems-image = an image
sheet-seems-archive = a packed file
sheet-seems-html = a web page
sheet-seems-xml = an XML file
sheet-seems-rich-text = a text document (RTF)
sheet-seems-unknown = something that we do not recognise
