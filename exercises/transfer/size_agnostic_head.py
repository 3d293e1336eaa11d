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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.adaptive_avg_pool2d, torch.nn.AdaptiveAvgPool2d,
# torch.nn.functional.avg_pool2d, torch.nn.AvgPool2d, by whatever name.
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
    raise NotImplementedError("write size_agnostic_head here")
