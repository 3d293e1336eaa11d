r"""Gradients of an autoencoder with tied weights: one matrix does two jobs, and so its gradient has two parts.

The decoder uses the encoder's weight, transposed. With a row $x_n$ of `input` and the same row $t_n$ of `target`

$$h_n = \tanh(W x_n + b), \qquad y_n = W^\top h_n + c, \qquad L = \frac{1}{N D} \sum_{n=1}^{N} \lVert y_n - t_n \rVert^2$$

`weight` is $W$, of shape (K, D); `bias_enc` is $b$ and `bias_dec` is $c$. For an ordinary autoencoder the target is the input
itself; for a denoising one `input` is the corrupted batch and `target` the clean one. No gradient is taken with respect to
either: they are data, even where they are the same.

Return the loss and its gradients with respect to $W$, $b$ and $c$. The path back from the loss is the usual one: through the
decoder, through the slope of tanh, through the encoder. Since $W$ stands in two places, the chain rule adds up what comes in:

$$\frac{\partial L}{\partial W} = \Bigl(\frac{\partial L}{\partial W}\Bigr)_{\text{as encoder}}
+ \Bigl(\frac{\partial L}{\partial W}\Bigr)_{\text{as decoder}}$$

Compute both parts with the same, unchanged $W$. All arrays have one dtype, which is also that of the results; none is changed.

Source: Vincent, Larochelle, Lajoie, Bengio and Manzagol 2010, *Stacked denoising autoencoders*, section 2; Rumelhart, Hinton and
Williams 1986.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Gradients of an autoencoder with tied weights",
    difficulty=2,
    points=10,
    needs=("autoencoders/autoencoder_forward", "autoencoders/corrupt", "backpropagation/dense_backward"),
    questions=(
        "What is an autoencoder?",
        "What is a denoising autoencoder?",
        "What are tied weights, and what is their gradient?",
    ),
    hints=(
        "Forget for a moment that the weight is shared. Give the decoder a weight of its own, run the two layers forward and go "
        "back through them as through any network: first the gradient by the output, then through the decoder, then through the "
        "tanh, then through the encoder. Each layer leaves behind a gradient of its weight and one of its bias.",
        "The gradient by the output is twice the error, divided by the number of all entries. A bias gets the sum of what "
        "arrives at its layer over the samples. The slope of tanh is one minus the square of its value. The weight of a layer "
        "gets a product of what arrived at its output with what came in through its input, summed over the samples.",
        "Now tie the weights. The decoder multiplies the hidden rows by the weight without a transpose, and its own weight would "
        "be the transposed one. So write its gradient in the shape (K, D): hidden units down, features across. The encoder's "
        "part has that shape already, with the input as its second factor. Add the two. Compare with finite differences.",
    ),
    forbid=("autograd", "torch.nn.functional.mse_loss", "torch.ops.aten.tanh_backward"),
    skip={"gradients_flow": "It computes gradients itself, and may well do so without autograd."},
)


def autoencoder_grads(
    input: Float[Array, "N D"],
    target: Float[Array, "N D"],
    weight: Float[Array, "K D"],
    bias_enc: Float[Array, " K"],
    bias_dec: Float[Array, " D"],
) -> tuple[float, Float[Array, "K D"], Float[Array, " K"], Float[Array, " D"]]:
    """Compute the loss of an autoencoder with tied weights, and its gradients.

    Parameters
    ----------
    input : what the encoder sees, one sample in each row.
    target : what the decoder should say, in the same shape.
    weight : the shared weight, as (out, in) of the encoder.
    bias_enc : bias of the encoder.
    bias_dec : bias of the decoder.

    Returns
    -------
    The loss, a single number, and its gradients by `weight`, `bias_enc` and `bias_dec`.

    Examples
    --------
    >>> input, target = np.array([[0.0, 1.0, 2.0], [1.0, 0.5, -1.0]]), np.array([[3.0, 1.0, 2.0], [1.0, 0.5, -2.0]])
    >>> weight = np.array([[0.5, -1.0, 0.25], [0.2, 0.4, -0.1]])
    >>> loss, dweight, dbias_enc, dbias_dec = autoencoder_grads(
    ...     input, target, weight, np.array([0.5, -0.2]), np.array([1.0, 0.0, -0.5])
    ... )
    >>> np.round(loss, 4)
    np.float64(2.3375)
    >>> np.round(dweight, 4)
    array([[ 0.36  , -0.087 , -0.6368],
           [-0.0948, -0.3005, -0.1055]])
    >>> np.round(dbias_enc, 4)
    array([ 0.1369, -0.2957])
    >>> np.round(dbias_dec, 4)
    array([-0.6064, -0.5428, -0.3226])
    """
    h = np.tanh(input @ weight.T + bias_enc)
    error = h @ weight + bias_dec - target

    dy = error * (2 / error.size)
    da = dy @ weight.T * (1 - h * h)
    return np.mean(error * error), da.T @ input + h.T @ dy, np.sum(da, axis=0), np.sum(dy, axis=0)
