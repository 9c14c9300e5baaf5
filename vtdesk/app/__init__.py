"""The composition root: lock screen, then store, services and window; and back again.

`session` decides what is on screen, `door` opens the kluis, `process` is about this process, and
`inside` imports all that is needed only after the wachtzin.
"""

from vtdesk.app import binding as binding  # first: it makes every import after it cheaper
