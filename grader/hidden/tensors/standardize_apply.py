"""Hidden tests of tensors/standardize_apply."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.tensors.standardize_apply import standardize_apply

independent = "torch.distributions.AffineTransform(mean, std).inv(x)"


def sample(rng, size="small"):
    """Four examples of three features, and statistics that are not their own."""
    n, d = (1, 1) if size == "ones" else (4, 3)
    return rng.normal(size=(n, d)) - 1, rng.normal(size=d) + 2, rng.uniform(0.3, 3.0, size=d)


def test_training_statistics_are_kept(yours):
    """A test set is measured with the statistics of the training set, and not with its own."""
    z = yours(np.array([[10.0, 0.0], [14.0, 6.0]]), np.array([2.0, 3.0]), np.array([4.0, 1.5]))
    agree(z, np.array([[2.0, -2.0], [3.0, 2.0]]), exact=True)


def test_one_example_alone(yours, rng):
    """An example on its own gets the same z-scores as in the middle of others."""
    x, mean, std = sample(rng)
    whole = standardize_apply(x, mean, std)
    for i in range(len(x)):
        agree(yours(x[i : i + 1], mean, std), whole[i : i + 1])


def test_outliers_stay_outliers(yours):
    """Z-scores have no range: a value 40 standard deviations away gets 40, and the mean itself gets 0."""
    x = np.array([[85.0], [5.0], [-75.0]])
    agree(yours(x, np.array([5.0]), np.array([2.0])), np.array([[40.0], [0.0], [-40.0]]), exact=True)


def test_as_many_rows_as_columns(yours):
    """The statistics belong to the columns, also where the table is square."""
    z = yours(np.array([[1.0, 5.0], [3.0, 9.0]]), np.array([1.0, 5.0]), np.array([2.0, 8.0]))
    agree(z, np.array([[0.0, 0.0], [1.0, 0.5]]), exact=True)


def test_constant_feature(yours):
    """A std of 0 only centres: known values become 0, and a new one keeps its distance."""
    x, mean = np.array([[7.0, 4.0], [10.0, 4.0], [6.5, 5.0]]), np.array([7.0, 3.0])
    agree(yours(x, mean, np.array([0.0, 0.5])), np.array([[0.0, 2.0], [3.0, 2.0], [-0.5, 4.0]]), exact=True)


def test_small_is_not_zero(yours):
    """A standard deviation of 1e-12, or of 1e-200, is divided by like any other."""
    for unit in (1e-12, 1e-200):
        x = np.array([[3.0], [-5.0]]) * unit
        agree(yours(x, np.array([unit]), np.array([2.0]) * unit), np.array([[1.0], [-3.0]]))


@pytest.mark.parametrize("n", [0, 1, 6], ids=["no_rows", "one_row", "six_rows"])
def test_any_number_of_rows(yours, rng, n):
    """Any number of rows works, also none; constant features are among the columns."""
    x, mean, std = rng.normal(size=(n, 3)), np.array([0.5, -4.0, 2.0]), np.array([2.0, 0.0, 0.25])
    agree(yours(x, mean, std), standardize_apply(x, mean, std))


@mistake(
    "You take the statistics from x itself. They come from the training set: a test set is measured with them as they are, "
    "and never looked at before."
)
def looks_at_the_test_set(x, mean, std):
    return standardize_apply(x, x.mean(axis=0), x.std(axis=0)) if len(x) else x.copy()


@mistake("You subtract the mean of x and not the one that is given. The zero point, too, is that of the training set.")
def centres_on_the_test_set(x, mean, std):
    return standardize_apply(x, x.mean(axis=0), std) if len(x) else x.copy()


@mistake("A constant feature has a std of 0, and you divide by it: NaN and infinity come out. Divide by 1 there.")
def divides_by_zero(x, mean, std):
    return (x - mean) / std


@mistake(
    "For a constant feature you return 0 whatever the value. Only its training values become 0: a new value keeps its "
    "distance from the mean, since the feature is only centred."
)
def hides_what_is_new(x, mean, std):
    return np.where(std == 0, 0, standardize_apply(x, mean, std)).astype(x.dtype)


@mistake("For a constant feature the value comes back as it was. It is centred like all others: subtract the mean there, too.")
def leaves_a_constant_feature(x, mean, std):
    return np.where(std == 0, x, standardize_apply(x, mean, std))


@mistake("You add a small number to every std, so that all z-scores are a bit too small. Replace the exact zeros by 1 instead.")
def adds_eps(x, mean, std):
    return (x - mean) / (std + x.dtype.type(1e-8))


@mistake("A small std is taken for zero. Only exactly 0 means a constant feature: small units give small numbers.")
def takes_small_for_zero(x, mean, std):
    return standardize_apply(x, mean, np.where(std < 1e-8, 0, std).astype(std.dtype))


@mistake("You divide by the square of std, the variance. Divide by std: then the result has no unit.")
def divides_by_the_variance(x, mean, std):
    return standardize_apply(x, mean, std**2)


@mistake("The mean is not subtracted. A z-score counts from the mean: subtract it first, then divide.")
def forgets_to_centre(x, mean, std):
    return standardize_apply(x, np.zeros_like(mean), std)


@mistake("You divide before you subtract. The mean has the unit of the feature: subtract it first, then divide.")
def divides_first(x, mean, std):
    return x / np.where(std == 0, std.dtype.type(1), std) - mean


@mistake("This undoes a standardisation: times std, plus the mean. Here it is the other way round.")
def goes_back(x, mean, std):
    return x * std + mean


@mistake("The statistics are spread along the rows. They belong to the columns: let x - mean broadcast, without a new axis.")
def measures_the_rows(x, mean, std):
    return ((x.T - mean) / np.where(std == 0, std.dtype.type(1), std)).T


@mistake("You clip at three standard deviations. Z-scores have no range: return what comes out.")
def clips_at_three(x, mean, std):
    return np.clip(standardize_apply(x, mean, std), -3, 3)


@mistake("float32 comes back as float64. Compute in the dtype of the arguments, and give a replacement for zero that type.")
def returns_float64(x, mean, std):
    return standardize_apply(x, mean, std).astype(np.float64)


@mistake("You put ones into the std that you were given, and so change the statistics of the model. Make a new array.")
def overwrites_std(x, mean, std):
    for j, value in enumerate(std):
        if value == 0:
            std[j] = 1
    return (x - mean) / std


@mistake("You subtract in place, and x has changed after the call. Put the result into a new array.")
def overwrites_x(x, mean, std):
    x -= mean
    return np.divide(x, np.where(std == 0, 1, std), out=x)


@right
def column_by_column(x, mean, std):
    z = np.empty_like(x)
    for j in range(x.shape[1]):
        z[:, j] = x[:, j] - mean[j]
        if std[j]:
            z[:, j] /= std[j]
    return z


@right
def divides_where_it_can(x, mean, std):
    centred = x - mean
    return np.divide(centred, std, out=centred.copy(), where=std > 0)


@right
def adds_the_zeros(x, mean, std):
    return (x - mean) / (std + (std == 0).astype(std.dtype))
