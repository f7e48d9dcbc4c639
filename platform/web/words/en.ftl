# SPDX-License-Identifier: EUPL-1.2
# Words of the shell: pages and answers that belong to no module.

## Start page
web-home = Start
web-to-start = To the start page
web-home-late = Late ({ $count })
web-home-due = Within 30 days ({ $count })
web-home-waiting = Waiting for your organisation ({ $count })
web-home-changed = Changed ({ $count })
web-home-own = Of your organisation and what belongs to it ({ $count })
web-home-other = What else changed ({ $count })
web-home-held = Everything of your organisation ({ $count })
web-home-late-empty = Nothing of your organisation is late.
web-home-due-empty = Nothing has to be finished in the next 30 days.
web-home-waiting-empty = Nobody waits for your organisation now.
web-home-own-empty = Nothing has changed.
web-home-other-empty = Nothing else has changed.
web-home-held-empty = There is nothing of your organisation here yet.
web-home-since = Since { $moment }. That is when you said you had seen everything.
web-home-since-week = In the last 7 days.
web-home-seen = Seen until now
web-news-since = New since { $moment }: { $count }
web-news-lately = New in the last 12 hours: { $count }
web-news-more = { $count } more are not shown here.
web-home-rest = See { $count } more
web-home-why = Why
web-home-until = Not later than
web-home-do = Do
web-home-by = By
web-home-what = What
web-home-look = Look
web-home-no-day = no day named
web-home-is-late = late
web-home-why-waits = The next step is up to your organisation ({ $sort }).
web-home-why-due = Your organisation finishes this ({ $sort }).
web-home-why-stale = This is no longer up to date ({ $sort }). Bring it up to date.
web-home-reads = You may read this. An editor or decider of your organisation records.
web-home-to-admin = Manage accounts
web-home-to-module = To { $module }
web-home-to-held = Everything of your organisation
web-card-title = Subject
web-card-sort = Sort
web-card-status = State
web-card-under = Belongs to
web-card-changed = Changed
web-account = My account

## Search
web-search-section = Section
web-search-start = Type a word, number or name and press Enter.
web-search-found = Found
web-search-nothing = Nothing found. Try another word or choose another section.

## Logging in
web-login-code-wanted = Fill in the code from your app as well, and your password once more.
web-login-busy = Many people are logging in now. Try again in a few seconds.

## What somebody may do
permit-gives = The function { $function } gives this right.
permit-not-signed-in = You are not logged in.
permit-other-organisation = Only { $organisation } may do this.
permit-lacks-write = You may read, but not record. That takes the function editor or decider.
permit-lacks-decide = You may not decide this. That takes the function decider.
permit-not-let-in = You were not let into these sealed data. An administrator of your organisation arranges that.
permit-lacks-manage = You may not manage this. That takes the function administrator.

## Somebody else was first
web-stale-title = Recorded meanwhile
web-stale-field = Field

## What does not go
web-not-yours = { $act } is not up to you.
web-not-now = This cannot be done now
web-wait = Wait { $seconds } seconds and try again.
web-not-utf8 = The text is damaged: not all characters can be read. Send the text as UTF-8.
web-body-broken-off = The connection broke off before everything had arrived. Send it again.
web-other-site = The request came from another website. Open Paraat itself and do it there.
web-late = The answer took too long. See whether your act was recorded, and try again if not.
web-document-too-large = This report is too large to make in one go. Choose less and try again.
web-many-nothing = Nothing was recorded: it is done for all of them, or for none.
web-many-unticked = What cannot be done is no longer ticked below. You can still record the rest.
web-intake-too-large = This is larger than { $megabytes } MB. Take the part that you need, or divide it.
web-intake-both = You pasted text and chose a file. Choose one of the two.
web-intake-file-again = Choose the file ‘{ $name }’ again: your session had ended and it was not kept.
web-intake-none = Nothing is ticked. Tick what you want to record.
web-intake-nothing = Nothing was recorded: the reason stands with each line below. Mend it, untick it, or record only what can be.
web-took-too-long = This took too long and was not recorded. Try again with fewer at a time.
web-key-reused = This key belongs to another request already. Take a new Idempotency-Key.
web-key-bad = The Idempotency-Key may be 1 to 200 readable characters long.
web-if-match-bad = Write the version you saw in If-Match, between quotation marks: "3".
web-key-does-not-open = This access key does not open this. Make a key with the right scope.
web-not-json = This is no readable JSON: it goes wrong at line { $line }, position { $column }.
web-not-an-object = Send a JSON object with the fields of the act.
web-not-with-text = Do not use { $name } together with text.
web-page-size = Ask for 1 to { $most } rows with pageSize.
web-after = For after, use the value of next from the answer before.
web-parameter-unknown = There is no parameter { $name } here. Check the name.

## One's own account and administration
web-made = Made
web-act = Act
web-when = When
web-reason = Reason
web-opens-read = read
web-opens-write = record
web-opens-metrics = figures of the node
web-session-here = this session
web-password-old = Present password
web-password-help = At least 15 characters. A sentence of four words is strong and easy to remember.
web-password-changed = Your password was changed.
web-password-once = Give { $name } this password now. We show it only once.
web-password-reset = Make a new password
web-password-reset-note = The old password then no longer works. Sessions and the second step end too.
web-second-step-off = You now log in with a password only. A code from an app protects your account better.
web-second-step-on = You log in with a password and a code from your app.
web-second-step-how = Put this key in your app. Then fill in the code that the app shows.
web-second-step-secret = Key
web-second-step-open = Open the key in an app on this device
web-account-name-help = Lower-case letters, digits and hyphens; 2 to 60 characters. Name the account after the function.
web-account-close-note = The account can then no longer log in. What it recorded stays.
web-account-close-title = Close { $name }?
web-account-close-means = Whoever is logged in with this account is logged out at once. Its access keys no longer work.
web-account-close-undo = You can open the account again later on its own page.
web-account-close-yes = Yes, close { $name }
web-account-open = Open the account again
web-account-open-note = The account can then log in again with its password. Its functions and keys work again.
web-acts = What was done to accounts
web-acts-empty = Nothing was done to accounts yet.
web-acted = What
web-acted-by = By
web-acted-here = on the node itself
web-acted-made = made
web-acted-closed = closed
web-acted-opened = opened again
web-acted-password-reset = given a new password
web-acted-key-made = access key made
web-acted-key-revoked = access key revoked
web-acted-session-ended = session ended
web-acted-second-factor-on = second step turned on
web-acted-second-factor-off = second step turned off
web-functions-empty = This account has no function now.
web-no-end = without an end
web-until-bad = Choose a day and time in the future, or leave both empty.
web-that-organisation = the organisation it belongs to

account-form-not-kept = Your text could not be kept. Copy it below, then log in.
account-busy = Many people are logging in now. Try again in a few seconds.
account-password-wrong = This password is not right.
account-password-weak = This password is too short or too plain. Take at least 15 characters.
account-name-taken = This name exists already. Choose another one.
account-name-bad = Use lower-case letters, digits and hyphens; 2 to 60 characters.
account-full = No more accounts fit on this node.
account-key-opens = Choose reading, or reading and recording.
account-key-name = Give the key a name of at most 100 characters.
account-key-too-many = You have too many keys. Revoke one first.
account-second-step-on = The second step is on already.
account-code-wrong = This code is not right. Check the time of your phone and fill in the newest code.
account-own = You cannot close your own account. Ask another administrator.
web-typed = What you typed

## About Paraat
web-about = About Paraat
web-about-version = Version
web-about-licence = Licence
web-about-source = Source code
web-about-fonts = What others made
web-about-parts = There is work of others in Paraat: fonts and colour profiles for PDFs, and parts of the program. This says whose it is and what you may do with it.
web-about-notices = Licences of fonts and colour profiles
web-about-pages = Licences of what pages load
web-about-crates = Parts of the program with their licences
web-about-name = Name
web-about-rights = Rights
web-here = Looking now: { $who }
web-here-more = Looking now: { $who } and { $count } more

## What everybody reads
public-demo = DEMONSTRATION, not real. Demonstratie, niet echt.
