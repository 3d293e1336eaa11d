r"""Which pixels would change the score most? The gradient knows: turn it into a picture, one number for each pixel.

Near an image $x$ the score of a class is almost linear, $S(x + \varepsilon) \approx S(x) + \sum g\, \varepsilon$, and the
gradient $g$ says how strongly each number of the image acts on it. The score is the class's **logit**. The gradient of a
softmax probability would mix in all other classes, and it dies where the network is sure. Backpropagation to the input costs
one backward pass and gives $g$ = `grad_x`, in the shape of the batch, (N, C, H, W). The saliency map has one number for each
pixel of each image:

$$M_{n,i,j} = \max_c \; \lvert g_{n,c,i,j} \rvert$$

It is the absolute value that counts: a pixel that must become darker to raise the score matters as much as one that must become
brighter. Among the channels of a pixel the strongest speaks. Averages would let channels of opposite signs cancel each other.

Nothing is normalized. The array may have axes of any length, at least one channel, and no NaN. Return a new array of shape (N,
H, W) in the dtype of `grad_x`; do not change the input.

Source: Simonyan, Vedaldi and Zisserman 2013, *Deep inside convolutional networks*, section 3.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Saliency map",
    difficulty=1,
    points=5,
    needs=("interpretability/occlusion_map",),
    questions=(
        "Why are deep learning models called black boxes?",
        "How do you find out which inputs a network's decision depends on?",
    ),
    hints=(
        "Take one pixel of one image. It has as many gradients as there are channels, some negative, some positive. What "
        "single number says how much the score reacts to this pixel? Only the axis of the channels disappears from the "
        "result.",
        "There are two steps, and their order matters. Try both orders on a pixel with the gradients minus three and one: "
        "which of them finds the three? The strongest reaction is the one that is furthest from zero, on whichever side.",
        "First the sizes of all the gradients, then the largest along the second axis, since the first one counts images. In "
        "NumPy the method for the largest value takes the axis and drops it. In PyTorch the one that is called max gives you "
        "positions as well; amax gives the values alone. Do not divide by anything afterwards.",
    ),
)


def saliency(grad_x: Float[Array, "N C H W"]) -> Float[Array, "N H W"]:
    """Turn the gradient of a score by the images into maps of how much each pixel matters.

    Parameters
    ----------
    grad_x : the gradient of each image's score by the numbers of the image.

    Returns
    -------
    One map for each image, in the dtype of `grad_x`.

    Examples
    --------
    >>> grad_x = np.array([[[[0.5, -2.0, -0.75]], [[-1.5, 1.0, -0.5]], [[1.0, -0.5, -0.25]]]])
    >>> saliency(grad_x)
    array([[[1.5 , 2.  , 0.75]]])
    """
    return np.abs(grad_x).max(axis=1)
