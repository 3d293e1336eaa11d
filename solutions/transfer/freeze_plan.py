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

from grader.authoring import About

ABOUT = About(
    title="What to freeze, drop and add",
    difficulty=1,
    points=5,
    questions=(
        "Which hyperparameters are specific to transfer learning?",
        "Which layers of a pre-trained network do you freeze, and why those?",
    ),
    hints=(
        "Draw the layers in a row, with the input on the left. Two cuts are all there is: one counted from the right end, for "
        "what is dropped, and one counted from the left end, for what is frozen. The three pieces between the cuts are three of "
        "the answers, and each layer lies in exactly one of them.",
        "Turn the cut from the right into a position from the left, by taking the number to drop from the number of layers. That "
        "avoids a trap: a slice that ends at minus some number is right, until the number is zero. Then it is empty, and "
        "suddenly everything has been dropped.",
        "The check comes first. More layers than there are cannot be dropped, and more layers than remain cannot be frozen; "
        "slices would hide both by returning less. All remaining layers may be frozen, though. The new layers are never frozen, "
        "and end in a list of their own; make a copy of it.",
    ),
    skip={"independent": "No library plans a transfer; in PyTorch you replace layers and set requires_grad by hand."},
)


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
    kept = len(layer_names) - n_drop
    if not 0 <= n_drop <= len(layer_names):
        raise ValueError(f"n_drop must be from 0 to {len(layer_names)}, got {n_drop}")
    if not 0 <= n_freeze <= kept:
        raise ValueError(f"n_freeze must be from 0 to {kept}, got {n_freeze}")
    return {
        "frozen": layer_names[:n_freeze],
        "fine_tuned": layer_names[n_freeze:kept],
        "dropped": layer_names[kept:],
        "new": [*new_layers],
    }
