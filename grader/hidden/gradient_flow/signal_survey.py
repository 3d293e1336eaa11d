"""Hidden tests of gradient_flow/signal_survey."""

from itertools import pairwise

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.gradient_flow.signal_survey import signal_survey

independent = (
    "(lambda net, ws, rms: {"
    "'forward': torch.stack([rms(net(net, x, ws[:l])) for l in range(len(ws) + 1)]),"
    " 'backward': torch.stack([rms(torch.autograd.functional.vjp("
    "lambda h: net(net, h, ws[l:]), net(net, x, ws[:l]), grad_output)[1]) for l in range(len(ws) + 1)])})"
    "(lambda net, h, ws: net(net, torch.relu(F.linear(h, ws[0])), ws[1:]) if ws else 1 * h,"
    " [w * (2 / w.shape[1]) ** 0.5 for w in map(torch.as_tensor, normals)],"
    " lambda a: torch.linalg.vector_norm(a) / a.numel() ** 0.5)"
)
PAIRS = [("sigmoid", "xavier"), ("tanh", "he"), ("relu", "xavier"), ("relu", "he")]


def network(rng, units, samples):
    normals = [rng.normal(size=(n_out, n_in)) for n_in, n_out in pairwise(units)]
    return rng.normal(size=(samples, units[0])), normals, rng.normal(size=(samples, units[-1]))


def sample(rng, size="small"):
    """Three layers that have all different numbers of units, and five samples."""
    if size == "ones":
        return np.array([[1.5]]), [np.array([[0.7]]), np.array([[1.2]])], np.array([[-2.0]]), "relu", "he"
    return *network(rng, (3, 4, 7, 6), 5), "relu", "he"


@pytest.mark.parametrize(("activation", "scheme"), PAIRS)
def test_each_pair(yours, rng, activation, scheme):
    """Every activation function and every scheme, in a network whose layers differ in size."""
    args = network(rng, (4, 6, 3, 5), 7)
    agree(yours(*args, activation, scheme), signal_survey(*args, activation, scheme))


@pytest.mark.parametrize(("scheme", "strength"), [("he", 1.0), ("xavier", 0.8)])
def test_scale_of_one_layer(yours, scheme, strength):
    """From 8 units to 17 the xavier scheme scales by sqrt(2/25), and he by sqrt(2/8): it knows the inputs only."""
    x, normal = np.array([[4.0, 0, 0, 0, 0, 0, 0, 0]]), np.zeros((17, 8))
    normal[:, 0], unit = 1.0, np.sqrt(2 / 25 if scheme == "xavier" else 2 / 8)
    survey = yours(x, [normal], np.full((1, 17), 2.0), "relu", scheme)
    agree(survey["forward"], np.array([np.sqrt(2.0), 4 * unit]))
    agree(survey["backward"], np.array([2 * 17 * unit / np.sqrt(8), 2.0]))


def test_relu_and_he_keep_the_strength(yours, rng):
    """ReLU with he keeps signal and gradient alive over ten layers: both end within a factor of 3."""
    survey = yours(*network(rng, (256,) * 11, 16), "relu", "he")
    ratios = np.array([survey["forward"][-1] / survey["forward"][0], survey["backward"][0] / survey["backward"][-1]])
    agree((ratios > 1 / 3) & (ratios < 3), np.array([True, True]))


def test_relu_and_xavier_lose_half(yours, rng):
    """ReLU with xavier loses half of the mean square in each layer: after ten layers a thousandth is left, give or take."""
    forward = yours(*network(rng, (256,) * 11, 16), "relu", "xavier")["forward"]
    per_layer = (forward[-1] / forward[0]) ** (2 / 10)
    agree(f"{per_layer:.2f} per layer" if not 0.38 < per_layer < 0.66 else "about 0.5 per layer", "about 0.5 per layer")


def test_gradients_vanish_in_sigmoids(yours, rng):
    """In ten sigmoids the gradient vanishes while the signal does not, and tanh loses far less."""
    args = network(rng, (64,) * 11, 8)
    sigmoid, tanh = (yours(*args, activation, "xavier") for activation in ("sigmoid", "tanh"))
    found = [sigmoid["forward"][-1] > 0.3, sigmoid["backward"][0] < 1e-5, tanh["backward"][0] > 0.02]
    agree(np.array(found), np.array([True, True, True]))


def test_relu_at_zero(yours):
    """A unit at exactly 0 passes no gradient through ReLU."""
    survey = yours(np.array([[1.0, 1.0]]), [np.array([[1.0, -1.0], [3.0, 1.0]])], np.array([[12.0, 5.0]]), "relu", "he")
    agree(survey["backward"], np.array([np.sqrt(125.0), np.sqrt(84.5)]))


@pytest.mark.parametrize("activation", ["sigmoid", "tanh"])
def test_saturated(yours, activation):
    """Where a layer is saturated on either side its slope is 0, and nothing is NaN."""
    survey = yours(np.array([[1000.0, -1000.0]]), [np.eye(2), np.eye(2)], np.array([[3.0, 4.0]]), activation, "he")
    agree(survey["forward"][1], 1.0 if activation == "tanh" else np.sqrt(0.5))
    agree(survey["backward"][0], 0.0)


@pytest.mark.parametrize(("activation", "scheme", "name"), [("ReLU", "he", "activation"), ("tanh", "kaiming", "scheme")])
def test_unknown_words(yours, rng, activation, scheme, name):
    """A word that is not in its table raises a ValueError that names the argument."""
    with pytest.raises(ValueError, match=name):
        yours(*network(rng, (3, 2), 4), activation, scheme)


def sigma(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


def rms(a):
    return np.sqrt(np.mean(a * a))


FUNCTIONS = {"sigmoid": sigma, "tanh": np.tanh, "relu": lambda z: np.maximum(z, 0)}
SLOPES = {
    "sigmoid": lambda z: sigma(z) * (1 - sigma(z)),
    "tanh": lambda z: 1 - np.tanh(z) ** 2,
    "relu": lambda z: (z > 0).astype(z.dtype),
}
SCALES = {"xavier": lambda n_out, n_in: (2 / (n_in + n_out)) ** 0.5, "he": lambda _, n_in: (2 / n_in) ** 0.5}


def walk(x, normals, grad, activation, scheme, scales=SCALES, functions=FUNCTIONS, slopes=SLOPES, measure=rms, back=np.matmul):
    """The reference once more, with parts that can be exchanged."""
    signal_survey(x, [np.ones((1, x.shape[1]), x.dtype)], x[:, :1], activation, scheme)  # for its errors
    weights, sums, layers, grads = [scales[scheme](*n.shape) * n for n in normals], [], [x], [grad]
    for weight in weights:
        sums.append(layers[-1] @ weight.T)
        layers.append(functions[activation](sums[-1]))
    for weight, z in zip(weights[::-1], sums[::-1], strict=True):
        grads.append(back(grads[-1] * slopes[activation](z), weight))
    return {"forward": np.array([measure(h) for h in layers]), "backward": np.array([measure(g) for g in grads[::-1]])}


@mistake("Both schemes use the variance as a factor. Weights of that variance are standard normal numbers times its root.")
def forgets_the_root(x, normals, grad_output, activation, scheme):
    scales = {name: lambda *shape, name=name: SCALES[name](*shape) ** 2 for name in SCALES}
    return walk(x, normals, grad_output, activation, scheme, scales)


@mistake(
    "he is computed with the number of outputs. It is made for the way forward: two over the number of inputs, the last axis."
)
def takes_outputs_for_inputs(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, {**SCALES, "he": lambda n_out, _: (2 / n_out) ** 0.5})


@mistake("he is 1 over the number of inputs with you. The 2 makes up for the half that ReLU cuts away.")
def forgets_the_two_of_he(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, {**SCALES, "he": lambda _, n_in: (1 / n_in) ** 0.5})


@mistake("xavier is 1 over the sum of inputs and outputs with you. It is 1 over their mean: 2 over the sum.")
def forgets_the_two_of_xavier(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, {**SCALES, "xavier": lambda o, i: (1 / (i + o)) ** 0.5})


@mistake("xavier is 1 over the number of inputs with you. It is a compromise of both ways: 2 over inputs plus outputs.")
def takes_inputs_only_for_xavier(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, {**SCALES, "xavier": lambda _, n_in: (1 / n_in) ** 0.5})


@mistake("sqrt(6 / (inputs + outputs)) is the limit of a uniform distribution. For normal numbers the 6 is a 2.")
def takes_the_limit_of_a_uniform_distribution(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, {**SCALES, "xavier": lambda o, i: (6 / (i + o)) ** 0.5})


@mistake("The two schemes have changed places. he knows the inputs only, xavier takes inputs plus outputs.")
def swaps_the_schemes(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, {"he": SCALES["xavier"], "xavier": SCALES["he"]})


@mistake("The standard normal numbers are used as they are. Scale each matrix as the scheme says.")
def forgets_to_scale(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, dict.fromkeys(SCALES, lambda *_: 1.0))


@mistake("The slope is missing on the way back. Multiply by it, element by element, before you go through the weights.")
def forgets_the_slope(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, slopes=dict.fromkeys(SLOPES, np.ones_like))


@mistake("On the way back you multiply by the activation f(z). It is the slope f'(z).")
def multiplies_by_the_activation(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, slopes=FUNCTIONS)


@mistake("You apply the function once more before you take its slope: y (1 - y) and 1 - y**2 want the activation y itself.")
def activates_twice(x, normals, grad_output, activation, scheme):
    slopes = {name: lambda z, name=name: SLOPES[name](FUNCTIONS[name](z)) for name in SLOPES}
    return walk(x, normals, grad_output, activation, scheme, slopes=slopes)


@mistake(
    "The slope of ReLU at exactly 0 is 1 with you. There is no derivative, and it is taken to be 0: compare with > and not >=."
)
def lets_zero_pass(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, slopes={**SLOPES, "relu": lambda z: (z >= 0).astype(z.dtype)})


@mistake("The weights are transposed on the way back. With samples as rows the gradient goes back by G @ W.")
def transposes_on_the_way_back(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, back=lambda g, w: g @ w.T)


@mistake(
    "You take the standard deviation, which subtracts the mean. The outputs of ReLU have one: take the root of the mean square."
)
def takes_the_standard_deviation(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, measure=np.std)


@mistake("You take the length, the root of the sum of squares. Layers differ in size: take the root of the mean.")
def takes_the_length(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, measure=np.linalg.norm)


@mistake("The square root is missing: these are mean squares.")
def takes_the_mean_square(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, measure=lambda a: np.mean(a * a))


@mistake("You average absolute values. The strength is the root of the mean square.")
def averages_absolute_values(x, normals, grad_output, activation, scheme):
    return walk(x, normals, grad_output, activation, scheme, measure=lambda a: np.mean(np.abs(a)))


@mistake("The gradients come in reverse. Both arrays go from the input to the output: turn the second one round.")
def leaves_the_gradients_in_reverse(x, normals, grad_output, activation, scheme):
    survey = signal_survey(x, normals, grad_output, activation, scheme)
    return {**survey, "backward": survey["backward"][::-1].copy()}


@mistake("Input and grad_output are missing. Both belong to the lists: one number more than there are layers.")
def leaves_out_what_was_given(x, normals, grad_output, activation, scheme):
    survey = signal_survey(x, normals, grad_output, activation, scheme)
    return {"forward": survey["forward"][1:].copy(), "backward": survey["backward"][:-1].copy()}


@mistake("The last layer has no activation with you. Here every layer has the same one, the last one too.")
def leaves_the_last_layer_linear(x, normals, grad_output, activation, scheme):
    rest = walk(x, normals[:-1], grad_output @ (SCALES[scheme](*normals[-1].shape) * normals[-1]), activation, scheme)
    hidden = x
    for n in normals[:-1]:
        hidden = FUNCTIONS[activation](hidden @ (SCALES[scheme](*n.shape) * n).T)
    last = rms(hidden @ (SCALES[scheme](*normals[-1].shape) * normals[-1]).T)
    return {"forward": np.append(rest["forward"], last), "backward": np.append(rest["backward"], rms(grad_output))}


@mistake("The sigmoid or its slope overflows far out, and infinity over infinity is NaN. Take exponentials of -|z| only.")
def overflows_in_the_sigmoid(x, normals, grad_output, activation, scheme):
    functions = {**FUNCTIONS, "sigmoid": lambda z: np.exp(z) / (1 + np.exp(z))}
    return walk(x, normals, grad_output, activation, scheme, functions=functions)


@mistake("A scheme you do not know is taken for xavier. Raise a ValueError that names scheme: a typing error must be heard.")
def takes_any_scheme_for_xavier(x, normals, grad_output, activation, scheme):
    return signal_survey(x, normals, grad_output, activation, scheme if scheme in SCALES else "xavier")


@mistake(
    "An activation you do not know is taken for relu. Raise a ValueError that names activation: a typing error must be heard."
)
def takes_any_activation_for_relu(x, normals, grad_output, activation, scheme):
    return signal_survey(x, normals, grad_output, activation if activation in SLOPES else "relu", scheme)


@mistake("float32 arrays give float64 results. Scale by plain Python numbers, and build the results with the dtype of x.")
def returns_float64(x, normals, grad_output, activation, scheme):
    return {key: value.astype(np.float64) for key, value in signal_survey(x, normals, grad_output, activation, scheme).items()}


@mistake("You scale the normal numbers in place. Make new matrices: the next scheme wants the same numbers.")
def overwrites_normals(x, normals, grad_output, activation, scheme):
    survey = signal_survey(x, normals, grad_output, activation, scheme)
    for n in normals:
        n *= SCALES[scheme](*n.shape)  # noqa: PLW2901
    return survey


@right
def slopes_at_the_sums(x, normals, grad_output, activation, scheme):
    if activation not in SLOPES or scheme not in SCALES:
        raise ValueError("activation" if activation not in SLOPES else "scheme")
    return walk(x, normals, grad_output, activation, scheme)


@right
def layer_in_layer(x, normals, grad_output, activation, scheme):
    if activation not in SLOPES or scheme not in SCALES:
        raise ValueError("activation or scheme")

    def survey(h, rest):
        if not rest:
            return [h], [grad_output]
        weight = rest[0] * SCALES[scheme](*rest[0].shape)
        z = np.einsum("ni,oi->no", h, weight)
        layers, grads = survey(FUNCTIONS[activation](z), rest[1:])
        return [h, *layers], [np.einsum("no,no,oi->ni", grads[0], SLOPES[activation](z), weight), *grads]

    layers, grads = survey(x, normals)
    norms = [np.array([np.linalg.norm(a) / np.sqrt(a.size) for a in arrays], dtype=x.dtype) for arrays in (layers, grads)]
    return dict(zip(("forward", "backward"), norms, strict=True))
