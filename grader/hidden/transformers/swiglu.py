"""Hidden tests of transformers/swiglu."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.transformers.swiglu import swiglu

independent = "F.linear(torch.nn.functional.silu(F.linear(x, weight_gate)) * F.linear(x, weight_up), weight_down)"


def sample(rng, size="small"):
    """Two sentences of three tokens; the hidden width is not a multiple of the model's."""
    n, t, d, h = (1, 1, 1, 1) if size == "ones" else (2, 3, 4, 5)
    return rng.normal(size=(n, t, d)), rng.normal(size=(h, d)), rng.normal(size=(h, d)), rng.normal(size=(d, h))


def test_by_hand(yours):
    """One token, one hidden unit: a gate of log 3 is open by three quarters."""
    x, gate, up, down = np.array([2.0]), np.array([[math.log(3) / 2]]), np.array([[5.0]]), np.array([[-4.0]])
    agree(yours(x, gate, up, down), np.array([-4 * (0.75 * math.log(3)) * 10]))


def test_closed_gate(yours, rng):
    """A gate of zero lets nothing through, whatever the other half says; a zero of the other half is zero as well."""
    x, gate, up, down = sample(rng)
    agree(yours(x, 0 * gate, up, down), np.zeros(x.shape))
    agree(yours(x, gate, 0 * up, down), np.zeros(x.shape))


def test_open_gate(yours):
    """Wide open, the layer is a plain product of the two halves; shut by a large negative number, it is zero and not NaN."""
    x, up, down = np.array([[1e4], [-1e4]]), np.array([[3.0]]), np.array([[2.0]])
    agree(yours(x, np.array([[0.5]]), up, down), np.array([[5e3 * 3e4 * 2], [0.0]]))
    agree(yours(x, np.array([[-1e4]]), up, down), np.array([[0.0], [1e8 * -3e4 * 2]]))


def test_the_halves_are_not_alike(yours):
    """Only what comes from weight_gate is bent: doubling weight_up doubles the result, doubling weight_gate does not."""
    x, one, two = np.array([[1.0]]), np.array([[1.0]]), np.array([[2.0]])
    agree(yours(x, one, two, one), np.array([[2 / (1 + math.exp(-1))]]))
    agree(yours(x, two, one, one), np.array([[2 / (1 + math.exp(-2))]]))


def test_square_weights(yours, rng):
    """Where all widths are equal, the weights are still stored as (out, in)."""
    x, gate, up, down = rng.normal(size=(4, 3, 3))
    z = [np.einsum("hd,nd->nh", weight, x) for weight in (gate, up)]
    agree(yours(x, gate, up, down), np.einsum("dh,nh->nd", down, z[0] / (1 + np.exp(-z[0])) * z[1]))


@pytest.mark.parametrize("shape", [(), (3,), (2, 1, 4)], ids=["a_token", "a_sentence", "more_axes"])
def test_each_token_alone(yours, rng, shape):
    """Each token is treated alone, whatever axes stand before its features."""
    _, *weights = sample(rng)
    x = rng.normal(size=(*shape, 4))
    agree(yours(x, *weights), np.array([swiglu(token, *weights) for token in x.reshape(-1, 4)]).reshape(x.shape))


def halves(x, weight_gate, weight_up):
    return x @ weight_gate.T, x @ weight_up.T


def sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2


@mistake("The two halves have changed places: swish is applied to what weight_up makes. It belongs to weight_gate.")
def gates_with_the_other_half(x, weight_gate, weight_up, weight_down):
    return swiglu(x, weight_up, weight_gate, weight_down)


@mistake("The gate is a plain sigmoid, as in the first GLU. SwiGLU takes swish: the sigmoid times its own input.")
def gates_with_a_sigmoid(x, weight_gate, weight_up, weight_down):
    gate, up = halves(x, weight_gate, weight_up)
    return (sigmoid(gate) * up) @ weight_down.T


@mistake("The gate is a ReLU: this is ReGLU. SwiGLU takes swish, the input times its sigmoid.")
def gates_with_relu(x, weight_gate, weight_up, weight_down):
    gate, up = halves(x, weight_gate, weight_up)
    return (np.maximum(gate, 0) * up) @ weight_down.T


@mistake("The gate is a GELU: this is GEGLU. SwiGLU takes swish, the input times its sigmoid.")
def gates_with_gelu(x, weight_gate, weight_up, weight_down):
    gate, up = halves(x, weight_gate, weight_up)
    return (gate * sigmoid(math.sqrt(8 / math.pi) * (gate + 0.044715 * gate**3)) * up) @ weight_down.T


@mistake("Both halves go through swish. Only the gate is bent; the other half stays as the matrix made it.")
def bends_both_halves(x, weight_gate, weight_up, weight_down):
    gate, up = halves(x, weight_gate, weight_up)
    return (gate * sigmoid(gate) * up * sigmoid(up)) @ weight_down.T


@mistake("Swish is applied to the product of the halves. Apply it to the gate first, then multiply.")
def bends_the_product(x, weight_gate, weight_up, weight_down):
    gate, up = halves(x, weight_gate, weight_up)
    return (gate * up * sigmoid(gate * up)) @ weight_down.T


@mistake("The two halves are added. A gate multiplies, element by element.")
def adds_the_halves(x, weight_gate, weight_up, weight_down):
    gate, up = halves(x, weight_gate, weight_up)
    return (gate * sigmoid(gate) + up) @ weight_down.T


@mistake("weight_up has no effect: this is an ordinary feed-forward layer. Multiply the gate by what weight_up makes of x.")
def forgets_the_other_half(x, weight_gate, weight_up, weight_down):
    gate, _ = halves(x, weight_gate, weight_up)
    return (gate * sigmoid(gate)) @ weight_down.T


@mistake("x is added to the result. The residual connection belongs to the block around this layer: return the layer alone.")
def adds_the_residual(x, weight_gate, weight_up, weight_down):
    return x + swiglu(x, weight_gate, weight_up, weight_down)


@mistake("The result has the hidden width: weight_down is missing. Bring the product back to the width of a token.")
def forgets_the_way_down(x, weight_gate, weight_up, weight_down):
    gate, up = halves(x, weight_gate, weight_up)
    return gate * sigmoid(gate) * up


@mistake("The weights are not transposed, as if they were stored (in, out). They are (out, in): multiply by weight.T.")
def takes_weights_as_in_out(x, weight_gate, weight_up, weight_down):
    if weight_gate.shape[0] != weight_gate.shape[1]:
        raise ValueError("matmul: Input operand 1 has a mismatch in its core dimension 0")
    return swiglu(x, weight_gate.T, weight_up.T, weight_down.T)


@mistake(
    "Your sigmoid is a quotient of two exponentials, which becomes NaN for large numbers. Take the exponential of minus the "
    "absolute value, or tanh."
)
def overflows(x, weight_gate, weight_up, weight_down):
    gate, up = halves(x, weight_gate, weight_up)
    with np.errstate(all="ignore"):
        return (gate * np.exp(gate) / (1 + np.exp(gate)) * up) @ weight_down.T


@mistake("A float32 input comes back as float64. Do not convert the inputs, and keep constants as plain Python numbers.")
def returns_float64(x, weight_gate, weight_up, weight_down):
    return swiglu(x.astype(np.float64), weight_gate, weight_up, weight_down)


@right
def with_both_weights_in_one(x, weight_gate, weight_up, weight_down):
    gate, up = np.split(x @ np.concatenate([weight_gate, weight_up]).T, 2, axis=-1)
    small = np.exp(-np.abs(gate))
    return (up * gate * np.where(gate < 0, small, 1) / (1 + small)) @ weight_down.T


@right
def by_einsum(x, weight_gate, weight_up, weight_down):
    gate = np.einsum("...d,hd->...h", x, weight_gate)
    with np.errstate(over="ignore"):
        swish = gate / (1 + np.exp(-gate))
    return np.einsum("...h,...h,dh->...d", swish, np.einsum("...d,hd->...h", x, weight_up), weight_down)


@right
def token_by_token(x, weight_gate, weight_up, weight_down):
    result = np.empty_like(x)
    for place in np.ndindex(x.shape[:-1]):
        gate, up = weight_gate @ x[place], weight_up @ x[place]
        result[place] = weight_down @ (gate * (0.5 + 0.5 * np.tanh(0.5 * gate)) * up)
    return result
