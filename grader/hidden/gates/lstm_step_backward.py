"""Hidden tests of gates/lstm_step_backward."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.gates.lstm_step_backward import lstm_step_backward

independent = (
    "torch.autograd.functional.vjp(lambda x, h, c, *w: torch.lstm_cell(x, (h, c), *w), "
    "(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh), (grad_h, grad_c), create_graph=True)[1]"
)


def sample(rng, size="small"):
    """Batch, features and units differ; cells go beyond 1, and both gradients matter."""
    return arguments(rng, *((1, 1, 1) if size == "ones" else (3, 4, 2)))


def arguments(rng, n, d, h):
    weights = rng.normal(size=(4 * h, d)) / np.sqrt(d), rng.normal(size=(4 * h, h)) / np.sqrt(h)
    biases = rng.normal(size=4 * h) / 2, rng.normal(size=4 * h) / 2
    states = rng.uniform(-0.9, 0.9, (n, h)), 1.5 * rng.normal(size=(n, h))
    return rng.normal(size=(n, h)), rng.normal(size=(n, h)), rng.normal(size=(n, d)), *states, *weights, *biases


def with_gates(args, i, f, g, o):
    """The same arguments with biases that are too large for anything else to matter in the blocks whose value is not None."""
    *rest, bias_ih, bias_hh = args
    bias_ih = bias_ih.copy()
    for block, value in zip(bias_ih.reshape(4, -1), (i, f, g, o), strict=True):
        if value is not None:
            block[...] = value
    return *rest, bias_ih, bias_hh


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def step(x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    z_i, z_f, z_g, z_o = np.split(x @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh, 4, axis=1)
    new = sigmoid(z_f) * c + sigmoid(z_i) * np.tanh(z_g)
    return sigmoid(z_o) * np.tanh(new), new


def slopes_along_directions(grad_h, grad_c, *args, directions):
    """Derivative of the loss along one direction for each argument, by a step into the complex plane: no rounding error."""
    found = []
    for k, direction in enumerate(directions):
        moved = [a + 1e-30j * direction if j == k else a for j, a in enumerate(args)]
        new_h, new_c = step(*moved)
        found.append(np.sum(grad_h * new_h.imag + grad_c * new_c.imag) / 1e-30)
    return np.array(found)


def test_is_the_derivative(yours, rng):
    """The gradients are the derivatives of the loss along random directions."""
    args = arguments(rng, 4, 3, 5)
    directions = [rng.normal(size=a.shape) for a in args[2:]]
    got = [np.sum(grad * direction) for grad, direction in zip(yours(*args), directions, strict=True)]
    agree(np.array(got), slopes_along_directions(*args, directions=directions))


def test_output_alone(yours, rng):
    """Where only the output is used, its gradient reaches the cell through tanh, and all four blocks."""
    grad_h, grad_c, *rest = sample(rng)
    agree(yours(grad_h, 0 * grad_c, *rest), lstm_step_backward(grad_h, 0 * grad_c, *rest))


def test_cell_alone(yours, rng):
    """Where only the cell is used, the output gate gets nothing and the old cell its gradient times the forget gate."""
    grad_h, grad_c, *rest = sample(rng)
    grads = yours(0 * grad_h, grad_c, *rest)
    x, h, _, wi, wh, bi, bh = rest
    agree(grads[2], grad_c * sigmoid(x @ wi[2:4].T + bi[2:4] + h @ wh[2:4].T + bh[2:4]))
    agree(grads[5][6:], np.zeros(2), scale=1.0)
    agree(grads, lstm_step_backward(0 * grad_h, grad_c, *rest))


def test_nothing_from_above(yours, rng):
    """Gradients of zero give zeros for all seven arguments."""
    args = sample(rng)
    agree(yours(0 * args[0], 0 * args[1], *args[2:]), tuple(np.zeros(a.shape) for a in args[2:]), scale=1.0)


def test_carousel(yours, rng):
    """With the forget gate at 1 and the output gate at 0, the gradient of the cell goes back as it came."""
    args = with_gates(sample(rng), None, 1e4, None, -1e4)
    agree(yours(*args)[2], args[1], exact=True)


def test_closed_input_gate(yours, rng):
    """With the input gate at 0, neither it nor the candidate learns anything."""
    args = with_gates(sample(rng), -1e4, None, None, None)
    grads = yours(*args)
    agree(grads, lstm_step_backward(*args))
    agree(grads[3][[0, 1, 4, 5]], np.zeros((4, 4)), scale=1.0)


def test_large_cells(yours, rng):
    """Where the cell is so large that tanh is flat, the output hands nothing back to it."""
    args = list(with_gates(sample(rng), None, 1e4, None, None))
    args[4] = np.where(args[4] > 0, 50.0, -50.0)
    agree(yours(*args)[2], args[1])


def test_twice_the_batch(yours, rng):
    """A batch that holds everything twice has twice the gradients of weights and biases."""
    args = sample(rng)
    twice = yours(*(np.concatenate([a, a]) for a in args[:5]), *args[5:])
    agree(twice[3:], tuple(2 * grad for grad in lstm_step_backward(*args)[3:]))


def test_as_many_features_as_units(yours, rng):
    """Inputs and outputs of one width hide no mix-up."""
    args = arguments(rng, 3, 3, 3)
    agree(yours(*args), lstm_step_backward(*args))


def variant(args, total=None, delta=None, old_cell=None, collect=None):
    """The reference, with another formula for one of its parts; all of them see the parts of the forward step, `p`."""
    grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh = args
    z_i, z_f, z_g, z_o = np.split(x @ weight_ih.T + bias_ih + h @ weight_hh.T + bias_hh, 4, axis=1)
    with np.errstate(over="ignore"):
        p = {
            "c": c,
            "i": sigmoid(z_i),
            "f": sigmoid(z_f),
            "g": np.tanh(z_g),
            "o": sigmoid(z_o),
            "grad_h": grad_h,
            "grad_c": grad_c,
        }
    p["new"] = p["f"] * c + p["i"] * p["g"]
    p["shown"] = np.tanh(p["new"])
    p["total"] = total(p) if total else grad_c + grad_h * p["o"] * (1 - p["shown"] ** 2)
    parts = {
        "i": p["total"] * p["g"] * p["i"] * (1 - p["i"]),
        "f": p["total"] * c * p["f"] * (1 - p["f"]),
        "g": p["total"] * p["i"] * (1 - p["g"] ** 2),
        "o": grad_h * p["shown"] * p["o"] * (1 - p["o"]),
    } | (delta(p) if delta else {})
    d = np.concatenate([parts[name] for name in "ifgo"], axis=1)
    before = old_cell(p) if old_cell else p["total"] * p["f"]
    state = collect(p) if collect else h
    return d @ weight_ih, d @ weight_hh, before, d.T @ x, d.T @ state, d.sum(axis=0), d.sum(axis=0)


@mistake("The path from the cell through the output is missing. Add grad_h times o times the slope of tanh to grad_c.")
def forgets_the_path_through_the_output(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant((grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh), total=lambda p: p["grad_c"])


@mistake("You ignore grad_c. The next step uses the cell as well: add its gradient to what comes through the output.")
def ignores_grad_c(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return lstm_step_backward(grad_h, 0 * grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)


@mistake("On the way from the output to the cell the slope of tanh is missing. Multiply by 1 - tanh(c')**2 with the new cell.")
def forgets_the_tanh_of_the_cell(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, total=lambda p: p["grad_c"] + p["grad_h"] * p["o"])


@mistake("Your slope of tanh is 1 - c'**2. It is written with the output of tanh: 1 - tanh(c')**2.")
def takes_the_slope_from_the_cell(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, total=lambda p: p["grad_c"] + p["grad_h"] * p["o"] * (1 - p["new"] ** 2))


@mistake("You take the slope of tanh at the old cell. The output shows the new one: 1 - tanh(c')**2.")
def takes_the_slope_at_the_old_cell(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, total=lambda p: p["grad_c"] + p["grad_h"] * p["o"] * (1 - np.tanh(p["c"]) ** 2))


@mistake("On the way from the output to the cell the output gate is missing. Multiply grad_h by o there.")
def forgets_the_output_gate(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, total=lambda p: p["grad_c"] + p["grad_h"] * (1 - p["shown"] ** 2))


@mistake("The slopes of the three sigmoids are missing. Multiply the gradient of a gate by s times (1 - s).")
def forgets_the_slopes_of_the_gates(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, delta=lambda p: {"i": p["total"] * p["g"], "f": p["total"] * p["c"], "o": p["grad_h"] * p["shown"]})


@mistake("The slope of the candidate is missing. It passed tanh: multiply by 1 - g**2.")
def forgets_the_slope_of_the_candidate(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, delta=lambda p: {"g": p["total"] * p["i"]})


@mistake("You treat the candidate like a gate, with the slope g times (1 - g). It passed tanh, whose slope is 1 - g**2.")
def treats_the_candidate_as_a_gate(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, delta=lambda p: {"g": p["total"] * p["i"] * p["g"] * (1 - p["g"])})


@mistake("The forget gate gets the gradient times the new cell. In the product f times c its partner is the old cell.")
def pairs_the_forget_gate_with_the_new_cell(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, delta=lambda p: {"f": p["total"] * p["new"] * p["f"] * (1 - p["f"])})


@mistake("The output gate gets the gradient times the cell. In the product o times tanh(c') its partner is tanh(c').")
def pairs_the_output_gate_with_the_cell(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, delta=lambda p: {"o": p["grad_h"] * p["new"] * p["o"] * (1 - p["o"])})


@mistake("Your output gate gets the total gradient of the cell. It acts on the output alone: start from grad_h.")
def hands_the_gradient_of_the_cell_to_the_output_gate(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, delta=lambda p: {"o": p["total"] * p["shown"] * p["o"] * (1 - p["o"])})


@mistake("Input gate and candidate do not see each other: each gets the gradient times its partner in the product i times g.")
def forgets_the_partner_in_the_product(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, delta=lambda p: {"i": p["total"] * p["i"] * (1 - p["i"]), "g": p["total"] * (1 - p["g"] ** 2)})


@mistake("The gradient of the old cell lacks the forget gate. Multiply the total gradient of the new cell by f.")
def forgets_the_forget_gate(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return variant((grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh), old_cell=lambda p: p["total"].copy())


@mistake("The old cell gets grad_c times f. It gets the total gradient times f, with the path through the output in it.")
def hands_only_grad_c_to_the_old_cell(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, old_cell=lambda p: p["grad_c"] * p["f"])


@mistake("You pair delta with the new output in the gradient of weight_hh. The step multiplied it by the old one, h.")
def pairs_delta_with_the_new_output(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    args = grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh
    return variant(args, collect=lambda p: p["o"] * p["shown"])


@mistake("Candidate and output gate have changed places in delta. Join the four parts in the order i, f, g, o.")
def joins_in_another_order(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    def exchange(p):
        return {
            "o": p["total"] * p["i"] * (1 - p["g"] ** 2),
            "g": p["grad_h"] * p["shown"] * p["o"] * (1 - p["o"]),
        }

    return variant((grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh), delta=exchange)


@mistake("You average over the batch. Gradients of weights and biases are sums over it: the factor 1/N, if any, came from above.")
def averages_over_the_batch(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    grads = lstm_step_backward(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)
    return *grads[:3], *[grad / len(x) for grad in grads[3:]]


@mistake("You count the biases twice: each of the two gets the sum of delta over the batch, and not the sum of both.")
def doubles_the_biases(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    grads = lstm_step_backward(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)
    return *grads[:5], 2 * grads[5], 2 * grads[6]


@mistake("The gradient of the second bias is missing. There are seven gradients, and those of the two biases are equal.")
def returns_six_gradients(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    return lstm_step_backward(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)[:6]


@mistake("You add to grad_c in place, and it belongs to the caller. Put the total gradient into a new array.")
def overwrites_grad_c(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    grads = lstm_step_backward(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)
    grad_c += grad_h
    return grads


@mistake("The gradients are float64 though all inputs are float32. Do not convert on the way.")
def returns_float64(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    grads = lstm_step_backward(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh)
    return tuple(grad.astype(np.float64) for grad in grads)


@right
def block_by_block(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    size = h.shape[1]
    rows = [slice(k * size, (k + 1) * size) for k in range(4)]
    z = [x @ weight_ih[r].T + h @ weight_hh[r].T + (bias_ih[r] + bias_hh[r]) for r in rows]
    i, f, o = (0.5 + 0.5 * np.tanh(z[k] / 2) for k in (0, 1, 3))
    g = np.tanh(z[2])
    shown = np.tanh(f * c + i * g)
    d = grad_c + grad_h * o * (1 - shown) * (1 + shown)
    deltas = d * g * (i - i * i), d * c * (f - f * f), d * i * (1 - g) * (1 + g), grad_h * shown * (o - o * o)
    grads = [np.zeros_like(a) for a in (x, h, weight_ih, weight_hh, bias_ih, bias_hh)]
    for r, delta in zip(rows, deltas, strict=True):
        grads[0] += delta @ weight_ih[r]
        grads[1] += delta @ weight_hh[r]
        grads[2][r], grads[3][r] = delta.T @ x, delta.T @ h
        grads[4][r] = grads[5][r] = delta.sum(axis=0)
    return grads[0], grads[1], d * f, *grads[2:]


@right
def sequence_by_sequence(grad_h, grad_c, x, h, c, weight_ih, weight_hh, bias_ih, bias_hh):
    sums, rows = [np.zeros_like(a) for a in (weight_ih, weight_hh, bias_ih)], []
    for n in range(len(x)):
        z = (weight_ih @ x[n] + weight_hh @ h[n] + bias_ih + bias_hh).reshape(4, -1)
        i, f, o = (np.exp(-np.logaddexp(0, -z[k])) for k in (0, 1, 3))
        g = np.tanh(z[2])
        t = np.tanh(f * c[n] + i * g)
        d = grad_c[n] + (1 - t * t) * grad_h[n] * o
        delta = np.concatenate([d * g * i * (1 - i), d * c[n] * f * (1 - f), d * i * (1 - g * g), grad_h[n] * t * o * (1 - o)])
        rows.append((weight_ih.T @ delta, weight_hh.T @ delta, d * f))
        for k, share in enumerate((np.outer(delta, x[n]), np.outer(delta, h[n]), delta)):
            sums[k] += share
    return *(np.stack(column) for column in zip(*rows, strict=True)), *sums, sums[2].copy()
