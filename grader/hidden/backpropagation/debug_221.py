"""Hidden tests of backpropagation/debug_221."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.backpropagation.backward_221 import backward_221
from solutions.backpropagation.debug_221 import debug_221

NAMES = [f"weight1[{j},{k}]" for j in (0, 1) for k in (0, 1)] + ["bias1[0]", "bias1[1]", "weight2[0]", "weight2[1]", "bias2"]


def sample(rng, size="small"):
    """The popular printed answer with one more sign turned, and two output weights that are off, one of them by a little."""
    x, y, params = network(rng)
    printed = popular_answer(x, y, params)
    printed["weight2"][0] *= 1.003
    printed["weight2"][1] *= 1.05
    printed["weight1"][0, 0] *= -1
    return x, y, params, printed


def network(rng):
    x, weight1 = np.array([0.8, -0.5]), np.array([[0.9, -0.4], [-0.6, 1.1]])
    bias1, weight2 = np.array([0.3, -0.7]), np.array([1.3, -0.8])
    x, weight1, bias1, weight2 = (a + rng.uniform(-0.1, 0.1, a.shape) for a in (x, weight1, bias1, weight2))
    params = {"weight1": weight1, "bias1": bias1, "weight2": weight2, "bias2": float(rng.uniform(0.3, 0.5))}
    return x, float(rng.uniform(0.1, 0.3)), params


def activations(x, params):
    a1 = 1 / (1 + np.exp(-(params["weight1"] @ x + params["bias1"])))
    return a1, 1 / (1 + np.exp(-(params["weight2"] @ a1 + params["bias2"])))


def popular_answer(x, y, params):
    """The nine formulas as they are printed: the weights of the second hidden neuron go back through the first one."""
    printed = backward_221(x, y, params)
    a1, y_hat = activations(x, params)
    printed["weight1"][1, 0] = (y_hat - y) * y_hat * (1 - y_hat) * params["weight2"][1] * a1[0] * (1 - a1[0]) * x[0]
    printed["weight1"][1, 1] = 0.0  # since that neuron's sum does not contain this weight
    return printed


def test_popular_answer(yours, rng):
    """In the answer that everybody copies, two formulas are wrong: those of the second neuron's weights."""
    x, y, params = network(rng)
    agree(yours(x, y, params, popular_answer(x, y, params)), ["weight1[1,0]", "weight1[1,1]"])


def test_nothing_wrong(yours, rng):
    """Nine right gradients leave nobody to accuse, also when they are rounded to five digits."""
    x, y, params = network(rng)
    printed = backward_221(x, y, params)
    agree(yours(x, y, params, printed), [])
    rounded = {name: np.vectorize(lambda value: float(f"{value:.4e}"))(array) for name, array in printed.items()}
    agree(yours(x, y, params, {**rounded, "bias2": float(rounded["bias2"])}), [])


@pytest.mark.parametrize("culprit", [0, 1, 2, 3, 4, 5, 6, 7, 8], ids=lambda number: NAMES[number])
def test_single_culprit(yours, rng, culprit):
    """A single wrong entry is found by its name, whichever it is, and no other is accused."""
    x, y, params = network(rng)
    printed = backward_221(x, y, params)
    agree(yours(x, y, params, corrupted(printed, {culprit: 1.25})), [NAMES[culprit]])


def corrupted(printed, factors):
    """The same gradients with some of the nine entries, counted in their order, multiplied by a factor."""
    flat = np.concatenate([np.ravel(printed[name]) for name in ("weight1", "bias1", "weight2", "bias2")])
    for number, factor in factors.items():
        flat[number] *= factor
    return {"weight1": flat[:4].reshape(2, 2), "bias1": flat[4:6], "weight2": flat[6:8], "bias2": float(flat[8])}


def test_all_wrong(yours, rng):
    """Where the half of the cost was forgotten, all nine are wrong, and stand in their order."""
    x, y, params = network(rng)
    doubled = {name: 2 * value for name, value in backward_221(x, y, params).items()}
    agree(yours(x, y, params, {"bias2": doubled.pop("bias2"), **doubled}), NAMES)


def test_sign(yours, rng):
    """A gradient with the wrong sign is wrong: it leads uphill."""
    x, y, params = network(rng)
    agree(yours(x, y, params, corrupted(backward_221(x, y, params), {1: -1.0, 5: -1.0})), ["weight1[0,1]", "bias1[1]"])


def test_three_digits(yours, rng):
    """An entry that is off by 0.8 thousandths is right, and one that is off by 1.2 thousandths is wrong."""
    x, y, params = network(rng)
    printed = corrupted(backward_221(x, y, params), {0: 1.0008, 1: 1.0012, 2: 0.9992, 3: 0.9988, 7: 1.0008, 6: 1.05, 8: 1.0012})
    agree(yours(x, y, params, printed), ["weight1[0,1]", "weight1[1,1]", "weight2[0]", "bias2"])


@pytest.mark.parametrize("bias2", [21.0, -21.0])
def test_nearly_saturated(yours, rng, bias2):
    """Where the output is nearly saturated the gradients are tiny, and 0 or twice as much is as wrong as anywhere else."""
    x, _, params = network(rng)
    params["bias2"] = bias2
    agree(
        yours(x, 0.5, params, corrupted(backward_221(x, 0.5, params), {2: 2.0, 6: 0.0, 8: 2.0})), [NAMES[2], NAMES[6], NAMES[8]]
    )


def test_silent_input(yours, rng):
    """Behind an input of 0 the true gradient is 0: a printed 0 is right there, and a small number is wrong."""
    x, y, params = network(rng)
    x[1] = 0.0
    printed = backward_221(x, y, params)
    agree(yours(x, y, params, printed), [])
    printed["weight1"][1, 1] = 1e-12
    agree(yours(x, y, params, printed), ["weight1[1,1]"])


def test_right_by_luck(yours, rng):
    """With two hidden neurons in the same state the printed formula of weight1[1,0] is right, and must not be accused."""
    x, y, params = network(rng)
    params["weight1"][1], params["bias1"][1] = params["weight1"][0], params["bias1"][0]
    agree(yours(x, y, params, popular_answer(x, y, params)), ["weight1[1,1]"])


def test_not_a_number(yours, rng):
    """A NaN or an infinite value is wrong."""
    x, y, params = network(rng)
    printed = corrupted(backward_221(x, y, params), {3: np.nan, 4: np.inf, 8: np.nan})
    agree(yours(x, y, params, printed), ["weight1[1,1]", "bias1[0]", "bias2"])


def judged(x, y, params, printed, right):
    """The names of the entries that `right(p, g)` does not like."""
    truth = backward_221(x, y, params)
    pairs = [
        (p, g)
        for name in ("weight1", "bias1", "weight2", "bias2")
        for p, g in zip(np.ravel(printed[name]), np.ravel(truth[name]), strict=True)
    ]
    return [name for name, pair in zip(NAMES, pairs, strict=True) if not right(*pair)]


@mistake("You always accuse the two entries of the popular answer. Somebody else makes other mistakes: compare numbers.")
def knows_the_culprits(x, y, params, printed):
    return ["weight1[1,0]", "weight1[1,1]"]


@mistake("You take the popular formulas for the truth, and accuse those who got it right. End the path in the neuron's own sum.")
def believes_the_popular_answer(x, y, params, printed):
    truth = popular_answer(x, y, params)
    found = [(np.ravel(printed[name]), np.ravel(truth[name])) for name in ("weight1", "bias1", "weight2", "bias2")]
    pairs = [pair for columns in found for pair in zip(*columns, strict=True)]
    return [name for name, (p, g) in zip(NAMES, pairs, strict=True) if not abs(p - g) <= 1e-3 * abs(g)]


@mistake(
    "Your tolerance is absolute, and gradients that are smaller can be anything. Compare with a thousandth of the true value."
)
def has_an_absolute_tolerance(x, y, params, printed):
    return judged(x, y, params, printed, lambda p, g: abs(p - g) <= 1e-3)


@mistake("isclose adds an absolute tolerance of 1e-8, and a tiny gradient may be anything. Switch it off with atol=0.")
def leaves_the_absolute_tolerance_on(x, y, params, printed):
    return judged(x, y, params, printed, lambda p, g: abs(p - g) <= 1e-8 + 1e-3 * abs(g))


@mistake("Your tolerance is looser than asked for. Three digits have to be right: a thousandth of the true value.")
def has_a_loose_tolerance(x, y, params, printed):
    return judged(x, y, params, printed, lambda p, g: abs(p - g) <= 1e-2 * abs(g))


@mistake("Your tolerance is stricter than asked for, and rounded gradients are accused. A thousandth of the true value is fine.")
def has_a_strict_tolerance(x, y, params, printed):
    return judged(x, y, params, printed, lambda p, g: abs(p - g) <= 1e-6 * abs(g))


@mistake("You measure against the largest gradient, beside which small ones can be anything. Measure each entry by itself.")
def measures_by_the_largest(x, y, params, printed):
    size = max(float(np.max(np.abs(value))) for value in backward_221(x, y, params).values())
    return judged(x, y, params, printed, lambda p, g: abs(p - g) <= 1e-3 * size)


@mistake("You compare sizes only, so that a wrong sign is not noticed. Subtract first, then take the absolute value.")
def overlooks_the_sign(x, y, params, printed):
    return judged(x, y, params, printed, lambda p, g: abs(abs(p) - abs(g)) <= 1e-3 * abs(g))


@mistake("The truth that you compare with has the wrong sign. The derivative of the cost with respect to y_hat is y_hat - y.")
def turns_the_sign_of_the_truth(x, y, params, printed):
    return judged(x, y, params, printed, lambda p, g: abs(p + g) <= 1e-3 * abs(g))


@mistake("An exact 0 is accused where the true gradient is 0. Use at most, <=, so that 0 agrees with 0.")
def accuses_a_true_zero(x, y, params, printed):
    return judged(x, y, params, printed, lambda p, g: abs(p - g) < 1e-3 * abs(g))


@mistake("A NaN goes free: no comparison with it is true, neither too large nor small enough. Accuse what is not found right.")
def lets_nan_go(x, y, params, printed):
    return judged(x, y, params, printed, lambda p, g: not abs(p - g) > 1e-3 * abs(g))


@mistake("You stop at the first culprit. There may be several: go through all nine.")
def stops_at_the_first(x, y, params, printed):
    return debug_221(x, y, params, printed)[:1]


@mistake("These are the names of whole arrays. Say which entry of an array is wrong, such as weight1[0,1].")
def names_whole_arrays(x, y, params, printed):
    return list(dict.fromkeys(name.split("[")[0] for name in debug_221(x, y, params, printed)))


@mistake("Rows and columns are mixed up: weight1[j,k] leads from input k to neuron j. The name has the row first.")
def mixes_up_rows_and_columns(x, y, params, printed):
    return [{NAMES[1]: NAMES[2], NAMES[2]: NAMES[1]}.get(name, name) for name in debug_221(x, y, params, printed)]


@mistake("bias2 is not looked at, or has a name with an index. It is a number, and its name is bias2 alone.")
def forgets_bias2(x, y, params, printed):
    return [name for name in debug_221(x, y, params, printed) if name != "bias2"]


@mistake("The names stand in the order of the keys of the dict. They have one order: weight1, bias1, weight2, bias2.")
def trusts_the_order_of_the_keys(x, y, params, printed):
    keys = list(printed)
    return sorted(debug_221(x, y, params, printed), key=lambda name: keys.index(name.split("[")[0]))


@mistake("You return the right ones. The names of the wrong ones are asked for.")
def names_the_innocent(x, y, params, printed):
    return [name for name in NAMES if name not in debug_221(x, y, params, printed)]


@mistake("You correct the printed values in place. They are evidence and belong to the caller: only name what is wrong.")
def corrects_the_evidence(x, y, params, printed):
    found = debug_221(x, y, params, printed)
    truth = backward_221(x, y, params)
    for name in ("weight1", "bias1", "weight2"):
        printed[name][...] = truth[name]
    return found


@right
def one_pair_after_another(x, y, params, printed):
    (w00, w01), (w10, w11) = params["weight1"]
    a = [
        1 / (1 + np.exp(-z)) for z in (w00 * x[0] + w01 * x[1] + params["bias1"][0], w10 * x[0] + w11 * x[1] + params["bias1"][1])
    ]
    v, p = params["weight2"], printed
    up = np.exp(-(v[0] * a[0] + v[1] * a[1] + params["bias2"]))
    y_hat = 1 / (1 + up)
    delta = (y_hat - y) * up / (1 + up) ** 2
    d = [delta * v[j] * a[j] * (1 - a[j]) for j in (0, 1)]
    truth = [d[0] * x[0], d[0] * x[1], d[1] * x[0], d[1] * x[1], d[0], d[1], delta * a[0], delta * a[1], delta]
    values = [*p["weight1"][0], *p["weight1"][1], *p["bias1"], *p["weight2"], p["bias2"]]
    return [name for name, g, value in zip(NAMES, truth, values, strict=True) if not np.isclose(value, g, rtol=1e-3, atol=0)]


@right
def with_masks(x, y, params, printed):
    truth, wrong = backward_221(x, y, params), []
    for name, value in truth.items():
        g, p = np.atleast_1d(value), np.atleast_1d(printed[name])
        with np.errstate(all="ignore"):
            share = np.where(p == g, 0.0, np.abs((p - g) / np.where(g == 0, 1e-300, g)))
        places = [tuple(place) for place in np.argwhere(~(share <= 1e-3)).tolist()]
        wrong += [f"{name}[{','.join(str(i) for i in place)}]" if np.ndim(value) else name for place in places]
    return tuple(wrong)
