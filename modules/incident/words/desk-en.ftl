# SPDX-License-Identifier: EUPL-1.2

## Meeting: picture, judgement, decision
incident-agenda-picture = Picture
incident-agenda-judgement = Judgement
incident-agenda-decision = Decision
incident-agenda-none = Nothing.
incident-agenda-more = and { $count } more
incident-agenda-actions = Actions that are still open
incident-agenda-effects = Does it work? Decisions to look at now
incident-agenda-taken = Decided in this meeting
incident-agenda-public = Word to the public
incident-decision-of-meeting = Taken in this meeting
incident-field-meeting = Meeting
incident-refusal-no-meeting = This meeting is not one of your organisation, or belongs to another crisis.

## Question desk
incident-ask-already = Somebody asked this already
incident-ask-in-picture = This is in the picture already
incident-ask-new = Nothing stands here about it yet. Ask your question.
incident-seen-in = Stands in the picture
incident-response-answer-seen-in = Is it in the picture already?
incident-response-answer-seen-in-help = Choose where. Then you need not type it again.
incident-refusal-no-answer = Type an answer, or choose where it stands in the picture.
incident-refusal-not-in-picture = This does not stand in the picture. Choose from the list.

## Reporting clock
incident-clock = Reporting clock
incident-clocks = Reporting clock
incident-clocks-none = Nobody reports at fixed times yet.
incident-clock-set = Set the reporting clock
incident-clock-set-every = Every how many minutes?
incident-clock-set-every-help = From 15 to 10,080 minutes (a week).
incident-clock-set-first = When does the first one come?
incident-clock-set-for-whom = For whom?
incident-clock-stop = Stop the reporting clock
incident-clock-minutes = { $count ->
    [one] every minute
   *[other] every { $count } minutes
}
incident-column-every = How often
incident-column-for-whom = For whom
incident-column-next = Next
incident-refusal-no-clock = No clock is running. Set it first.
incident-task-clock = It is time for your next report.
incident-task-clock-for = It is time for your next report, for { $whom }.

## Sharing
incident-part-share-shared = { $count ->
    [0] Share within your organisation
    [one] Share with 1 organisation
   *[other] Share with { $count } organisations
}

## Looking back
incident-past-without-log = New lines stand in the log, with their time.
incident-response = Answer
incident-scale-name-grip = GRIP
incident-scale-name-island = Scale of the island
incident-scale-name-water = Coordination phase of the water board
incident-scale-name-health = Health care code
incident-scale-name-grid = State of the electricity grid
incident-scale-name-state = Scale of central government

## Joined by others
incident-joined-by = joined by { $who }
incident-incident-keep-apart = Does not belong here
incident-kept-apart = { $who } is not joined: you said that it is another crisis.
incident-refusal-apart = You said already that this does not belong here.

## Role card
incident-first-steps = Your first five steps
incident-other-role = Another function
incident-which-role = Been a while? Choose your function and see your first five steps.

## National picture
incident-chains = National bodies and vital chains
incident-chains-silent = National bodies and vital chains: { $silent } of { $all } say nothing yet
incident-column-chain = Chain
incident-national-says-nothing = Says nothing yet
incident-chain-regions = Regions and central government
incident-chain-operations = Operational coordination
incident-chain-departments = Between departments
incident-chain-public = Communication of central government
incident-chain-emergency = Police
incident-chain-defence = Defence
incident-chain-energy = Energy
incident-chain-telecom = Telecom and internet
incident-chain-water = Drinking water and flood defences
incident-chain-transport = Transport
incident-chain-chemistry = Chemical and nuclear
incident-chain-payments = Payments
incident-chain-government = Digital government
incident-chain-health = Health care
incident-chain-food = Food
