"""Hidden tests of activations/activation."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.activation import activation

independent = (
    "{'step': lambda x: (x > 0) + 0 * x, 'sigmoid': torch.sigmoid, 'tanh': torch.tanh, 'relu': F.relu, 'elu': F.elu,"
    " 'leaky_relu': F.leaky_relu, 'softplus': F.softplus, 'swish': F.silu, 'gelu': F.gelu}[name](x)"
)

X = np.array([-2.0, -0.5, 0.0, 1.0, 3.0])
TRUTH = {  # at X
    "step": [0.0, 0.0, 0.0, 1.0, 1.0],
    "sigmoid": [0.11920292202211755, 0.3775406687981454, 0.5, 0.7310585786300049, 0.9525741268224334],
    "tanh": [-0.9640275800758169, -0.4621171572600098, 0.0, 0.7615941559557649, 0.9950547536867305],
    "relu": [0.0, 0.0, 0.0, 1.0, 3.0],
    "leaky_relu": [-0.02, -0.005, 0.0, 1.0, 3.0],
    "elu": [-0.8646647167633873, -0.3934693402873666, 0.0, 1.0, 3.0],
    "softplus": [0.1269280110429725, 0.4740769841801067, 0.6931471805599453, 1.3132616875182228, 3.048587351573742],
    "swish": [-0.2384058440442351, -0.1887703343990727, 0.0, 0.7310585786300049, 2.8577223804672998],
    "gelu": [-0.04550026389635842, -0.15426876936299344, 0.0, 0.841344746068543, 2.99595030590511],
}
FAR = {  # at -800 and 800
    "step": [0.0, 1.0],
    "sigmoid": [0.0, 1.0],
    "tanh": [-1.0, 1.0],
    "relu": [0.0, 800.0],
    "leaky_relu": [-8.0, 800.0],
    "elu": [-1.0, 800.0],
    "softplus": [0.0, 800.0],
    "swish": [0.0, 800.0],
    "gelu": [0.0, 800.0],
}


def sample(rng, size="small"):
    """Numbers on both sides of zero, far enough from it; for numbers as sizes, one function after the other."""
    shape = (1, 1, 1) if size == "ones" else (2, 3, 5)
    x = rng.uniform(0.1, 4.0, shape) * rng.choice([-1.0, 1.0], shape)
    return x, list(TRUTH)[size % 9] if isinstance(size, int) else "softplus"


@pytest.mark.parametrize("name", TRUTH)
def test_known_values(yours, name):
    """Each function at five points."""
    agree(yours(X, name), np.array(TRUTH[name]))


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "elu", "softplus", "swish", "gelu"])
def test_far_out(yours, name):
    """At -800 and 800 each function has its limit or its asymptote, and is never NaN."""
    agree(yours(np.array([-800.0, 800.0]), name), np.array(FAR[name]))


@pytest.mark.parametrize("name", TRUTH)
def test_float32(yours, name):
    """A float32 input gives a float32 result for every name, also far out."""
    agree(yours(X.astype(np.float32), name), np.array(TRUTH[name], dtype=np.float32))
    agree(yours(np.array([-800.0, 800.0], dtype=np.float32), name), np.array(FAR[name], dtype=np.float32))


@pytest.mark.parametrize("name", ["sigmoid", "softplus", "gelu"])
def test_any_shape(yours, rng, name):
    """Any shape works, down to a single number."""
    for shape in ((), (4,), (2, 1, 3, 5)):
        x = np.asarray(rng.uniform(0.5, 3.0, shape))
        agree(yours(x, name), activation(x, name))


def test_two_sides(yours, rng):
    """Softplus, swish and GELU fall from x to -x by exactly x, as ReLU does."""
    x = rng.uniform(0.5, 5.0, 7)
    for name in ("softplus", "swish", "gelu", "relu"):
        agree(yours(x, name) - yours(-x, name), x)
    agree(yours(x + 20, "softplus") - (x + 20), np.log1p(np.exp(-x - 20)), scale=30.0)  # a straight line would be off by 1e-9


def test_lowest_points(yours):
    """Swish dips to -0.2785 and GELU to -0.16997, and neither goes lower."""
    x = np.linspace(-3.0, 0.0, 3001)
    agree(np.round(yours(x, "swish").min(), 4), np.float64(-0.2785))
    agree(np.round(yours(x, "gelu").min(), 5), np.float64(-0.16997))


@pytest.mark.parametrize("name", ["softmax", "identity"])
def test_unknown_name(yours, name):
    """A name that is not in the table is a ValueError."""
    with pytest.raises(ValueError, match="name"):
        yours(np.array([1.0, -2.0]), name)


def but(**others):
    """The activations with some of them replaced."""
    return lambda x, name: others[name](x) if name in others else activation(x, name)


def sigmoid(x):
    return activation(x, "sigmoid")


@mistake("Your step gives 1 at exactly zero. It is 1 above zero only: compare with >, not with >=.")
def steps_at_zero(x, name):
    return but(step=lambda x: (x >= 0).astype(x.dtype))(x, name)


@mistake("Your step gives -1 and 1, which is the sign. It gives 0 and 1.")
def steps_from_minus_one(x, name):
    return but(step=lambda x: np.where(x > 0, 1, -1).astype(x.dtype))(x, name)


@mistake("Your step returns integers or booleans. The result has the dtype of x: convert it.")
def steps_to_booleans(x, name):
    return but(step=lambda x: x > 0)(x, name)


@mistake(
    "exp(x) overflows in your sigmoid: infinity divided by infinity is NaN, for the swish as well. Take exponentials of numbers "
    "only that are not positive."
)
def overflows_in_the_sigmoid(x, name):
    return but(sigmoid=lambda x: np.exp(x) / (1 + np.exp(x)), swish=lambda x: x * (np.exp(x) / (1 + np.exp(x))))(x, name)


@mistake(
    "exp(x) overflows in your tanh: infinity divided by infinity is NaN. Use a sigmoid that does not, or the library's tanh."
)
def overflows_in_tanh(x, name):
    return but(tanh=lambda x: (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x)))(x, name)


@mistake(
    "exp(x) overflows in your softplus, and the result is infinite where x itself is right. Add the larger of x and 0 to the "
    "logarithm of 1 + exp(-|x|)."
)
def overflows_in_softplus(x, name):
    return but(softplus=lambda x: np.log(1 + np.exp(x)))(x, name)


@mistake(
    "You choose between the two sides of ELU with a mask of zeros and ones, and zero times the infinite exp(x) is NaN. Choose "
    "with np.where or torch.where, and keep positive numbers out of the exponential."
)
def masks_the_elu(x, name):
    return but(elu=lambda x: x * (x > 0) + (np.exp(x) - 1) * (x <= 0))(x, name)


@mistake("The -1 is missing on the left side of ELU: it is exp(x) - 1, so that both sides meet at zero.")
def forgets_minus_one_in_elu(x, name):
    return but(elu=lambda x: np.where(x > 0, x, np.exp(np.minimum(x, 0))))(x, name)


@mistake("The slope of your leaky ReLU is another one, such as 0.1 or 0.2. Here it is 0.01.")
def leaks_too_much(x, name):
    return but(leaky_relu=lambda x: np.where(x > 0, x, 0.1 * x))(x, name)


@mistake("Your leaky ReLU leaks on the wrong side. Positive numbers stay as they are, the others are scaled.")
def leaks_on_the_right(x, name):
    return but(leaky_relu=lambda x: np.where(x > 0, 0.01 * x, x))(x, name)


@mistake("Your tanh is that of half of x. It is 2 * sigmoid(2 * x) - 1: the factor inside is missing.")
def halves_tanh(x, name):
    return but(tanh=lambda x: 2 * sigmoid(x) - 1)(x, name)


@mistake("Your sigmoid falls from 1 to 0. The minus sign is missing in its exponential: it is 1 / (1 + exp(-x)).")
def mirrors_the_sigmoid(x, name):
    return but(sigmoid=lambda x: sigmoid(-x))(x, name)


@mistake("Your ReLU has a ceiling, at 1 or at 6. That is another function: a ReLU goes on for ever.")
def puts_a_ceiling_on_relu(x, name):
    return but(relu=lambda x: np.clip(x, 0, 1))(x, name)


@mistake("Your softplus takes its logarithm to base 2. Use the natural logarithm.")
def takes_softplus_to_base_two(x, name):
    return but(softplus=lambda x: activation(x, "softplus") / math.log(2))(x, name)


@mistake("Your softplus is mirrored: it falls from the left to the right. It is log(1 + exp(x)), with no minus sign in it.")
def mirrors_softplus(x, name):
    return but(softplus=lambda x: activation(-x, "softplus"))(x, name)


@mistake("Your swish is the gate alone. It is x times the sigmoid of x.")
def forgets_x_in_swish(x, name):
    return but(swish=sigmoid)(x, name)


@mistake("Your GELU is x * sigmoid(1.702 * x), a rough approximation, off by up to 0.02. Use the error function.")
def approximates_gelu_by_a_sigmoid(x, name):
    return but(gelu=lambda x: x * sigmoid(1.702 * x))(x, name)


@mistake("Your GELU is the approximation by tanh, off by up to 0.0005. The exact one is asked for: use the error function.")
def approximates_gelu_by_tanh(x, name):
    return but(gelu=lambda x: x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))) / 2)(x, name)


@mistake("In your GELU the root of two is missing: the normal distribution function is (1 + erf(x / sqrt(2))) / 2.")
def forgets_the_root_of_two(x, name):
    return but(gelu=lambda x: activation(x * math.sqrt(2), "gelu") / math.sqrt(2))(x, name)


@mistake("Your GELU is twice as large: the normal distribution function is (1 + erf(x / sqrt(2))) / 2, with the half.")
def forgets_the_half_in_gelu(x, name):
    return but(gelu=lambda x: 2 * activation(x, "gelu"))(x, name)


@mistake("An unknown name gives back x, and a typing error goes unnoticed. Raise a ValueError that names the argument: name.")
def takes_the_unknown_for_the_identity(x, name):
    return activation(x, name) if name in TRUTH else x.copy()


@mistake(
    "A float32 input comes back as float64, with some of the names at least. NumPy's np.sqrt(2), np.where(..., 1.0, 0.0) and "
    "np.vectorize do that: give new arrays dtype=x.dtype."
)
def returns_float64(x, name):
    return activation(x.astype(np.float64), name)


@mistake("You write into x. Return a new array: the caller, and the backward pass, still need x.")
def overwrites_the_input(x, name):
    np.copyto(x, activation(x, name))
    return x


@right
def by_conditions(x, name):
    half_tanh = np.tanh(x / 2)
    if name == "step":
        return (x > 0).astype(x.dtype)
    if name == "sigmoid":
        return (1 + half_tanh) / 2
    if name == "tanh":
        return np.tanh(x)
    if name == "relu":
        return x * (x > 0)
    if name == "leaky_relu":
        return np.where(x > 0, x, x / 100)
    if name == "elu":
        return np.maximum(x, 0) + np.exp(np.minimum(x, 0)) - 1
    if name == "softplus":
        return np.logaddexp(x, np.zeros_like(x))
    if name == "swish":
        return x / 2 + x * half_tanh / 2
    if name == "gelu":
        return (x * np.vectorize(lambda z: math.erfc(-z / math.sqrt(2)) / 2, otypes=[x.dtype])(x)).astype(x.dtype)
    raise ValueError("no such name")


@right
def number_by_number(x, name):
    functions = {
        "step": lambda z: 1.0 if z > 0 else 0.0,
        "sigmoid": lambda z: 1 / (1 + math.exp(-z)) if z > 0 else 1 - 1 / (1 + math.exp(z)),
        "tanh": math.tanh,
        "relu": lambda z: max(z, 0.0),
        "leaky_relu": lambda z: z if z >= 0 else 0.01 * z,
        "elu": lambda z: z if z >= 0 else math.exp(z) - 1,
        "softplus": lambda z: z + math.log1p(math.exp(-z)) if z > 0 else math.log1p(math.exp(z)),
        "swish": lambda z: z * functions["sigmoid"](z),
        "gelu": lambda z: z * 0.5 * (1 + math.erf(z / math.sqrt(2))),
    }
    if name not in functions:
        raise ValueError(f"name: {name} is unknown")
    return np.array([functions[name](float(value)) for value in x.ravel()], dtype=x.dtype).reshape(x.shape)
