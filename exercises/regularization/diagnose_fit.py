r"""Training error high, validation error nearly the same: does the model underfit? It depends on what can be reached at all.

Three errors tell how a model does: on the data it was trained on, on validation data, and a **target**, the error that could be
reached: that of people, of the best known model, or of the noise in the labels, which no model can get below. There are two
distances between them, and each has its own cure:

$$\text{avoidable bias} = \text{training error} - \text{target error} \qquad
\text{gap} = \text{validation error} - \text{training error}$$

Either is large if it is **more** than `gap_tol`; exactly `gap_tol` is not yet large. So there are four diagnoses:

| avoidable bias | gap | diagnosis |
|---|---|---|
| small | small | `"good"` |
| large | small | `"underfit"` |
| small | large | `"overfit"` |
| large | large | `"both"` |

A high training error next to an equally high target is no underfitting: the model is as good as it gets. A negative distance is
small, however far below zero. Validation may well come out better than training, where dropout makes only training harder, or
an easier set was drawn by chance; and a model may beat the target.

The result is a dictionary with three entries: `"bias"` and `"gap"`, the two distances with their signs, as floating-point
numbers, and `"diagnosis"`, one of the four words.

An error that is NaN comes from a run that has blown up, and there is nothing to diagnose: it must not pass for a good fit, for
which reason it is refused.

Source: Ng 2018, *Machine learning yearning*, chapters 20 to 27; Goodfellow, Bengio and Courville 2016, *Deep learning*,
section 5.2.
"""

from __future__ import annotations

import math


# To be written without torch, scipy, by whatever name.
def diagnose_fit(train_error: float, val_error: float, target_error: float, gap_tol: float) -> dict[str, float | str]:
    """Say whether a model underfits, overfits, does both or neither.

    Parameters
    ----------
    train_error : error on the training data.
    val_error : error on validation data.
    target_error : error that could be reached.
    gap_tol : the largest distance between two errors that still counts as small, at least 0.

    Returns
    -------
    A dictionary with the keys "bias", "gap" and "diagnosis"; the last is "good", "underfit", "overfit" or "both".

    Raises
    ------
    ValueError
        If `gap_tol` is below 0, or `train_error`, `val_error` or `target_error` is NaN. The message names the argument:
        gap_tol, train_error, val_error, target_error. If several are wrong, it does not matter which is found first.

    Examples
    --------
    >>> diagnose_fit(0.5, 0.625, target_error=0.0625, gap_tol=0.25)
    {'bias': 0.4375, 'gap': 0.125, 'diagnosis': 'underfit'}
    >>> diagnose_fit(0.5, 0.625, target_error=0.4375, gap_tol=0.25)
    {'bias': 0.0625, 'gap': 0.125, 'diagnosis': 'good'}
    >>> diagnose_fit(0.125, 0.75, target_error=0.0625, gap_tol=0.25)
    {'bias': 0.0625, 'gap': 0.625, 'diagnosis': 'overfit'}
    """
    raise NotImplementedError("write diagnose_fit here")
