r"""When to stop training, and which epoch to go back to: early stopping with patience.

After each epoch $t = 0, 1, 2, \dots$ a network is judged on data it does not train on, and $v_t$ is that validation loss. It
falls at first. Once the network begins to learn the noise of the training set, it rises again, but not smoothly, so one bad epoch
is no reason to stop. The rule has a memory, the best loss so far, which is infinite at the beginning. Epoch $t$ **improves** if

$$v_t < \text{best} - \text{min\_delta}$$

with strictly less: an improvement by exactly `min_delta` is none. Only an epoch that improves becomes the new best. Many
small steps down can therefore improve in the end, as all are measured from the same best.

Training stops **after** the first epoch that completes `patience` epochs in a row without an improvement; an improvement
starts the count anew. What would have come later is never seen. If the count is never completed, the last
epoch is where it ends.

A loss that is NaN does not improve on anything, and counts as an epoch without improvement. Where no epoch improves, as with
NaN only, there is no best epoch: it is `None`, and not -1, which Python would take for the last one. The best loss
is then infinity.

The result is a dictionary with three entries: `"best_epoch"`, a whole number or `None`, the epoch whose weights are kept;
`"stop_epoch"`, the last epoch that was run, a whole number; `"best_loss"`, the loss of the best epoch, a floating-point number,
Python's or your library's.

Source: Prechelt 1998, *Early stopping: but when?*; Goodfellow, Bengio and Courville 2016, *Deep learning*, section 7.8.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Early stopping",
    difficulty=1,
    points=5,
    questions=(
        "What do overfitting and underfitting mean, and how do you combat them?",
        "What is early stopping, and do more epochs give better accuracy?",
    ),
    hints=(
        "Play the training loop with a pencil: write the losses in a row, and below each the best so far and the number of "
        "epochs since it was found. Both change by simple rules. Do not look ahead: a wonderful loss at the end does not exist "
        "if training had stopped before it.",
        "Two variables are remembered between epochs, besides the epoch of the best: the best loss, which starts at infinity, "
        "and a counter. An improvement sets all of them, anything else only raises the counter. Comparing with the epoch before "
        "would be another rule: then a loss that goes up and down would improve every second time.",
        "The counter is looked at after it was raised, so a patience of 1 stops at the first epoch that does not improve. "
        "NaN makes every comparison false: ask whether the loss is smaller, and NaN goes the right way by itself; ask whether it "
        "is not larger, and NaN becomes the best for ever, as nothing is smaller than it.",
    ),
    skip={
        "gradients_flow": "The losses are judged after training steps, where nothing is differentiated.",
        "independent": "No library has it as a function: Keras and Lightning hide it in the callbacks of their training loops.",
    },
)


def early_stopping(val_losses: Float[Array, "epochs"], patience: int, min_delta: float = 0.0) -> dict[str, int | float | None]:
    """Find where training stops and which epoch was the best until then.

    Parameters
    ----------
    val_losses : validation loss after each epoch; there is at least one.
    patience : how many epochs in a row may pass without improvement before training stops, at least 1.
    min_delta : by how much more than this a loss has to fall below the best to count, at least 0.

    Returns
    -------
    A dictionary with the keys "best_epoch", "stop_epoch" and "best_loss"; epochs are counted from 0.

    Raises
    ------
    ValueError
        If `patience` is below 1. The message names it: patience.

    Examples
    --------
    >>> losses = np.array([3.0, 3.25, 2.0, 2.25, 1.75, 2.0, 2.25, 0.5])
    >>> early_stopping(losses, patience=2)
    {'best_epoch': 4, 'stop_epoch': 6, 'best_loss': 1.75}
    >>> early_stopping(losses, patience=2, min_delta=0.5)
    {'best_epoch': 2, 'stop_epoch': 4, 'best_loss': 2.0}
    >>> early_stopping(losses, patience=3)
    {'best_epoch': 7, 'stop_epoch': 7, 'best_loss': 0.5}
    """
    if patience < 1:
        raise ValueError(f"patience must be at least 1, got {patience}")
    best_epoch, best_loss, waited = None, math.inf, 0
    for epoch, loss in enumerate(val_losses):
        if loss < best_loss - min_delta:
            # equivalent: float(loss) => loss, because a number of NumPy's is as good as Python's.
            best_epoch, best_loss, waited = epoch, float(loss), 0
        else:
            waited += 1
        if waited == patience:
            break
    return {"best_epoch": best_epoch, "stop_epoch": epoch, "best_loss": best_loss}
