"""The draw service: number it, seal the parts, freeze and commit, draw and hold, replace, open, abandon, repeat.

All run inside the agency's realm, in one transaction each, and write ledger and trail. None returns a person to be shown
before the opening time: the keys of people that `draw` and `replace` return are for sealed invitations alone.
"""

from juxian.draws.services.committing import announce, confirm_part, freeze_and_commit
from juxian.draws.services.drawing import Drawn, draw, is_kept, release_part, replace
from juxian.draws.services.opening import People, abandon, drawn_people, open_at, open_early, secret_of
from juxian.draws.services.states import seal_note, unseal_note

__all__ = [
    "Drawn",
    "People",
    "abandon",
    "announce",
    "confirm_part",
    "draw",
    "drawn_people",
    "freeze_and_commit",
    "is_kept",
    "open_at",
    "open_early",
    "release_part",
    "replace",
    "seal_note",
    "secret_of",
    "unseal_note",
]
