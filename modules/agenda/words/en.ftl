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
agenda-plan-list-title-help = When a plan with this title is in your list, you replace it.
agenda-plan-list-paragraphs-help = One paragraph a line, its number first. You can paste the table of contents. At most 400 lines.
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
agenda-translation-adopt-decided-on-help = Write year, month and day, such as 2026-11-23.
agenda-translation-adopt-body-help = For example: general board, minister, executive council.
agenda-account = Account
agenda-account-answer = Answer
agenda-account-answer-edition = Agenda
agenda-account-answer-gaps = Number of activities that you have not taken up
agenda-account-answer-explanation = Explanation
agenda-account-answer-planned = Ready by
agenda-account-answer-explanation-help = After your answer others see which activities these are, with this explanation.
agenda-account-answer-planned-help = Write year, month and day, such as 2027-03-31.
agenda-hearing = Hearing
agenda-hearing-open = Open the hearing
agenda-hearing-open-edition = Agenda
agenda-hearing-open-answer-by = Answers up to and including
agenda-hearing-open-answer-by-help = Write year, month and day, such as 2027-01-15. All organisations get the same day.
agenda-refusal-no-joint-body = This node does not know who speaks for the regions. Contact the administrator.
agenda-refusal-plan-missing = Write in which plan the activity stands.
agenda-refusal-reason-missing = Write a reason. It is needed when the activity is not, or not wholly, taken up.
agenda-refusal-inherits-nothing = Only safety regions take over proposals of the joint work plan. Record the translation yourself.
agenda-refusal-no-joint-line = The joint work plan says nothing about this yet. Record the translation yourself.
agenda-refusal-moved = This changed after you opened the page. Open the page again and look at it first.
agenda-refusal-no-draft = There is no draft to adopt. Record a draft first.
agenda-refusal-not-a-day = This is not a date. Write year, month and day, such as 2026-11-23.
agenda-refusal-day-to-come = This day is still to come. Fill in the day on which it was decided.
agenda-refusal-day-passed = This day has passed. Choose a day that is to come.
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
agenda-filter-state = What to do
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
agenda-hearing-unheard = { $count ->
    [one] 1 organisation has not answered yet
   *[other] { $count } organisations have not answered yet
 }
agenda-gaps-which = Not taken up, or older than the agenda
agenda-gaps-who = Who has not taken it up
agenda-gaps-by-organisation = By organisation
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
