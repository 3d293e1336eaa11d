r"""A deep autoencoder in its three parts: encoder, code, decoder, each of the two networks with as many layers as it likes.

`encoder` and `decoder` are lists of pairs `(weight, bias)`, with `weight` as (out, in). Both are ordinary networks with a
ReLU between their layers, and **without** one behind the last:

$$h_l = \mathrm{relu}(W_l h_{l-1} + b_l) \quad (l < L), \qquad h_L = W_L h_{L-1} + b_L$$

The encoder starts with $h_0 = x_n$, a row of `x`, and ends with the code $z_n = h_L$. The decoder starts with the code and ends
with the reconstruction $\hat x_n$. So there is a place in the middle of the deep network where no ReLU stands: the code. Through
a ReLU it could not be negative, and most of its space would be lost. The output has to reach every number that the data can
hold.

The two lists may differ in length: three parts do not mean three layers, and a decoder need not be the mirror image of its
encoder. But a reconstruction stands for the input, so it has the **size of the input**: it is no smaller, only less exact. Two
things must fit, else it is an error of `decoder`: its first layer takes the code, and its last one gives the size of the input.

Return the code first and then the reconstruction. Both lists hold at least one pair. All arrays have one dtype, which is also
that of the results; none is changed.

Source: Hinton and Salakhutdinov 2006, *Reducing the dimensionality of data with neural networks*; Goodfellow, Bengio and
Courville 2016, *Deep Learning*, section 14.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Encoder, code and decoder of a deep autoencoder",
    difficulty=2,
    points=10,
    needs=("autoencoders/autoencoder_forward", "autoencoders/mirror_sizes"),
    questions=("What are the layers of an autoencoder?", "What are deep autoencoders?"),
    hints=(
        "Encoder and decoder are the same kind of network, with other weights. Write one helper that runs a list of pairs on a "
        "batch, and call it twice: with the batch and the encoder, then with what came out and the decoder. What the first call "
        "gives is the code.",
        "In the helper a variable travels through the layers. Each layer multiplies by a transposed weight and adds a bias. The "
        "ReLU comes between two layers, so it is applied one time less than there are layers. You can apply it at the start of "
        "every layer but the first, or at the end of every layer but the last.",
        "Then compare sizes; they all stand in the shapes of the weights. The last weight of the encoder has as many rows as "
        "the code has numbers, and the first weight of the decoder needs that many columns. The last weight of the decoder "
        "needs as many rows as the batch has columns. Each of the two is enough to raise the error, and the first one has to be "
        "found out before the decoder runs.",
    ),
)


def encode_decode(
    x: Float[Array, "N D"],
    encoder: list[tuple[Float[Array, "out in"], Float[Array, " out"]]],
    decoder: list[tuple[Float[Array, "out in"], Float[Array, " out"]]],
) -> tuple[Float[Array, "N K"], Float[Array, "N D"]]:
    """Run a batch through the encoder, and its code through the decoder.

    Parameters
    ----------
    x : the batch, one sample in each row.
    encoder : the pair (weight, bias) of each layer from the input to the code.
    decoder : the pair (weight, bias) of each layer from the code to the output.

    Returns
    -------
    The code and the reconstruction.

    Raises
    ------
    ValueError
        If the decoder does not take the code, or does not give the size of the input. The message names it: decoder.

    Examples
    --------
    >>> x = np.array([[1.0, -2.0, 0.5], [2.0, 1.0, 1.0]])
    >>> encoder = [
    ...     (np.array([[1.0, 0.0, 2.0], [0.5, 1.0, 0.0]]), np.array([0.0, 1.0])),
    ...     (np.array([[0.5, -2.0]]), np.array([-1.5])),
    ... ]
    >>> decoder = [(np.array([[1.0], [-2.0], [0.0]]), np.array([0.5, -1.5, 3.0]))]
    >>> code, reconstruction = encode_decode(x, encoder, decoder)
    >>> code
    array([[-0.5],
           [-5.5]])
    >>> reconstruction
    array([[ 0. , -0.5,  3. ],
           [-5. ,  9.5,  3. ]])
    """
    code = _run(x, encoder)
    if decoder[0][0].shape[1] != code.shape[1]:
        raise ValueError("the first layer of decoder does not take what the encoder gives")
    reconstruction = _run(code, decoder)
    if reconstruction.shape != x.shape:
        raise ValueError("the last layer of decoder does not give the size of x")
    return code, reconstruction


def _run(h: Float[Array, "N I"], layers: list[tuple[Float[Array, "out in"], Float[Array, " out"]]]) -> Float[Array, "N O"]:
    """A network with a ReLU between its layers, and none behind the last."""
    (weight, bias), *others = layers
    h = h @ weight.T + bias
    for weight, bias in others:
        h = np.maximum(h, 0) @ weight.T + bias
    return h
