# SPDX-License-Identifier: EUPL-1.2

## Pages
communication-nav = Communication
communication-board = Channels
communication-board-none = No alert was handed over yet.
communication-message = Message
communication-alert = Alert
communication-outputs = What it becomes
communication-alerts = Alerts
communication-alerts-none = There are no alerts.
communication-crises = Crises that go on
communication-messages = Messages
communication-messages-none = There are no messages yet.
communication-to-incident = To the crisis
communication-to-message = Back to the message
communication-to-alert = To the alert
communication-to-be-filled-in = Still to be filled in
communication-debts = Still to do
communication-debt-todo = Say what people must do.
communication-debt-meaning = Say what it means.
communication-debt-update = The time of the next update has passed.
communication-debt-older = The translation into { $language } is older than the text.
communication-others = Others about the same crisis
communication-languages = Languages
communication-translations = Translations
communication-translations-none = Not translated yet.
communication-translate-again = Translate again
communication-older = Older than the text

## Plain language
communication-plain = Plain language (B1)
communication-plain-good = We see nothing hard in this text.
communication-plain-advice = This is advice, from a short list (not verified). You can also use the text as it is.
communication-plain-long = Long sentence: “{ $begins } …” has { $words } words. Make it two.
communication-plain-hard = Hard word: “{ $word }”. Rather write “{ $plainer }”.
communication-plain-passive = Passive: “{ $begins } …”. Say who does it.
communication-plain-short = Short form that people do not know: “{ $word }”. Write it out.
communication-plain-number = Large number: “{ $word }”. Group its digits, or round it.

## The three questions
communication-isb-what = What is happening?
communication-isb-todo = What must I do?
communication-isb-meaning = What does it mean?
communication-isb-groups = For whom is it different?

## States
communication-standing-draft = Draft
communication-standing-published = Public
communication-standing-newer = Public, new text or translation not yet
communication-standing-withdrawn = Withdrawn
communication-alert-drafted = Drafted
communication-alert-ordered = Ordered
communication-alert-handed-over = Handed over
communication-alert-confirmed = Sent, says the sender
communication-alert-withdrawn = Withdrawn
communication-expired = Expired
communication-steps = How far the alert is

## What must happen next
communication-next-drafted = Waits for the order
communication-next-drafted-why = Read the text. Then the highest operational leader orders it; nationally the minister.
communication-next-objected = Held up
communication-next-objected-why = Change the text. Then a new order is needed. Reason:
communication-next-ordered = Waits for a second pair of eyes
communication-next-ordered-why = Somebody who did not write the text looks at it. After that the order stands without.
communication-next-reviewed = Ready to hand over
communication-next-reviewed-why = A second pair of eyes looked at it.
communication-next-waited = Ready to hand over, not looked at
communication-next-waited-why = The time for a second pair of eyes is over. The order stands. Have somebody look all the same.
communication-next-handed-over = Handed over, not sent yet
communication-next-handed-over-why = Call those who send it. Only when they say so is this alert called sent.
communication-next-confirmed = Sent
communication-next-confirmed-why = So says:
communication-next-withdrawn = Withdrawn, not confirmed yet
communication-next-withdrawn-why = Call those who send it: the end of the alert must go out too.
communication-next-gone = Withdrawn
communication-next-gone-why = This alert no longer holds.
communication-next-until = At the latest
communication-next-no-area = There is no area yet. Without an area nobody can order it.
communication-next-decider = Whoever may decide for { $who } gives the order.

## Parts of the page of an alert
communication-alert-text = Text
communication-alert-area = Area
communication-alert-about = Details
communication-no-area = No area yet.
communication-map-note = Grid: { $step }.
communication-radius = Radius: { $metres } metres.
communication-handed = Handed over, exactly so
communication-short-length = { $count } characters. Read at a glance up to { $glance }; the network carries { $most } at most (not verified).
communication-exercise-only = Exercise: nothing of this leaves.
communication-cap = The file (CAP 1.2)
communication-targets = Targets
communication-targets-none = No target has reported yet.
communication-outcome-handed-over = Handed over
communication-outcome-retried = Tried again
communication-outcome-failed = Failed

## Forms in which a message goes out
communication-output-alert = Alert text
communication-output-web = Text for the web
communication-output-press = Press line
communication-output-call-centre = Questions and answers
communication-output-radio = Radio
communication-output-poster = Poster A4
communication-output-sound-car = Sound car
communication-press-more = More follows as soon as it is there.
communication-radio-opening = Here is a message from
communication-radio-repeat = We repeat this message.
communication-sound-car-opening = Attention! Attention!

## Columns
communication-column-say = Say something about it
communication-column-title = What
communication-column-standing = State
communication-column-area = Area
communication-column-who = Organisation
communication-column-expires = Holds until
communication-column-sender = Sender
communication-column-as-of = As of
communication-column-next-update = Next update
communication-column-incident = Crisis
communication-column-response = Action
communication-column-category = Kind
communication-column-urgency = How soon
communication-column-severity = How bad
communication-column-certainty = How sure
communication-column-ordered-by = Ordered by
communication-column-target = Target
communication-column-outcome = State
communication-column-detail = What happened
communication-column-at = When

## Who speaks
communication-authority-mayor = Mayor
communication-authority-chair = Chair of the safety region
communication-authority-prosecutor = Public prosecutor
communication-authority-water-board = Water board
communication-authority-minister = Minister
communication-authority-island-governor = Island governor
communication-authority-health = Public health service
communication-authority-provider = Vital provider
communication-authority-other = Other

## Languages
communication-language-nl = Dutch
communication-language-en = English
communication-language-pap = Papiamentu
communication-language-fy = Frisian
communication-language-de = German
communication-language-fr = French
communication-language-es = Spanish
communication-language-pl = Polish
communication-language-tr = Turkish
communication-language-ar = Arabic
communication-language-uk = Ukrainian

## Words of alerts
communication-purpose-actual = Actual
communication-purpose-test = Test
communication-category-fire = Fire
communication-category-safety = Safety
communication-category-cbrne = Hazardous material
communication-category-met = Weather
communication-category-geo = Earth and water
communication-category-infra = Infrastructure
communication-category-env = Environment
communication-category-transport = Transport
communication-category-health = Health
communication-category-security = Security
communication-category-rescue = Rescue
communication-category-other = Other
communication-response-shelter = Shelter
communication-response-evacuate = Evacuate
communication-response-prepare = Prepare
communication-response-execute = Do what it says
communication-response-avoid = Avoid
communication-response-monitor = Monitor
communication-response-assess = Assess
communication-response-all-clear = All clear
communication-response-none = Nothing
communication-urgency-immediate = Immediately
communication-urgency-expected = Within the hour
communication-urgency-future = Later
communication-urgency-past = Past
communication-urgency-unknown = Unknown
communication-severity-extreme = Extreme
communication-severity-severe = Severe
communication-severity-moderate = Moderate
communication-severity-minor = Minor
communication-severity-unknown = Unknown
communication-certainty-observed = Observed
communication-certainty-likely = Likely
communication-certainty-possible = Possible
communication-certainty-unlikely = Unlikely
communication-certainty-unknown = Unknown
communication-ordered-by-operational-leader = Operational leader
communication-ordered-by-regional-leader = Regional operational leader
communication-ordered-by-minister = Minister, through the NCC
communication-ordered-by-island-governor = Island governor
communication-sender-control-room = Control room
communication-sender-national-centre = National crisis centre

## Verbs
communication-message-draft = Write a message
communication-message-revise = Change the text
communication-message-translate = Translate
communication-message-publish = Make public
communication-message-withdraw = Withdraw
communication-alert-draft = Draft an alert
communication-alert-revise = Change the alert
communication-alert-order = Give the order
communication-alert-review = Looked at, agreed
communication-alert-object = Hold up
communication-alert-hand-over = Hand over
communication-alert-report-delivery = Report on a target
communication-alert-confirm = Confirm that it was sent
communication-alert-withdraw = Withdraw the alert

## Fields
communication-field-incident = Crisis
communication-field-language = Language
communication-field-title = In one sentence
communication-field-what = What is happening?
communication-field-todo = What must people do?
communication-field-todo-help = One action a line.
communication-field-meaning = What does it mean?
communication-field-groups = For whom is it different?
communication-field-groups-help = For schools, say, or the elderly, or who cannot leave.
communication-field-authority = Who speaks?
communication-field-sender = Sender as people know it
communication-field-area = For which area, in words
communication-field-next-update = Next update
communication-field-as-of = As of
communication-field-reason = Reason
communication-field-at = Area on the map
communication-field-at-help = One point with a radius, or the corners of an area: latitude, longitude, one a line. RD or GeoJSON too.
communication-field-radius = Radius in metres
communication-field-radius-help = With one point only. Empty is 1000.
communication-field-language2 = Second language
communication-field-title2 = In one sentence, second language
communication-field-what2 = What is happening, second language
communication-field-todo2 = What must people do, second language
communication-field-more = Where is more?
communication-field-expires = Holds until
communication-field-expires-help = Empty is in four hours.
communication-field-category = Kind
communication-field-response = Action
communication-field-urgency = How soon
communication-field-severity = How bad
communication-field-certainty = How sure
communication-field-purpose = What for
communication-field-ordered-by = Who gives the order?
communication-field-remark = Remark
communication-field-target = Target
communication-field-outcome = State
communication-field-detail = What happened
communication-field-by = Who says so?
communication-field-by-help = The function, not the name.
communication-field-sent = Sent at
communication-field-sent-help = Empty is now.
communication-field-reference = Reference
communication-alert-order-sender = Who sends it?

## Second language
communication-language2-nl = { communication-language-nl }
communication-language2-en = { communication-language-en }
communication-language2-pap = { communication-language-pap }
communication-language2-fy = { communication-language-fy }
communication-language2-de = { communication-language-de }
communication-language2-fr = { communication-language-fr }
communication-language2-es = { communication-language-es }
communication-language2-pl = { communication-language-pl }
communication-language2-tr = { communication-language-tr }
communication-language2-ar = { communication-language-ar }
communication-language2-uk = { communication-language-uk }

## Refusals
communication-refusal-incident-not-there = This crisis is not there, or you do not see it. Choose one from the list.
communication-refusal-step = That cannot be done now: somebody was first, or a step is missing. See how it stands.
communication-refusal-withdrawn = This was withdrawn and stays so. Make a new one.
communication-refusal-nothing-new = Nothing changes. Change the text, or go back.
communication-refusal-own-language = This is the language of the text itself. Choose another language.
communication-refusal-turns = There is a sign here that turns the direction of reading. Type the text anew.
communication-refusal-past = This moment has passed. Choose one that is still to come.
communication-refusal-future = This moment is still to come. Fill in when it was sent.
communication-refusal-second-language = Choose another language than the first for the second text.
communication-refusal-second-text = Fill in all of the second language, or none of it.
communication-refusal-area-place = Line { $line } is no place. Write latitude and longitude, such as 51.5, 6.1, or RD. Use one kind.
communication-refusal-area-crosses = The edge of this area crosses itself. Put the corners in order.
communication-refusal-area-few = An area has at least three corners. Or give one point and a radius.
communication-refusal-area-large = This area is too large. Draw fewer points, closer together.
communication-refusal-area-unknown = This is no area. Give points, or an area of GeoJSON.
communication-refusal-area-line = A line is no area. Draw around it.
communication-refusal-area-corners = This area has { $count } corners. The network takes { $most } at most. Draw it coarser.
communication-refusal-no-area = There is no area yet. Fill it in, then give the order.
communication-refusal-expired = This alert has ended already. Change until when it holds.
communication-refusal-too-long = The text has { $count } characters. The network carries { $most } at most. Make it shorter.
communication-refusal-own-eyes = You wrote this text yourself. Have somebody else look.
communication-refusal-reviewed = Somebody has looked already.
communication-refusal-not-reviewed = Nobody has looked yet. Have somebody else look, or wait until the time is over.
communication-refusal-not-handed = This alert was not handed over yet.
communication-refusal-standard = This alert does not meet the CAP standard: { $why }

## Contacts
communication-contacts = Numbers and addresses
communication-contacts-why = A number may stand in a text when somebody called it and another attests that. It holds for a year.
communication-contacts-none = There is no number in the register yet.
communication-contacts-in-text = Numbers and addresses in the text
communication-contacts-debt = Call back what was not tested yet. It takes a minute and two people.
communication-contact-unknown = Unknown
communication-contact-untested = Not tested yet
communication-contact-called = Called, not attested yet
communication-contact-tested = Tested, holds until
communication-contact-expired = Test expired
communication-contact-retired = Out of use
communication-contact-register = Put in the register
communication-contact-call-back = Called back
communication-contact-attest = Attest as the second
communication-contact-retire = Take out of use
communication-column-contact = Number or address
communication-column-for = What for
communication-column-next = Do
communication-field-sort = Kind
communication-sort-phone = Telephone
communication-sort-mail = E-mail
communication-sort-web = Website
communication-field-value = Number or address
communication-field-for = What do people call or write for?
communication-field-desk = Which desk or function answers?
communication-field-heard = Who or what answered?
communication-refusal-no-contact = This is no number or address of that kind. Check it.
communication-refusal-retired = This is out of use. Put it in the register again.
communication-refusal-not-called = Call back first. Then somebody else attests.
communication-refusal-own-call = You made the call. Have somebody else attest.

## Who says what
communication-of = Communication: { $title }
communication-voices = Who says what
communication-voices-none = Not agreed yet who speaks about what.
communication-voices-differ = Organisations see this differently
communication-says = says
communication-voice-assign = Say who speaks
communication-column-topic = Topic
communication-column-speaks = Who speaks
communication-field-topic = About what?
communication-topic-event = What happens
communication-topic-advice = What people must do
communication-topic-victims = Victims
communication-topic-crime = Criminal case
communication-topic-water = Water
communication-topic-health = Health
communication-topic-supply = Power, gas, drinking water
communication-topic-evacuation = Leaving and shelter
communication-topic-damage = Damage and help
communication-topic-meaning = What it means

## What others say
communication-says-of = What others hold of it
communication-says-none = Nobody said anything of it yet.
communication-says-older = about an earlier text
communication-say-give = Say what we hold of it
communication-verdict-agrees = Agrees
communication-verdict-objects = Objects
communication-field-message = Message
communication-field-verdict = Do you agree?
communication-field-text = What would you say otherwise?
communication-refusal-message-not-there = This message is not there, or you do not see it.
communication-refusal-own-message = This is your own message. Change its text.
communication-refusal-why = Say what must be different.

## The first word
communication-message-hold = First word, public at once
communication-field-hazard = What is the matter?
communication-field-first = First language
communication-first-nl = Dutch
communication-first-en = English
communication-hazard-fire = Fire
communication-hazard-smoke = Smoke or hazardous substance
communication-hazard-water = High water
communication-hazard-power = No power
communication-hazard-phone = Calls fail
communication-hazard-weather = Dangerous weather
communication-hazard-other = Something else

## What people say
communication-signals = What people say
communication-signals-none = No signals from society yet.
communication-advice = Advice to those who decide
communication-signal-open = No answer yet
communication-signal-note = Note a signal
communication-signal-see-again = Seen again
communication-signal-answer = Answer
communication-signal-close = Close
communication-column-claim = What people say
communication-column-seen = Seen
communication-column-answer = Answer
communication-field-claim = What do people ask, say or feel?
communication-field-place = Where was it seen?
communication-field-place-help = A medium or place, no person.
communication-field-answer = Our answer
communication-field-fact = What do we know?
communication-field-advice = Advice to those who decide
communication-signal-answer-verdict = Is it so?
communication-sort-question = Question
communication-sort-rumour = Rumour
communication-sort-disinformation = Disinformation
communication-sort-feeling = Feeling
communication-signal-verdict-true = True.
communication-signal-verdict-partly = Partly true.
communication-signal-verdict-false = False.
communication-signal-verdict-unknown = Not known yet.
communication-refusal-over = This signal was closed. Note it anew.
