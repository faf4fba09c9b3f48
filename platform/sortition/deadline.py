"""How long a computation may take, in CPU seconds of this process, so that a busy machine changes nothing."""

import math
import time


class Deadline:
    """The end of the time given; without seconds there is none."""

    def __init__(self, seconds: float | None = None) -> None:
        self._end = math.inf if seconds is None else time.process_time() + seconds

    @property
    def left(self) -> float:
        """CPU seconds left, infinite without a limit."""
        return self._end - time.process_time()

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        return time.process_time() > self._end
