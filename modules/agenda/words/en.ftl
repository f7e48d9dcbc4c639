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
