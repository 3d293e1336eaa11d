"""Hidden tests of llm/int8_linear."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.llm.int8_linear import int8_linear


def sample(rng, size="small"):
    """Rows of different sizes and weights up to 127, of which sums of products leave every narrow type."""
    n, i, o = (1, 1, 1) if size == "ones" else (5, 7, 3)
    x = rng.normal(size=(n, i)) * 10.0 ** rng.uniform(-1, 1, (n, 1))
    q_weight = rng.integers(60, 128, (o, i)) * rng.choice([-1, 1], (o, 1))
    return x, q_weight.astype(np.int8), rng.uniform(0.01, 0.2, (o, 1)), rng.normal(size=o)


def test_by_hand(yours):
    """An input of scale 2 becomes 127, 50 and -3; the sums with the weights are scaled by 2 and by 0.5 or 0.25."""
    x, q_weight = np.array([[254.0, 100.0, -6.0]]), np.array([[1, 2, 3], [100, -100, 10]], dtype=np.int8)
    got = yours(x, q_weight, np.array([[0.5], [0.25]]), np.array([10.0, -20.0]))
    agree(got, np.array([[218.0 + 10.0, 0.5 * 7670.0 - 20.0]]))


def test_long_sums(yours):
    """A thousand products of the largest numbers add up to the last digit, beyond what 16 bits or a float32 can hold."""
    x, q_weight = np.full((1, 1201), 127.0), np.array([[127] * 1201, [-127] * 1201], dtype=np.int8)
    agree(yours(x, q_weight, np.ones((2, 1)), np.zeros(2)), np.array([[19370929.0, -19370929.0]]))


def test_inputs_are_rounded(yours):
    """Inputs lose what is finer than their scale: from the middle to the even number, and below half a scale to nothing."""
    x = np.array([[127.0, 0.49, -0.49, 0.0], [127.0, 2.5, 3.5, -0.5], [-127.0, 1.5, 0.51, -2.5]])
    one = np.eye(4, dtype=np.int8)
    want = np.array([[127.0, 0.0, 0.0, 0.0], [127.0, 2.0, 4.0, 0.0], [-127.0, 2.0, 1.0, -2.0]])
    agree(yours(x, one, np.ones((4, 1)), np.zeros(4)), want)


def test_rows_have_their_own_scales(yours, rng):
    """Making one sample 1024 times larger changes the outputs of that sample alone, by this factor."""
    x, q_weight, scale, bias = sample(rng)
    factor = np.array([[1.0], [1024.0], [1.0], [2.0**-20], [1.0]])
    agree(yours(x * factor, q_weight, scale, 0 * bias), int8_linear(x, q_weight, scale, 0 * bias) * factor)


def test_as_many_outputs_as_samples(yours, rng):
    """Scales of the weight belong to outputs, also where there are as many samples."""
    x, q_weight, scale, bias = sample(rng)
    agree(
        yours(x[:3], q_weight, scale * [[1.0], [10.0], [100.0]], bias),
        int8_linear(x[:3], q_weight, scale * [[1], [10], [100]], bias),
    )


def test_bias_stands_alone(yours, rng):
    """Of zeros the layer makes its bias, which no scale has touched."""
    x, q_weight, scale, bias = sample(rng)
    x[2] = 0.0
    got = yours(x, q_weight, scale, bias)
    agree(got[2], bias)
    agree(got, int8_linear(x, q_weight, scale, bias))


def test_largest_number_below_zero(yours):
    """The scale of an input comes from the largest absolute value, which may be that of a negative number."""
    x, q_weight = np.array([[-63.5, 10.0], [-1.0, -31.75]]), np.array([[1, 100]], dtype=np.int8)
    agree(yours(x, q_weight, np.ones((1, 1)), np.zeros(1)), np.array([[936.5], [-3176.0]]))


def test_near_the_real_layer(yours, rng):
    """The outputs are those of the layer in floats, up to half a scale for each input feature."""
    x, q_weight, scale, bias = sample(rng)
    slack = np.abs(x).max(axis=1, keepdims=True) / 254 @ (np.abs(q_weight.astype(float)) * scale).sum(axis=1)[None] * 1.000001
    real = x @ (q_weight * scale).T + bias
    agree(np.abs(yours(x, q_weight, scale, bias) - real) <= slack, np.full((5, 3), True))


def layer(x, q_weight, scale, bias, largest=None, rounded=np.rint, kind=np.int64, steps=127):
    """The layer with another scale or rounding of its inputs, or another type for the sums."""
    largest = np.abs(x).max(axis=1, keepdims=True) if largest is None else largest
    scale_x = np.where(largest > 0, largest / steps, 1).astype(x.dtype)
    q_x = rounded(x / scale_x)
    with np.errstate(all="ignore"):
        whole = q_x.astype(np.int64).astype(kind) @ q_weight.T.astype(kind)
    return (whole * (scale_x * scale.T) + bias).astype(x.dtype)


@mistake("The product of bytes is a byte again and has wrapped around. Convert both to a wide type before you multiply.")
def multiplies_bytes(x, q_weight, scale, bias):
    return layer(x, q_weight, scale, bias, kind=np.int8)


@mistake("The sum is taken in 16 bits, and three products can be too much for it already. Take 32 bits or more.")
def adds_up_in_int16(x, q_weight, scale, bias):
    return layer(x, q_weight, scale, bias, kind=np.int16)


@mistake("The inputs are not quantized: this is a layer of floats with a rounded weight. Round the inputs to 8 bits too.")
def leaves_the_inputs_as_they_are(x, q_weight, scale, bias):
    return x @ (q_weight * scale).T.astype(x.dtype) + bias


@mistake("The outputs are not multiplied by the scale of their input row. Both scales belong to a product of both.")
def forgets_the_scale_of_the_input(x, q_weight, scale, bias):
    y = int8_linear(x, q_weight, scale, 0 * bias)
    largest = np.abs(x).max(axis=1, keepdims=True)
    return (y / np.where(largest > 0, largest / 127, 1) + bias).astype(x.dtype)


@mistake("The outputs are not multiplied by the scale of their weight row. Both scales belong to a product of both.")
def forgets_the_scale_of_the_weight(x, q_weight, scale, bias):
    return int8_linear(x, q_weight, np.ones_like(scale), bias)


@mistake("The bias is scaled with the product. It was never quantized: add it last.")
def scales_the_bias(x, q_weight, scale, bias):
    largest = np.abs(x).max(axis=1, keepdims=True)
    scale_x = np.where(largest > 0, largest / 127, 1).astype(x.dtype)
    return int8_linear(x, q_weight, scale, 0 * bias) + bias * (scale_x * scale.T)


@mistake("The bias is missing. Add it to every row, last of all.")
def forgets_the_bias(x, q_weight, scale, bias):
    return int8_linear(x, q_weight, scale, 0 * bias)


@mistake("There is one scale for the whole input, so rows of small numbers lose their digits. Take one for each row.")
def takes_one_scale(x, q_weight, scale, bias):
    return layer(x, q_weight, scale, bias, largest=np.full((len(x), 1), np.abs(x).max(), x.dtype))


@mistake("The scales of the weight are a column, and multiply samples. They belong to the outputs: turn them into a row.")
def multiplies_samples_by_the_weight_scales(x, q_weight, scale, bias):
    y = int8_linear(x, q_weight, np.ones_like(scale), 0 * bias)
    return y * scale + bias


@mistake("Digits of the inputs are cut off: a conversion to integers goes towards zero. Round to the nearest first.")
def cuts_digits_off(x, q_weight, scale, bias):
    return layer(x, q_weight, scale, bias, rounded=np.trunc)


@mistake("From the middle you round up, because one half is added before rounding down. Round to the even number.")
def rounds_halves_up(x, q_weight, scale, bias):
    return layer(x, q_weight, scale, bias, rounded=lambda z: np.floor(z + 0.5))


@mistake("The largest number of a row is taken, not the largest absolute value. A row may have its largest below zero.")
def forgets_the_absolute_value(x, q_weight, scale, bias):
    return layer(x, q_weight, scale, bias, largest=x.max(axis=1, keepdims=True))


@mistake("You divide by 128, and the largest number no longer fits: an int8 ends at 127. Divide by 127.")
def divides_by_128(x, q_weight, scale, bias):
    return layer(x, q_weight, scale, bias, steps=128)


@mistake("A row of zeros is divided by zero. Give it the scale 1.")
def divides_zeros_by_zero(x, q_weight, scale, bias):
    y, zeros = int8_linear(x, q_weight, scale, bias), ~np.any(x, axis=1)
    y[zeros] = np.nan
    return y


@mistake("The outputs of float32 inputs are float64, because whole numbers times float32 make float64. Convert the result.")
def returns_float64(x, q_weight, scale, bias):
    return int8_linear(x, q_weight, scale, bias).astype(np.float64)


@right
def sample_by_sample(x, q_weight, scale, bias):
    y = np.zeros((len(x), len(q_weight)), x.dtype)
    for n, row in enumerate(x):
        step = max(abs(value) for value in row) / 127 or x.dtype.type(1)
        whole = [round(float(value / step)) for value in row]
        for o, weights in enumerate(q_weight.tolist()):
            total = sum(a * b for a, b in zip(whole, weights, strict=True))
            y[n, o] = total * (step * scale[o, 0]) + bias[o]
    return y


@right
def by_a_product_of_floats(x, q_weight, scale, bias):
    step = np.linalg.norm(x, np.inf, axis=1)[:, None] / 127
    step[step == 0] = 1
    whole = np.einsum("ni,oi->no", np.around(x / step).astype(float), q_weight.astype(float))
    return (whole * step * scale[:, 0] + bias).astype(x.dtype)
