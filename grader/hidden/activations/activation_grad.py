"""Hidden tests of activations/activation_grad."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.activation import activation
from solutions.activations.activation_grad import activation_grad

independent = (
    "torch.autograd.functional.vjp({'step': lambda x: (x > 0) + 0 * x, 'sigmoid': torch.sigmoid, 'tanh': torch.tanh,"
    " 'relu': F.relu, 'elu': F.elu, 'leaky_relu': F.leaky_relu, 'softplus': F.softplus, 'swish': F.silu, 'gelu': F.gelu}[name],"
    " x, torch.ones_like(x), create_graph=True)[1]"
)

X = np.array([-2.0, -0.5, 0.0, 1.0, 3.0])
TRUTH = {  # at X
    "step": [0.0, 0.0, 0.0, 0.0, 0.0],
    "sigmoid": [0.1049935854035065, 0.2350037122015945, 0.25, 0.19661193324148185, 0.045176659730912],
    "tanh": [0.07065082485316443, 0.7864477329659274, 1.0, 0.41997434161402614, 0.009866037165440166],
    "relu": [0.0, 0.0, 0.0, 1.0, 1.0],
    "leaky_relu": [0.01, 0.01, 0.01, 1.0, 1.0],
    "elu": [0.1353352832366127, 0.6065306597126334, 1.0, 1.0, 1.0],
    "softplus": [0.11920292202211755, 0.37754066879814546, 0.5, 0.7310585786300049, 0.9525741268224333],
    "swish": [-0.09078424878489547, 0.2600388126973482, 0.5, 0.9276705118714869, 1.0881041060151693],
    "gelu": [-0.08523180107819692, 0.13250487534383712, 0.5, 1.0833154705876864, 1.011945647204184],
}
FAR = {"sigmoid": [0.0, 0.0], "elu": [0.0, 1.0], "softplus": [0.0, 1.0], "swish": [0.0, 1.0], "gelu": [0.0, 1.0]}


def sample(rng, size="small"):
    """Numbers on both sides of zero, far enough from it; for numbers as sizes, one function after the other."""
    shape = (1, 1, 1) if size == "ones" else (2, 3, 5)
    x = rng.uniform(0.1, 4.0, shape) * rng.choice([-1.0, 1.0], shape)
    return x, list(TRUTH)[size % 9] if isinstance(size, int) else "swish"


@pytest.mark.parametrize("name", TRUTH)
def test_known_slopes(yours, name):
    """Each slope at five points, one of them at the kink."""
    agree(yours(X, name), np.array(TRUTH[name]))


@pytest.mark.parametrize("name", FAR)
def test_far_out(yours, name):
    """At -800 and 800 the slope is 0 or 1, and never NaN."""
    agree(np.append(yours(np.array([-800.0, 800.0]), name), 1.0), np.array([*FAR[name], 1.0]))


@pytest.mark.parametrize("name", TRUTH)
def test_float32(yours, name):
    """A float32 input gives float32 slopes for every name."""
    agree(yours(X.astype(np.float32), name), np.array(TRUTH[name], dtype=np.float32))


@pytest.mark.parametrize("name", ["leaky_relu", "gelu"])
def test_any_shape(yours, rng, name):
    """Any shape works, down to a single number."""
    for shape in ((), (4,), (2, 1, 3, 5)):
        x = np.asarray(rng.uniform(-3.0, -0.5, shape))
        agree(yours(x, name), activation_grad(x, name))


@pytest.mark.parametrize("name", ["tanh", "elu", "softplus"])
def test_is_the_derivative(yours, rng, name):
    """It is the derivative of the activation: finite differences agree."""
    x, step = rng.uniform(0.5, 3.0, 8) * rng.choice([-1.0, 1.0], 8), 1e-3
    near, far = (activation(x + k * step, name) - activation(x - k * step, name) for k in (1, 2))
    agree(yours(x, name), (8 * near - far) / (12 * step), scale=100.0)  # finite differences are right to ten digits


def test_steepest_slopes(yours):
    """The sigmoid is steepest at zero, with 1/4, and tanh with 1; swish and GELU get steeper than 1."""
    x = np.linspace(-6.0, 6.0, 12001)
    top = np.array([yours(x, name).max() for name in ("sigmoid", "tanh", "swish", "gelu")])
    agree(np.round(top, 4), np.array([0.25, 1.0, 1.0998, 1.1289]))


@pytest.mark.parametrize("name", ["softmax", "identity"])
def test_unknown_name(yours, name):
    """A name that is not in the list is a ValueError."""
    with pytest.raises(ValueError, match="name"):
        yours(np.array([1.0, -2.0]), name)


def but(**others):
    """The slopes with some of them replaced."""
    return lambda x, name: others[name](x) if name in others else activation_grad(x, name)


def sigmoid(x):
    return activation(x, "sigmoid")


@mistake("You return the activation and not its slope. Differentiate first.")
def returns_the_activation(x, name):
    return activation(x, name)


@mistake(
    "At exactly zero your ReLU, or leaky ReLU, has the slope 1. The statement asks for that of the left side: use >, not >=."
)
def takes_the_right_slope_at_zero(x, name):
    return activation_grad(np.where(x == 0, x + 1, x), name) if name in ("relu", "leaky_relu") else activation_grad(x, name)


@mistake("The slope of your leaky ReLU is 0 on the left. It leaks: there the slope is 0.01.")
def forgets_the_leak(x, name):
    return but(leaky_relu=lambda x: activation_grad(x, "relu"))(x, name)


@mistake("The slopes of your leaky ReLU have changed sides: it is 1 where x is positive, and 0.01 elsewhere.")
def leaks_on_the_right(x, name):
    return but(leaky_relu=lambda x: np.where(x > 0, 0.01, 1).astype(x.dtype))(x, name)


@mistake(
    "You put x into a formula that is made for the output: y (1 - y) and 1 - y**2 take the sigmoid and the tanh of x. Compute "
    "those first."
)
def takes_the_input_for_the_output(x, name):
    return but(sigmoid=lambda x: x * (1 - x), tanh=lambda x: 1 - x**2)(x, name)


@mistake("In the slope of the sigmoid the factor 1 - y is missing: it is y * (1 - y).")
def forgets_one_minus_y(x, name):
    return but(sigmoid=sigmoid)(x, name)


@mistake("In the slope of tanh the square is missing: it is 1 - tanh(x)**2.")
def forgets_the_square(x, name):
    return but(tanh=lambda x: 1 - np.tanh(x))(x, name)


@mistake("You give tanh the slope of the sigmoid. It is 1 - tanh(x)**2, four times as steep at zero.")
def takes_tanh_for_a_sigmoid(x, name):
    return but(tanh=lambda x: activation_grad(x, "sigmoid"))(x, name)


@mistake("Right of zero the slope of ELU is 1: the exponential belongs to the left side, and far out it overflows.")
def bends_the_right_of_elu(x, name):
    return but(elu=np.exp)(x, name)


@mistake("On the left, the slope of ELU is exp(x). You subtracted 1, as in ELU itself: a constant has no slope.")
def keeps_the_constant_of_elu(x, name):
    return but(elu=lambda x: np.where(x > 0, 1, np.expm1(np.minimum(x, 0))))(x, name)


@mistake("The slope of softplus is the sigmoid itself, not the slope of the sigmoid.")
def differentiates_softplus_twice(x, name):
    return but(softplus=lambda x: activation_grad(x, "sigmoid"))(x, name)


@mistake("In the slope of swish one term of the product rule is missing: to the gate add x times the slope of the gate.")
def forgets_the_second_term_of_swish(x, name):
    return but(swish=sigmoid)(x, name)


@mistake("In the slope of swish one term of the product rule is missing: the gate itself, for the derivative of x is 1.")
def forgets_the_first_term_of_swish(x, name):
    return but(swish=lambda x: x * activation_grad(x, "sigmoid"))(x, name)


@mistake("In the slope of GELU one term of the product rule is missing: to the distribution function add x times the density.")
def forgets_the_density(x, name):
    return but(gelu=lambda x: activation(x, "gelu") / np.where(x == 0, 1, x) + np.where(x == 0, 0.5, 0).astype(x.dtype))(x, name)


@mistake(
    "In the slope of GELU the density is not multiplied by x. By the product rule it is: x times the derivative of the rest."
)
def forgets_x_before_the_density(x, name):
    density = np.exp(-x * x / 2) / math.sqrt(2 * math.pi)
    return but(gelu=lambda x: activation_grad(x, "gelu") + (1 - x) * density)(x, name)


@mistake("Your normal density lacks its constant: divide by the root of 2 pi, so that its integral is 1.")
def does_not_normalise_the_density(x, name):
    bell = np.exp(-x * x / 2)
    return but(gelu=lambda x: activation_grad(x, "gelu") + x * bell * (1 - 1 / math.sqrt(2 * math.pi)))(x, name)


@mistake(
    "exp(-x) / (1 + exp(-x))**2 is the slope of the sigmoid on paper, but far to the left it is infinity divided by infinity, "
    "NaN. Compute the output y without overflow, then y * (1 - y)."
)
def divides_infinity_by_infinity(x, name):
    def slope(x):
        return np.exp(-x) / (1 + np.exp(-x)) ** 2

    return but(sigmoid=slope, swish=lambda x: sigmoid(x) + x * slope(x))(x, name)


@mistake(
    "You let the gradient through the step as if its slope were 1. This is a straight-through estimator, which is useful, but "
    "not the derivative: that is 0."
)
def goes_straight_through_the_step(x, name):
    return but(step=np.ones_like)(x, name)


@mistake("At zero the slope of your step is infinite. The statement asks for 0 everywhere, at the jump, too.")
def makes_the_step_infinitely_steep(x, name):
    return but(step=lambda x: np.where(x == 0, np.inf, 0).astype(x.dtype))(x, name)


@mistake(
    "You return a difference quotient, which is right to a few digits only, and wrong across a kink. Differentiate on paper and "
    "keep the quotient as a check."
)
def takes_a_difference_quotient(x, name):
    activation_grad(x, name)
    return ((activation(x + 1e-3, name) - activation(x - 1e-3, name)) / 2e-3).astype(x.dtype)


@mistake("An unknown name gives zeros, and a typing error goes unnoticed. Raise a ValueError that names the argument: name.")
def takes_the_unknown_for_flat(x, name):
    return activation_grad(x, name) if name in TRUTH else np.zeros_like(x)


@mistake(
    "Your slopes are float64, also for float32 inputs. np.where(..., 1.0, 0.01) and np.sqrt(2) do that: keep the dtype of x."
)
def returns_float64(x, name):
    return activation_grad(x.astype(np.float64), name)


@mistake("You write into x. Return a new array: the caller still needs x.")
def overwrites_the_input(x, name):
    np.copyto(x, activation_grad(x, name))
    return x


@right
def number_by_number(x, name):
    def gate(z):
        return (1 + math.tanh(z / 2)) / 2

    slopes = {
        "step": lambda z: 0.0,
        "sigmoid": lambda z: gate(z) * gate(-z),
        "tanh": lambda z: (1 - math.tanh(z)) * (1 + math.tanh(z)),
        "relu": lambda z: 1.0 if z > 0 else 0.0,
        "leaky_relu": lambda z: 1.0 if z > 0 else 0.01,
        "elu": lambda z: 1.0 if z > 0 else math.exp(z),
        "softplus": gate,
        "swish": lambda z: gate(z) * (1 + z * gate(-z)),
        "gelu": lambda z: math.erfc(-z / math.sqrt(2)) / 2 + z * math.exp(-z * z / 2) / math.sqrt(2 * math.pi),
    }
    if name not in slopes:
        raise ValueError(f"name: {name} is unknown")
    return np.array([slopes[name](float(value)) for value in x.ravel()], dtype=x.dtype).reshape(x.shape)


@right
def from_the_outputs(x, name):
    if name not in TRUTH:
        raise ValueError(f"there is no activation with the name {name}")
    one, y = np.ones_like(x), activation(x, name)
    if name in ("step", "relu", "leaky_relu"):
        return {"step": 0 * one, "relu": np.sign(y), "leaky_relu": np.where(y > 0, one, one / 100)}[name]
    if name == "elu":
        return np.minimum(y, 0) + 1
    if name == "softplus":
        return 1 - np.exp(-y)
    if name in ("sigmoid", "tanh"):
        return y - y * y if name == "sigmoid" else 1 - y * y
    if name == "swish":
        return y + sigmoid(x) * (1 - y)
    density = np.exp(-(x**2) / 2) * (1 / math.sqrt(2 * math.pi))
    return np.vectorize(lambda z: 0.5 + math.erf(z * 0.5**0.5) / 2, otypes=[x.dtype])(x).astype(x.dtype) + x * density
