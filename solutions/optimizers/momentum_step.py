r"""One step of gradient descent with momentum: a ball that rolls, instead of a walker who looks only at the slope underfoot.

The optimizer keeps one number for every parameter, the momentum buffer $v$. It is a sum of all gradients so far in which
older ones count less and less. With $g$ the gradient and $\mu$ the `momentum`, a step is

$$v \leftarrow \mu\, v + g, \qquad \theta \leftarrow \theta - \text{lr} \cdot v$$

where the **new** $v$ moves the parameters. The gradient enters with its full weight, without a factor $1 - \mu$ ("dampening"),
and the learning rate stands outside of $v$, so that a change of it acts at once. Before the first step $v$ is zero.

With `nesterov` the buffer is the same, but the parameters follow the direction in which the *next* buffer would point if the
gradient stayed as it is:

$$\theta \leftarrow \theta - \text{lr} \cdot (g + \mu\, v)$$

again with the new $v$. The three arrays have one shape, which may be any, and one dtype; the results have both, too. State goes
in and state comes out: return new arrays and do not change the inputs.

Source: Polyak 1964, *Some methods of speeding up the convergence of iteration methods*; Sutskever, Martens, Dahl and Hinton
2013, *On the importance of initialization and momentum in deep learning*, section 2; the formulas are those of
`torch.optim.SGD`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Gradient descent with momentum",
    difficulty=1,
    points=5,
    questions=(
        "What does momentum do in gradient descent, and does it remember all past gradients?",
        "Which hyperparameters does an optimizer have, and what does tuning them mean?",
    ),
    hints=(
        "There are two lines of arithmetic, and their order matters. The first one makes the new buffer from the old buffer and "
        "the gradient. The second one moves the parameters, and it needs what the first one made. Nothing has to be remembered "
        "between two calls: whoever calls you hands the buffer back the next time.",
        "Compare with the formula letter by letter. The old buffer is shrunk, the gradient is not. The learning rate appears "
        "once, where the parameters move, and never in the buffer. We walk downhill, so the movement is subtracted. Give new "
        "names to new arrays, since operators such as += would change what belongs to the caller.",
        "Nesterov's variant changes only the direction of the movement, never the buffer that you return. Write the "
        "direction as a variable of its own: either the new buffer, or the gradient plus the shrunk new buffer. Then there is "
        "one formula for the parameters in both cases. With a momentum of zero both directions are the plain gradient.",
    ),
    forbid=("torch.optim", "torch.ops.aten._fused_sgd"),
    skip={"gradients_flow": "An optimizer steps after the backward pass, where autograd is off."},
)


def momentum_step(
    param: Float[Array, "*shape"],
    grad: Float[Array, "*shape"],
    momentum_buffer: Float[Array, "*shape"],
    lr: float,
    momentum: float = 0.9,
    nesterov: bool = False,
) -> tuple[Float[Array, "*shape"], Float[Array, "*shape"]]:
    """Move the parameters along a sum of gradients that forgets slowly.

    Parameters
    ----------
    param : the parameters before the step.
    grad : gradient of the loss by `param`.
    momentum_buffer : what the step before returned; zeros before the first step.
    lr : learning rate.
    momentum : share of the buffer that survives a step, at least 0 and below 1.
    nesterov : whether to look one step ahead.

    Returns
    -------
    The new parameters and the new buffer.

    Raises
    ------
    ValueError
        If `momentum` is below 0, or 1 or more. The message names it: momentum.

    Examples
    --------
    >>> param, grad, buffer = np.array([1.0, -2.0]), np.array([3.0, 0.5]), np.array([2.0, -1.0])
    >>> momentum_step(param, grad, buffer, lr=0.1, momentum=0.8)
    (array([ 0.54, -1.97]), array([ 4.6, -0.3]))
    >>> momentum_step(param, grad, buffer, lr=0.1, momentum=0.8, nesterov=True)
    (array([ 0.332, -2.026]), array([ 4.6, -0.3]))
    """
    if not 0 <= momentum < 1:
        raise ValueError(f"momentum must be at least 0 and below 1, got {momentum}")

    momentum_buffer = momentum * momentum_buffer + grad
    direction = grad + momentum * momentum_buffer if nesterov else momentum_buffer
    return param - lr * direction, momentum_buffer
