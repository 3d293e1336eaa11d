r"""Does a network peep into the future? Change what comes later, and see whether what came before moves.

`f` turns a batch of sequences, shape $(N, T, D)$, into outputs of shape $(N, T, K)$. At step $t$ a **causal** network knows the
inputs up to and including $x_t$ and nothing else. Only such a network can forecast, or answer while the input still arrives. To
find out, change all later inputs, and compare all outputs up to $t$:

$$x'_u = \begin{cases} x_u & u \le t \\ x_u + \delta & u > t \end{cases} \qquad\qquad
\text{leak} = \max_{n,\; s \le t,\; k}\; \bigl| f(x')_{n,s,k} - f(x)_{n,s,k} \bigr|, \qquad \text{causal} = (\text{leak} \le
\text{atol})$$

Steps count from 0, as indices do. Every later input changes, in all sequences and features, and by addition: a number `delta` is
added to it, not put in its place. The outputs after $t$ may move as they like. The tolerance is absolute, and a leak of
exactly `atol` is still forgiven.

One experiment proves a leak, but not that there is none: where `delta` has no effect by chance, another one may have.

`f` is called with whole batches like `x`, at least once for `x` and once for $x'$. It gives the same output for the same
input, does not change its argument, and its outputs are finite. Do not change `x`.

Source: Schuster and Paliwal 1997, *Bidirectional recurrent neural networks*; van den Oord and others 2016, *WaveNet*, section 2.1
(causal convolutions).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Does it look into the future?",
    difficulty=1,
    points=5,
    needs=("rnn/rnn_forward",),
    questions=(
        "When can a bidirectional LSTM not be used?",
        "How do you test that a model does not look into the future?",
    ),
    hints=(
        "You have a black box and are allowed to feed it twice. If the future has no influence on the past, then two sequences "
        "that agree up to some moment must give the same outputs up to that moment. So build a second sequence that parts from "
        "the first one right after step t, and decide which part of the two outputs you may compare.",
        "Make a copy of the batch before you change anything, or the caller's array and even the first output may change with "
        "it. Time is the second axis, batch the first. The input at step t itself belongs to the present: it stays, and the "
        "first one that moves is its right neighbour. The output at step t, on the other hand, is among those compared.",
        "Take absolute values before you look for the largest, since a leak may be negative, and look over all three axes: a "
        "single unit of a single early step is a leak, too. A mean would dilute it. Check both arguments that would make the "
        "experiment empty, a change of zero and a step without later ones, before you call the function.",
    ),
    skip={
        "large_values": "The change delta stays as it is while x grows: rounding would hide it.",
        "gradients_flow": "The verdict is True or False, and f is a function of plain numbers without a graph.",
        "independent": "No library tests causality: it is an experiment with a function that is given.",
    },
)


def is_causal(
    f: Callable[[Float[Array, "N T D"]], Float[Array, "N T K"]],
    x: Float[Array, "N T D"],
    t: int,
    delta: float = 1.0,
    atol: float = 1e-8,
) -> tuple[bool, float]:
    """Test whether outputs up to step t depend on inputs after it.

    Parameters
    ----------
    f : a function from sequences to outputs, one for each step.
    x : a batch of sequences to try it on.
    t : the last step that belongs to the past, from 0 to T - 2.
    delta : the number that is added to all inputs after step t; not 0.
    atol : how far an output up to step t may move, at least 0.

    Returns
    -------
    Whether `f` passed as causal, a bool, and the leak, a floating-point number: the largest change of an output up to step t.

    Raises
    ------
    ValueError
        If `delta` is 0, or there is no step t or none after it. The message names the argument: delta, t.

    Examples
    --------
    >>> x = np.array([[[1.0], [-2.0], [4.0], [3.0], [0.5]]])
    >>> is_causal(lambda x: np.cumsum(x, axis=1), x, t=1)
    (np.True_, np.float64(0.0))
    >>> is_causal(lambda x: -0.125 * np.cumsum(x[:, ::-1], axis=1)[:, ::-1], x, t=1, delta=2.0)
    (np.False_, np.float64(0.75))
    """
    if delta == 0:
        raise ValueError("delta must not be 0: nothing would change")
    if not 0 <= t < x.shape[1] - 1:
        raise ValueError(f"t must be from 0 to {x.shape[1] - 2}, got {t}")
    changed = x.copy()
    changed[:, t + 1 :] += delta
    # equivalent: f(changed) - f(x) => f(x) - f(changed), because a distance knows no sign.
    leak = np.max(np.abs(f(changed) - f(x))[:, : t + 1])
    return leak <= atol, leak
