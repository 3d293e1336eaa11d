r"""A head for feature maps of any size: average over the image, then a linear layer.

Convolutions do not care how large an image is; a larger one gives a larger map of features. What makes a network insist on one
size is a head that flattens the map and needs a weight for every pixel of it. Global average pooling removes the pixels first,
and a pre-trained backbone with such a head takes images of any size. For the feature map $x$ of shape $(N, C, H, W)$,

$$g_{nc} = \frac{1}{H W} \sum_{h=1}^{H} \sum_{w=1}^{W} x_{nchw}, \qquad z_{nk} = \sum_{c=1}^{C} W_{kc}\, g_{nc} + b_k$$

The mean is over the pixels of one channel of one image: neither the channels nor the images are mixed by it. `weight` has the
shape $(K, C)$, as in `torch.nn.Linear`, and `bias` $(K)$. The result has the shape $(N, K)$, also for a single image, $N = 1$. It
has the dtype of the arrays, which they share. Nothing is changed.

Source: Lin, Chen and Yan 2014, *Network in network*, section 3.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="A head for images of any size",
    difficulty=1,
    points=5,
    needs=("transfer/linear_probe",),
    questions=(
        "Where is transfer learning useful?",
        "Must images have the size that a network was pre-trained with?",
    ),
    hints=(
        "There are two steps, and only the first one meets the pixels. After it, each image is a vector with one number for each "
        "channel, however large the map was, and this is what makes the head independent of the size. The second step is a "
        "linear layer like any other.",
        "The mean is over the two last axes together. Do not write the number of pixels down as a constant, as the maps of "
        "different sizes would then get logits of different sizes; and do not flatten, or the number of inputs to the linear "
        "layer depends on the size of the image again.",
        "Check the number of columns of the weight against the second axis of the map before anything else. Then a mean over two "
        "axes, a matrix product with the weight transposed, and the bias. Leave the first axis alone even where its length is "
        "one: a function that squeezes everything loses it.",
    ),
    forbid=(
        "torch.nn.functional.adaptive_avg_pool2d",
        "torch.nn.AdaptiveAvgPool2d",
        "torch.nn.functional.avg_pool2d",
        "torch.nn.AvgPool2d",
    ),
)


def size_agnostic_head(x: Float[Array, "N C H W"], weight: Float[Array, "K C"], bias: Float[Array, "K"]) -> Float[Array, "N K"]:
    """Classify feature maps of any height and width by global average pooling and a linear layer.

    Parameters
    ----------
    x : feature maps, with at least one pixel each.
    weight : weight of the linear layer, one row for each class.
    bias : bias of the linear layer.

    Returns
    -------
    The logits.

    Raises
    ------
    ValueError
        If `weight` has not as many columns as `x` has channels. The message names it: weight.

    Examples
    --------
    >>> x = np.array([[[[1.0, 3.0, 8.0]], [[-2.0, 0.0, -4.0]]]])
    >>> size_agnostic_head(x, np.array([[1.0, 0.5], [-1.0, 2.0], [0.0, 3.0]]), np.array([0.0, 0.5, 10.0]))
    array([[ 3. , -7.5,  4. ]])
    """
    if weight.shape[1] != x.shape[1]:
        raise ValueError(f"weight must have {x.shape[1]} columns, one for each channel, got {weight.shape[1]}")
    # equivalent: 2, 3 => 3, 2, because the order of the axes does not change a mean.
    return x.mean((2, 3)) @ weight.T + bias
