# SPDX-License-Identifier: EUPL-1.2
# Words of the shell: pages and answers that belong to no module.

## Start page
web-home = Start
web-home-mine = Of my organisation
web-home-newest = Changed last
web-home-empty = There is nothing here yet.
web-card-title = Subject
web-card-sort = Sort
web-card-status = State
web-card-changed = Changed
web-account = My account

## Search
web-search-section = Section
web-search-start = Type a word, number or name and press Enter.
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
