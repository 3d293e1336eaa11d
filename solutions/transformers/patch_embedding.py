r"""Patch embedding: how a vision transformer turns a picture into a sentence of tokens.

The picture is cut into square patches of $P \times P$ pixels that lie side by side, without overlap. Each patch, with all its
channels, is flattened into one vector of $C P^2$ numbers, and one linear layer, the same for all patches, makes a token of $D$
numbers of it. `weight` has the layout of a convolution, $(D, C, P, P)$; for the patch in row $i$ and column $j$ of the grid

$$z_{d} = b_d + \sum_{c=0}^{C-1}\sum_{u=0}^{P-1}\sum_{v=0}^{P-1} W_{dcuv}\; x_{c,\;iP+u,\;jP+v}$$

That is a convolution with a stride as large as its kernel, and as everywhere in deep learning the kernel is not flipped. The
tokens come in reading order: left to right, then down, so the patch $(i, j)$ is number $i \cdot W/P + j$.

Then the learnt **class token** is put in front of them, the same for each picture: what the last layer makes of it is what gets
classified. To all these $T = 1 + HW/P^2$ tokens, the class token included, the learnt `position` of their place is added:

$$y = [\,\text{cls\_token};\; z_1;\; z_2;\; \dots;\; z_{T-1}\,] + \text{position}$$

`x` is $(N, C, H, W)$; height and width need not be equal, but both must be multiples of $P$. The result is $(N, T, D)$.

All arrays share one dtype, and the result has it too. Return a new array; do not change the inputs.

Source: Dosovitskiy and others 2021, *An image is worth 16x16 words*, section 3.1, equation 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Patch embedding of a vision transformer",
    difficulty=2,
    points=10,
    needs=("convolution/conv2d",),
    questions=(
        "How does a vision transformer turn a picture into tokens?",
        "Why is patch embedding a convolution, and with which stride?",
    ),
    hints=(
        "Draw a picture of 4 by 6 pixels and cut it into patches of 2 by 2: a grid of two rows and three columns. Number the "
        "patches as you would read them. Now forget the neural network: the task is to bring the four axes of x into an order "
        "in which each patch lies together. The linear layer afterwards is one matrix product.",
        "Split the height into two axes, which patch and which row within the patch, and the width likewise. Six axes now. Bring "
        "those that number patches to the front and those within a patch to the back, with channels before rows before columns, "
        "as in weight. Only then join axes. A reshape without this exchange mixes pixels of different patches.",
        "Flatten weight in the same way, one row for each feature, multiply, and add the bias, one number for each feature. Then "
        "repeat the class token for each picture, put it in front along the axis of tokens, and add the positions, which fit "
        "the last two axes. Before everything check that the picture can be cut without remainder.",
    ),
    forbid=(
        "torch.nn.functional.conv2d",
        "torch.conv2d",
        "torch.nn.Conv2d",
        "torch.convolution",
    ),
)


def patch_embedding(
    x: Float[Array, "N C H W"],
    weight: Float[Array, "D C P P"],
    bias: Float[Array, "D"],
    cls_token: Float[Array, "D"],
    position: Float[Array, "T D"],
) -> Float[Array, "N T D"]:
    """Cut pictures into patches, make a token of each, put the class token in front and add positions.

    Parameters
    ----------
    x : pictures.
    weight : the linear layer for a patch, in the layout of a convolution.
    bias : one number for each feature of a token.
    cls_token : the learnt token that stands in front.
    position : what is added to each token, that of the class token first.

    Returns
    -------
    The tokens of each picture, the class token first and the patches in reading order.

    Raises
    ------
    ValueError
        If the height or the width of `x` is no multiple of P. The message names the argument: x.

    Examples
    --------
    >>> x = np.arange(8.0).reshape(1, 1, 2, 4)
    >>> weight = np.array([[[[1.0, 0.0], [0.0, 0.0]]], [[[0.0, 1.0], [10.0, 0.0]]]])
    >>> position = np.array([[0.25, 0.0], [0.0, 0.5], [0.0, 0.0]])
    >>> patch_embedding(x, weight, np.array([0.0, 100.0]), np.array([-1.0, -2.0]), position)
    array([[[ -0.75,  -2.  ],
            [  0.  , 141.5 ],
            [  2.  , 163.  ]]])
    """
    n, c, h, w = x.shape
    d, *_, p = weight.shape
    if h % p or w % p:
        raise ValueError(f"x has {h} by {w} pixels, which cannot be cut into patches of {p} by {p}")
    patches = x.reshape(n, c, h // p, p, w // p, p).transpose(0, 2, 4, 1, 3, 5).reshape(n, h * w // p**2, c * p * p)
    tokens = patches @ weight.reshape(d, c * p * p).T + bias
    first = np.tile(cls_token, (n, 1, 1))
    return np.concatenate([first, tokens], axis=1) + position
