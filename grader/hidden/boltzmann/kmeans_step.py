"""Hidden tests of boltzmann/kmeans_step."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.boltzmann.kmeans_step import kmeans_step

independent = (
    "(lambda d, one: (d.argmin(1), torch.where(one.sum(0)[:, None] > 0, one.T @ x / one.sum(0).clamp(min=1)[:, None], "
    "centroids), d.amin(1).square().sum()))(torch.cdist(x, centroids, compute_mode='donot_use_mm_for_euclid_dist'), "
    "F.one_hot(torch.cdist(x, centroids).argmin(1), len(centroids)).to(x.dtype))"
)


def sample(rng, size="small"):
    """Points around three of four centroids, or one of each."""
    if size == "ones":
        return rng.normal(size=(1, 1)), rng.normal(size=(1, 1))
    places = np.array([[-4.0, 1.0, 0.0], [3.0, 5.0, -2.0], [0.0, -6.0, 4.0], [2.0, 2.0, 40.0]])
    x = places[[1, 0, 2, 1, 0, 2, 1]] + rng.normal(size=(7, 3))
    return x, places + rng.uniform(0.1, 0.9, (4, 3))


def test_by_hand(yours):
    """Five points on a line between two centroids: three go left and two go right."""
    x = np.array([[10.0], [1.0], [2.0], [6.0], [3.0]])
    labels, centroids, inertia = yours(x, np.array([[9.0], [0.0]]))
    agree(labels, np.array([0, 1, 1, 0, 1]))
    agree(centroids, np.array([[8.0], [2.0]]), exact=True)
    agree(inertia, 1.0 + 1.0 + 4.0 + 9.0 + 9.0)


def test_ties(yours):
    """A point in the middle between centroids goes to the one with the smallest number."""
    labels, centroids, _ = yours(np.array([[0.0, 2.0], [7.0, 2.0]]), np.array([[9.0, 2.0], [2.0, 2.0], [-2.0, 2.0], [0.0, 4.0]]))
    agree(labels, np.array([1, 0]))
    agree(centroids, np.array([[7.0, 2.0], [0.0, 2.0], [-2.0, 2.0], [0.0, 4.0]]), exact=True)


def test_empty_clusters(yours):
    """A centroid without points stays where it is, and divides nothing by zero."""
    old = np.array([[50.0, -60.0], [1.0, 0.0], [-70.0, 80.0]])
    labels, centroids, inertia = yours(np.array([[2.0, 1.0], [4.0, 3.0]]), old)
    agree(labels, np.array([1, 1]))
    agree(centroids, np.array([[50.0, -60.0], [3.0, 2.0], [-70.0, 80.0]]), exact=True)
    agree(inertia, 2.0 + 18.0)


def test_euclid_decides(yours):
    """The nearest centroid is the nearest by Euclid: (3, 3) is closer to the origin than (0, 5), at a distance of 6 or not."""
    labels, _, inertia = yours(np.array([[0.0, 0.0]]), np.array([[0.0, 5.0], [3.0, 3.0]]))
    agree(labels, np.array([1]))
    agree(inertia, 18.0)


def test_far_from_the_origin(yours):
    """A million kilometres away from the origin the distances are the same, to the millimetre."""
    x, old = np.array([[0.0, 1.0], [3.0, 1.0], [4.0, 1.0]]), np.array([[1.0, 1.0], [5.0, 1.0]])
    labels, centroids, inertia = yours(x + 2.0**30, old + 2.0**30)
    agree(labels, np.array([0, 0, 1]))
    agree(centroids - 2.0**30, np.array([[1.5, 1.0], [4.0, 1.0]]))
    agree(inertia, 1.0 + 4.0 + 1.0)
    labels, _, inertia = yours(np.tile(x, (10, 1)) + 2.0**30, old + 2.0**30)
    agree((labels, inertia), (np.tile([0, 0, 1], 10), 60.0))


def test_inertia_never_rises(yours, rng):
    """Step after step the inertia falls, and it ends with centroids that are the means of their points."""
    x, centroids = rng.normal(size=(20, 2)), np.array([[3.0, 3.0], [2.5, 3.0], [3.0, 2.0]])
    inertias = []
    for _ in range(12):
        result = yours(x, centroids)
        agree(result, kmeans_step(x, centroids))
        centroids = result[1]
        inertias.append(float(result[2]))
    agree(bool(np.all(np.diff(inertias) <= 1e-9 * inertias[0])), True)
    agree(yours(x, centroids)[1], centroids)


def test_names_of_the_clusters(yours, rng):
    """Which centroid is called 0 makes no difference: other numbers, the same clusters."""
    x, old = sample(rng)
    _, updated, inertia = kmeans_step(x, old)
    labels, centroids, same = yours(x, old[[2, 0, 3, 1]])
    agree(labels, np.array([3, 1, 0, 3, 1, 0, 3]))
    agree(centroids, updated[[2, 0, 3, 1]])
    agree(same, inertia)


def table(x, centroids):
    return ((x[:, None] - centroids) ** 2).sum(-1)


def means(x, centroids, labels):
    updated = centroids.copy()
    for k in set(labels.tolist()):
        updated[k] = x[labels == k].mean(0)
    return updated


@mistake("A centroid without points becomes NaN: zero is divided by zero. Let it stay where it is.")
def divides_by_no_points(x, centroids):
    labels, updated, inertia = kmeans_step(x, centroids)
    updated[np.bincount(labels, minlength=len(centroids)) == 0] = np.nan
    return labels, updated, inertia


@mistake("A centroid without points jumps to the origin: its sum of no points is zero. Let it stay where it is.")
def sends_empty_clusters_to_the_origin(x, centroids):
    labels, updated, inertia = kmeans_step(x, centroids)
    updated[np.bincount(labels, minlength=len(centroids)) == 0] = 0
    return labels, updated, inertia


@mistake("You return labels of the new centroids. Assign once, with the old centroids, and then update: that is one step.")
def assigns_again_after_the_update(x, centroids):
    _, updated, inertia = kmeans_step(x, centroids)
    return table(x, updated).argmin(1), updated, inertia


@mistake("Your inertia is measured to the new centroids. Here it belongs to the labels and to the old centroids.")
def measures_after_the_update(x, centroids):
    labels, updated, _ = kmeans_step(x, centroids)
    return labels, updated, ((x - updated[labels]) ** 2).sum()


@mistake("Your inertia is a mean. It is the sum of the squared distances over all points, not divided by their number.")
def averages_the_inertia(x, centroids):
    labels, updated, inertia = kmeans_step(x, centroids)
    return labels, updated, inertia / x.dtype.type(len(x))


@mistake("Your inertia adds up distances. Add up their squares: do not take the root.")
def adds_up_unsquared_distances(x, centroids):
    labels, updated, _ = kmeans_step(x, centroids)
    return labels, updated, np.sqrt(table(x, centroids).min(1)).sum()


@mistake("You compare by the sum of absolute differences. The nearest centroid is the nearest by the squared Euclidean distance.")
def compares_by_absolute_differences(x, centroids):
    labels = np.abs(x[:, None] - centroids).sum(-1).argmin(1)
    return labels, means(x, centroids, labels), ((x - centroids[labels]) ** 2).sum()


@mistake("You take the centroid with the largest scalar product. That is not the nearest one: long vectors win. Use distances.")
def compares_by_scalar_products(x, centroids):
    labels = (x @ centroids.T).argmax(1)
    return labels, means(x, centroids, labels), ((x - centroids[labels]) ** 2).sum()


@mistake("At a tie you take the last of the nearest centroids. Take the one with the smallest number.")
def gives_ties_to_the_last(x, centroids):
    labels = len(centroids) - 1 - table(x, centroids)[:, ::-1].argmin(1)
    return labels, means(x, centroids, labels), table(x, centroids).min(1).sum()


@mistake("You expand the square into three terms, which cancel far from the origin. Subtract first and square then.")
def expands_the_square(x, centroids):
    distances = (x**2).sum(1)[:, None] - 2 * x @ centroids.T + (centroids**2).sum(1)
    labels = distances.argmin(1)
    return labels, means(x, centroids, labels), distances.min(1).sum()


@mistake("You divide the sums of the clusters by the number of all points. Divide each by the number of its own points.")
def divides_by_all_points(x, centroids):
    labels, updated, inertia = kmeans_step(x, centroids)
    for k in set(labels.tolist()):
        updated[k] = x[labels == k].sum(0) / len(x)
    return labels, updated, inertia


@mistake("The old centroid is averaged in as if it were a point. The new one is the mean of the points alone.")
def counts_the_old_centroid(x, centroids):
    labels, updated, inertia = kmeans_step(x, centroids)
    for k in set(labels.tolist()):
        updated[k] = np.vstack([x[labels == k], centroids[k]]).mean(0)
    return labels, updated, inertia


@mistake("You move the centroids of the caller. Begin with a copy of them and return that.")
def overwrites_centroids(x, centroids):
    labels, updated, inertia = kmeans_step(x, centroids)
    centroids[...] = updated
    return labels, updated, inertia


@mistake("float32 points give float64 centroids, because their counts are float64 or integers. Keep the dtype of x.")
def returns_float64(x, centroids):
    labels, updated, inertia = kmeans_step(x, centroids)
    return labels, updated.astype(np.float64), inertia


@right
def by_a_matrix_of_members(x, centroids):
    distances = np.linalg.norm(x[:, None] - centroids, axis=2)
    labels = np.argmin(distances, axis=1)
    members = np.eye(len(centroids), dtype=x.dtype)[labels]
    counts = members.sum(0)[:, None]
    updated = np.where(counts > 0, members.T @ x / np.maximum(counts, 1), centroids)
    return labels, updated, np.sum(distances.min(1) ** 2)


@right
def point_by_point(x, centroids):
    labels, inertia, sums, counts = [], 0.0, np.zeros_like(centroids), [0] * len(centroids)
    for point in x:
        squares = [float(sum((a - b) ** 2 for a, b in zip(point, c, strict=True))) for c in centroids]
        k = squares.index(min(squares))
        labels.append(k)
        inertia += squares[k]
        sums[k] += point
        counts[k] += 1
    updated = np.stack([s / n if n else c for s, n, c in zip(sums, counts, centroids, strict=True)])
    return np.array(labels), updated, x.dtype.type(inertia)


@right
def by_adding_at(x, centroids):
    labels = np.array([np.argmin(np.einsum("kd,kd->k", centroids - p, centroids - p)) for p in x])
    counts, updated = np.bincount(labels, minlength=len(centroids)), np.zeros_like(centroids)
    np.add.at(updated, labels, x)
    updated[counts > 0] /= counts[counts > 0, None].astype(x.dtype)
    updated[counts == 0] = centroids[counts == 0]
    return labels, updated, ((x - centroids[labels]) ** 2).sum()
