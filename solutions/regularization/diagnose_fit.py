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

from grader.authoring import About

ABOUT = About(
    title="Overfitting or underfitting?",
    difficulty=1,
    points=5,
    needs=("regularization/early_stopping",),
    questions=(
        "What do overfitting and underfitting mean, and how do you combat them?",
        "The training error is high and the validation error nearly the same: what is your diagnosis, and what the cure?",
    ),
    hints=(
        "Draw the three errors as marks on a vertical line, for each of the four diagnoses. Which two marks are far from each "
        "other when a model underfits, and which two when it overfits? No mark alone says anything: an error of a third may be "
        "a disgrace or a triumph.",
        "The two distances do not know of each other, so ask two questions and not one with several answers. A chain in which "
        "the first match wins can never say that both are the case. Distances have a sign here, and one that is below zero is "
        "good news, so there is no absolute value.",
        "Put the answers to the two questions together: yes and yes, yes and no, no and yes, no and no, in four lines or in a "
        "small table. Before that look for arguments to refuse. NaN has to be looked for, as every comparison with it is false "
        "and the answer would be that all is well.",
    ),
    forbid=("torch", "scipy"),
    skip={"independent": "No library makes a diagnosis, and these words for it are our own."},
)


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
    if gap_tol < 0:
        raise ValueError(f"gap_tol must be at least 0, got {gap_tol}")
    for name, error in {"train_error": train_error, "val_error": val_error, "target_error": target_error}.items():
        if math.isnan(error):
            raise ValueError(f"{name} is NaN")
    bias, gap = train_error - target_error, val_error - train_error
    if bias > gap_tol:
        diagnosis = "both" if gap > gap_tol else "underfit"
    else:
        diagnosis = "overfit" if gap > gap_tol else "good"
    return {"bias": bias, "gap": gap, "diagnosis": diagnosis}
