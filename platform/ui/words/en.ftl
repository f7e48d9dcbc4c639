# SPDX-License-Identifier: EUPL-1.2
# Words of the platform itself. Modules add a file of their own.

## The frame of every page
frame-home = Paraat, to your start page
frame-skip-main = Skip to the content
frame-skip-nav = Skip to the sections
frame-skip-search = Skip to search
frame-search = Search
frame-search-hint = Search a word, number or name
frame-nav = Sections
frame-more = More
frame-all-sections = All sections
frame-account = You work as
frame-login = Log in
frame-logout = Log out
frame-language = Language
frame-theme = Display
frame-theme-to-dark = Dark display
frame-theme-to-light = Light display
frame-bands = About this environment
frame-demo = Demo: what you record here does not count
frame-exercise = EXERCISE: { $name }
frame-exercise-explained = What you do here does not count in the real world.
frame-to-live = To live
frame-exercise-lead = Lead the exercise
frame-no-play = No play: stop and open live
frame-lite = Simple screen files: updates are slower, all else works.
frame-about = Paraat, open source under the EUPL-1.2
language-nl = Nederlands
language-en = English
theme-system = As the device
theme-light = Light
theme-dark = Dark
no-title = Untitled
unverified = not verified
unverified-explained = Nobody has checked this at the source yet.
back = Back
cancel = Cancel
save = Record
close = Close
details = Read more
source = Source
as-table = As a table
print = Print
none = none
yes = yes
no = no

## Status bar
status-label = State of this page
status-live = Live
status-reconnecting = Reconnecting
status-snapshot = Snapshot { $time }
status-stale = out of date, { $age }
changed-notice = Something has changed.
changed-refresh = Refresh
changed-lines = New lines
outbox-waiting = Waits for a connection
outbox-edit = Change
outbox-send = Send
outbox-broken = Something on this device can no longer be read. It is not sent.
changed-spoken = The page was updated.

## Drafts in the browser
draft-found = You started on this before. Your text is still on this device.
draft-restore = Put the text back
draft-discard = Throw away

## Date and time
date-month-1 = Jan
date-month-2 = Feb
date-month-3 = Mar
date-month-4 = Apr
date-month-5 = May
date-month-6 = Jun
date-month-7 = Jul
date-month-8 = Aug
date-month-9 = Sep
date-month-10 = Oct
date-month-11 = Nov
date-month-12 = Dec
date-day = { $day } { $month } { $year }
date-clock = { $hour }:{ $minute }
date-moment = { $day }, { $clock }
date-utc = UTC: { $moment }
date-just-now = just now
date-minutes-ago = { $count } min ago
date-hours-ago = { $count ->
    [one] 1 hour ago
   *[other] { $count } hours ago
 }
date-days-ago = { $count ->
    [one] 1 day ago
   *[other] { $count } days ago
 }

## Lists, pages, filters
pages-label = Pages
pages-previous = Previous
pages-next = Next
pages-shown = { $from } to { $to } of { $total }
filter-label = Filters
filter-any = all
filter-text = Words
filter-apply = Filter
filter-used = { $count } chosen
filter-clear = Clear filters
filter-count = { $count ->
    [0] No results
    [one] 1 result
   *[other] { $count } results
 }
board-count = { $count ->
    [one] 1 card
   *[other] { $count } cards
 }
board-empty = Nothing yet
timeline-item = Subject
timeline-period = Period
timeline-status = State
timeline-open-end = from { $from }
timeline-scroll = Timeline, scroll sideways for all years
map-name = Name
map-status = State
map-label = Schematic map of regions and islands
map-scroll = Map, scroll sideways for all regions
map-note = Schematic: each tile is a region or an island, its place is roughly right.
map-areas-label = Map of regions and islands
map-areas-note = Borders are simplified. An area in a box is not in its place and has a scale of its own.
history-title = History
history-empty = Nothing has been recorded yet.
difference-title = Difference
difference-removed = removed
difference-added = added
difference-none = The texts are equal.

## Markings (TLP)
tlp-clear = TLP:CLEAR
tlp-clear-explained = Anyone may see this.
tlp-green = TLP:GREEN
tlp-green-explained = For the organisations that take part only.
tlp-amber = TLP:AMBER
tlp-amber-explained = For the recipients and those they serve only.
tlp-amber-strict = TLP:AMBER+STRICT
tlp-amber-strict-explained = For the receiving organisations only.
tlp-red = TLP:RED
tlp-red-explained = For the named recipients only.

## Forms
form-problems = { $count ->
    [one] Something is not right. Please mend this:
   *[other] { $count } things are not right. Please mend these:
 }
form-refused = This was not recorded
form-error = Error:
form-of = Read what it says
form-later = More
form-look = See whether it is there already
form-optional = optional
form-choose = Choose
form-file = Or choose a file
form-file-help = The content of the file takes the place of what stands above.
form-file-there = The file is in. Choose another one only when you want to add something else.
form-upload-sending = { $name }: { $part }% is in.
form-upload-waits = The connection is gone. The file goes on by itself when it is back.
form-upload-checked = The file is being checked.
form-upload-ready = { $name } is in.
form-upload-failed = The file did not come in.
form-upload-no-line = Without a connection a file does not wait. Choose it again when you are connected.
form-at-most = At most { $most } characters.
form-moment-help = Fill in day and time. The time is that of { $zone }.
form-moment-day = Day
form-moment-time = Time
form-not-a-moment = Fill in a day and a time, or leave both empty.
form-link-help = Start with https://
form-whole-help = A whole number from { $low } to { $high }.
form-seen-changed = Somebody else changed this meanwhile. Look at what changed, then record again.
form-yours = Your text
form-theirs = Recorded now

field-missing = Fill in this field.
field-too-long = Shorten the text: you wrote { $typed } characters, { $most } fit.
field-not-a-choice = Choose one of these words: { $choices }.
field-not-an-address = Choose a file from the list, or paste the whole address.
field-not-an-organisation = Choose an organisation from the list.
field-not-a-date = Write a day that exists: day, month and year, such as 31-5-2026.
field-not-a-moment = Write day, time and time zone, such as 2026-11-23T21:14+01:00.
field-not-a-whole = Write a whole number from { $low } to { $high }.
field-not-a-link = Write a web address that starts with https:// or http://, without spaces.
field-not-a-file = Choose a file.
field-control-character = Take out line breaks and invisible characters.
field-unknown = Take out this field: it does not belong to this act.
field-said = { $sentence }
field-wrong-type = Send this field as text.

## Functions
function-reader = reader
function-editor = editor
function-decider = decider
function-admin = administrator
function-auditor = auditor

## Circles
circle-public = public
circle-partners = partners
circle-own = own organisation
circle-made = own circle

## Error pages
problem-400-title = We cannot read your request
problem-400-do = Go back, check what you filled in and try again.
problem-401-title = You are not logged in
problem-401-do = Log in. You then go on where you were.
problem-403-title = You may not do this
problem-403-do = Read below why. Ask a colleague with the right function, or ask your administrator for that function.
problem-404-title = We cannot find this page
problem-404-do = The page does not exist, or you may not see it. Check the address or search for a word.
problem-405-title = This address does not know this act
problem-405-do = Go back and use the button on the page.
problem-409-title = Somebody else was first
problem-409-do = Look at what changed, adapt your text and record again.
problem-412-title = You saw an older version
problem-412-do = Look at what changed, adapt your text and record again.
problem-413-title = This is too large
problem-413-do = Make the text or the file smaller and try again.
problem-415-title = We cannot read this kind of file
problem-415-do = Send the data as a form or as JSON.
problem-422-title = Something is not right
problem-422-do = Mend the fields that are named and record again. Your text is still there.
problem-428-title = The version is missing
problem-428-do = Send along which version you saw, in the header If-Match.
problem-429-title = Too many attempts
problem-429-do = Wait a minute and try again.
problem-500-title = Something went wrong on our side
problem-500-do = Try again. If it goes wrong once more, give the reference below to your administrator.
problem-503-title = Paraat cannot record now
problem-503-do = Reading still works. Keep your text and try again in a few minutes.
problem-reference = Reference: { $reference }
problem-reasons = Why

## Logging in
login-title = Log in
login-name = Account name
login-password = Password
login-code = Code from your app
login-code-help = Six digits. Needed only if you set up a second step.
login-submit = Log in
login-failed = Account name, password or code is not right. Check all three.
login-locked = Too many attempts with this account from this place. Wait { $minutes } minutes.
login-expired = Your session has ended. Log in; what you typed is waiting.
login-kept = What you typed was kept. You see it again after you log in.
login-next = After you log in you go on where you were.
login-out = You are logged out.

## Administration
admin-title = Administration
admin-accounts = Accounts
admin-account = Account
admin-account-add = Add an account
admin-account-name = Account name
admin-account-close = Close the account
admin-account-closed = closed
admin-account-open = open
admin-organisation = Organisation
admin-functions = Functions
admin-function = Function
admin-function-lend = Lend a function
admin-function-end = End the function
admin-from = From
admin-until = Until
admin-sessions = Sessions
admin-session-started = Started
admin-session-seen = Last seen
admin-session-end = End the session
admin-sessions-end-all = End all sessions
admin-sessions-empty = Nobody is logged in now.
admin-tokens = Access keys for programs
admin-token-name = Name of the key
admin-token-scope = Scope
admin-token-add = Make a key
admin-token-revoke = Revoke the key
admin-token-revoked = revoked
admin-token-shown-once = Keep this key now. We show it only once.
admin-tokens-empty = There are no keys yet.
admin-password-new = New password
admin-password-change = Change the password
admin-second-factor = Second step
admin-second-factor-on = Turn the second step on
admin-second-factor-off = Turn the second step off
admin-refusals = Refusals
admin-refusals-empty = Nothing has been refused yet.
admin-node = Node
admin-node-version = Version
admin-node-entries = Entries
admin-verify = Check of the ledger

document-odt = Download as ODT
document-pdf = Download as PDF
## Lists as files
list-version = Version
list-address = Address
