"""The known mistakes of regularization/early_stopping, as people write them in PyTorch."""

import math

from solutions.regularization.torch.early_stopping import early_stopping

ABSENT = {}


def result(best_epoch, stop_epoch, best_loss):
    return {"best_epoch": best_epoch, "stop_epoch": stop_epoch, "best_loss": best_loss}


def run(losses, patience, improves, moved=False):
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


def keeps_the_last_epoch(val_losses, patience, min_delta=0.0):
    stop = early_stopping(val_losses, patience, min_delta)["stop_epoch"]
    return result(stop, stop, val_losses[stop].item())


def stops_too_late(val_losses, patience, min_delta=0.0):
    early_stopping(val_losses, patience, min_delta)
    return early_stopping(val_losses, patience + 1, min_delta)


def forgets_the_last_epoch(val_losses, patience, min_delta=0.0):
    found = early_stopping(val_losses, patience, min_delta)
    waited = found["stop_epoch"] - (-1 if found["best_epoch"] is None else found["best_epoch"])
    return found | {"stop_epoch": found["stop_epoch"] - (waited == patience)}


def adds_min_delta(val_losses, patience, min_delta=0.0):
    return run(val_losses, patience, lambda loss, best, before: loss < best + min_delta)


def ignores_min_delta(val_losses, patience, min_delta=0.0):
    return early_stopping(val_losses, patience)


def counts_ties(val_losses, patience, min_delta=0.0):
    return run(val_losses, patience, lambda loss, best, before: loss <= best - min_delta)


def compares_with_the_epoch_before(val_losses, patience, min_delta=0.0):
    return run(val_losses, patience, lambda loss, best, before: loss < before - min_delta)


def moves_the_best_for_little(val_losses, patience, min_delta=0.0):
    return run(val_losses, patience, lambda loss, best, before: loss < best - min_delta, moved=True)


def looks_into_the_future(val_losses, patience, min_delta=0.0):
    found = early_stopping(val_losses, patience, min_delta)
    best = val_losses.nan_to_num(nan=math.inf).argmin().item()
    return found if found["best_epoch"] is None else found | {"best_epoch": best, "best_loss": val_losses[best].item()}


def never_resets_the_count(val_losses, patience, min_delta=0.0):
    bad = 0
    for epoch in range(1, len(val_losses) + 1):
        found = early_stopping(val_losses[:epoch], patience, min_delta)
        bad += found["best_epoch"] != epoch - 1
        if bad == patience:
            break
    return found | {"stop_epoch": epoch - 1}


def takes_nan_for_the_best(val_losses, patience, min_delta=0.0):
    return run(val_losses, patience, lambda loss, best, before: not loss >= best - min_delta)


def returns_minus_one(val_losses, patience, min_delta=0.0):
    found = early_stopping(val_losses, patience, min_delta)
    return found | {"best_epoch": -1} if found["best_epoch"] is None else found


def counts_from_one(val_losses, patience, min_delta=0.0):
    found = early_stopping(val_losses, patience, min_delta)
    best = found["best_epoch"]
    return found | {"best_epoch": None if best is None else best + 1, "stop_epoch": found["stop_epoch"] + 1}


def checks_nothing(val_losses, patience, min_delta=0.0):
    return early_stopping(val_losses, max(patience, 1), min_delta)
