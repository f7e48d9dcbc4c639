# SPDX-License-Identifier: EUPL-1.2
# Words of the shell: pages and answers that belong to no module.

## Start page
web-home = Start
web-to-start = To the start page
web-home-mine = Of my organisation
web-home-newest = Changed last
web-home-empty = There is nothing here yet.
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
permit-lacks-manage = You may not manage this. That takes the function administrator.

## Somebody else was first
web-stale-title = Recorded meanwhile
web-stale-field = Field

## What does not go
web-wait = Wait { $seconds } seconds and try again.
web-not-utf8 = The text is damaged: not all characters can be read. Send the text as UTF-8.
web-body-broken-off = The connection broke off before everything had arrived. Send it again.
web-other-site = The request came from another website. Open Paraat itself and do it there.
web-late = The answer took too long. See whether your act was recorded, and try again if not.
web-many-nothing = Nothing was recorded: it is done for all of them, or for none.
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
web-functions-empty = This account has no function now.
web-no-end = without an end
web-until-bad = Choose a moment in the future, such as 2026-11-23T21:14+01:00, or leave it empty.
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
