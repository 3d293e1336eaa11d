"""Hidden tests of regularization/early_stopping."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.regularization.early_stopping import early_stopping


def sample(rng, size="small"):
    """Ups and downs, a rise that ends it, and a better loss that is never seen."""
    losses = np.array([3.0, 3.2, 2.2, 2.5, 1.0, 0.95, 1.02, 1.6, 1.2, 1.5, 0.2, 2.0]) + rng.uniform(-0.01, 0.01, 12)
    return (losses[:1], 1, 0.125) if size == "ones" else (losses, 3, 0.125)


def result(best_epoch, stop_epoch, best_loss):
    return {"best_epoch": best_epoch, "stop_epoch": stop_epoch, "best_loss": best_loss}


def test_patience(yours):
    """After the best epoch exactly `patience` more are run, however good the rest would have been."""
    losses = np.array([2.0, 1.0, 1.5, 1.25, 1.75, 0.5])
    for patience, expected in [(1, (1, 2, 1.0)), (2, (1, 3, 1.0)), (3, (1, 4, 1.0)), (4, (5, 5, 0.5))]:
        agree(yours(losses, patience), result(*expected))


def test_a_fall_never_stops(yours):
    """Losses that fall all the time are run to the end, and the last epoch is the best."""
    agree(yours(np.array([8.0, 4.0, 2.0, 1.0]), 1), result(3, 3, 1.0))


def test_count_starts_anew(yours):
    """An improvement starts the count anew: single bad epochs between good ones never add up."""
    agree(yours(np.array([8.0, 9.0, 7.0, 9.0, 6.0, 9.0, 5.0, 9.0]), 2), result(6, 7, 5.0))


def test_ties_keep_the_earliest(yours):
    """On a plateau the first epoch is the best, and the others count as waiting."""
    agree(yours(np.array([2.0, 2.0, 2.0, 2.0, 2.0]), 3), result(0, 3, 2.0))


def test_measured_from_the_best(yours):
    """A loss is compared with the best so far and not with the epoch before."""
    agree(yours(np.array([1.0, 5.0, 4.0, 3.0, 2.0]), 3), result(0, 3, 1.0))


def test_min_delta(yours):
    """Exactly min_delta is not enough, and small steps that are measured from the same best add up."""
    agree(yours(np.array([4.0, 3.5, 3.625, 3.375, 4.0, 3.5]), 2, 0.5), result(0, 2, 4.0))
    agree(yours(np.array([4.0, 3.625, 3.25, 3.0]), 2, 0.5), result(2, 3, 3.25))


def test_nan_is_never_the_best(yours):
    """NaN improves on nothing, but uses up patience like any bad epoch."""
    agree(yours(np.array([math.nan, 2.0, math.nan, 1.0, math.nan, math.nan, 0.5]), 2), result(3, 5, 1.0))


def test_no_best_at_all(yours):
    """If every loss is NaN, there is no best epoch: None, with an infinite loss."""
    agree(yours(np.array([math.nan, math.nan, math.nan]), 2), result(None, 1, math.inf))
    agree(yours(np.array([math.inf, math.nan]), 3), result(None, 1, math.inf))


def test_bad_patience(yours):
    """A patience below 1 raises a ValueError that names it."""
    for patience in (0, -2):
        with pytest.raises(ValueError, match="patience"):
            yours(np.array([2.0, 1.0, 3.0]), patience)


def run(losses, patience, improves, moved=False):
    """The rule with another idea of what improves, told the loss, the best, and the loss before."""
    early_stopping(losses, patience)
    best_epoch, best, waited, before = None, math.inf, 0, math.inf
    for epoch, loss in enumerate(losses.tolist()):
        if improves(loss, best, before):
            best_epoch, best, waited = epoch, loss, 0
        else:
            waited += 1
        if moved and loss < best:
            best_epoch, best = epoch, loss
        before = loss
        if waited == patience:
            break
    return result(best_epoch, epoch, best)


@mistake("You keep the last epoch. It is worse than the best by construction: remember the epoch and the loss of the best one.")
def keeps_the_last_epoch(val_losses, patience, min_delta=0.0):
    stop = early_stopping(val_losses, patience, min_delta)["stop_epoch"]
    return result(stop, stop, float(val_losses[stop]))


@mistake("You stop one epoch too late. The epoch that completes the patience is the last: compare the count with >=, not >.")
def stops_too_late(val_losses, patience, min_delta=0.0):
    early_stopping(val_losses, patience, min_delta)
    return early_stopping(val_losses, patience + 1, min_delta)


@mistake("The epoch that training stops at is one too small. The epoch that completes the patience was still run.")
def forgets_the_last_epoch(val_losses, patience, min_delta=0.0):
    found = early_stopping(val_losses, patience, min_delta)
    waited = found["stop_epoch"] - (-1 if found["best_epoch"] is None else found["best_epoch"])
    return found | {"stop_epoch": found["stop_epoch"] - (waited == patience)}


@mistake("The sign of min_delta is wrong: slightly worse losses count as improvements. Subtract it from the best.")
def adds_min_delta(val_losses, patience, min_delta=0.0):
    return run(val_losses, patience, lambda loss, best, before: loss < best + min_delta)


@mistake("min_delta is not used: any loss below the best counts. It has to be below the best by more than min_delta.")
def ignores_min_delta(val_losses, patience, min_delta=0.0):
    return early_stopping(val_losses, patience)


@mistake("An improvement by exactly min_delta counts, and with 0 a tie does. Use < instead of <=: ties keep the earliest epoch.")
def counts_ties(val_losses, patience, min_delta=0.0):
    return run(val_losses, patience, lambda loss, best, before: loss <= best - min_delta)


@mistake("You compare with the epoch before, so any recovery from a bad epoch counts. Compare with the best so far.")
def compares_with_the_epoch_before(val_losses, patience, min_delta=0.0):
    return run(val_losses, patience, lambda loss, best, before: loss < before - min_delta)


@mistake("You move the best for improvements below min_delta too, so that a slow fall never counts. Leave the best where it is.")
def moves_the_best_for_little(val_losses, patience, min_delta=0.0):
    return run(val_losses, patience, lambda loss, best, before: loss < best - min_delta, moved=True)


@mistake("You take the best of all losses, also of epochs that are never run. Look only as far as training goes.")
def looks_into_the_future(val_losses, patience, min_delta=0.0):
    found = early_stopping(val_losses, patience, min_delta)
    best = int(np.argmin(np.where(np.isnan(val_losses), np.inf, val_losses)))
    return found if found["best_epoch"] is None else found | {"best_epoch": best, "best_loss": float(val_losses[best])}


@mistake("The count never starts anew: you stop after `patience` bad epochs in all. Set it to 0 at an improvement.")
def never_resets_the_count(val_losses, patience, min_delta=0.0):
    bad = 0
    for epoch in range(1, len(val_losses) + 1):
        found = early_stopping(val_losses[:epoch], patience, min_delta)
        bad += found["best_epoch"] != epoch - 1
        if bad == patience:
            break
    return found | {"stop_epoch": epoch - 1}


@mistake(
    "NaN becomes the best, because you ask whether the loss is not larger. Ask whether it is smaller: for NaN that is false."
)
def takes_nan_for_the_best(val_losses, patience, min_delta=0.0):
    return run(val_losses, patience, lambda loss, best, before: not loss >= best - min_delta)


@mistake("With no improvement at all you return -1 as the best epoch, which Python takes for the last one. Return None.")
def returns_minus_one(val_losses, patience, min_delta=0.0):
    found = early_stopping(val_losses, patience, min_delta)
    return found | {"best_epoch": -1} if found["best_epoch"] is None else found


@mistake("You count epochs from 1. The first one has the number 0, like the first entry of val_losses.")
def counts_from_one(val_losses, patience, min_delta=0.0):
    found = early_stopping(val_losses, patience, min_delta)
    best = found["best_epoch"]
    return found | {"best_epoch": None if best is None else best + 1, "stop_epoch": found["stop_epoch"] + 1}


@mistake("A patience below 1 passes unnoticed. Check it first, and raise a ValueError that names patience.")
def checks_nothing(val_losses, patience, min_delta=0.0):
    return early_stopping(val_losses, max(patience, 1), min_delta)


@right
def by_running_best(val_losses, patience, min_delta=0.0):
    """Epochs that improve first, then the gaps between them."""
    if patience <= 0:
        raise ValueError("patience")
    good, best = [-1], np.inf
    for epoch in range(len(val_losses)):
        if best - val_losses[epoch] > min_delta:
            good.append(epoch)
            best = val_losses[epoch]
    ends = [*good[1:], len(val_losses)]
    place = next((i for i in range(len(good)) if ends[i] - good[i] > patience), len(good) - 1)
    stop = min(good[place] + patience, len(val_losses) - 1)
    if place == 0:
        return {"best_epoch": None, "stop_epoch": stop, "best_loss": np.inf}
    return {"best_epoch": good[place], "stop_epoch": stop, "best_loss": val_losses[good[place]]}


@right
def by_recursion(val_losses, patience, min_delta=0.0):
    if patience < 1:
        raise ValueError(f"{patience} is no patience")

    def go(epoch, best):
        if epoch == len(val_losses):
            return epoch - 1, best
        bar = (math.inf if best is None else val_losses[best]) - min_delta
        best = epoch if val_losses[epoch] < bar else best
        last = -1 if best is None else best
        return (epoch, best) if epoch - last >= patience else go(epoch + 1, best)

    stop, best = go(0, None)
    return {"stop_epoch": stop, "best_epoch": best, "best_loss": math.inf if best is None else float(val_losses[best])}
