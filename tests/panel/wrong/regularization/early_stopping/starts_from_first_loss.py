# verdict: wrong
# mistake: The first loss is taken as the best without a test, so a NaN in epoch 0 stays the best for ever and nothing ever improves on it.
import numpy as np


def early_stopping(val_losses, patience, min_delta=0.0):
    if patience < 1:
        raise ValueError("patience must be positive")
    best_loss = float(val_losses[0])
    best_epoch = 0
    since = 0
    epoch = 0
    for epoch in range(1, len(val_losses)):
        if val_losses[epoch] < best_loss - min_delta:
            best_loss = float(val_losses[epoch])
            best_epoch = epoch
            since = 0
        else:
            since += 1
        if since >= patience:
            break
    if np.isnan(val_losses).all():
        best_epoch, best_loss = None, float("inf")
    return {"best_epoch": best_epoch, "stop_epoch": epoch, "best_loss": best_loss}
