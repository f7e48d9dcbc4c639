# SPDX-License-Identifier: EUPL-1.2
# Words of the exercises.

exercises-title = Exercises
exercises-explained = An exercise plays in a space of its own. Nothing of it comes into the real picture, and nothing of the real picture comes into the exercise.
exercises-login = Sign in and watch exercise { $name }
exercises-who-leads = An administrator leads this exercise.
exercises-no-order = This cannot be done with this exercise. Choose one of the buttons.
exercises-not-there = There is no such exercise.
exercises-closed = This exercise was stopped or began again. What you sent was not recorded.
exercises-not-started = This exercise was not started yet.
exercises-standing = State
exercises-new = Not started yet
exercises-playing = Playing
exercises-paused = Waiting
exercises-played = All messages were played
exercises-stopped = Stopped: no play
exercises-time = Exercise time
exercises-minute-of = minute { $minute } of { $minutes }
exercises-messages = Messages
exercises-played-of = { $played } of { $messages } played
exercises-speed = Speed
exercises-times = { $speed } times as fast
exercises-to-space = To the exercise
exercises-to-minute = To minute
exercises-do-start = Watch exercise { $name }
exercises-do-pause = Wait
exercises-do-resume = Go on
exercises-do-speed = Choose speed
exercises-do-jump = Jump there
exercises-do-restart = Begin again
exercises-do-stop = No play: stop and open live
