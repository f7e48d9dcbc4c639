# SPDX-License-Identifier: EUPL-1.2
# Photos and documents
incident-attachment-attach = Add a photo or PDF
incident-attachment-attach-of = Belongs to
incident-attachment-attach-file = File
incident-attachment-attach-file-help = JPEG, PNG, WebP or PDF, at most 20 MB. What a photo or PDF says of its maker, place and device we take out. Comments in a PDF do not go along. Without a connection a file does not wait: choose it again then.
incident-attachment-detach = Remove
incident-attachment-detach-name = File
incident-attachment-add = Add a photo or PDF
incident-files = Photos and documents
incident-files-none = There are no photos or documents yet.
incident-file-photo = photo
incident-file-pdf = PDF
incident-file-kilobytes = { $size } kB
incident-file-megabytes = { $size } MB
incident-event-file-attached = Photo or document added
incident-event-file-removed = Photo or document removed
incident-refusal-no-file = This file is no longer there. Choose it again.
incident-refusal-many-files = There are { $most } files of your organisation here already. Remove one first.
incident-refusal-file-gone = This file is no longer here.
