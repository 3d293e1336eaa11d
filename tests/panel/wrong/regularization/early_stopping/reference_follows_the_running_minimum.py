# verdict: wrong
# mistake: The reference is lowered by every smaller loss and not only by epochs that improve, so many small steps down never add up to an improvement.
import math


def early_stopping(val_losses, patience, min_delta=0.0):
    if patience < 1:
        raise ValueError("patience must be at least 1")
    reference = math.inf
    best_epoch, best_loss, count = None, math.inf, 0
    stop = len(val_losses) - 1
    for t, v in enumerate(val_losses):
        v = float(v)
        if v < reference - min_delta:
            best_epoch, best_loss = t, v
            count = 0
        else:
            count += 1
        if v < reference:
            reference = v
        if count == patience:
            stop = t
            break
    return {"best_epoch": best_epoch, "stop_epoch": stop, "best_loss": best_loss}
