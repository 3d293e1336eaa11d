"""Hidden tests of regularization/diagnose_fit."""

import math

import pytest

from grader.authoring import agree, mistake, right
from solutions.regularization.diagnose_fit import diagnose_fit


def sample(rng, size="small"):
    """An overfitted model whose training error is high as such, and close to the target."""
    if size == "ones":
        return 0.5, 0.25, 0.125, 0.25
    target = float(rng.uniform(0.2, 0.25))
    return target + 0.05, target + 0.75, target, 0.125


def found(bias, gap, diagnosis):
    return {"bias": bias, "gap": gap, "diagnosis": diagnosis}


def test_noise_floor(yours):
    """High errors are no underfitting where the target is just as high: it depends on the distance."""
    agree(yours(0.375, 0.4375, 0.25, 0.125), found(0.125, 0.0625, "good"))
    agree(yours(0.375, 0.4375, 0.125, 0.125), found(0.25, 0.0625, "underfit"))


def test_both(yours):
    """A model can be far from the target on training data and still further off on validation data."""
    agree(yours(0.5, 0.9375, 0.125, 0.125), found(0.375, 0.4375, "both"))


def test_gap(yours):
    """Overfitting is judged by the gap between training and validation, and not by that to the target."""
    agree(yours(0.25, 0.3125, 0.1875, 0.09375), found(0.0625, 0.0625, "good"))
    agree(yours(0.25, 0.75, 0.1875, 0.09375), found(0.0625, 0.5, "overfit"))
    agree(yours(2.0, 4.0, 1.0, 1.5), found(1.0, 2.0, "overfit"))


def test_better_on_validation(yours):
    """A validation error far below the training error is no overfitting."""
    agree(yours(0.5, 0.125, 0.4375, 0.125), found(0.0625, -0.375, "good"))
    agree(yours(0.75, 0.125, 0.4375, 0.125), found(0.3125, -0.625, "underfit"))


def test_better_than_the_target(yours):
    """A training error far below the target is no underfitting."""
    agree(yours(0.125, 0.1875, 0.875, 0.25), found(-0.75, 0.0625, "good"))
    agree(yours(0.125, 0.875, 0.9375, 0.25), found(-0.8125, 0.75, "overfit"))


def test_boundary(yours):
    """A distance of exactly gap_tol is still small, also if gap_tol is 0."""
    agree(yours(0.25, 0.75, 0.125, 0.5), found(0.125, 0.5, "good"))
    agree(yours(0.75, 1.0, 0.25, 0.5), found(0.5, 0.25, "good"))
    agree(yours(1.0, 1.5, 0.25, 0.5), found(0.75, 0.5, "underfit"))
    agree(yours(0.25, 0.25, 0.25, 0), found(0.0, 0.0, "good"))
    agree(yours(0.5, 0.5 + 2**-40, 0.5 - 2**-41, 0), found(2**-41, 2**-40, "both"))


def test_bad_tolerance(yours):
    """A gap_tol below 0 raises a ValueError that names it."""
    with pytest.raises(ValueError, match="gap_tol"):
        yours(0.25, 0.5, 0.125, -0.0625)


def test_nan(yours):
    """An error that is NaN is refused by name, instead of passing for a good fit."""
    for errors, name in [((math.nan, 0.5, 0.1), "train"), ((0.5, math.nan, 0.1), "val"), ((0.5, 0.6, math.nan), "target")]:
        with pytest.raises(ValueError, match=f"{name}_error"):
            yours(*errors, 0.125)


def judged(gap_tol, bias, gap, biased=None, apart=None):
    """The diagnosis from other distances, or from other conditions."""
    biased = bias > gap_tol if biased is None else biased
    apart = gap > gap_tol if apart is None else apart
    table = {(True, True): "both", (True, False): "underfit", (False, True): "overfit", (False, False): "good"}
    return found(bias, gap, table[bool(biased), bool(apart)])


@mistake("You call any high training error underfitting. It may be all that can be reached: subtract target_error first.")
def ignores_the_target(train_error, val_error, target_error, gap_tol):
    diagnose_fit(train_error, val_error, target_error, gap_tol)
    return judged(gap_tol, train_error, val_error - train_error)


@mistake("You measure overfitting from the target. The gap is that between validation and training error.")
def measures_the_gap_from_the_target(train_error, val_error, target_error, gap_tol):
    diagnose_fit(train_error, val_error, target_error, gap_tol)
    return judged(gap_tol, train_error - target_error, val_error - target_error)


@mistake("You measure underfitting by the validation error. A model underfits if it is far from the target on training data.")
def measures_bias_on_validation_data(train_error, val_error, target_error, gap_tol):
    diagnose_fit(train_error, val_error, target_error, gap_tol)
    return judged(gap_tol, val_error - target_error, val_error - train_error)


@mistake("The gap has the wrong sign. A model overfits if validation is worse than training: subtract the training error.")
def turns_the_gap_around(train_error, val_error, target_error, gap_tol):
    diagnose_fit(train_error, val_error, target_error, gap_tol)
    return judged(gap_tol, train_error - target_error, train_error - val_error)


@mistake("You take the absolute value of the gap. A validation error below the training error is no overfitting.")
def takes_the_absolute_gap(train_error, val_error, target_error, gap_tol):
    diagnose_fit(train_error, val_error, target_error, gap_tol)
    return judged(gap_tol, train_error - target_error, abs(val_error - train_error))


@mistake("You take the absolute value of the bias. A model that beats its target does not underfit.")
def takes_the_absolute_bias(train_error, val_error, target_error, gap_tol):
    diagnose_fit(train_error, val_error, target_error, gap_tol)
    return judged(gap_tol, abs(train_error - target_error), val_error - train_error)


@mistake("You divide the gap by the training error. gap_tol is a distance of errors as they are, and not a ratio.")
def takes_a_relative_gap(train_error, val_error, target_error, gap_tol):
    diagnose_fit(train_error, val_error, target_error, gap_tol)
    return judged(gap_tol, train_error - target_error, (val_error - train_error) / train_error)


@mistake("A distance of exactly gap_tol counts as large. It has to be more than that: use > instead of >=.")
def counts_the_boundary(train_error, val_error, target_error, gap_tol):
    bias, gap, _ = diagnose_fit(train_error, val_error, target_error, gap_tol).values()
    return judged(gap_tol, bias, gap, bias >= gap_tol, gap >= gap_tol)


@mistake("You stop at the first answer, and never say that a model does both. The two distances are two questions.")
def never_says_both(train_error, val_error, target_error, gap_tol):
    bias, gap, _ = diagnose_fit(train_error, val_error, target_error, gap_tol).values()
    return judged(gap_tol, bias, gap, apart=gap > gap_tol >= bias)


@mistake("The two words have changed places: far from the target means underfit, far from training means overfit.")
def swaps_the_words(train_error, val_error, target_error, gap_tol):
    bias, gap, _ = diagnose_fit(train_error, val_error, target_error, gap_tol).values()
    return judged(gap_tol, bias, gap, gap > gap_tol, bias > gap_tol)


@mistake("A gap_tol below 0 passes unnoticed. Check it first, and raise a ValueError that names gap_tol.")
def takes_a_negative_tolerance(train_error, val_error, target_error, gap_tol):
    diagnose_fit(train_error, val_error, target_error, abs(gap_tol))
    return judged(gap_tol, train_error - target_error, val_error - train_error)


@mistake("An error that is NaN makes all comparisons false, and a run that blew up is called good. Look for NaN and refuse it.")
def calls_nan_good(train_error, val_error, target_error, gap_tol):
    if gap_tol < 0:
        raise ValueError("gap_tol")
    return judged(gap_tol, train_error - target_error, val_error - train_error)


@right
def by_a_table(train_error, val_error, target_error, gap_tol):
    errors = {"train_error": train_error, "val_error": val_error, "target_error": target_error}
    for name, value in errors.items():
        if not value <= math.inf:
            raise ValueError(f"{name} is not a number")
    if gap_tol < 0:
        raise ValueError(f"gap_tol = {gap_tol}")
    table = (("good", "overfit"), ("underfit", "both"))
    bias, gap = train_error - target_error, val_error - train_error
    return {"diagnosis": table[bias > gap_tol][gap > gap_tol], "gap": gap, "bias": bias}


@right
def by_a_list_of_troubles(train_error, val_error, target_error, gap_tol):
    result = diagnose_fit(train_error, val_error, target_error, gap_tol)  # for what it refuses
    troubles = [word for word, size in (("underfit", result["bias"]), ("overfit", result["gap"])) if size > gap_tol]
    return result | {"diagnosis": "both" if troubles[1:] else (*troubles, "good")[0]}
