# verdict: wrong
# mistake: An epoch with a NaN loss is skipped and does not count towards patience, though it is an epoch without improvement.
# told: takes_nan_for_the_best
import math


def early_stopping(val_losses, patience, min_delta=0.0):
    if patience < 1:
        raise ValueError("patience must be at least 1")
    best, best_epoch, wait, last = math.inf, None, 0, -1
    for last, loss in enumerate(val_losses):
        loss = float(loss)
        if math.isnan(loss):
            continue
        if loss < best - min_delta:
            best, best_epoch, wait = loss, last, 0
            continue
        wait += 1
        if wait == patience:
            break
    return {"best_epoch": best_epoch, "stop_epoch": last, "best_loss": best}
