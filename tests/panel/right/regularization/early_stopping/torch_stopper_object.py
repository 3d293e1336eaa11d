# verdict: passed
# style: PyTorch, a small stopper class with a step method as in a training loop
import torch


class Stopper:
    def __init__(self, patience, min_delta):
        self.patience, self.min_delta = patience, min_delta
        self.best = torch.tensor(float("inf"))
        self.best_epoch = None
        self.bad = 0

    def step(self, epoch, loss):
        if bool(loss < self.best - self.min_delta):
            self.best, self.best_epoch, self.bad = loss, epoch, 0
        else:
            self.bad += 1
        return self.bad == self.patience


def early_stopping(val_losses, patience, min_delta=0.0):
    if patience < 1:
        raise ValueError("patience has to be 1 or more")
    stopper = Stopper(patience, min_delta)
    stop = 0
    for epoch, loss in enumerate(val_losses.detach()):
        stop = epoch
        if stopper.step(epoch, loss):
            break
    return {"best_epoch": stopper.best_epoch, "stop_epoch": stop, "best_loss": stopper.best.item()}
