"""Hidden tests of cnn/cnn_forward."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.cnn.cnn_forward import cnn_forward

independent = (
    "F.linear(F.max_pool2d(torch.relu(torch.conv2d(x, params['conv.weight'], params['conv.bias'])), 2).flatten(1), "
    "params['fc.weight'], params['fc.bias'])"
)


def network(draw, c, o, kernel, maps, k):
    """Parameters for feature maps of a given size, drawn by `draw(shape)`."""
    d = o * (maps[0] // 2) * (maps[1] // 2)
    shapes = {"conv.weight": (o, c, *kernel), "conv.bias": (o,), "fc.weight": (k, d), "fc.bias": (k,)}
    return {name: draw(shape) for name, shape in shapes.items()}


def sample(rng, size="small"):
    """Every axis has its own length, and one row of the maps has no partner."""
    if size == "ones":
        return rng.normal(size=(1, 1, 3, 2)), network(lambda s: rng.normal(size=s), 1, 1, (2, 1), (2, 2), 1)
    return rng.normal(size=(2, 3, 9, 9)), network(lambda s: rng.normal(size=s), 3, 4, (3, 2), (7, 8), 5)


def integers(rng, maps=(5, 6)):
    def draw(shape):
        return rng.integers(-3, 4, shape).astype(float)

    return draw((3, 2, maps[0] + 2, maps[1] + 1)), network(draw, 2, 4, (3, 2), maps, 5)


def test_whole_numbers(yours, rng):
    """Whole numbers in, exactly the right whole numbers out, for maps with and without a row or column left over."""
    for maps in [(5, 6), (4, 7), (3, 2)]:
        x, params = integers(rng, maps)
        agree(yours(x, params), cnn_forward(x, params), exact=True)


def test_network_on_paper(yours, rng):
    """One pixel wide, by hand: convolution first, then the largest of each two by two, and a value for each map."""
    x = np.array([[[[3.0, -5.0], [1.0, -2.0]]], [[[0.0, -1.0], [4.0, 2.0]]]])
    params = {
        "conv.weight": np.array([[[[-1.0]]], [[[2.0]]]]),
        "conv.bias": np.array([1.0, -1.0]),
        "fc.weight": np.array([[1.0, 10.0], [-1.0, 3.0], [0.5, 0.0]]),
        "fc.bias": np.array([0.0, 1.0, -2.0]),
    }
    agree(yours(x, params), np.array([[56.0, 10.0, 1.0], [72.0, 20.0, -1.0]]), exact=True)


def test_order_of_the_features(yours, rng):
    """Features reach the dense layer map by map, and within a map row by row."""
    x = np.array([[[[1.0, 8.0, 2.0, 7.0, 3.0, 6.0], [0.0] * 6, [4.0, 9.0, 5.0, 3.0, 6.0, 1.0], [0.0] * 6]]])
    params = {"conv.weight": np.array([[[[1.0]]], [[[2.0]]]]), "conv.bias": np.zeros(2), "fc.bias": np.zeros(12)}
    got = yours(x, {**params, "fc.weight": np.eye(12)})
    agree(got, np.array([[8.0, 7.0, 6.0, 9.0, 5.0, 6.0, 16.0, 14.0, 12.0, 18.0, 10.0, 12.0]]), exact=True)


def test_each_image_on_its_own(yours, rng):
    """An image gets the same scores alone and in a batch, whatever else is in it."""
    x, params = integers(rng)
    agree(yours(x, params)[1:2], yours(x[1:2], params), exact=True)
    agree(yours(x[::-1], params), cnn_forward(x, params)[::-1], exact=True)


def test_scores_are_logits(yours, rng):
    """Adding numbers to the last bias adds them to the scores, which may have any sign and any sum."""
    x, params = integers(rng)
    shift = np.array([-300.0, 200.0, 0.0, 40.0, 7.0])
    agree(yours(x, {**params, "fc.bias": params["fc.bias"] + shift}), cnn_forward(x, params) + shift, exact=True)


def test_silent_filters(yours, rng):
    """Filters that find nothing anywhere leave the last bias alone: a map cannot speak against a class by being negative."""
    x, params = integers(rng)
    agree(yours(x, {**params, "conv.bias": np.full(4, -1000.0)}), np.tile(params["fc.bias"], (3, 1)), exact=True)


def test_leftover_pixels(yours, rng):
    """What only reaches a last row or column of the maps without a partner makes no difference."""
    x, params = integers(rng, (5, 7))
    changed = x.copy()
    changed[:, :, -1], changed[:, :, :, -1] = 50.0, -70.0
    agree(yours(changed, params), cnn_forward(x, params), exact=True)


def features(x, params):
    """The pooled maps (N, O, PH, PW)."""
    _, _, kh, kw = params["conv.weight"].shape
    ph, pw = (x.shape[2] - kh + 1) // 2, (x.shape[3] - kw + 1) // 2
    d = len(params["conv.bias"]) * ph * pw
    plain = {**params, "fc.weight": np.eye(d, dtype=x.dtype), "fc.bias": np.zeros(d, x.dtype)}
    return cnn_forward(x, plain).reshape(len(x), -1, ph, pw)


def classify(maps, params):
    return maps.reshape(len(maps), -1) @ params["fc.weight"].T + params["fc.bias"]


def convolve(x, params):
    """The maps before ReLU."""
    windows = np.lib.stride_tricks.sliding_window_view(x, params["conv.weight"].shape[2:], axis=(2, 3))
    return np.einsum("ncijuv,ocuv->noij", windows, params["conv.weight"]) + params["conv.bias"][:, None, None]


def by_twos(maps):
    """Partners of the pooling in two axes of their own, (N, O, PH, PW, 2, 2)."""
    return np.lib.stride_tricks.sliding_window_view(maps, (2, 2), axis=(2, 3))[:, :, ::2, ::2]


@mistake("The features are flattened with the map axis last, as in TensorFlow. The dense layer expects map, row, column.")
def flattens_channels_last(x, params):
    return classify(features(x, params).transpose(0, 2, 3, 1), params)


@mistake("Each map is flattened column by column. Flatten row by row: rows come before columns in (N, O, PH, PW).")
def flattens_column_by_column(x, params):
    return classify(features(x, params).swapaxes(2, 3), params)


@mistake("The images of the batch are mixed up by a reshape. The batch axis must stand first before you flatten: move it there.")
def mixes_the_images(x, params):
    maps = features(x, params).swapaxes(0, 1)
    return classify(maps.reshape(len(x), -1), params)


@mistake("You pool the image and then convolve. Pooling comes after the convolution and ReLU.")
def pools_the_image(x, params):
    return classify(np.maximum(convolve(by_twos(x).max((4, 5)), params), 0), params)


@mistake("There is a softmax at the end. The network returns logits; the loss computes log-probabilities from them, stably.")
def ends_with_softmax(x, params):
    y = cnn_forward(x, params)
    e = np.exp(y - y.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


@mistake("There is a ReLU at the end, so no class can be voted down. The scores of the dense layer may have any sign.")
def rectifies_the_scores(x, params):
    return np.maximum(cnn_forward(x, params), 0)


@mistake("ReLU is missing after the convolution: negative maxima reach the dense layer.")
def forgets_the_relu(x, params):
    return classify(by_twos(convolve(x, params)).max((4, 5)), params)


@mistake("You pool by the mean. Max pooling hands on the largest of the four values.")
def pools_by_the_mean(x, params):
    return classify(by_twos(np.maximum(convolve(x, params), 0)).mean((4, 5)), params)


@mistake("Each two by two is represented by its first value. Take the largest of the four.")
def takes_every_second_value(x, params):
    return classify(by_twos(np.maximum(convolve(x, params), 0))[..., 0, 0], params)


@mistake("A row or column too many is cut off at the top or left. The pooling starts at the first one: leave out the last.")
def cuts_at_the_top(x, params):
    maps = np.maximum(convolve(x, params), 0)
    return classify(by_twos(maps[:, :, maps.shape[2] % 2 :, maps.shape[3] % 2 :]).max((4, 5)), params)


@mistake("The bias of the convolution is missing. Add conv.bias[o] to every value of map o, before ReLU.")
def forgets_the_bias_of_the_filters(x, params):
    return cnn_forward(x, {**params, "conv.bias": 0 * params["conv.bias"]})


@mistake("The bias of the dense layer is missing. Add fc.bias to the scores of every image.")
def forgets_the_bias_of_the_scores(x, params):
    return cnn_forward(x, {**params, "fc.bias": 0 * params["fc.bias"]})


@mistake("The kernel is flipped. The convolution of a network uses the weight as it is.")
def flips_the_kernel(x, params):
    return cnn_forward(x, {**params, "conv.weight": params["conv.weight"][:, :, ::-1, ::-1]})


@mistake("fc.weight is reshaped to (in, out), which scrambles it. Transpose it: the axes change places, not the numbers.")
def reshapes_the_weight(x, params):
    shape = params["fc.weight"].shape
    return cnn_forward(x, {**params, "fc.weight": params["fc.weight"].reshape(shape[::-1]).T})


@mistake("You rectify the images first. Pixels may be negative: only the feature maps are cut off at zero.")
def rectifies_the_image(x, params):
    return cnn_forward(np.maximum(x, 0), params)


@mistake("float32 images come back as float64 scores. Do not convert, and make new arrays with dtype=x.dtype.")
def returns_float64(x, params):
    return cnn_forward(x, params).astype(np.float64)


@mistake("You add the scores into fc.bias itself. Parameters are only read in a forward pass: make a new array.")
def overwrites_the_bias(x, params):
    y = cnn_forward(x, params)
    params["fc.bias"] += y.mean(axis=0)
    return y


@right
def four_slices(x, params):
    weight, bias = params["conv.weight"], params["conv.bias"]
    (n, _, h, w), (o, _, kh, kw) = x.shape, weight.shape
    oh, ow = h - kh + 1, w - kw + 1
    z = np.zeros((n, oh, ow, o), dtype=x.dtype) + bias
    for u in range(kh):
        for v in range(kw):
            z += np.tensordot(x[:, :, u : u + oh, v : v + ow], weight[:, :, u, v], axes=(1, 1))
    z = z.transpose(0, 3, 1, 2)[:, :, : oh - oh % 2, : ow - ow % 2]
    m = np.maximum(np.maximum(z[:, :, ::2, ::2], z[:, :, 1::2, ::2]), np.maximum(z[:, :, ::2, 1::2], z[:, :, 1::2, 1::2]))
    return np.where(m > 0, m, 0 * m).reshape(n, -1) @ params["fc.weight"].T + params["fc.bias"]


@right
def image_by_image(x, params):
    weight, bias = params["conv.weight"], params["conv.bias"]
    o, _, kh, kw = weight.shape
    rows = []
    for image in x:
        flat = []
        for f in range(o):
            for i in range(0, image.shape[1] - kh, 2):
                for j in range(0, image.shape[2] - kw, 2):
                    four = [(image[:, a : a + kh, b : b + kw] * weight[f]).sum() for a in (i, i + 1) for b in (j, j + 1)]
                    flat.append(max(0, max(four) + bias[f]))
        rows.append(params["fc.weight"] @ np.array(flat, dtype=x.dtype) + params["fc.bias"])
    return np.stack(rows)


@right
def dense_layer_as_a_filter(x, params):
    m = features(x, params)
    filters = params["fc.weight"].reshape(-1, *m.shape[1:])  # a filter as large as the maps
    return np.einsum("noij,koij->nk", m, filters) + params["fc.bias"]
