r"""A linear layer with LoRA: the weight stays frozen, and two thin matrices learn what is to be added to it.

Fine-tuning a large weight $W$ of shape $(O, I)$ means learning a change $\Delta W$ of the same shape. LoRA claims that the change
may have a small rank $R$, and writes it as a product of two thin matrices, `lora_b` of shape $(O, R)$ and `lora_a` of shape
$(R, I)$. For one input $x$, a vector of length $I$:

$$y = W x + b + \frac{\alpha}{R}\; B\,(A\,x)$$

* Only $A$ and $B$ are trained: $R\,(I + O)$ numbers instead of $I \cdot O$.
* The factor $\alpha / R$ keeps the size of the change about the same when one tries another rank. It applies to the change alone.
* At the start $B$ is zero, and so is the change: fine-tuning begins exactly at the pre-trained model.
* After training $W + \frac{\alpha}{R} B A$ can be stored in place of $W$, and the layer costs nothing extra.

`x` has its features in the last axis and any number of axes before it, also none. $R$ is at least 1 and is not an argument: the
shapes of `lora_a` and `lora_b` tell it. `alpha` is a number.

All arrays share one dtype, and the result has it too. Return a new array; do not change the inputs.

Source: Hu and others 2022, *LoRA: Low-rank adaptation of large language models*, section 4.1, equation 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


def lora_linear(
    x: Float[Array, "*rows I"],
    weight: Float[Array, "O I"],
    bias: Float[Array, "O"],
    lora_a: Float[Array, "R I"],
    lora_b: Float[Array, "O R"],
    alpha: float,
) -> Float[Array, "*rows O"]:
    """Apply a linear layer whose weight is changed by a product of two thin matrices.

    Parameters
    ----------
    x : inputs, the features in the last axis.
    weight : the frozen weight.
    bias : the frozen bias.
    lora_a : the way down, from I features to R.
    lora_b : the way up, from R features to O.
    alpha : the size of the change, which is divided by the rank R.

    Returns
    -------
    The outputs, a new array with the dtype of `x`.

    Examples
    --------
    >>> x = np.array([[1.0, -2.0, 0.5]])
    >>> weight, bias = np.array([[2.0, 0.0, 4.0], [0.0, 1.0, 0.0]]), np.array([0.5, -1.0])
    >>> lora_a = np.array([[1.0, 0.0, 2.0], [0.0, 1.0, 0.0]])
    >>> lora_b = np.array([[1.0, 3.0], [-0.5, 0.0]])
    >>> lora_linear(x, weight, bias, lora_a, 0 * lora_b, alpha=8.0)
    array([[ 4.5, -3. ]])
    >>> lora_linear(x, weight, bias, lora_a, lora_b, alpha=8.0)
    array([[-11.5,  -7. ]])
    """
    raise NotImplementedError("write lora_linear here")
