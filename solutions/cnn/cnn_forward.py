r"""A whole convolutional network in five steps: convolution, ReLU, max pooling, flattening, and a dense layer that classifies.

`params` is a dict with the names of a PyTorch state dict: `conv.weight` (O, C, KH, KW), `conv.bias` (O,), `fc.weight` (K, D) and
`fc.bias` (K,). A batch of images $x$ with shape (N, C, H, W) goes through

| step | formula | shape |
| --- | --- | --- |
| convolution | $z_{n,o,i,j} = b_o + \sum_{c,u,v} x_{n,c,i+u,j+v}\, w_{o,c,u,v}$ | (N, O, H - KH + 1, W - KW + 1) |
| ReLU | $a = \max(0, z)$ | the same |
| max pooling | $m_{n,o,i,j} = \max_{u,v \in \{0, 1\}} a_{n,o,2i+u,2j+v}$ | (N, O, PH, PW), half as many, rounded down |
| flattening | one row for each image | (N, D) with $D = O \cdot PH \cdot PW$ |
| dense layer | $y = f W^\top + b$ | (N, K) |

There is no padding, the convolution moves by one pixel, and the kernel is not flipped. A last row or column of the maps that has
no partner is left out of the pooling; the maps have at least two rows and two columns. Flattening keeps the order in which an
array (N, O, PH, PW) is stored: all of the first map row by row, then the second map. `fc.weight` was learnt for this order and no
other.

The results are **logits**, K real numbers of any sign for each image: the softmax belongs to the loss. No image knows of the
others in its batch. All arrays share one dtype, float64 or float32, and so does the result; no input is changed.

Source: LeCun, Bottou, Bengio and Haffner 1998, *Gradient-based learning applied to document recognition*, section II.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="A small convolutional network, forward",
    difficulty=2,
    points=10,
    needs=("cnn/conv_relu_block", "convolution/max_pool2d"),
    questions=("What is a convolutional neural network?", "Explain the different layers of a CNN."),
    hints=(
        "Write the five steps below each other, each into a variable of its own, and print its shape: the table says what it "
        "must be. For the first step, loop over the rows and columns of the kernel: a slice of x meets one weight for each pair "
        "of filter and channel. Do not use any axis of the batch except to carry it along.",
        "For the pooling, cut off a last row or column without a partner first. Then there are four equally large slices: every "
        "second row and column, beginning at 0 or at 1 in each direction. The largest of the four, element by element, is the "
        "answer. You can also reshape so that partners get an axis of length two of their own.",
        "Flattening is a reshape to one row for each image, provided that the axes stand in the order image, map, row, column; "
        "if your convolution left the map axis at the end, move it to its place first. The dense layer has its weights as "
        "(out, in), so the matrix is transposed for the product. Nothing follows it: no ReLU and no softmax.",
    ),
    forbid=(
        "torch.nn.functional.conv2d",
        "torch.conv2d",
        "torch.nn.Conv2d",
        "torch.nn.functional.max_pool2d",
        "torch.max_pool2d",
        "torch.nn.MaxPool2d",
        "torch.nn.Sequential",
        "scipy.signal",
        "scipy.ndimage",
    ),
)


def cnn_forward(x: Float[Array, "N C H W"], params: dict[str, Float[Array, "..."]]) -> Float[Array, "N K"]:
    """Turn a batch of images into class scores: convolution, ReLU, 2x2 max pooling, flattening, dense layer.

    Parameters
    ----------
    x : images, N of them, with C channels.
    params : the four arrays `conv.weight`, `conv.bias`, `fc.weight` and `fc.bias`, in any order.

    Returns
    -------
    The logits, one row for each image, in the dtype of `x`.

    Examples
    --------
    >>> x = np.array([[[[1.0, -2.0, 3.0], [0.0, 4.0, -1.0], [2.0, 1.0, 5.0]]]])
    >>> params = {
    ...     "conv.weight": np.array([[[[1.0, 0.5]]], [[[-1.0, 2.0]]]]),
    ...     "conv.bias": np.array([0.5, -1.0]),
    ...     "fc.weight": np.array([[1.0, -1.0], [0.5, 2.0], [-2.0, 0.0]]),
    ...     "fc.bias": np.array([0.25, 0.0, 1.0]),
    ... }
    >>> cnn_forward(x, params)
    array([[-2.75, 16.  , -7.  ]])
    """
    conv, fc = params["conv.weight"], params["fc.weight"]
    sliding = np.lib.stride_tricks.sliding_window_view
    maps = np.einsum("ncijuv,ocuv->noij", sliding(x, conv.shape[2:], axis=(2, 3)), conv) + params["conv.bias"][:, None, None]
    # equivalent: 2, 3 => 3, 2, because the largest value of a square stays the same when the square is transposed
    pooled = sliding(np.maximum(maps, 0), (2, 2), axis=(2, 3))[:, :, ::2, ::2].max(axis=(4, 5))
    return pooled.reshape(len(x), fc.shape[1]) @ fc.T + params["fc.bias"]
