# SPDX-License-Identifier: EUPL-1.2
agenda-nav = Agenda
agenda-edition-issue = Issue agenda
agenda-edition-issue-slug = Short name
agenda-edition-issue-title-nl = Title in Dutch
agenda-edition-issue-title-en = Title in English
agenda-edition-issue-from-year = First year
agenda-edition-issue-to-year = Last year
agenda-edition-issue-note-nl = Note in Dutch
agenda-edition-issue-note-en = Note in English
agenda-edition-issue-source = Source
agenda-ambition-issue = Issue ambition
agenda-ambition-issue-slug = Short name
agenda-ambition-issue-number = Number
agenda-ambition-issue-pillar = Pillar
agenda-ambition-issue-title-nl = Title in Dutch
agenda-ambition-issue-title-en = Title in English
agenda-ambition-issue-explanation-nl = Explanation in Dutch
agenda-ambition-issue-explanation-en = Explanation in English
agenda-activity-issue = Issue activity
agenda-activity-issue-slug = Short name
agenda-activity-issue-number = Number
agenda-activity-issue-pillar = Pillar
agenda-activity-issue-ambition = Ambition
agenda-activity-issue-title-nl = Title in Dutch
agenda-activity-issue-title-en = Title in English
agenda-activity-issue-explanation-nl = Explanation in Dutch
agenda-activity-issue-explanation-en = Explanation in English
agenda-activity-issue-remark-nl = Remark in Dutch
agenda-activity-issue-remark-en = Remark in English
agenda-activity-issue-from-year = First year
agenda-activity-issue-to-year = Last year
agenda-activity-issue-period = Period
agenda-activity-issue-lead = Lead
agenda-activity-issue-collective = Parties named
agenda-activity-issue-themes = Threat themes
agenda-activity-issue-reach = Reach
agenda-activity-issue-source = Source
agenda-activity-assign = Assign lead
agenda-activity-assign-lead = Lead
agenda-activity-assign-reason = Reason
agenda-progress-report = Report progress
agenda-progress-report-activity = Activity
agenda-progress-report-status = Status
agenda-progress-report-outlook = Compared with the plan
agenda-progress-report-explanation = Explanation
agenda-progress-report-evidence = Link to evidence
agenda-comment-write = Comment
agenda-comment-write-activity = Activity
agenda-comment-write-text = Comment
agenda-activity-assign-reason-help = Only needed when another organisation leads now.
agenda-progress-report-explanation-help = What was done? Why does it go well, or not? Needed when at risk, behind, adjusted or dropped.
agenda-progress-report-evidence-help = A web address that starts with https://
agenda-progress-report-outlook-help = Not needed when the activity is done or dropped.
agenda-comment-write-text-help = Everyone who takes part in Paraat can read your comment.
agenda-progress-status-planned = Planned
agenda-progress-status-under-way = Under way
agenda-progress-status-done = Done
agenda-progress-status-continuous = Continuous
agenda-progress-status-adjusted = Adjusted
agenda-progress-status-dropped = Dropped
agenda-progress-outlook-on-track = On track
agenda-progress-outlook-at-risk = At risk
agenda-progress-outlook-behind = Behind
agenda-activity-period-year = One year
agenda-activity-period-span = Several years
agenda-activity-period-from = From a year on
agenda-activity-period-continuous = Continuous
agenda-activity-period-default = No year named
agenda-activity-reach-european = European Netherlands
agenda-activity-reach-caribbean = Caribbean Netherlands
agenda-activity-reach-both = All of the Netherlands
agenda-refusal-no-lead = This activity has no lead yet. The ministry of JenV assigns a lead first.
agenda-refusal-activity-not-there = This activity does not exist. Go back to the agenda and choose the activity again.
agenda-refusal-step = This step is not possible from the present status. Set a dropped activity to planned first.
agenda-refusal-outlook-missing = Choose how the activity stands compared with the plan.
agenda-refusal-explain = Write an explanation. It is needed when at risk, behind, adjusted or dropped.
agenda-refusal-nothing-new = This already stands there exactly so. Change something, or go back.
agenda-refusal-same-lead = This organisation already leads. Choose another organisation, or go back.
agenda-refusal-why-another-lead = Write why another organisation becomes the lead.
agenda-refusal-period = The last year is before the first year. Change one of them.
agenda-refusal-no-issuer = This node does not know who issues the agenda. Contact the administrator.

## Kinds, as lists and search name them
agenda-edition = Edition of the agenda
agenda-ambition = Ambition
agenda-activity = Activity
agenda-progress = Progress
agenda-comment = Comment

## The four overviews
agenda-views = Ways to see the agenda
agenda-view-tree = Overview
agenda-view-board = Board
agenda-view-timeline = Timeline
agenda-view-list = List
agenda-title-board = Activities by status
agenda-title-timeline = Activities on the timeline
agenda-title-list = List of activities
agenda-filter-pillar = Pillar
agenda-filter-ambition = Ambition
agenda-filter-theme = Threat theme
agenda-filter-lead = Lead
agenda-filter-year = Year
agenda-filter-status = Status
agenda-filter-outlook = Plan
agenda-filter-reach = Reach
agenda-column-period = Period
agenda-no-lead = no lead yet
agenda-nothing-reported = Nothing reported yet
agenda-stale-short = Older than a year
agenda-period-from = from { $from }
agenda-period-continuous = continuous
agenda-nothing-found = No activity fits these filters.
agenda-not-issued = The agenda was not issued or received here yet.
agenda-activities = { $count ->
    [0] no activities
    [one] 1 activity
   *[other] { $count } activities
 }
agenda-counts = The agenda in figures
agenda-count-all = Activities
agenda-count-how = How counted?
agenda-count-no-lead = No lead yet
agenda-count-nothing = Nothing reported yet
agenda-count-at-risk = At risk
agenda-count-behind = Behind
agenda-count-stale = Report older than a year
agenda-show = Show

## What the agenda asks of an organisation now
agenda-duty-silent = You reported no progress yet. You do so once a year at least.
agenda-duty-silent-over = The period { $period } is over and you reported nothing yet.
agenda-duty-old = Your last report is older than a year.
agenda-duty-soon = Your last report is almost a year old.
agenda-duty-over = The period { $period } is over and the activity is not done.
agenda-duty-ends = The period { $period } is ending and the activity is not done.
agenda-duty-troubled = Your last report is “{ $outlook }”, more than three months ago. Report how it stands now.
agenda-duty-without-lead = { $count ->
    [one] 1 activity without a lead
   *[other] { $count } activities without a lead
 }
agenda-duty-assign = Without a lead nobody reports progress.

## An earlier moment
agenda-moment-title = This is how it stood on { $moment }.
agenda-moment-text = What was recorded later is not shown here.
agenda-moment-now = Back to now
agenda-moment-wrong = We cannot show this moment. You see how it stands now.
agenda-moment-no-acts = You look at an earlier moment. Go back to now to record something.

## An activity
agenda-back = Whole agenda
agenda-facts = Facts of the activity
agenda-what = What it is
agenda-remark = Remark
agenda-issued-by = Issued by
agenda-progress-nothing = The lead has reported nothing yet.
agenda-former-lead = Former lead: { $lead }
agenda-reported = Reported by
agenda-stale = The last report is older than a year. Ask the lead how it stands now.
agenda-comments = Comments
agenda-comments-none = There are no comments yet.
agenda-newest-only = Only the newest are shown here.
agenda-history-how = Choose a moment to see this page as it was then.
agenda-past-issued = Activity issued
agenda-past-issued-again = Text issued again
agenda-past-assigned = Lead assigned: { $lead }
agenda-past-reported = Progress reported: { $status }
agenda-past-withdrawn = This entry was withdrawn
agenda-past-newer = To read this a newer Paraat is needed

## The report for one's own board
agenda-title-board-report = Report for our own board
agenda-board-report-subject = What our own organisation does in the agenda, and what is still open
agenda-board-report-nothing = Our organisation has no task in the agenda now.
agenda-board-report-leads = Activities that we lead
agenda-board-report-reported = Reported on
agenda-board-report-translation = Our translation into plans
agenda-board-report-unheard = Others see what is not adopted yet only after our organisation has answered for it.
agenda-board-report-plan = Plan and paragraph
agenda-board-report-drafts = Drafts that wait for the board
agenda-board-report-drafts-within = Drafts stay within our own organisation. Others see them once the board has adopted them.
agenda-board-report-silent = Nothing said yet
agenda-board-report-deviations = Where we deviate from the joint plan
agenda-board-report-deviates = the joint plan says { $joint }, we say { $own }.
agenda-board-report-joint = Activities that we co-lead
agenda-board-report-unstated = We said nothing yet
agenda-board-report-differ = We see it otherwise than the lead
agenda-board-report-lead-says = What the lead says
agenda-board-report-we-say = What we say
agenda-board-report-declares = Our declarations for the Caribbean Netherlands
agenda-board-report-weighed = Declarations that are needed
agenda-board-report-contests = { $island } contests our declaration: { $why }
agenda-board-report-declared = Declarations for our island
agenda-board-report-answer = Our answer
agenda-board-report-unanswered = Waits for our answer
agenda-board-report-means = Means for what we lead
agenda-board-report-means-open = Extra needed, still open
agenda-board-report-means-none = No extra means are open.
agenda-board-report-sum = Open amount, as far as reported
agenda-board-report-amount-unknown = not reported

## Lists as files
agenda-list-plan = Plan
agenda-list-paragraph = Paragraph
agenda-list-why = Reason
agenda-list-reason = Reason for another lead
agenda-list-reported = Reported on
agenda-list-by = From
agenda-list-written = Written on
agenda-list-joint-plan = Joint: plan
agenda-list-joint-paragraph = Joint: paragraph
agenda-list-joint-reason = Joint: reason
agenda-list-island-answer = Answer of the island
agenda-list-island-why = Explanation by the island
agenda-list-means-outcome = What was arranged or adjusted
agenda-list-co-leads = Statements of co-leads
## The Caribbean Netherlands: comply or explain
agenda-proposal = New policy, law or investment
agenda-proposal-announce = Announce policy, law or investment
agenda-proposal-announce-sort = What is it?
agenda-proposal-announce-title-nl = Title in Dutch
agenda-proposal-announce-title-en = Title in English
agenda-proposal-announce-title-en-help = Saba and Sint Eustatius work in English.
agenda-proposal-announce-description-nl = Description in Dutch
agenda-proposal-announce-description-en = Description in English
agenda-proposal-announce-description-en-help = Saba and Sint Eustatius work in English.
agenda-proposal-announce-expected-year = Expected year
agenda-proposal-announce-expected-year-help = The year in which it is expected to take effect, for example 2027.
agenda-proposal-drop = Drop
agenda-proposal-drop-reason = Reason
agenda-proposal-sort-policy = Policy
agenda-proposal-sort-law = Law
agenda-proposal-sort-investment = Investment
agenda-proposal-status-announced = Announced
agenda-proposal-status-dropped = Dropped
agenda-proposal-facts = Facts of the proposal
agenda-proposal-gone = This proposal was dropped. Nothing has to be declared for it any more.
agenda-explanation = Declaration for an island
agenda-explanation-declare = Declare
agenda-explanation-declare-subject = Subject
agenda-explanation-declare-island = Island
agenda-explanation-declare-outcome = What holds for this island?
agenda-explanation-declare-need = What is needed?
agenda-explanation-declare-need-help = Needed when something else is needed.
agenda-explanation-declare-reasons = Reasons
agenda-explanation-declare-reasons-help = Needed when you explain: choose at least one.
agenda-explanation-declare-text = Explanation
agenda-explanation-declare-text-help = Needed when you explain. Preferably write in English for Saba and Sint Eustatius.
agenda-explanation-outcome-comply = Comply: it applies here too
agenda-explanation-outcome-something-else = Something else is needed here
agenda-explanation-outcome-explain = Explain: it does not apply here
agenda-explanation-status-comply = Comply
agenda-explanation-status-something-else = Something else
agenda-explanation-status-explain = Explain
agenda-explanation-reasons-insularity = Island setting
agenda-explanation-reasons-distance = Distance
agenda-explanation-reasons-small-scale = Small scale
agenda-explanation-reasons-climate = Climate
agenda-explanation-reasons-geography = Geography
agenda-explanation-reasons-capacity = Capacity to bear it
agenda-explanation-reasons-culture = Cultural differences
agenda-explanation-reasons-kingdom-ties = Ties with Aruba, Curaçao and Sint Maarten
agenda-explanation-reasons-economy-society = Economic and social conditions
agenda-consultation = Answer of an island
agenda-consultation-answer = Answer declaration
agenda-consultation-answer-subject = Subject
agenda-consultation-answer-explanation = Declaration about
agenda-consultation-answer-version = Number of the declaration
agenda-consultation-answer-answer = Do you agree?
agenda-consultation-answer-text = Explanation
agenda-consultation-answer-text-help = Needed when you contest it.
agenda-consultation-answer-consulted = Day of the consultation
agenda-consultation-answer-consulted-help = The day on which the lead consulted you. Leave empty if you were not consulted.
agenda-consultation-answer-agree = Agree
agenda-consultation-answer-contest = Contest
agenda-consultation-status-agree = Agreed
agenda-consultation-status-contest = Contested
agenda-refusal-subject-not-there = This subject does not exist. Go back and choose it again.
agenda-refusal-proposal-dropped = This proposal was dropped. Nothing has to be done for it any more.
agenda-refusal-only-a-ministry = Only a ministry announces policy, a law or an investment.
agenda-refusal-no-island = A declaration is for Bonaire, Sint Eustatius or Saba. Go back and choose the island.
agenda-refusal-need-missing = Write what is needed on this island.
agenda-refusal-reasons-missing = Choose at least one reason.
agenda-refusal-text-missing = Write the explanation. A reason alone is not enough.
agenda-refusal-nothing-declared = There is no declaration for your island to answer. Ask the lead for it.
agenda-refusal-former-lead = This declaration is of a former lead. Wait for that of the present lead.
agenda-refusal-contest-why = Write why you contest it.
agenda-refusal-declared-anew = The lead has declared anew meanwhile. Go back, read what stands there now and answer that.
agenda-refusal-day-to-come = This day is still to come. Write the day on which the consultation was.
agenda-title-caribbean = Caribbean Netherlands: comply or explain
agenda-caribbean-link = Caribbean Netherlands
agenda-caribbean-about = The agenda is for all of the Netherlands. So the lead says for each island: it applies here too, something else is needed, or it does not apply here and why. The island is consulted and answers.
agenda-caribbean-counts = Declarations in figures
agenda-caribbean-count-gaps = Not settled yet
agenda-caribbean-count-of = of { $count }
agenda-caribbean-subject = Subject
agenda-caribbean-exchange = Declarations and answers
agenda-caribbean-nothing-found = No subject fits these filters.
agenda-caribbean-no-lead = There is no lead yet. Until then nobody can declare anything.
agenda-caribbean-exchange-none = Nothing has been declared for this island yet.
agenda-caribbean-waiting-for = Waiting for
agenda-caribbean-waiting-issuer = a lead to be assigned
agenda-caribbean-open = See the exchange
agenda-filter-island = Island
agenda-filter-state = State
agenda-filter-sort = Sort
agenda-sort-activity = Activity of the agenda
agenda-island-state-missing = No declaration
agenda-island-state-waiting = Waits for island
agenda-island-state-contested = Island contests
agenda-island-state-agreed = Island agrees
agenda-exchange-declared = Declaration { $number }: { $outcome }
agenda-exchange-declared-former = Declaration { $number } of a former lead: { $outcome }
agenda-exchange-agree = Agrees with declaration { $number }
agenda-exchange-contest = Contests declaration { $number }
agenda-exchange-consulted = Consulted on { $day }
agenda-exchange-not-consulted = Not consulted

## Leading together
agenda-co-lead = Co-lead
agenda-co-lead-name = Name co-lead
agenda-co-lead-name-activity = Activity
agenda-co-lead-name-organisation = Co-lead
agenda-co-lead-release = Release co-lead
agenda-co-lead-release-reason = Reason
agenda-co-lead-status-named = Named
agenda-co-lead-status-released = Released
agenda-statement = Statement of a co-lead
agenda-statement-state = State progress as co-lead
agenda-statement-state-activity = Activity
agenda-statement-state-co-lead = Co-lead of
agenda-statement-state-status = Status
agenda-statement-state-outlook = Compared with the plan
agenda-statement-state-outlook-help = Not needed when the activity is done or dropped.
agenda-statement-state-explanation = Explanation
agenda-statement-state-explanation-help = Needed when at risk, behind, adjusted or dropped. The lead gives the joint judgement; your statement stands beside it.
agenda-statement-status-planned = Planned
agenda-statement-status-under-way = Under way
agenda-statement-status-done = Done
agenda-statement-status-continuous = Continuous
agenda-statement-status-adjusted = Adjusted
agenda-statement-status-dropped = Dropped
agenda-statement-outlook-on-track = On track
agenda-statement-outlook-at-risk = At risk
agenda-statement-outlook-behind = Behind
agenda-refusal-lead-is-no-co-lead = This organisation is the lead. Choose another organisation.
agenda-refusal-already-co-lead = This organisation is a co-lead already. Choose another organisation, or go back.
agenda-refusal-no-co-lead = This organisation is no co-lead of this activity.
agenda-refusal-lead-reports = You are the lead now. Report progress as the lead; that is the joint judgement.
agenda-joint = Leading together
agenda-joint-none = This activity has one lead.
agenda-joint-how = The lead gives the joint judgement. What co-leads say stands beside it.
agenda-joint-with = together with { $names }
agenda-joint-differ = Judgement of the lead: { $lead }; co-lead { $organisation }: { $other }.
agenda-joint-nothing = This co-lead has said nothing yet.
agenda-joint-released = Was a co-lead: { $organisation }
agenda-past-stated = Co-lead states: { $status }
agenda-past-named = Co-lead named: { $organisation }
agenda-past-released = Co-lead released: { $organisation }

## Means
agenda-means = Means
agenda-means-declare = Declare means
agenda-means-declare-activity = Activity
agenda-means-declare-need = What is needed?
agenda-means-declare-amount = Amount in whole euros
agenda-means-declare-amount-help = Only for extra means, and only when you know it. Write figures without commas, for example 250000.
agenda-means-declare-explanation = Explanation
agenda-means-declare-explanation-help = Needed for extra means: what for?
agenda-means-arrange = Extra means are arranged
agenda-means-arrange-activity = Activity
agenda-means-arrange-how = How was it arranged?
agenda-means-arrange-source = Link to the decision
agenda-means-adjust = Adjust the activity to the means
agenda-means-adjust-activity = Activity
agenda-means-adjust-explanation = What changes in the activity?
agenda-means-need-within = Within existing means
agenda-means-need-extra = Extra means needed
agenda-means-status-within = Within existing means
agenda-means-status-extra = Extra needed, still open
agenda-means-status-arranged = Extra arranged
agenda-means-status-adjusted = Activity adjusted
agenda-means-none = No means declared yet
agenda-means-amount = Amount
agenda-means-why = What for
agenda-means-arranged-how = How arranged
agenda-means-adjusted-how = What changes
agenda-means-source = Decision
agenda-filter-means = Means
agenda-past-means = Means declared: { $status }
agenda-refusal-means-step = No extra means are open. First declare that extra means are needed.
agenda-refusal-extra-why = Write what the extra means are needed for.
agenda-refusal-amount-within = An amount belongs to extra means. Remove it, or choose extra means.
## Translation: verbs
agenda-joint-plan = Joint multi-year work plan
agenda-joint-plan-propose = Propose for all regions
agenda-joint-plan-propose-activity = Activity
agenda-joint-plan-propose-stance = How do the regions take this up?
agenda-joint-plan-propose-plan = Plan
agenda-joint-plan-propose-paragraph = Paragraph
agenda-joint-plan-propose-reason = Reason
agenda-joint-plan-propose-plan-help = Needed when it is taken up, wholly or partly.
agenda-joint-plan-propose-reason-help = Needed when it is not, or not wholly, taken up.
agenda-joint-plan-stance-adopted = Taken up
agenda-joint-plan-stance-partly = Partly taken up
agenda-joint-plan-stance-not-yet = Not yet
agenda-joint-plan-stance-not = Not
agenda-plan = List of a plan
agenda-plan-list = List a plan
agenda-plan-list-title = Title of the plan
agenda-plan-list-sort = Sort of plan
agenda-plan-list-from-year = First year
agenda-plan-list-to-year = Last year
agenda-plan-list-paragraphs = Paragraphs
agenda-plan-list-paragraphs-help = One paragraph a line, its number first. You can paste the table of contents. At most 400 lines.
agenda-plan-revise = Revise the list of the plan
agenda-plan-revise-sort = Sort of plan
agenda-plan-revise-from-year = First year
agenda-plan-revise-to-year = Last year
agenda-plan-revise-paragraphs = Paragraphs
agenda-plan-revise-paragraphs-help = One paragraph a line, its number first. At most 400 lines.
agenda-plan-remove = Take the plan out of the list
agenda-plan-sort-policy-plan = Policy plan
agenda-plan-sort-crisis-plan = Crisis plan
agenda-plan-sort-risk-profile = Risk profile
agenda-plan-sort-work-plan = Work plan
agenda-plan-sort-other = Other plan
agenda-draft = Draft of a translation
agenda-draft-confirm = Take over the proposal
agenda-draft-confirm-activity = Activity
agenda-draft-confirm-marks = Mark of what you saw
agenda-draft-record = Record the translation
agenda-draft-record-activity = Activity
agenda-draft-record-stance = How does your organisation take this up?
agenda-draft-record-plan = Plan
agenda-draft-record-paragraph = Paragraph
agenda-draft-record-reason = Reason
agenda-draft-record-plan-help = Needed when it is taken up, wholly or partly.
agenda-draft-record-reason-help = Needed when it is not, or not wholly, taken up. Others read this only after your board has adopted it.
agenda-draft-stance-adopted = Taken up
agenda-draft-stance-partly = Partly taken up
agenda-draft-stance-not-yet = Not yet
agenda-draft-stance-not = Not
agenda-translation = Translation
agenda-translation-adopt = Adopt
agenda-translation-adopt-activity = Activity
agenda-translation-adopt-organisation = Organisation
agenda-translation-adopt-decided-on = Day of the decision
agenda-translation-adopt-body = Who decided
agenda-translation-adopt-marks = Mark of what you saw
agenda-translation-adopt-body-help = For example: general board, minister, executive council.
agenda-account = Account
agenda-account-answer = Answer
agenda-account-answer-edition = Agenda
agenda-account-answer-explanation = Explanation
agenda-account-answer-planned = Ready by
agenda-account-answer-explanation-help = This is about the activities that are still open under My translation. After your answer others see which these are, with this explanation.
agenda-hearing = Hearing
agenda-hearing-open = Open the hearing
agenda-hearing-open-edition = Agenda
agenda-hearing-open-answer-by = Answers up to and including
agenda-hearing-open-answer-by-help = All organisations get the same day. When the day before has passed, a new round begins and everybody answers anew.
agenda-refusal-no-joint-body = This node does not know who speaks for the regions. Contact the administrator.
agenda-refusal-plan-missing = Write in which plan the activity stands.
agenda-refusal-reason-missing = Write a reason. It is needed when the activity is not, or not wholly, taken up.
agenda-refusal-inherits-nothing = Only safety regions take over proposals of the joint work plan. Record the translation yourself.
agenda-refusal-no-joint-line = The joint work plan says nothing about this yet. Record the translation yourself.
agenda-refusal-moved = This changed after you opened the page. Open the page again and look at it first.
agenda-refusal-no-draft = There is no draft to adopt. Record a draft first.
agenda-refusal-no-party = Only safety regions, public bodies and ministries say how they take up the agenda. Your organisation can comment on an activity.
agenda-refusal-plan-listed = A plan with this title is in your list already. Revise that plan, or take it out of the list first.
agenda-refusal-plan-not-there = This plan is no longer in your list. List it anew.
agenda-refusal-day-passed = Choose a day after today.
agenda-refusal-hearing-not-open = The hearing has not been opened yet, so an answer would belong to no round. Your start page will tell you when it is open.
agenda-refusal-edition-not-there = This agenda is not there. Go back to the agenda.
agenda-refusal-paragraph-long = Line { $line } is too long. A line has at most { $most } characters.
agenda-refusal-paragraphs-many = These are too many lines. A list holds at most { $most } paragraphs.

## Translation: pages
agenda-translation-views = Pages of the translation
agenda-translation-none = Not adopted
agenda-translation-unheard = Not heard yet
agenda-translation-old = Older than the agenda
agenda-view-matrix = Matrix
agenda-view-gaps = What is missing
agenda-view-own = My translation
agenda-title-matrix = Translation of the agenda
agenda-title-gaps = What is not translated yet
agenda-title-by-organisation = Translation by organisation
agenda-filter-activity = Activity
agenda-filter-organisation = Organisation
agenda-filter-group = Group
agenda-filter-stance = Translation
agenda-group-safety-region = Safety regions
agenda-group-public-body = Public bodies
agenda-group-ministry = Ministries
agenda-decided = Adopted
agenda-legend = What the signs mean
agenda-matrix-empty = No organisation has adopted a translation yet. Begin with that of your own organisation.
agenda-unheard-explained = You see what an organisation has not adopted only after it has answered for that. Until then it says: not heard yet.
agenda-pick-organisation = List of one organisation
agenda-pick-activity = List of one activity
agenda-hearing-explained = Every organisation first sees for itself what it has not translated yet, and answers for it. Only then do others see it.
agenda-hearing-by = The Minister of Justice and Security asks for an answer up to and including { $day }.
agenda-hearing-not-open = The hearing has not been opened yet.
agenda-gaps-which = Not taken up (yet), or older than the agenda
agenda-gaps-who = Who has not taken it up
agenda-gaps-by-organisation = By organisation
agenda-gaps-unheard = { $count ->
    [one] 1 organisation has not been heard yet. What it has not adopted is not listed here yet.
   *[other] { $count } organisations have not been heard yet. What they have not adopted is not listed here yet.
 }
agenda-gaps-by-activity = By activity
agenda-gaps-activities = { $count ->
    [0] nothing
    [one] 1 activity
   *[other] { $count } activities
 }
agenda-gaps-organisations = { $count ->
    [0] nobody
    [one] 1 organisation
   *[other] { $count } organisations
 }
agenda-own-nobody = Sign in to see the translation of your organisation.
agenda-own-no-party = Safety regions, public bodies and ministries say here how they take up the agenda. Your organisation can comment on an activity.
agenda-own-confirm-first = Take over the proposals that are right. Deviate only where it is different for you.
agenda-own-adopt-next = There are drafts. Your board adopts them; after that others see them.
agenda-own-nothing-region = The joint work plan of the regions makes no proposals yet. List your own plan first; then we point out the paragraph.
agenda-own-nothing = List your own plan first; then we point out the paragraph for each activity.
agenda-own-done = Nothing waits for you.
agenda-own-gaps = { $count ->
    [0] Your organisation has taken up every activity.
    [one] Your organisation has not taken up 1 activity.
   *[other] Your organisation has not taken up { $count } activities.
 }
agenda-own-unanswered = Others see this only after your organisation has answered.
agenda-own-counts = Your lines in figures
agenda-own-open = Nothing recorded yet
agenda-own-proposed = Proposal to take over
agenda-own-drafted = Draft for the board
agenda-own-adopted = Adopted
agenda-own-lines = Activities and how you take them up
agenda-own-joint = Joint work plan
agenda-own-draft = Draft
agenda-own-no-joint = no proposal
agenda-own-not-adopted = not yet
agenda-own-deviate = Deviate
agenda-own-tick-all = { $count ->
    [one] Tick this proposal
   *[other] Tick all { $count } proposals
 }
agenda-own-confirm-ticked = Confirm the ticked lines
agenda-own-adopt = Adopt on behalf of the board
agenda-own-adopt-which = { $count ->
    [one] 1 draft is adopted
   *[other] { $count } drafts are adopted
 }
agenda-own-no-drafts = No drafts wait for a decision.
agenda-suggestion = In { $plan }, paragraph { $paragraph } seems to belong to this.
agenda-suggestion-use = Use this paragraph
agenda-plans = Plans in your list
agenda-plans-explained = Only your own organisation sees these plans. We lay the words of a paragraph beside those of an activity.
agenda-plans-none = There is no plan in your list yet.
agenda-plans-paragraphs = { $count ->
    [one] 1 paragraph
   *[other] { $count } paragraphs
 }
agenda-past-adopted = What the board adopted
agenda-past-drafts = Own drafts
agenda-refusal-decision-to-come = This day is still to come. Fill in the day on which the decision was taken.
agenda-filter-todo = What to do

## What others ask of an organisation, on the start page
agenda-asked-answer = Answer the hearing: { $count ->
    [one] 1 activity is not taken up
   *[other] { $count } activities are not taken up
 }
agenda-asked-answer-why = After your answer others may see which these are, with what you explain.
agenda-asked-translate = Translation: { $count ->
    [one] 1 activity is still open
   *[other] { $count } activities are still open
 }
agenda-asked-translate-why = Say how your own plans take them up.
agenda-asked-adopt = Translation: { $count ->
    [one] 1 draft waits for the board
   *[other] { $count } drafts wait for the board
 }
agenda-asked-adopt-why = Others see them once the board has adopted them.
agenda-asked-adopt-board = Somebody who may decide for your board adopts them. Until then others do not see them.
agenda-asked-hear = The hearing on the translation is not open yet
agenda-asked-hear-why = Others see who lags only after that organisation has been heard.

## What waits for somebody
agenda-waits-answer = { $lead } declared for your island: { $outcome }. Your answer is asked for.
agenda-waits-contested = { $island } contests your declaration. Declare anew.
agenda-waits-missing = { $count ->
    [one] 1 declaration for the Caribbean Netherlands is missing
   *[other] { $count } declarations for the Caribbean Netherlands are missing
 }
agenda-waits-missing-why = You say for each island: comply, something else is needed, or explain.
agenda-waits-statement = You are a co-lead and have not yet said how it stands.
agenda-waits-means = Extra means are still open.
