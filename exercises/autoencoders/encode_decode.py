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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


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
    raise NotImplementedError("write encode_decode here")
