"""Hidden tests of optimizers/lr_at."""

import math

import pytest

from grader.authoring import agree, mistake, right
from solutions.optimizers.lr_at import lr_at


def sample(rng, size="small"):
    """A step that is past two reductions, and before the end."""
    schedule = str(rng.choice(["step", "exponential", "linear", "cosine"]))
    return (int(rng.integers(9, 13)), 0.75, schedule, 4, 0.5, 17) if size != "ones" else (0, 0.5, schedule)


def test_constant(yours, rng):
    """A constant rate is the same in every step."""
    agree([yours(step, 0.3, "constant") for step in (0, 29, 1000)], [0.3] * 3)


def test_step(yours, rng):
    """By "step" the rate changes in step 5, 10, ... and nowhere between."""
    rates = [yours(step, 64.0, "step", 5, 0.25) for step in (0, 1, 4, 5, 9, 10, 11)]
    agree(rates, [64.0, 64.0, 64.0, 16.0, 16.0, 4.0, 4.0])
    agree(yours(15, 64.0, "step", 5, 0.25, total_steps=7), 1.0)


def test_exponential(yours, rng):
    """By "exponential" the rate changes in every step, by the same factor."""
    agree([yours(step, 8.0, "exponential", gamma=0.5) for step in range(4)], [8.0, 4.0, 2.0, 1.0])
    agree(yours(4, 8.0, "exponential", gamma=0.5, total_steps=2), 0.5)


def test_linear(yours, rng):
    """By "linear" the rate falls in equal parts."""
    agree([yours(step, 3.0, "linear", total_steps=4) for step in range(5)], [3.0, 2.25, 1.5, 0.75, 0.0])


def test_cosine(yours, rng):
    """By "cosine" the rate falls slowly at both ends: 15 % in the first quarter of the way, 85 % in three."""
    share = (1 + math.sqrt(0.5)) / 2
    agree([yours(step, 2.0, "cosine", total_steps=8) for step in (0, 2, 4, 6)], [2.0, 2.0 * share, 1.0, 2.0 * (1 - share)])
    assert abs(yours(8, 2.0, "cosine", total_steps=8)) < 1e-12


@pytest.mark.parametrize("schedule", ["linear", "cosine"])
def test_after_the_end(yours, rng, schedule):
    """Half of the rate is left in the middle, and after the end it stays at 0."""
    agree(yours(3, 2.0, schedule, total_steps=6), 1.0)
    assert all(abs(yours(step, 2.0, schedule, total_steps=6)) < 1e-12 for step in (6, 7, 9, 12, 600))


def test_defaults(yours, rng):
    """Unless told otherwise, a tenth at every 30 steps, and the end in step 100."""
    agree([yours(29, 5.0, "step"), yours(30, 5.0, "step"), yours(60, 5.0, "step")], [5.0, 0.5, 0.05])
    agree([yours(2, 5.0, "exponential"), yours(75, 4.0, "linear"), yours(50, 4.0, "cosine")], [0.05, 1.0, 2.0])


@pytest.mark.parametrize("schedule", ["cosin", "", "warmup", "Linear"], ids=["misspelt", "empty", "warmup", "capital"])
def test_unknown_schedule(yours, rng, schedule):
    """A name that is none of the five raises a ValueError that names the argument."""
    with pytest.raises(ValueError, match="schedule"):
        yours(1, 0.1, schedule)


@mistake("A constant rate drops to 0 after total_steps. It has no end: the same rate in every step, however late.")
def ends_the_constant_rate(step, base_lr, schedule, step_size=30, gamma=0.1, total_steps=100):
    rate = lr_at(step, base_lr, schedule, step_size, gamma, total_steps)
    return 0.0 if schedule == "constant" and step >= total_steps else rate


@mistake('By "step" the exponent is a fraction, so the rate falls in every step. Count whole intervals: divide with //.')
def divides_without_rounding(step, base_lr, schedule, step_size=30, gamma=0.1, total_steps=100):
    rate = lr_at(step, base_lr, schedule, step_size, gamma, total_steps)
    return base_lr * gamma ** (step / step_size) if schedule == "step" else rate


@mistake('By "step" the rate is reduced one step too late. In the step whose number is step_size the first factor counts.')
def reduces_one_step_late(step, base_lr, schedule, step_size=30, gamma=0.1, total_steps=100):
    return lr_at(max(step - 1, 0) if schedule == "step" else step, base_lr, schedule, step_size, gamma, total_steps)


@mistake('By "step" the rate is reduced once and never again. Each further interval brings one more factor.')
def reduces_only_once(step, base_lr, schedule, step_size=30, gamma=0.1, total_steps=100):
    rate = lr_at(step, base_lr, schedule, step_size, gamma, total_steps)
    return base_lr * gamma ** (step >= step_size) if schedule == "step" else rate


@mistake('By "step" the rate is multiplied by gamma times the number of intervals. Reductions multiply: it is a power of gamma.')
def multiplies_by_the_number(step, base_lr, schedule, step_size=30, gamma=0.1, total_steps=100):
    rate = lr_at(step, base_lr, schedule, step_size, gamma, total_steps)
    return base_lr * gamma * max(step // step_size, 1) if schedule == "step" else rate


@mistake('By "exponential" you raise e to minus gamma times the step. The factor of each step is gamma itself: raise gamma.')
def takes_the_exponential(step, base_lr, schedule, step_size=30, gamma=0.1, total_steps=100):
    rate = lr_at(step, base_lr, schedule, step_size, gamma, total_steps)
    return base_lr * math.exp(-gamma * step) if schedule == "exponential" else rate


@mistake('By "exponential" the rate has one factor too many: you count from 1. Step 0 has the full rate.')
def counts_from_one(step, base_lr, schedule, step_size=30, gamma=0.1, total_steps=100):
    return lr_at(step + 1 if schedule == "exponential" else step, base_lr, schedule, step_size, gamma, total_steps)


@mistake("The linear rate is at 0 one step too early. Divide by total_steps and not by one less: step total_steps is the end.")
def ends_one_step_early(step, base_lr, schedule, step_size=30, gamma=0.1, total_steps=100):
    early = schedule == "linear" and total_steps > 1
    return lr_at(step, base_lr, schedule, step_size, gamma, total_steps - 1 if early else total_steps)


@mistake("After the end the linear rate is negative, and training walks backwards. Hold it at 0.")
def becomes_negative(step, base_lr, schedule, step_size=30, gamma=0.1, total_steps=100):
    rate = lr_at(step, base_lr, schedule, step_size, gamma, total_steps)
    return base_lr * (1 - step / total_steps) if schedule == "linear" else rate


@mistake("After the end the cosine climbs again. Hold the share of the way at 1, as if the last step went on.")
def climbs_after_the_end(step, base_lr, schedule, step_size=30, gamma=0.1, total_steps=100):
    rate = lr_at(step, base_lr, schedule, step_size, gamma, total_steps)
    return base_lr * (1 + math.cos(math.pi * step / total_steps)) / 2 if schedule == "cosine" else rate


@mistake("The cosine runs through a whole period and is back at the full rate in the end. Half a period, up to pi, ends at 0.")
def takes_a_whole_period(step, base_lr, schedule, step_size=30, gamma=0.1, total_steps=100):
    rate = lr_at(step, base_lr, schedule, step_size, gamma, total_steps)
    done = min(step / total_steps, 1.0)
    return base_lr * (1 + math.cos(2 * math.pi * done)) / 2 if schedule == "cosine" else rate


@mistake("The cosine runs through a quarter of a period and stops at full speed. Take half a period, add 1 and halve.")
def takes_a_quarter_of_a_period(step, base_lr, schedule, step_size=30, gamma=0.1, total_steps=100):
    rate = lr_at(step, base_lr, schedule, step_size, gamma, total_steps)
    done = min(step / total_steps, 1.0)
    return base_lr * math.cos(math.pi / 2 * done) if schedule == "cosine" else rate


@mistake("A schedule that is misspelt passes for a constant one. Raise a ValueError that names schedule.")
def takes_any_name(step, base_lr, schedule, step_size=30, gamma=0.1, total_steps=100):
    known = schedule in ("constant", "step", "exponential", "linear", "cosine")
    return lr_at(step, base_lr, schedule if known else "constant", step_size, gamma, total_steps)


@right
def step_by_step(step, base_lr, schedule, step_size=30, gamma=0.1, total_steps=100):
    if schedule == "constant":
        return base_lr
    if schedule in ("step", "exponential"):
        for number in range(1, step + 1):
            base_lr *= gamma if schedule == "exponential" or number % step_size == 0 else 1.0
        return base_lr
    if schedule not in ("linear", "cosine"):
        raise ValueError("unknown schedule")
    if step >= total_steps:
        return 0.0
    if schedule == "linear":
        return base_lr - base_lr * step / total_steps
    return base_lr * math.cos(math.pi * step / total_steps / 2) ** 2


@right
def by_lambdas(step, base_lr, schedule, step_size=30, gamma=0.1, total_steps=100):
    done = min(step, total_steps) / total_steps
    table = dict(
        constant=lambda: 1.0,
        step=lambda: math.pow(gamma, int(step / step_size)),
        exponential=lambda: math.pow(gamma, step),
        linear=lambda: 1.0 - done,
        cosine=lambda: 0.5 + 0.5 * math.cos(math.pi * done),
    )
    if schedule not in table:
        raise ValueError(f"no schedule is called {schedule!r}")
    return base_lr * table[schedule]()
