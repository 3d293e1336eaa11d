r"""One step of fine-tuning: some groups of parameters stay frozen, and each of the others moves at its own pace.

The parameters of a pre-trained network are a dict from names to arrays, and what stands before the first dot of a name is its
**group**: `"stem.conv.weight"` belongs to `"stem"`, `"head.bias"` to `"head"`. A name without a dot is its own group. A group is
frozen, or it has a learning rate $\eta_g$ in `lrs`: a small one for layers that know something already, a large one for a
fresh head. One step of gradient descent with weight decay $\lambda$, `weight_decay`, is then

$$p \leftarrow \begin{cases} p & \text{if the group of } p \text{ is frozen} \\
p - \eta_g\, (\nabla p + \lambda\, p) & \text{otherwise} \end{cases}$$

Frozen means **untouched**: not even weight decay moves such a parameter, and it comes back bit by bit as it was. Setting its
gradient to zero would not be enough for that.

The result is a new dict with the names of `params` in the same order, and with new arrays of the same shapes and dtype, also
where nothing has changed. `grads` has an entry for each parameter that is not frozen; as in PyTorch, frozen ones may be missing
there, and what stands there for them is ignored. So is a learning rate of a frozen group. All arrays share one dtype. No input
changes.

Source: Yosinski, Clune, Bengio and Lipson 2014, *How transferable are features in deep neural networks?*; Howard and Ruder 2018,
*Universal language model fine-tuning for text classification*, section 3.2; parameter groups as in `torch.optim`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.optim, by whatever name.
def fine_tune_step(
    params: dict[str, Float[Array, "..."]],
    grads: dict[str, Float[Array, "..."]],
    frozen: list[str],
    lrs: dict[str, float],
    weight_decay: float = 0.0,
) -> dict[str, Float[Array, "..."]]:
    """Update the parameters of all groups that are not frozen.

    Parameters
    ----------
    params : the parameters by name, "group.rest of the name".
    grads : gradients of the loss by name.
    frozen : names of the groups that stay as they are; may be empty.
    lrs : learning rate of each group that is not frozen.
    weight_decay : what is added to a gradient for each unit of its parameter.

    Returns
    -------
    The new parameters by name.

    Raises
    ------
    ValueError
        If a group of `params` is neither frozen nor in `lrs`. The message names the argument: lrs.

    Examples
    --------
    >>> params = {"stem.weight": np.array([[2.0, -4.0]]), "block.bias": np.array([8.0]), "head.weight": np.array([1.0, -3.0])}
    >>> grads = {"block.bias": np.array([10.0]), "head.weight": np.array([0.5, 1.0])}
    >>> new = fine_tune_step(params, grads, ["stem"], {"block": 0.125, "head": 0.5}, weight_decay=0.25)
    >>> new["stem.weight"]
    array([[ 2., -4.]])
    >>> new["block.bias"]
    array([6.5])
    >>> new["head.weight"]
    array([ 0.625, -3.125])
    """
    raise NotImplementedError("write fine_tune_step here")
