r"""Xavier, He and LeCun: three rules for the scale of the first weights, and not one of them needs more than a square root.

Weights are drawn at random around 0, with a standard deviation that depends on how many numbers a unit adds up, `fan_in`,
and on how many units listen to it, `fan_out`. A sum of more terms is more spread out, so each term must be smaller:

$$\sigma_{\text{xavier}} = \sqrt{\frac{2}{\text{fan\_in} + \text{fan\_out}}}, \qquad
\sigma_{\text{he}} = \sqrt{\frac{2}{\text{fan\_in}}}, \qquad \sigma_{\text{lecun}} = \sqrt{\frac{1}{\text{fan\_in}}}$$

LeCun's rule keeps the size of the signal through linear layers. He's doubles the variance, since a ReLU throws half of it
away. Xavier's is a compromise between the way forward, which asks for $1/\text{fan\_in}$, and the way back, which asks for
$1/\text{fan\_out}$; it is meant for activations that are about linear around 0, such as tanh.

The result is the standard deviation itself, whatever distribution the weights are drawn from afterwards. Both fans are whole
numbers of at least 1. `scheme` is one of `"xavier"`, `"he"` and `"lecun"`; He and LeCun take no notice of `fan_out`. The
result is a number, of Python, or of your library with the precision of float64.

Source: LeCun, Bottou, Orr and Müller 1998, *Efficient BackProp*, section 4.6; Glorot and Bengio 2010, *Understanding the
difficulty of training deep feedforward neural networks*, section 4.2.1; He, Zhang, Ren and Sun 2015, *Delving deep into
rectifiers*, section 2.2.
"""

from __future__ import annotations

import math

from grader.authoring import About

ABOUT = About(
    title="The scale of initial weights",
    difficulty=1,
    points=5,
    needs=("initialization/fan_in_out",),
    questions=(
        "What does it mean to initialise the weights of a network?",
        "How should the weights of a network be initialised?",
        "Which ways to initialise weights are there: zero, random, Xavier, He?",
    ),
    hints=(
        "Take a unit that adds up a hundred independent numbers of variance 1, each times a weight of variance v. Variances of "
        "independent terms add up. How large is the variance of the sum, and which v makes it 1 again? That is the simplest of "
        "the three rules, and the other two differ from it by a small change each.",
        "All three formulas give a variance first: a small number over a count. For two of the rules the count is the number of "
        "inputs alone. The third one uses both counts; with as many inputs as outputs it must agree with the simplest rule, "
        "and this is why a two stands above its line.",
        "The names differ by more than taste: a variance of two in a hundred is a standard deviation of about fourteen in a "
        "hundred. Take the root at the very end, once for all rules. Mind the kind of division: two slashes between whole "
        "numbers give zero here. A name that is none of the three must not slip through to the last branch.",
    ),
    forbid=("torch.nn.init",),
)


def init_std(fan_in: int, fan_out: int, scheme: str) -> float:
    """Give the standard deviation with which the weights of a layer are to be drawn.

    Parameters
    ----------
    fan_in : numbers that one output adds up, at least 1.
    fan_out : outputs that one input contributes to, at least 1.
    scheme : "xavier", "he" or "lecun".

    Returns
    -------
    The standard deviation, a number above 0.

    Raises
    ------
    ValueError
        If `scheme` is none of the three. The message names it: scheme.

    Examples
    --------
    >>> init_std(32, 50, "he")
    0.25
    >>> init_std(8, 42, "xavier")
    0.2
    >>> init_std(16, 9, "lecun")
    0.25
    """
    variances = {"xavier": 2 / (fan_in + fan_out), "he": 2 / fan_in, "lecun": 1 / fan_in}
    if scheme not in variances:
        raise ValueError(f"scheme must be xavier, he or lecun, got {scheme!r}")
    return math.sqrt(variances[scheme])
