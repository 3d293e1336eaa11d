r"""The layer sizes of a deep autoencoder: the decoder is the encoder in a mirror, and the code stands in the middle, once.

The encoder of a deep autoencoder goes from the input through hidden layers to the code. Its sizes are
$n_0, n_1, \dots, n_L$: the input has $n_0$ numbers and the code $n_L$. The usual decoder goes the same way back, so that the
whole network has the sizes

$$n_0,\; n_1,\; \dots,\; n_{L-1},\; n_L,\; n_{L-1},\; \dots,\; n_1,\; n_0$$

These are $2L + 1$ sizes and $2L$ layers with weights. The output is **as large as the input**, not as the code: what is rebuilt
is the whole sample, with losses. The mirror is a habit and no law; any decoder from $n_L$ to $n_0$ will do.

Hidden layers may be larger than the input, and equal sizes may follow each other. With a single size there is no layer at all:
the input is its own code, and the result has that one size.

Return a new list of ints; do not change the one you are given.

Source: Hinton and Salakhutdinov 2006, *Reducing the dimensionality of data with neural networks*, whose network for digits has
the encoder 784-1000-500-250-30.
"""

from __future__ import annotations

from grader.authoring import About

ABOUT = About(
    title="Layer sizes of a deep autoencoder",
    difficulty=1,
    points=5,
    questions=("What are the layers of an autoencoder?", "What are deep autoencoders?"),
    hints=(
        "Write down the sizes of a small encoder, 8, 5, 2 say, and the decoder that leads back from 2 to 8 under it. The code is "
        "the last size of the one and the first of the other, and in the network it is a single layer. So when you join the two "
        "lists, one of them has to give up its copy.",
        "The second half is the first half without its last entry, in reverse order. Slices do both, either in two steps or in "
        "one with a negative step. Try your slice on a list with two entries, and on one with a single entry, where the second "
        "half has to be empty.",
        "Joining two lists with a plus makes a new list, while extend and += change the list of the caller. Before all that, "
        "look at the argument: an empty list has no input layer, and a layer without units passes nothing on. Both are "
        "errors, with a message that names the argument.",
    ),
    skip={"independent": "No library has this as a function: sizes of autoencoders are written out by hand."},
)


def mirror_sizes(encoder_sizes: list[int]) -> list[int]:
    """Add the mirrored decoder to the layer sizes of an encoder.

    Parameters
    ----------
    encoder_sizes : sizes from the input to the code, both included; at least one, each at least 1.

    Returns
    -------
    A new list with the sizes of the whole autoencoder, from the input through the code to the output.

    Raises
    ------
    ValueError
        If the list is empty, or a size is below 1. The message names it: encoder_sizes.

    Examples
    --------
    >>> mirror_sizes([784, 256, 32])
    [784, 256, 32, 256, 784]
    >>> mirror_sizes([6, 9, 9, 2])
    [6, 9, 9, 2, 9, 9, 6]
    """
    if not encoder_sizes or min(encoder_sizes) < 1:
        raise ValueError(f"encoder_sizes needs at least one size, and sizes of at least 1, got {encoder_sizes}")
    return encoder_sizes + encoder_sizes[-2::-1]
