# verdict: wrong
# mistake: An improvement by exactly min_delta is counted as one, so a plateau never stops with min_delta 0, though the comparison has to be strict.
# told: counts_ties
import torch


def early_stopping(val_losses, patience, min_delta=0.0):
    if patience < 1:
        raise ValueError("patience must be >= 1")
    best, best_epoch, wait = float("inf"), None, 0
    for epoch in range(val_losses.shape[0]):
        loss = val_losses[epoch].item()
        if best - loss >= min_delta:
            best, best_epoch, wait = loss, epoch, 0
        else:
            wait += 1
            if wait >= patience:
                break
    return {"best_epoch": best_epoch, "stop_epoch": epoch, "best_loss": best}
