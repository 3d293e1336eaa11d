"""Hidden tests of llm/int8_quantize."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.llm.int8_quantize import int8_quantize


def sample(rng, size="small"):
    """Rows of different sizes, of which some have their largest number below zero."""
    n, d = (1, 1) if size == "ones" else (5, 8)
    return (rng.normal(size=(n, d)) * 10.0 ** rng.uniform(-1, 1, (n, 1)) - 0.3,)


def test_nearest(yours):
    """Numbers go to the nearest whole multiple of the scale, below zero as above."""
    x = np.array([[127.0, 3.4, 3.6, -3.4, -3.6, 0.49]])
    agree(yours(x), (np.array([[127, 3, 4, -3, -4, 0]], dtype=np.int8), np.array([[1.0]])))


def test_halves_go_to_even(yours):
    """From the middle between two whole numbers it goes to the even one."""
    x = np.array([[254.0, 1.0, 3.0, 5.0, 7.0, -1.0, -3.0, -5.0]])
    agree(yours(x), (np.array([[127, 0, 2, 2, 4, 0, -2, -2]], dtype=np.int8), np.array([[2.0]])))


def test_largest_number_below_zero(yours):
    """The scale comes from the largest absolute value, which may belong to a negative number; it becomes -127."""
    x = np.array([[-63.5, 10.0, 2.0], [-1.0, -31.75, -20.0]])
    agree(yours(x), (np.array([[-127, 20, 4], [-4, -127, -80]], dtype=np.int8), np.array([[0.5], [0.25]])))


def test_rows_are_independent(yours, rng):
    """Each row has its own scale: making one row a thousand times larger changes the scale of that row alone."""
    (x,) = sample(rng)
    q, scale = int8_quantize(x)
    factor = np.array([[1.0], [1024.0], [1.0], [2.0**-20], [1.0]])
    agree(yours(x * factor), (q, scale * factor))


def test_square(yours, rng):
    """Where the weight is square, scales still belong to rows."""
    x = rng.normal(size=(3, 3)) * np.array([[1.0], [16.0], [256.0]])
    agree(yours(x), int8_quantize(x))


def test_outlier(yours):
    """One number of a hundred leaves nothing of numbers below 0.39 in its row."""
    x = np.array([[100.0, 0.3, -0.3, 0.39], [0.4, 0.3, -0.3, 0.39]])
    agree(yours(x)[0], np.array([[127, 0, 0, 0], [127, 95, -95, 124]], dtype=np.int8))


def test_half_a_scale(yours, rng):
    """Dequantized numbers are off by half a scale at most, and quantized once more they stay as they are."""
    (x,) = sample(rng)
    q, scale = yours(x)
    agree(np.abs(q * scale - x) <= 0.5000001 * scale, np.full((5, 8), True))
    agree(yours(q * scale)[0], int8_quantize(x)[0])


def test_zeros(yours):
    """A row of zeros stays one and has the scale 1; the other rows do not notice."""
    x = np.array([[0.0, 0.0], [12.7, -0.2], [0.0, 0.0]])
    agree(yours(x), (np.array([[0, 0], [127, -2], [0, 0]], dtype=np.int8), np.array([[1.0], [0.1], [1.0]])))


def test_tiny_and_huge(yours):
    """Rows of any size keep their digits, at 1e-30 and at 1e30."""
    x = np.array([[1.0, -0.5, 0.25]])
    for factor in (1e-30, 1e30):
        q, scale = yours(factor * x)
        agree((q, scale / factor), (np.array([[127, -64, 32]], dtype=np.int8), np.array([[1 / 127]])))


def quantize(x, largest, steps=127, rounded=np.rint, low=-127):
    """With another scale or another rounding."""
    scale = np.where(largest > 0, largest / steps, 1).astype(x.dtype)
    return np.clip(rounded(x / scale), low, 127).astype(np.int8), scale


def rows(x):
    return np.abs(x).max(axis=1, keepdims=True)


@mistake("Digits are cut off: a conversion to integers goes towards zero. Round to the nearest first.")
def cuts_digits_off(x):
    return quantize(x, rows(x), rounded=np.trunc)


@mistake("Numbers are rounded down. Round to the nearest, and from the middle to the even number.")
def rounds_down(x):
    return quantize(x, rows(x), rounded=np.floor)


@mistake("From the middle you round up, because one half is added before rounding down. Round to the even number.")
def rounds_halves_up(x):
    return quantize(x, rows(x), rounded=lambda z: np.floor(z + 0.5))


@mistake("From the middle you round away from zero. Round to the even number, as np.rint and torch.round do.")
def rounds_halves_away(x):
    return quantize(x, rows(x), rounded=lambda z: np.sign(z) * np.floor(np.abs(z) + 0.5))


@mistake("There is one scale for the whole weight, so rows of small numbers lose their digits. Take one for each row.")
def takes_one_scale(x):
    return quantize(x, np.full((len(x), 1), np.abs(x).max()))


@mistake("Each column has a scale. Take the largest absolute value along each row: over the last axis.")
def scales_the_columns(x):
    q, scale = quantize(x.T, rows(x.T))
    return q.T.copy(), scale.T.copy()


@mistake("The largest number of a row is taken, not the largest absolute value. A row may have its largest below zero.")
def forgets_the_absolute_value(x):
    return quantize(x, x.max(axis=1, keepdims=True))


@mistake("You divide by 128, and the largest number no longer fits: an int8 ends at 127. Divide by 127.")
def divides_by_128(x):
    return quantize(x, rows(x), steps=128, low=-128)


@mistake("You divide by 255, as if only one sign occurred. Symmetric quantization has 127 steps on either side.")
def divides_by_255(x):
    return quantize(x, rows(x), steps=255)


@mistake("The range from the smallest to the largest number is spread over 255 steps. That is asymmetric: zero must stay zero.")
def is_asymmetric(x):
    low, high = x.min(axis=1, keepdims=True), x.max(axis=1, keepdims=True)
    scale = np.where(high > low, (high - low) / 255, 1).astype(x.dtype)
    return np.clip(np.rint((x - low) / scale) - 128, -128, 127).astype(np.int8), scale


@mistake("The scale comes back upside down. Return what the whole numbers are to be multiplied with.")
def returns_the_inverse_scale(x):
    q, scale = int8_quantize(x)
    return q, 1 / scale


@mistake("The scales have lost an axis, so they no longer line up with the rows. Keep it: shape (N, 1).")
def flattens_the_scales(x):
    q, scale = int8_quantize(x)
    return q, scale[:, 0].copy()


@mistake("A row of zeros gets the scale 0. Give it the scale 1, so that nobody ever divides by zero.")
def gives_zeros_the_scale_zero(x):
    q, scale = int8_quantize(x)
    return q, np.where(rows(x) > 0, scale, 0)


@mistake(
    "You add a small number to the scale, or keep it above one, against division by zero. Replace scales of 0, and no others."
)
def keeps_scales_above_a_limit(x):
    return quantize(x, np.maximum(rows(x), 127e-8))


@mistake("The whole numbers are floats still. Convert them to int8: that is what saves the memory.")
def returns_floats(x):
    q, scale = int8_quantize(x)
    return q.astype(x.dtype), scale


@mistake("The whole numbers are 32 bits wide. Convert them to int8: that is what saves the memory.")
def returns_int32(x):
    q, scale = int8_quantize(x)
    return q.astype(np.int32), scale


@mistake("The dequantized weight comes back. Return the whole numbers and the scales, unmultiplied.")
def returns_the_dequantized_weight(x):
    q, scale = int8_quantize(x)
    return q * scale, scale


@mistake("The scales of a float32 weight are float64. Do not convert the weight.")
def returns_float64(x):
    return int8_quantize(x.astype(np.float64))


@mistake("The weight itself is divided and rounded in place. Make a new array.")
def overwrites_x(x):
    q, scale = int8_quantize(x)
    x /= scale
    return q, scale


@right
def row_by_row(x):
    q, scale = np.zeros(x.shape, dtype=np.int8), np.ones_like(x[:, :1])
    for i, row in enumerate(x):
        largest = max(abs(value) for value in row)
        if largest:
            scale[i] = largest / 127
            q[i] = [round(float(value / scale[i, 0])) for value in row]
    return q, scale


@right
def by_infinity_norm(x):
    norm = np.linalg.norm(x, ord=np.inf, axis=1)[:, None]
    scale = np.where(norm == 0, np.ones_like(norm), norm / 127)
    return np.clip(np.around(x / scale), -127, 127).astype("int8"), scale
