r"""The smallest autoencoder, forward: squeeze each sample into a short code, and build the sample again from the code alone.

Each row of `x` is a sample $x_n$ with $D$ numbers. The encoder turns it into a code of $K$ numbers, the decoder makes of that
$D$ numbers again:

$$z_n = \mathrm{relu}(W_e x_n + b_e), \qquad \hat x_n = W_d z_n + b_d$$

with $\mathrm{relu}(a) = \max(0, a)$ element by element. The decoder is **linear**: an output through a ReLU or a sigmoid could
not be negative, and the data can. No labels occur anywhere. The target is the input itself, and the loss is the mean squared
error over all $N \cdot D$ entries:

$$L = \frac{1}{N D} \sum_{n=1}^{N} \sum_{d=1}^{D} (\hat x_{nd} - x_{nd})^2$$

A code shorter than the sample, $K < D$, forces the network to keep what matters. With $K = D$, non-negative data, identity
matrices and no biases it copies everything, loses nothing and has learnt nothing; so it does for any data with $K = 2D$. The loss
alone does not say whether a code is any good.

Weights are (out, in), as in PyTorch. All arrays have one dtype, which is also that of the results; none is changed.

Source: Goodfellow, Bengio and Courville 2016, *Deep Learning*, section 14.1; Rumelhart, Hinton and Williams 1986.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Autoencoder, forward",
    difficulty=1,
    points=5,
    needs=("activations/relu", "losses/mse_loss"),
    questions=(
        "What is an autoencoder?",
        "What are the key facts about autoencoders, and how are they related to PCA?",
        "Is an autoencoder supervised or unsupervised, and which other unsupervised methods belong to deep learning?",
        "Why does an autoencoder need a bottleneck?",
    ),
    hints=(
        "These are two dense layers, one after the other, and a loss. Follow the shapes: N samples of D numbers become N codes "
        "of K numbers and then N samples of D numbers again. The weights are stored as (out, in), while the samples stand in "
        "rows, so something has to be transposed before each product.",
        "The encoder adds its own bias before the ReLU, and the ReLU is a maximum with zero. The decoder gets the code after the "
        "ReLU, and nothing but the code: it must not see the sample. It adds its bias at the end, and that is all; the network "
        "has no activation there, because the output has to reach every number that the data can hold.",
        "For the loss ask what the network should have said. It should have said the sample itself, so the error is "
        "reconstruction minus input. Square every entry and take one mean over the whole table, over samples and features "
        "together. No half, no sum, no root. Return the three results in the order of the docstring.",
    ),
    forbid=("torch.nn.functional.mse_loss", "torch.nn.MSELoss"),
)


def autoencoder_forward(
    x: Float[Array, "N D"],
    weight_enc: Float[Array, "K D"],
    bias_enc: Float[Array, " K"],
    weight_dec: Float[Array, "D K"],
    bias_dec: Float[Array, " D"],
) -> tuple[Float[Array, "N D"], Float[Array, "N K"], float]:
    """Encode a batch, decode it again, and measure what was lost.

    Parameters
    ----------
    x : the batch, one sample in each row.
    weight_enc : weight of the encoder, as (out, in).
    bias_enc : bias of the encoder.
    weight_dec : weight of the decoder, as (out, in).
    bias_dec : bias of the decoder.

    Returns
    -------
    The reconstruction, the code and the loss, in this order; the loss is a single number.

    Examples
    --------
    >>> x = np.array([[2.0, -1.0, 0.5], [0.0, 3.0, 1.0]])
    >>> weight_enc, bias_enc = np.array([[1.0, 0.5, 0.0], [-1.0, 1.0, 2.0]]), np.array([0.5, -1.0])
    >>> weight_dec, bias_dec = np.array([[0.5, 0.0], [-1.0, 0.75], [0.25, 0.5]]), np.array([0.0, 1.0, -0.5])
    >>> reconstruction, code, loss = autoencoder_forward(x, weight_enc, bias_enc, weight_dec, bias_dec)
    >>> code
    array([[2., 0.],
           [2., 4.]])
    >>> reconstruction
    array([[ 1. , -1. ,  0. ],
           [ 1. ,  2. ,  2. ]])
    >>> loss
    np.float64(0.7083333333333334)
    """
    code = np.maximum(x @ weight_enc.T + bias_enc, 0)
    reconstruction = code @ weight_dec.T + bias_dec
    # equivalent: reconstruction - x => x - reconstruction, because a square has no sign.
    return reconstruction, code, np.mean((reconstruction - x) ** 2)
