"""What a part of the page showed, frame by frame, and what follows from it."""

from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Recording:
    """Times in ms: of all frames, of those that showed something new, of those without any picture, of all inputs."""

    frames: list[float]
    changes: list[float]
    empty: list[float]
    inputs: list[float]

    @property
    def latency(self) -> float:
        """From the first input to the first new picture after it, in ms."""
        return next(time for time in self.changes if time >= self.inputs[0]) - self.inputs[0]

    @property
    def while_moving(self) -> "Recording":
        """The part from the first input to the last."""
        first, last = self.inputs[0], self.inputs[-1]
        kept = ([time for time in times if first <= time <= last] for times in (self.frames, self.changes, self.empty))
        return Recording(*kept, self.inputs)

    @property
    def seconds(self) -> float:
        """From the first input to the last."""
        return (self.inputs[-1] - self.inputs[0]) / 1000

    @property
    def changes_a_second(self) -> float:
        """New pictures a second while the hand moved."""
        return len(self.while_moving.changes) / self.seconds

    @property
    def frames_a_second(self) -> float:
        """What the display itself managed while the hand moved."""
        return len(self.while_moving.frames) / self.seconds

    @property
    def own_rate(self) -> float:
        """New pictures a second from the first one to the last, for what moves by itself."""
        return 1000 * (len(self.changes) - 1) / (self.changes[-1] - self.changes[0])

    @property
    def tail(self) -> float:
        """From the last input to the last new picture, in ms: what a queue would make long."""
        return max(0.0, self.changes[-1] - self.inputs[-1])

    @property
    def flickers(self) -> int:
        """How often the picture went away, for however many frames."""
        gone = set(self.empty)
        return sum(now in gone and before not in gone for before, now in pairwise(self.frames))
