# SPDX-License-Identifier: EUPL-1.2
## The map that moves
incident-map-live-area = Draw an area
incident-map-live-at = Place
incident-map-live-bad-base = The base map (kaart.pmtiles) cannot be read.
incident-map-live-base = Base map: kaart.pmtiles of this node.
incident-map-live-cancel = Stop without a drawing
incident-map-live-canvas = Map to move, with arrow keys and plus and minus
incident-map-live-done = Done, to the form
incident-map-live-drawing = Drawn
incident-map-live-drawn = This browser cannot draw the map itself. The drawing below stays.
incident-map-live-few = Set more points first.
incident-map-live-find = Find an address or a place
incident-map-live-find-do = Find
incident-map-live-find-cut = Not found. The list of this node is too long and was not read whole. A place in words is always possible: it stands in the table.
incident-map-live-find-no-list = This node has no list of places (plaatsen.csv). A place in words is always possible: it stands in the table.
incident-map-live-find-none = Not found in the list of this node. A place in words is always possible: it stands in the table.
incident-map-live-find-place = Place an object here
incident-map-live-find-words = Place an object with this place in words
incident-map-live-finger = Move the map with two fingers.
incident-map-live-found = Found:
incident-map-live-help = Click on the map to set a point.
incident-map-live-help-keys = Or use the keyboard: arrows move the cross, Enter sets a point, Backspace takes the last point away, Escape finishes the drawing.
incident-map-live-label = Map that you can move
incident-map-live-line = Draw a line
incident-map-live-lost = The objects could not be fetched. See the drawing and the table.
incident-map-live-many = A drawing has at most 200 points.
incident-map-live-move = Move on the map
incident-map-live-moving = Draw the new place of
incident-map-live-no-base = No base map: the file kaart.pmtiles is missing on this node.
incident-map-live-no-regions = The boundaries of regions were not imported here either.
incident-map-live-one-back = Take last point away
incident-map-live-point = Set a point
incident-map-live-regions = The boundaries of regions are drawn.
incident-map-live-scroll = Hold Ctrl and turn the wheel to zoom in.
incident-map-live-scroll-mac = Hold Command and turn the wheel to zoom in.
incident-map-live-set = Point set:
incident-map-live-stale = out of date
incident-map-live-stopped = Stopped. Nothing was drawn.
incident-map-live-text = Set a text
incident-map-live-zoom-in = Zoom in
incident-map-live-zoom-out = Zoom out

## The colour of an organisation
incident-colour-choose = Choose the colour of your organisation
incident-colour-choose-colour = Colour
incident-colour-choose-colour-help = This is how others know your organisation on the map and in the picture. Its name always stands beside it.
incident-colour-choose-pattern = Pattern
incident-colour-colour-violet = Violet
incident-colour-colour-teal = Teal
incident-colour-colour-magenta = Magenta
incident-colour-colour-brown = Brown
incident-colour-colour-indigo = Indigo
incident-colour-colour-slate = Slate
incident-colour-pattern-plain = Plain
incident-colour-pattern-bars = Bars
incident-colour-pattern-posts = Posts
incident-colour-pattern-grid = Grid

## Sets of signs
incident-layer-signs = Choose signs
incident-layer-signs-set = Set of signs
incident-layer-signs-set-help = The signs stand beside the word on your layer. Empty: the signs of Paraat. To have a set on this node, lay it in the folder symbols.
incident-refusal-no-set = A set is named after its folder: small letters, figures and dashes.
