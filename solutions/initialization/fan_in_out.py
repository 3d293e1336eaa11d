r"""How many numbers does a unit listen to, and how many listen to it? Every formula for initial weights begins by counting.

A weight has the layout of PyTorch, output first: `(out, in)` for a linear layer, and `(out, in, *kernel)` for a
convolution, whose kernel may have any number of axes: `(out, in, k)` for a sequence, `(out, in, kh, kw)` for images, and
so on. The product of the kernel's lengths is the receptive field, $r$; for a linear layer nothing is multiplied, and it is
1. One output of the layer is a sum over all inputs at all places of the kernel, and one input contributes to all outputs
from as many places:

$$\text{fan\_in} = \text{in} \cdot r, \qquad \text{fan\_out} = \text{out} \cdot r, \qquad r = \prod_j k_j$$

The count is that of a stride of 1, away from the border; the stride plays no part in it, and neither does a bias.
A shape with fewer than two axes, such as that of a bias, has no fans. All lengths are at least 1. Both results are whole
numbers, of Python or of NumPy.

Source: Glorot and Bengio 2010, *Understanding the difficulty of training deep feedforward neural networks*, section 4.2.1,
and for convolutions He, Zhang, Ren and Sun 2015, *Delving deep into rectifiers*, section 2.2; the rule is that of
`torch.nn.init`.
"""

from __future__ import annotations

import math

from grader.authoring import About

ABOUT = About(
    title="Fan-in and fan-out of a weight",
    difficulty=1,
    points=5,
    questions=(
        "What does it mean to initialise the weights of a network?",
        "How should the weights of a network be initialised?",
    ),
    hints=(
        "Draw a single output unit of a linear layer and the lines that lead into it: one for each input. Then draw a single "
        "input and the lines that leave it. Which of the two axes of the weight is which in PyTorch? Look at the shape of "
        "the weight of a layer with three inputs and five outputs before you decide.",
        "A pixel of a convolution's output looks at a little window, and it does so in every channel of the input. Count the "
        "weights that it uses, with paper and pencil, for a window of 3 by 5 and two channels. Then ask the same from the other "
        "side: in how many outputs, over all channels, is one pixel of the input used?",
        "Both answers share a factor, the number of places in the window, and it is the product of everything behind the first "
        "two axes. With no further axes that product has no factors, and an empty product is 1: Python's math module "
        "knows this and stays with whole numbers, while the product in NumPy answers with a float. Check the number of axes "
        "before you take anything apart.",
    ),
    forbid=("torch.nn.init",),
)


def fan_in_out(shape: tuple[int, ...]) -> tuple[int, int]:
    """Count the inputs of an output and the outputs of an input, for a weight of the given shape.

    Parameters
    ----------
    shape : shape of the weight, (out, in) or (out, in, *kernel), all lengths at least 1.

    Returns
    -------
    fan_in and fan_out, in this order, two whole numbers.

    Raises
    ------
    ValueError
        If `shape` has fewer than two axes. The message names it: shape.

    Examples
    --------
    >>> fan_in_out((8, 3, 5, 2))
    (30, 80)
    >>> fan_in_out((5, 3))
    (3, 5)
    """
    if len(shape) < 2:
        raise ValueError(f"shape needs at least two axes, got {shape}")
    receptive_field = math.prod(shape[2:])  # 1 for a linear layer, as a product without factors is
    return shape[1] * receptive_field, shape[0] * receptive_field
