r"""Plan a transfer: which layers of a pre-trained network to drop, to freeze, to fine-tune, and to add.

Transfer learning has hyperparameters of its own, and most of them are counts of layers. The layers of the pre-trained network
stand in `layer_names` from the input to the output, $l_1, \dots, l_n$. Near the input they know edges and colours, which most
tasks can use; near the output they know the old classes, which the new task may not have. So

1. the last `n_drop` $= d$ layers, at the **output**, are removed;
2. of those that remain, the first `n_freeze` $= f$, at the **input**, keep their weights for good;
3. the others that remain start from their old weights, and are fine-tuned;
4. the layers of `new_layers` come after them, with fresh weights that are trained in any case.

$$\underbrace{l_1, \dots, l_f}_{\text{frozen}},\quad \underbrace{l_{f+1}, \dots, l_{n-d}}_{\text{fine-tuned}},\quad
\underbrace{l_{n-d+1}, \dots, l_n}_{\text{dropped}}\qquad 0 \le f \le n - d \le n$$

With $f = 0$ all layers are fine-tuned; with $f = n - d$ the old network only extracts features. `n_drop` may be 0, and it may be
$n$. New layers may be none, and may have the name of a dropped one: a new `"fc"` takes the place of the old.

Return a dict with the keys `"frozen"`, `"fine_tuned"`, `"dropped"` and `"new"`, and for each of them a list of names, from
the input to the output; a list may be empty. The arguments stay as they are.

Source: Yosinski, Clune, Bengio and Lipson 2014, *How transferable are features in deep neural networks?*, section 2.
"""

from __future__ import annotations


def freeze_plan(layer_names: list[str], n_freeze: int, n_drop: int, new_layers: list[str]) -> dict[str, list[str]]:
    """Divide the layers of a pre-trained network into frozen, fine-tuned and dropped ones.

    Parameters
    ----------
    layer_names : names of the layers, from the input to the output, all different.
    n_freeze : how many of the remaining layers to freeze, from the input on.
    n_drop : how many layers to drop at the output.
    new_layers : names of the layers to add behind those that remain.

    Returns
    -------
    A dict with the keys "frozen", "fine_tuned", "dropped" and "new", each with a list of names.

    Raises
    ------
    ValueError
        If `n_drop` is negative or larger than the number of layers; the message names it: n_drop.
        If `n_freeze` is negative or larger than the number of layers that remain; the message names it: n_freeze.

    Examples
    --------
    >>> layers = ["stem", "block1", "block2", "block3", "pool", "fc"]
    >>> plan = freeze_plan(layers, n_freeze=2, n_drop=1, new_layers=["dropout", "fc"])
    >>> plan["frozen"], plan["fine_tuned"]
    (['stem', 'block1'], ['block2', 'block3', 'pool'])
    >>> plan["dropped"], plan["new"]
    (['fc'], ['dropout', 'fc'])
    """
    raise NotImplementedError("write freeze_plan here")
