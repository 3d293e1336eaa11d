"""Hidden tests of initialization/propagate_moments."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.initialization.propagate_moments import propagate_moments

ACTS = ("relu", "tanh", "identity")

independent = (
    "torch.stack([a.square().mean() for a in (lambda f: f(f, x, list(weight)))(lambda f, a, rest: [a] + (f(f, {'relu': F.relu,"
    " 'tanh': F.tanh, 'identity': torch.nn.Identity()}[act](F.linear(a, std * rest[0])), rest[1:]) if rest else []))])"
)


def sample(rng, size="small"):
    """Three layers of five units, and weights that keep the signal at about its size."""
    n, d, layers = (1, 1, 1) if size == "ones" else (4, 5, 3)
    act = str(rng.choice(ACTS)) if size == "random" else "relu"
    return rng.normal(0.5, 1, size=(n, d)), rng.normal(size=(layers, d, d)), 0.6, act


def wide(rng, depth):
    """A batch of five and layers of 64 units."""
    return rng.normal(size=(5, 64)), rng.normal(size=(depth, 64, 64))


def one_at_a_time(got, want):
    """Each number by itself: beside a large one nobody would notice a small one."""
    agree(got.shape, want.shape)
    for mine, theirs in zip(got, want, strict=True):
        agree(mine, theirs)


def test_he_keeps_a_relu_alive(yours, rng):
    """With ReLU and He's scale the signal is about as large after four layers as before the first."""
    args = (*wide(rng, 4), np.sqrt(2 / 64), "relu")
    moments = yours(*args)
    agree("kept" if 0.02 < moments[-1] < 50 else f"{moments[-1]:.1e}", "kept")  # 1 in the mean: 7 sigma on either side
    one_at_a_time(moments, propagate_moments(*args))


def test_half_of_it_halves(yours, rng):
    """With ReLU and half of He's variance, which is Xavier's here, each layer halves the signal: a sixteenth after four."""
    x, weight = wide(rng, 4)
    moments, he = yours(x, weight, np.sqrt(1 / 64), "relu"), propagate_moments(x, weight, np.sqrt(2 / 64), "relu")
    one_at_a_time(moments, he / 2.0 ** np.arange(5))


def test_a_hundredth_is_too_little(yours, rng):
    """Weights of a hundredth sound careful, and the signal is gone after four layers."""
    args = (*wide(rng, 4), 0.01, "relu")
    moments = yours(*args)
    agree("gone" if 0 < moments[-1] < 1e-8 else f"{moments[-1]:.1e}", "gone")
    one_at_a_time(moments, propagate_moments(*args))


def test_too_large_explodes_or_saturates(yours, rng):
    """With weights that are too large the signal explodes without an activation, and tanh sits at its ends."""
    x, weight = wide(rng, 4)
    exploded, saturated = yours(x, weight, 1.0, "identity"), yours(x, weight, 0.5, "tanh")
    agree("exploded" if exploded[-1] > 1e5 else f"{exploded[-1]:.1e}", "exploded")
    agree("saturated" if 0.6 < saturated[-1] < 1 else f"{saturated[-1]:.2f}", "saturated")
    one_at_a_time(saturated, propagate_moments(x, weight, 0.5, "tanh"))


def test_rotations_keep_the_signal(yours, rng):
    """Layers that only exchange units and turn signs keep the signal exactly, and twice that makes it four times as large."""
    x = rng.integers(-3, 4, (3, 4)).astype(float)
    turns = np.array([np.eye(4)[[2, 0, 3, 1]], np.diag([1.0, -1, 1, -1]), -np.eye(4)[[1, 0, 2, 3]]])
    agree(yours(x, turns, 1.0, "identity"), np.full(4, np.mean(x * x)))
    one_at_a_time(yours(x, turns, 2.0, "identity"), np.mean(x * x) * 4.0 ** np.arange(4))


def test_moment_and_not_variance(yours):
    """Outputs that are all alike have no variance, but a second moment."""
    x, weight = np.array([[1.0, 1.0]]), np.array([[[1.0, 1.0], [1.0, 1.0]]])
    agree(yours(x, weight, 1.5, "relu"), np.array([1.0, 9.0]))


def test_one_silent_unit_in_two(yours):
    """What a ReLU cuts off counts as nothing, and it counts in the mean."""
    agree(yours(np.array([[2.0, -1.0]]), np.array([[[1.0, 0.0], [0.0, 1.0]]]), 1.0, "relu"), np.array([2.5, 2.0]))


def test_no_layers(yours, rng):
    """Without a layer the moment of the input is all there is."""
    agree(yours(np.array([[1.0, -2.0, 4.0]]), np.zeros((0, 3, 3)), 0.5, "tanh"), np.array([7.0]))


@pytest.mark.parametrize("act", ["linear", ""], ids=["other", "empty"])
def test_unknown_activation(yours, rng, act):
    """An activation that is none of the three raises a ValueError that names act."""
    x, weight, std, _ = sample(rng)
    for some in (weight, weight[:0]):
        with pytest.raises(ValueError, match=r"\bact\b"):
            yours(x, some, std, act)


PHI = {"relu": lambda z: np.maximum(z, 0), "tanh": np.tanh, "identity": lambda z: z}


def walk(x, weight, std, act, moment=lambda a, z: np.mean(a * a), step=None):
    """The pass through the layers, with another moment or another step for the mistakes below."""
    if act not in PHI:
        raise ValueError("act")
    phi = PHI[act]
    a, moments = x, [moment(x, x)]
    for layer in weight:
        z = std * (a @ layer.T) if step is None else step(a, layer)
        a = phi(z)
        moments.append(moment(a, z))
    return np.array(moments, dtype=x.dtype)


@mistake("This is the variance. The second moment is the mean of the squares, and no mean is subtracted first.")
def takes_the_variance(x, weight, std, act):
    return walk(x, weight, std, act, lambda a, z: np.var(a))


@mistake("You measure before the activation. What goes on to the next layer is what comes out behind it.")
def measures_before_the_activation(x, weight, std, act):
    return walk(x, weight, std, act, lambda a, z: np.mean(z * z))


@mistake("You return the roots of the moments. The second moment is the mean of the squares itself.")
def takes_the_root(x, weight, std, act):
    return walk(x, weight, std, act, lambda a, z: np.sqrt(np.mean(a * a)))


@mistake("The squares are added up over the units. Take their mean, over rows and units alike.")
def adds_up_the_units(x, weight, std, act):
    return walk(x, weight, std, act, lambda a, z: np.mean(np.sum(a * a, axis=1)))


@mistake("You square the mean. The second moment is the mean of the squares: square first.")
def squares_the_mean(x, weight, std, act):
    return walk(x, weight, std, act, lambda a, z: np.mean(a) ** 2)


@mistake("Silent units are left out of your mean. A zero counts as nothing, but it counts.")
def leaves_out_silent_units(x, weight, std, act):
    return walk(x, weight, std, act, lambda a, z: np.sum(a * a) / x.dtype.type(max(np.count_nonzero(a), 1)))


@mistake("Every layer gets the input anew. What comes out of a layer is what goes into the next.")
def feeds_the_input_to_every_layer(x, weight, std, act):
    return walk(x, weight, std, act, step=lambda a, layer: std * (x @ layer.T))


@mistake("All layers have the weights of the first one. Each has numbers of its own.")
def repeats_the_first_layer(x, weight, std, act):
    return walk(x, weight, std, act, step=lambda a, layer: std * (a @ weight[0].T))


@mistake("The weights are not transposed. PyTorch's layout is (out, in): rows of the batch meet rows of the weight.")
def forgets_to_transpose(x, weight, std, act):
    return walk(x, weight, std, act, step=lambda a, layer: std * (a @ layer))


@mistake("std has no effect. Multiply the numbers of every layer by it.")
def ignores_std(x, weight, std, act):
    return walk(x, weight, 1.0, act)


@mistake("You multiply by the variance. Numbers with a deviation of 1 are scaled by the deviation itself, not by its square.")
def scales_by_the_variance(x, weight, std, act):
    return walk(x, weight, std * std, act)


@mistake("You divide by the root of the width once more. The scale is std and nothing else; who calls has thought of the width.")
def scales_by_the_width_too(x, weight, std, act):
    return walk(x, weight, std / float(np.sqrt(x.shape[1])), act)


@mistake("You scale behind the activation. The weights are scaled, so it happens before; with tanh that is another number.")
def scales_behind_the_activation(x, weight, std, act):
    if act not in PHI:
        raise ValueError("act")
    a, moments = x, [np.mean(x * x)]
    for layer in weight:
        a = std * PHI[act](a @ layer.T)
        moments.append(np.mean(a * a))
    return np.array(moments)


@mistake("The moment of the input is missing. It comes first: there is one number more than there are layers.")
def leaves_out_the_input(x, weight, std, act):
    return propagate_moments(x, weight, std, act)[1:].copy()


@mistake("The result is float64 though the inputs are float32. Make the array with the dtype of x.")
def returns_float64(x, weight, std, act):
    return propagate_moments(x, weight, std, act).astype(np.float64)


@mistake("An unknown activation is taken for none. Only three are known: raise a ValueError that names act.")
def takes_any_activation(x, weight, std, act):
    return propagate_moments(x, weight, std, act if act in PHI else "identity")


@right
def with_scaled_weights(x, weight, std, act):
    if act not in ACTS:
        raise ValueError("act is unknown")
    result = np.empty(len(weight) + 1, dtype=x.dtype)
    columns = x.T
    result[0] = np.mean(columns**2)
    for number, layer in enumerate(weight, 1):
        z = (layer * std) @ columns
        columns = np.tanh(z) if act == "tanh" else np.where(z > 0, z, 0) if act == "relu" else z
        result[number] = np.mean(columns**2)
    return result


@right
def row_by_row(x, weight, std, act):
    if act not in ACTS:
        raise ValueError(f"act = {act}")
    phi = {"relu": lambda z: z * (z > 0), "tanh": np.tanh, "identity": lambda z: z}[act]
    total = np.zeros(len(weight) + 1)
    for row in x:
        signals = [row]
        for layer in weight:
            signals.append(phi(np.einsum("oi,i->o", layer, signals[-1]) * std))
        total += [float(np.vdot(signal, signal)) for signal in signals]
    return (total / x.size).astype(x.dtype)
