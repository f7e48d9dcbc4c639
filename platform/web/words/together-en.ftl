# SPDX-License-Identifier: EUPL-1.2
## Writing together
together-concept = Draft
together-concept-help = This is not recorded yet. Colleagues of your organisation see it and can write along.
together-live = Live: your colleagues see what you type at once
together-reconnecting = Reconnecting: you can simply go on
together-offline = Not connected: your text is in this browser
together-others = Also here:
together-alone = Nobody else is here
together-recorded = Just recorded by:
together-unkept = The node cannot keep the draft now. Copy your text to be sure.
together-too-long = The text is too long to be kept together. Make it shorter.
together-ended = You can write along here no more. Your text is in this browser.
