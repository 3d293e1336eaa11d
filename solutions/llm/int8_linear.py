r"""A linear layer in whole numbers: 8-bit weights, inputs that are quantized on the way, and one multiplication by scales.

The weight was quantized before: `q_weight`, of shape $(O, I)$ and dtype int8, and one scale for each row, `scale`, of shape
$(O, 1)$, so that $q^w_{oi}\, s^w_o$ stands for the weight. The input, $(N, I)$, arrives as floats and is quantized here, each row
with a scale of its own, symmetrically and to 8 bits:

$$s^x_n = \frac{\max_i |x_{ni}|}{127}, \qquad q^x_{ni} = \mathrm{round}\!\left(\frac{x_{ni}}{s^x_n}\right)$$

rounded to the nearest whole number, and from the middle between two **to the even one**. A row of zeros has the scale 1. The
product is taken in whole numbers, exactly, and only its result is scaled; then the bias is added, which was never quantized:

$$y_{no} = s^x_n\, s^w_o \sum_i q^x_{ni}\, q^w_{oi} + b_o$$

A product of two bytes needs 15 bits, and a sum of them more: add them up in a type that holds the sum, which may be as large as
$127^2 I$. In return the result is exact up to the last rounding of the scales, and on hardware with whole-number units several
times as fast.

Return $y$, of shape $(N, O)$, in the dtype of `x`, which `scale` and `bias` share. All numbers are finite and there is at least
one input feature. Do not change the inputs.

Source: Dettmers, Lewis, Belkada and Zettlemoyer 2022, *LLM.int8(): 8-bit matrix multiplication for transformers at scale*,
section 2.1 (vector-wise quantization), without the part that keeps outliers in 16 bits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float, Int8
    from numpy import ndarray as Array

ABOUT = About(
    title="Linear layer in int8",
    difficulty=2,
    points=10,
    needs=("llm/int8_quantize",),
    questions=(
        "How is a weight quantized to int8, and how large is the error?",
        "Why does a single outlier ruin quantization, and what helps?",
    ),
    hints=(
        "There are four steps, and the shapes lead you through them: quantize the input row by row, multiply whole numbers, "
        "scale, add the bias. Take one row and one output feature by hand: which two scales meet there? One belongs to the row "
        "of the input, the other to the row of the weight.",
        "A byte holds no more than 127, and both libraries let a product of bytes wrap around without a word. Convert to a wide "
        "type before you multiply, not after. In PyTorch not every device multiplies matrices of whole numbers; a wide float "
        "holds these sums exactly as well.",
        "After the product there is a table with a row for each sample and a column for each output. The scales of the input are "
        "a column and fit as they are; those of the weight are a column too, but they belong to the outputs: turn them into a "
        "row. The bias comes last and is not multiplied by anything.",
    ),
    skip={
        "independent": "PyTorch's quantized layers are compiled for packed weights in float32 alone.",
        "gradients_flow": "Rounding has the slope zero nearly everywhere: a gradient means nothing here.",
    },
)


def int8_linear(
    x: Float[Array, "N I"], q_weight: Int8[Array, "O I"], scale: Float[Array, "O 1"], bias: Float[Array, "O"]
) -> Float[Array, "N O"]:
    """Apply a quantized linear layer to inputs that are quantized row by row.

    Parameters
    ----------
    x : one sample in each row.
    q_weight : the quantized weight, whole numbers from -127 to 127.
    scale : what each row of the weight is to be multiplied by.
    bias : one number for each output feature.

    Returns
    -------
    The outputs, one row for each sample, in the dtype of `x`.

    Examples
    --------
    >>> x = np.array([[25.4, -0.29, 10.0], [-1.0, 0.5, 127.0]])
    >>> q_weight = np.array([[100, 127, -3], [-50, 2, 90]], dtype=np.int8)
    >>> int8_linear(x, q_weight, np.array([[0.5], [0.01]]), np.array([1.0, -2.0]))
    array([[1243.3  ,   -5.704],
           [-239.5  ,  112.8  ]])
    """
    largest = np.abs(x).max(axis=1, keepdims=True)
    # equivalent: np.where(largest > 0, largest / 127, 1) => np.where(largest > 0, largest / 127, 2), because 0 / 2 is 0 as well
    scale_x = np.where(largest > 0, largest / 127, 1)
    # equivalent: q_weight.T.astype(np.float64) => q_weight.T, because float32 holds any sum of up to 1040 products
    whole = np.rint(x / scale_x) @ q_weight.T.astype(np.float64)  # which holds every sum exactly
    return (whole * (scale_x * scale.T) + bias).astype(x.dtype)
