"""Hidden tests of backpropagation/backward_221."""

import math

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.backpropagation.backward_221 import backward_221
from solutions.backpropagation.forward_221 import forward_221

independent = (
    "torch.func.grad(lambda p: (torch.sigmoid(p['weight2'] @ torch.sigmoid(p['weight1'] @ x + p['bias1']) + p['bias2']) - y)"
    " ** 2 / 2)({name: torch.as_tensor(value, dtype=x.dtype) for name, value in params.items()})"
)


def sample(rng, size="small"):
    """No two parameters alike and no sum near 0, so that inputs times 1e4 drive every sigmoid to 0 or 1."""
    x, weight1 = np.array([0.8, -0.5]), np.array([[0.9, -0.4], [-0.6, 1.1]])
    bias1, weight2 = np.array([0.3, -0.7]), np.array([1.3, -0.8])
    x, weight1, bias1, weight2 = (a + rng.uniform(-0.1, 0.1, a.shape) for a in (x, weight1, bias1, weight2))
    params = {"weight1": weight1, "bias1": bias1, "weight2": weight2, "bias2": float(rng.uniform(0.3, 0.5))}
    return x, float(rng.uniform(0.1, 0.3)), params


def cost(x, y, params):
    return 0.5 * (forward_221(x, params)["y_hat"] - y) ** 2


def test_silent_input(yours, rng):
    """An input of 0 leaves the weights that it comes in through without a gradient."""
    x, y, params = sample(rng)
    x[0] = 0.0
    gradients = yours(x, y, params)
    agree(gradients["weight1"][:, 0], np.zeros(2), exact=True)
    agree(gradients["weight1"][:, 1], backward_221(x, y, params)["weight1"][:, 1])


def test_cut_connection(yours, rng):
    """A hidden neuron whose weight to the output is 0 gets no gradient, and the other one does."""
    x, y, params = sample(rng)
    params["weight2"][1] = 0.0
    gradients, want = yours(x, y, params), backward_221(x, y, params)
    agree(gradients["weight1"], want["weight1"])
    agree(gradients["bias1"], want["bias1"])


def test_order_of_the_keys(yours, rng):
    """A parameter is found by its name, wherever it stands in the dict."""
    x, y, params = sample(rng)
    shuffled = {name: params[name] for name in ("weight1", "weight2", "bias1", "bias2")}
    agree(yours(x, y, shuffled), backward_221(x, y, params))


def test_saturated_first_neuron(yours, rng):
    """A saturated first hidden neuron blocks the gradient of its own weights, and not that of the second neuron's."""
    x, y, params = sample(rng)
    params["bias1"][0] = 1000.0
    gradients, want = yours(x, y, params), backward_221(x, y, params)
    agree(gradients["weight1"], want["weight1"])
    agree(gradients["bias1"], want["bias1"])


def test_confidently_wrong(yours, rng):
    """An output that is as good as 1 while the target is 0 learns nothing: the slope of its sigmoid is 0."""
    x, _, params = sample(rng)
    gradients = yours(x, 0.0, {**params, "bias2": 1000.0})
    agree(gradients["weight1"], np.zeros((2, 2)), scale=1.0)
    agree(gradients["bias1"], np.zeros(2), scale=1.0)
    agree(gradients["weight2"], np.zeros(2), scale=1.0)
    agree(gradients["bias2"], 0.0, scale=1.0)


def test_nearly_saturated_output(yours, rng):
    """Where the slope of the output is nearly flat the gradients are tiny, and right to as many digits as anywhere else."""
    x, y, params = sample(rng)
    for bias2 in (9.0, -9.0):
        args = x, y, {**params, "bias2": bias2}
        agree(yours(*args), backward_221(*args))


def test_sums_near_zero(yours, rng):
    """Near the middle of the sigmoids, too, and for a target below 0 or above 1, the gradients are those of the formula."""
    x, _, params = sample(rng)
    half = {name: 0.25 * value for name, value in params.items()}
    for y, args in [(-2.0, half), (3.0, {**half, "bias2": -half["bias2"], "bias1": -half["bias1"]})]:
        agree(yours(x, y, args), backward_221(x, y, args))


def test_renumbered_neurons(yours, rng):
    """Exchanging the two hidden neurons exchanges their gradients."""
    x, y, params = sample(rng)
    swapped = {name: value if name == "bias2" else value[::-1].copy() for name, value in params.items()}
    first, second = yours(x, y, params), yours(x, y, swapped)
    for name in ("weight1", "bias1", "weight2"):
        agree(second[name][::-1], first[name])


def test_downhill(yours, rng):
    """A small step against the gradient lowers the cost."""
    x, y, params = sample(rng)
    gradients = yours(x, y, params)
    after = {name: params[name] - 0.1 * gradients[name] for name in params}
    agree(bool(cost(x, y, after) < cost(x, y, params)), True)


def deltas(x, y, params):
    """Activations, and the derivative of the cost with respect to each weighted sum."""
    forward = forward_221(x, params)
    a1, y_hat = forward["a1"], forward["y_hat"]
    delta2 = (y_hat - y) * y_hat * (1 - y_hat)
    return a1, y_hat, delta2, delta2 * params["weight2"] * a1 * (1 - a1)


def collect(x, a1, delta2, delta1):
    return {"weight1": np.outer(delta1, x), "bias1": delta1, "weight2": delta2 * a1, "bias2": delta2}


@mistake(
    "The weights of the second hidden neuron get the slope of the first one's sigmoid. The path to weight1[1] leads through "
    "z1[1] and a1[1] only."
)
def takes_the_slope_of_the_first_neuron(x, y, params):
    a1, _, delta2, delta1 = deltas(x, y, params)
    gradients = collect(x, a1, delta2, delta1)
    gradients["weight1"][1] = delta2 * params["weight2"][1] * a1[0] * (1 - a1[0]) * x
    return gradients


@mistake(
    "This is the well-known printed answer: the path to the second hidden neuron's weights ends in the first neuron, which "
    "does not contain weight1[1, 1], and so that gradient is 0. End it with z1[1]."
)
def copies_the_printed_answer(x, y, params):
    gradients = takes_the_slope_of_the_first_neuron(x, y, params)
    gradients["weight1"][1, 1] = 0
    return gradients


@mistake("The gradient of weight1 is transposed. Its row j belongs to hidden neuron j and its column k to input k.")
def transposes_the_gradient_of_weight1(x, y, params):
    gradients = backward_221(x, y, params)
    return {**gradients, "weight1": gradients["weight1"].T.copy()}


@mistake(
    "The slope of the output's sigmoid is missing. That is the gradient of the cross-entropy; for the squared error "
    "multiply by y_hat (1 - y_hat)."
)
def drops_the_slope_of_the_output(x, y, params):
    a1, y_hat, _, _ = deltas(x, y, params)
    return collect(x, a1, y_hat - y, (y_hat - y) * params["weight2"] * a1 * (1 - a1))


@mistake("The slope of the hidden sigmoids is missing. On the way back through a hidden neuron multiply by a1 (1 - a1).")
def drops_the_slope_of_the_hidden_layer(x, y, params):
    a1, _, delta2, _ = deltas(x, y, params)
    return collect(x, a1, delta2, delta2 * params["weight2"])


@mistake(
    "You take the sigmoid's derivative at the activation a1, where z1 belongs. With the activation in hand the slope is "
    "simply a1 (1 - a1)."
)
def takes_the_slope_at_the_activation(x, y, params):
    a1, _, delta2, _ = deltas(x, y, params)
    again = 1 / (1 + np.exp(-a1))
    return collect(x, a1, delta2, delta2 * params["weight2"] * again * (1 - again))


@mistake(
    "You take the sigmoid's derivative at the activations a1 and y_hat, where z1 and z2 belong, so every sigmoid is taken "
    "twice. With an activation a in hand the slope is simply a (1 - a)."
)
def takes_both_slopes_at_the_activations(x, y, params):
    a1, y_hat, _, _ = deltas(x, y, params)
    again1, again2 = 1 / (1 + np.exp(-a1)), 1 / (1 + np.exp(-y_hat))
    delta2 = (y_hat - y) * again2 * (1 - again2)
    return collect(x, a1, delta2, delta2 * params["weight2"] * again1 * (1 - again1))


@mistake("Your slope exp(-z) / (1 + exp(-z))^2 is inf / inf = NaN at large negative z. Write it with the activation: a (1 - a).")
def overflows_in_the_slope(x, y, params):
    forward = forward_221(x, params)
    up1, up2 = np.exp(-forward["z1"]), np.exp(-forward["z2"])
    delta2 = (forward["y_hat"] - y) * up2 / (1 + up2) ** 2
    return collect(x, forward["a1"], delta2, delta2 * params["weight2"] * up1 / (1 + up1) ** 2)


@mistake(
    "math.exp raises OverflowError where its argument is large. Let only exp(-|z|) be computed, or use np.exp, which gives inf."
)
def overflows_in_math_exp(x, y, params):
    forward = forward_221(x, params)
    for z in (*forward["z1"], forward["z2"]):
        math.exp(-z)
    return backward_221(x, y, params)


@mistake("Both hidden neurons are reached through weight2[0]. The path to the second one leads through weight2[1].")
def goes_back_through_one_weight(x, y, params):
    a1, _, delta2, _ = deltas(x, y, params)
    return collect(x, a1, delta2, delta2 * params["weight2"][0] * a1 * (1 - a1))


@mistake("All signs are turned round. The derivative of the cost with respect to y_hat is y_hat - y, and not y - y_hat.")
def turns_the_sign(x, y, params):
    return {name: -value for name, value in backward_221(x, y, params).items()}


@mistake("All gradients are twice too large. The cost has a factor of one half, which cancels the two of the square.")
def forgets_the_half(x, y, params):
    return {name: 2 * value for name, value in backward_221(x, y, params).items()}


@mistake("The gradient of weight2 is made with z1. What comes in through these weights is the activation a1.")
def multiplies_by_z1(x, y, params):
    gradients = backward_221(x, y, params)
    return {**gradients, "weight2": gradients["bias2"] * forward_221(x, params)["z1"]}


@mistake("The gradient of bias2 has an axis of length 1. bias2 is a number, and so is its gradient: take element 0 of it.")
def returns_bias2_as_a_vector(x, y, params):
    gradients = backward_221(x, y, params)
    return {**gradients, "bias2": np.array([gradients["bias2"]])}


@mistake("The arrays are float64 whatever x is. Create them with dtype=x.dtype: float32 stays float32.")
def returns_float64(x, y, params):
    return {name: np.float64(value) for name, value in backward_221(x, y, params).items()}


@mistake(
    "The gradients are float32 whatever x is, as torch.tensor makes them of a list of numbers. Create them with dtype=x.dtype."
)
def returns_float32(x, y, params):
    return {name: np.float32(value) for name, value in backward_221(x, y, params).items()}


@mistake(
    "You change the parameters themselves, by a step with the gradients or by adding into an array of params. "
    "Backpropagation only computes gradients: put sums into new arrays, and leave the step to the optimiser."
)
def changes_the_parameters(x, y, params):
    gradients = backward_221(x, y, params)
    for name in params:
        params[name] -= gradients[name]
    return gradients


@right
def nine_products(x, y, params):
    weight1, bias1, weight2 = params["weight1"], params["bias1"], params["weight2"]
    a0 = 1 / (1 + np.exp(-(weight1[0, 0] * x[0] + weight1[0, 1] * x[1] + bias1[0])))
    a1 = 1 / (1 + np.exp(-(weight1[1, 0] * x[0] + weight1[1, 1] * x[1] + bias1[1])))
    y_hat = 1 / (1 + np.exp(-(weight2[0] * a0 + weight2[1] * a1 + params["bias2"])))
    dz2 = (y_hat - y) * y_hat * (1 - y_hat)
    dz0 = dz2 * weight2[0] * a0 * (1 - a0)
    dz1 = dz2 * weight2[1] * a1 * (1 - a1)
    return {
        "weight1": np.array([[dz0 * x[0], dz0 * x[1]], [dz1 * x[0], dz1 * x[1]]]),
        "bias1": np.array([dz0, dz1]),
        "weight2": np.array([dz2 * a0, dz2 * a1]),
        "bias2": dz2,
    }


@right
def with_columns_and_tanh(x, y, params):
    def sigma(z):
        return (1 + np.tanh(z / 2)) / 2

    def slope(z):
        return (1 - np.tanh(z / 2) ** 2) / 4

    column, row = x.reshape(2, 1), params["weight2"].reshape(1, 2)
    z1 = params["weight1"] @ column + params["bias1"].reshape(2, 1)
    z2 = row @ sigma(z1) + params["bias2"]
    delta2 = (sigma(z2) - y) * slope(z2)
    delta1 = (row.T @ delta2) * slope(z1)
    weight2 = (delta2 @ sigma(z1).T).reshape(2)
    return {"weight1": delta1 @ column.T, "bias1": delta1.reshape(2), "weight2": weight2, "bias2": delta2[0, 0]}


@right
def each_gradient_from_its_jacobian(x, y, params):
    forward = forward_221(x, params)
    a1, y_hat = forward["a1"], forward["y_hat"]
    dy_da1 = y_hat * (1 - y_hat) * params["weight2"]
    da1_dz1 = np.diag(a1 * (1 - a1))
    dz1_dweight1 = np.einsum("ij,k->ijk", np.eye(2, dtype=x.dtype), x)
    da1 = (y_hat - y) * dy_da1
    return {
        "weight1": np.einsum("i,ij,jkl->kl", da1, da1_dz1, dz1_dweight1),
        "bias1": da1 @ da1_dz1,
        "weight2": (y_hat - y) * y_hat * (1 - y_hat) * a1,
        "bias2": (y_hat - y) * y_hat * (1 - y_hat),
    }
