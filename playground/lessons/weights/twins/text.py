"""Two neurons and whether they differ, in words."""

from playground.figures.markup import table
from playground.figures.numbers import number, settled
from playground.lessons.weights.twins.model import LEARNED, SEEDS, Twins, strangers

TASK = "let the two learn y = |x|: a loss below 0.01."
INTRODUCTION = (
    "Both see the same x; tanh keeps each between −1 and 1. The output adds them up, each with its own weight, and "
    "learns y = |x|."
)


def neurons_table(run: Twins, epoch: int) -> str:
    """The numbers of both neurons, as a table."""
    rows = [["neuron", "weight", "bias", "weight in the output"]]
    for i, neuron in enumerate(run.neurons(epoch), start=1):
        rows.append([str(i), *map(settled, neuron)])
    return table(rows)


def loss_words(run: Twins, epoch: int) -> str:
    """The loss, and whether the two still are one."""
    when = f"After **{epoch}** epochs" if epoch else "At the start"
    loss = f"{when} the loss is **{number(float(run.history.loss[epoch]))}**."
    if run.are_equal(epoch):
        return f"{loss} Both neurons are **equal** in every digit."
    return f"{loss} The neurons **differ**."


def end_words(run: Twins, epoch: int) -> str:
    """What a run that got nowhere has come to; nothing for others, and before its last epoch."""
    if epoch < run.history.epochs or not run.is_no_better_than_a_constant(epoch):
        return ""
    return (
        f"{number(run.mean_loss)} is the loss of one number for all rows, the mean of y. Both weights have gone to 0: "
        "the output no longer depends on x."
    )


def seeds_words() -> str:
    """Where the random starts end."""
    ends = [float(strangers(seed).history.loss[-1]) for seed in SEEDS]
    shown = ", ".join(number(loss, 2) if loss < LEARNED else f"**{number(loss)}**" for loss in ends)
    fail = [str(seed) for seed, loss in zip(SEEDS, ends, strict=True) if loss >= LEARNED]
    named = f"Seed {fail[0]} fails" if len(fail) == 1 else f"Seeds {' and '.join(fail)} fail"
    return f"Seeds {SEEDS[0]} to {SEEDS[-1]} end at {shown}. {named}: a random start helps, and guarantees nothing."


def hints(run: Twins, epoch: int, seed: int | None, working_seed: int, every: int) -> tuple[str, str]:
    """How to let the two learn, from what is on the screen. seed: None where they start equal."""
    loss = number(float(run.history.loss[epoch]))
    if float(run.history.loss[epoch]) < LEARNED:
        return "You are there. Try the other seeds.", "One of the first six fails."
    if seed is None:
        return (
            "Equal neurons do the work of one, and one tanh neuron only rises or only falls.",
            "Choose a random start.",
        )
    ready = run.learned_from(every)
    if ready is None:
        return f"With seed {seed} it stays at a loss of {loss}.", f"Draw again: take seed {working_seed}."
    return f"Now the loss is {loss}. Let them learn on.", f"From epoch {ready} on it is below {number(LEARNED, 1)}."
