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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, torch.nn.functional.mse_loss, torch.ops.aten.tanh_backward, by
# whatever name.
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
    raise NotImplementedError("write autoencoder_grads here")
