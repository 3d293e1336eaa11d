"""Hidden tests of optimizers/cosine_with_warmup."""

import itertools
import math

import pytest

from grader.authoring import agree, mistake, right
from solutions.optimizers.cosine_with_warmup import cosine_with_warmup


def sample(rng, size="small"):
    """A step in the part that falls."""
    return (int(rng.integers(8, 20)), 7, 25, 0.75, 0.125) if size != "ones" else (1, 2, 4, 0.5)


def test_four_places(yours, rng):
    """It starts at 0, is full at the end of the warm-up, halfway down in the middle of the rest, and smallest at the end."""
    rates = [yours(step, 10, 50, 2.0, 0.5) for step in (0, 10, 30, 50)]
    agree(rates, [0.0, 2.0, 1.25, 0.5])


def test_warm_up_is_a_line(yours, rng):
    """In the warm-up the rate grows in equal parts from 0, whatever the smallest rate is."""
    agree([yours(step, 5, 20, 10.0, 1.0) for step in range(5)], [0.0, 2.0, 4.0, 6.0, 8.0])


def test_a_quarter_of_the_way_down(yours, rng):
    """After a quarter of the way down the cosine has lost 15 % of the difference, and after three quarters 85 %."""
    share = (1 + math.sqrt(0.5)) / 2
    agree(yours(14, 10, 26, 4.0, 1.0), 1.0 + 3.0 * share)
    agree(yours(22, 10, 26, 4.0, 1.0), 1.0 + 3.0 * (1 - share))


def test_after_the_end(yours, rng):
    """Beyond the last step the rate stays at its smallest and does not climb again."""
    agree([yours(step, 2, 10, 1.0, 0.25) for step in (10, 11, 14, 18, 10**6)], [0.25] * 5)
    agree([yours(step, 2, 10, 1.0) for step in (10, 18)], [0.0, 0.0])


def test_no_warm_up(yours, rng):
    """Without a warm-up, step 0 has the full rate."""
    agree([yours(step, 0, 4, 8.0) for step in (0, 2, 4)], [8.0, 4.0, 0.0])


def test_never_rises_after_the_warm_up(yours, rng):
    """After the warm-up no step is longer than the one before."""
    rates = [yours(step, 3, 12, 0.5, 0.125) for step in range(3, 20)]
    assert all(later <= rate for rate, later in itertools.pairwise(rates))
    agree(rates, [cosine_with_warmup(step, 3, 12, 0.5, 0.125) for step in range(3, 20)])


def test_one_step_of_decay(yours, rng):
    """The warm-up may take all steps but one."""
    agree([yours(step, 3, 4, 6.0, 2.0) for step in (2, 3, 4)], [4.0, 6.0, 2.0])


@pytest.mark.parametrize("warmup_steps", [-1, 10, 11], ids=["negative", "all", "more"])
def test_bad_warm_up(yours, rng, warmup_steps):
    """A warm-up of fewer than 0 steps, or of all of them, raises a ValueError that names it."""
    with pytest.raises(ValueError, match="warmup_steps"):
        yours(1, warmup_steps, 10, 0.1)


def fall(done, base_lr, min_lr):
    return min_lr + (base_lr - min_lr) * (1 + math.cos(math.pi * done)) / 2


@mistake("The way down is measured by all steps. The total counts the warm-up in: divide by total_steps - warmup_steps.")
def divides_by_all_steps(step, warmup_steps, total_steps, base_lr, min_lr=0.0):
    rate = cosine_with_warmup(step, warmup_steps, total_steps, base_lr, min_lr)
    return rate if step < warmup_steps else fall(min((step - warmup_steps) / total_steps, 1.0), base_lr, min_lr)


@mistake("The way down is counted from step 0, so the rate jumps when the warm-up ends. Count from the end of the warm-up.")
def counts_from_the_start(step, warmup_steps, total_steps, base_lr, min_lr=0.0):
    rate = cosine_with_warmup(step, warmup_steps, total_steps, base_lr, min_lr)
    return rate if step < warmup_steps else fall(min(step / total_steps, 1.0), base_lr, min_lr)


@mistake("Beyond the end the cosine climbs again. Keep the share of the way that is done at 1 at most.")
def climbs_after_the_end(step, warmup_steps, total_steps, base_lr, min_lr=0.0):
    rate = cosine_with_warmup(step, warmup_steps, total_steps, base_lr, min_lr)
    done = (step - warmup_steps) / (total_steps - warmup_steps)
    return rate if step < total_steps else fall(done, base_lr, min_lr)


@mistake("Beyond the end the rate drops to 0. It stays at min_lr.")
def drops_to_zero_at_the_end(step, warmup_steps, total_steps, base_lr, min_lr=0.0):
    return 0.0 if step > total_steps else cosine_with_warmup(step, warmup_steps, total_steps, base_lr, min_lr)


@mistake("The warm-up is one step ahead: it begins with base_lr / warmup_steps. In step 0 the rate is 0.")
def counts_from_one(step, warmup_steps, total_steps, base_lr, min_lr=0.0):
    rate = cosine_with_warmup(step, warmup_steps, total_steps, base_lr, min_lr)
    return base_lr * (step + 1) / warmup_steps if step < warmup_steps else rate


@mistake("The warm-up begins at min_lr. It begins at 0: min_lr is where the way down ends.")
def warms_up_from_the_smallest(step, warmup_steps, total_steps, base_lr, min_lr=0.0):
    rate = cosine_with_warmup(step, warmup_steps, total_steps, base_lr, min_lr)
    return min_lr + (base_lr - min_lr) * step / warmup_steps if step < warmup_steps else rate


@mistake("There is no warm-up: the rate begins at its largest. Let it grow in a line in the first warmup_steps steps.")
def forgets_the_warm_up(step, warmup_steps, total_steps, base_lr, min_lr=0.0):
    rate = cosine_with_warmup(step, warmup_steps, total_steps, base_lr, min_lr)
    return base_lr if step < warmup_steps else rate


@mistake("Only base_lr is multiplied by the cosine, so the rate ends at 0. Blend base_lr with min_lr.")
def ignores_the_smallest_rate(step, warmup_steps, total_steps, base_lr, min_lr=0.0):
    return cosine_with_warmup(step, warmup_steps, total_steps, base_lr, 0.0)


@mistake("The smallest rate is added on top, so the largest is base_lr + min_lr. Scale the cosine to base_lr - min_lr.")
def adds_the_smallest_rate(step, warmup_steps, total_steps, base_lr, min_lr=0.0):
    rate = cosine_with_warmup(step, warmup_steps, total_steps, base_lr, 0.0)
    return rate if step < warmup_steps else rate + min_lr


@mistake("The cosine runs through a quarter of a period and ends at an edge. Half a period, from 0 to pi, falls from 1 to -1.")
def takes_a_quarter_of_a_period(step, warmup_steps, total_steps, base_lr, min_lr=0.0):
    rate = cosine_with_warmup(step, warmup_steps, total_steps, base_lr, min_lr)
    done = min((step - warmup_steps) / (total_steps - warmup_steps), 1.0)
    return rate if step < warmup_steps else min_lr + (base_lr - min_lr) * math.cos(math.pi / 2 * done)


@mistake("The rate falls along a straight line. The statement asks for half a cosine, which is flat at both ends.")
def falls_in_a_line(step, warmup_steps, total_steps, base_lr, min_lr=0.0):
    rate = cosine_with_warmup(step, warmup_steps, total_steps, base_lr, min_lr)
    done = min((step - warmup_steps) / (total_steps - warmup_steps), 1.0)
    return rate if step < warmup_steps else base_lr + (min_lr - base_lr) * done


@mistake("A warm-up that never ends, or is negative, passes unnoticed. Raise a ValueError that names warmup_steps.")
def checks_nothing(step, warmup_steps, total_steps, base_lr, min_lr=0.0):
    if 0 <= warmup_steps < total_steps:
        return cosine_with_warmup(step, warmup_steps, total_steps, base_lr, min_lr)
    return base_lr * step / abs(warmup_steps)


@right
def by_the_square_of_a_sine(step, warmup_steps, total_steps, base_lr, min_lr=0.0):
    cosine_with_warmup(0, warmup_steps, total_steps, base_lr)
    if step >= total_steps:
        return min_lr
    if step < warmup_steps:
        return step * (base_lr / warmup_steps)
    fallen = math.sin(math.pi / 2 * (step - warmup_steps) / (total_steps - warmup_steps)) ** 2
    return base_lr * (1 - fallen) + min_lr * fallen


@right
def by_turning_a_pointer(step, warmup_steps, total_steps, base_lr, min_lr=0.0):
    cosine_with_warmup(0, warmup_steps, total_steps, base_lr)
    if step < warmup_steps:
        return base_lr - base_lr * (warmup_steps - step) / warmup_steps
    turn = min(max(step - warmup_steps, 0), total_steps - warmup_steps) * 1j * math.pi / (total_steps - warmup_steps)
    return ((base_lr + min_lr) + (base_lr - min_lr) * (math.e**turn).real) / 2
