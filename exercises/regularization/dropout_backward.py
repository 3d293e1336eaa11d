r"""How a gradient flows back through dropout: the same units are silent, and the same ones are louder.

In the forward pass $y_i = x_i\, m_i$, entry by entry, and the mask $m$ was kept. It is the scaled mask of inverted dropout that
the exercise about the dropout layer returns, 0 where a unit was dropped and $1/(1-p)$ where it was kept. In the backward pass
the layers above hand down $\partial L / \partial y$, called `grad_output`, and

$$\frac{\partial L}{\partial x_i} = \frac{\partial L}{\partial y_i} \cdot m_i$$

A unit that was dropped had no influence on the loss, so it gets no gradient: exactly zero. One that was kept had $1/(1-p)$
times its usual influence, and its gradient is that much larger. This is all there is to it, and yet three things go wrong in
practice: another mask is drawn, the scale is forgotten, or it is applied once more although the mask has it already.

The mask of an evaluated network is all ones, and that of a layer with $p = 1$ all zeros; neither is a special case. The mask
has the shape of `grad_output`: a single row for a whole batch would be broadcast without a word, so reject any other shape. Both
have the same dtype, and so has the result, a new array also where the mask changes nothing. The inputs are finite; do not change
them.

Source: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov 2014, *Dropout: a simple way to prevent neural
networks from overfitting*, section 5.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, torch.ops.aten.native_dropout_backward, by whatever name.
def dropout_backward(grad_output: Float[Array, "*shape"], mask: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """Turn the gradient of the loss by the output of dropout into the gradient by its input.

    Parameters
    ----------
    grad_output : gradient of the loss by the output, any finite numbers.
    mask : what the forward pass multiplied by: 0 where a unit was dropped, 1 / (1 - p) where it was kept.

    Returns
    -------
    The gradient of the loss by the input of dropout, in the shape and dtype of `grad_output`.

    Raises
    ------
    ValueError
        If `mask` has another shape than `grad_output`. The message names it: mask.

    Examples
    --------
    >>> grad_output = np.array([[4.0, -2.0, 0.5], [1.0, 3.0, -6.0]])
    >>> mask = np.array([[1.25, 0.0, 1.25], [0.0, 1.25, 1.25]])
    >>> dropout_backward(grad_output, mask)
    array([[ 5.   , -0.   ,  0.625],
           [ 0.   ,  3.75 , -7.5  ]])
    """
    raise NotImplementedError("write dropout_backward here")
