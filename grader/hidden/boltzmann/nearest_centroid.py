"""Hidden tests of boltzmann/nearest_centroid."""

import numpy as np

from grader.authoring import agree, mistake, right
from solutions.boltzmann.nearest_centroid import nearest_centroid

independent = (
    "(lambda names, one: names[torch.cdist(x_test, one.T @ x_train / one.sum(0)[:, None]).argmin(1)])"
    "(y_train.unique(), torch.nn.functional.one_hot(y_train.unique(return_inverse=True)[1]).to(x_train))"
)


def sample(rng, size="small"):
    """Nine training points of four classes that overlap, and eleven test points; or one of each."""
    if size == "ones":
        return rng.normal(size=(1, 1)), np.array([4]), rng.normal(size=(1, 1))
    x_train = rng.normal(size=(9, 3)) * np.array([3.0, 1.0, 2.0]) + 2
    return x_train, np.array([7, -2, 4, 7, 11, -2, -2, 4, 7]), rng.normal(size=(11, 3)) * 2 + 2


def test_means_decide(yours):
    """The nearest mean counts, and not the nearest point, the sum, or the number of points."""
    x_train = np.array([[0.0], [10.0], [2.0], [9.0], [6.0]])
    x_test = np.array([[9.9], [5.1], [0.5], [6.0], [4.0]])
    agree(yours(x_train, np.array([2, 2, 2, 5, 5]), x_test), np.array([5, 2, 2, 5, 2]))


def test_labels_are_names(yours):
    """Labels with gaps, large ones and negative ones come back as they were given."""
    x_train = np.array([[0.0, 1.0], [5.0, 1.0], [0.0, 9.0], [7.0, 7.0]])
    x_test = np.array([[6.0, 6.0], [0.0, 8.0], [1.0, 0.0], [5.0, 0.0], [0.0, 0.0]])
    agree(yours(x_train, np.array([40, -3, 1000, 6]), x_test), np.array([6, 1000, 40, -3, 40]))


def test_other_names(yours, rng):
    """Renamed classes, in another order, give the renamed answers."""
    x_train, y_train, x_test = sample(rng)
    names = {7: -9, -2: 30, 4: 0, 11: 2}
    renamed = np.array([names[y] for y in y_train.tolist()])
    want = np.array([names[y] for y in nearest_centroid(x_train, y_train, x_test).tolist()])
    agree(yours(x_train, renamed, x_test), want)


def test_ties(yours):
    """In the middle between centroids the smallest label wins, whichever class came first."""
    x_train = np.array([[4.0, 0.0], [-4.0, 0.0], [0.0, 4.0]])
    x_test = np.array([[0.0, 0.0], [2.0, 2.0], [-3.0, 3.0], [0.0, -7.0]])
    agree(yours(x_train, np.array([8, 3, 5]), x_test), np.array([3, 5, 3, 3]))


def test_euclid_decides(yours):
    """The nearest is meant in the sense of Euclid: (3, 3) is nearer to the origin than (0, 5)."""
    x_train = np.array([[0.0, 5.0], [3.0, 3.0], [9.0, 9.0]])
    agree(yours(x_train, np.array([1, 2, 3]), np.array([[0.0, 0.0], [1.0, 6.0], [5.0, 5.0]])), np.array([2, 1, 2]))


def test_each_point_for_itself(yours, rng):
    """The label of a test point does not depend on the other test points, and no points give no labels."""
    x_train, y_train, x_test = sample(rng)
    want = nearest_centroid(x_train, y_train, x_test)
    crowd = np.concatenate([x_test, x_test[:1] + np.linspace(0, 60, 20)[:, None]])
    agree(yours(x_train, y_train, crowd), nearest_centroid(x_train, y_train, crowd))
    agree([yours(x_train, y_train, x_test[n : n + 1]) for n in range(11)], list(want[:, None]))
    agree(yours(x_train, y_train, x_test[:0]), want[:0])


def test_moved_together(yours):
    """Moved far away from the origin together, training and test points are classified as before."""
    x_train, x_test = np.array([[0.0, 1.0], [2.0, 1.0], [5.0, 2.0]]), np.array([[2.0, 1.0], [3.5, 1.5], [2.5, 2.0], [9.0, 9.0]])
    agree(yours(x_train + 2.0**30, np.array([6, 6, 1]), x_test + 2.0**30), np.array([6, 1, 6, 1]))


def centroids_of(x, y, classes):
    return np.stack([x[y == k].mean(0) for k in classes])


def table(x, centroids):
    return ((x[:, None] - centroids) ** 2).sum(-1)


@mistake("You return places in the list of classes. Look the labels up there: they are names.")
def returns_places(x_train, y_train, x_test):
    return np.searchsorted(np.unique(y_train), nearest_centroid(x_train, y_train, x_test))


@mistake("You give every number up to the largest label a centroid. Classes are the labels that occur, and gaps are no classes.")
def counts_up_to_the_largest(x_train, y_train, x_test):
    classes = np.arange(y_train.max() + 1)
    centroids = [x_train[y_train == k].mean(0) if (y_train == k).any() else 0 * x_train[0] for k in classes]
    return table(x_test, np.stack(centroids)).argmin(1)


@mistake(
    "You answer with the label of the nearest training point. Take the mean of each class first, and the nearest of the means."
)
def asks_the_nearest_neighbour(x_train, y_train, x_test):
    return y_train[table(x_test, x_train).argmin(1)]


@mistake("You add up the points of a class and do not divide. The centroid is their mean.")
def forgets_to_divide(x_train, y_train, x_test):
    classes = np.unique(y_train)
    sums = np.stack([x_train[y_train == k].sum(0) for k in classes])
    return classes[table(x_test, sums).argmin(1)]


@mistake("Your centroids are medians. Take the mean of the points of each class.")
def takes_medians(x_train, y_train, x_test):
    classes = np.unique(y_train)
    return classes[table(x_test, np.stack([np.median(x_train[y_train == k], axis=0) for k in classes])).argmin(1)]


@mistake("You add up absolute differences. The nearest is meant in the sense of Euclid: add up squares.")
def adds_up_absolute_differences(x_train, y_train, x_test):
    classes = np.unique(y_train)
    return classes[np.abs(x_test[:, None] - centroids_of(x_train, y_train, classes)).sum(-1).argmin(1)]


@mistake("You take the largest scalar product, and long centroids win. Take the smallest distance.")
def compares_scalar_products(x_train, y_train, x_test):
    classes = np.unique(y_train)
    return classes[(x_test @ centroids_of(x_train, y_train, classes).T).argmax(1)]


@mistake("You answer with the farthest class. Take the smallest distance.")
def finds_the_farthest(x_train, y_train, x_test):
    classes = np.unique(y_train)
    return classes[table(x_test, centroids_of(x_train, y_train, classes)).argmax(1)]


@mistake("At a tie the largest label wins. Take the smallest one.")
def gives_ties_to_the_largest(x_train, y_train, x_test):
    classes = np.unique(y_train)[::-1]
    return classes[table(x_test, centroids_of(x_train, y_train, classes)).argmin(1)]


@mistake("At a tie the class that comes first in the data wins. Take the smallest label: sort the classes.")
def gives_ties_to_the_first_seen(x_train, y_train, x_test):
    classes = np.array(list(dict.fromkeys(y_train.tolist())))
    return classes[table(x_test, centroids_of(x_train, y_train, classes)).argmin(1)]


@mistake("You centre training and test points by means of their own, so that one test point changes the labels of others.")
def centres_the_test_points(x_train, y_train, x_test):
    if len(x_test) == 0:
        return y_train[:0].copy()
    return nearest_centroid(x_train - x_train.mean(0), y_train, x_test - x_test.mean(0))


@mistake("You let the test points move the centroids, as a step of k-means would. Only training points make centroids.")
def learns_from_the_test_points(x_train, y_train, x_test):
    guessed = nearest_centroid(x_train, y_train, x_test)
    return nearest_centroid(np.concatenate([x_train, x_test]), np.concatenate([y_train, guessed]), x_test)


@mistake("You expand the square into three terms, which cancel far from the origin. Subtract first and square then.")
def expands_the_square(x_train, y_train, x_test):
    classes = np.unique(y_train)
    centroids = centroids_of(x_train, y_train, classes)
    return classes[((x_test**2).sum(1)[:, None] - 2 * x_test @ centroids.T + (centroids**2).sum(1)).argmin(1)]


@mistake("Your labels are floating-point numbers. Return whole numbers, in the dtype of y_train.")
def returns_floats(x_train, y_train, x_test):
    return nearest_centroid(x_train, y_train, x_test).astype(np.float64)


@right
def point_by_point(x_train, y_train, x_test):
    means = {k: x_train[y_train == k].mean(0) for k in sorted(set(y_train.tolist()))}
    labels = [min(means, key=lambda k: float(((point - means[k]) ** 2).sum())) for point in x_test]
    return np.array(labels, dtype=y_train.dtype)


@right
def by_adding_at(x_train, y_train, x_test):
    classes, places, counts = np.unique(y_train, return_inverse=True, return_counts=True)
    sums = np.zeros((len(classes), x_train.shape[1]))
    np.add.at(sums, places, x_train)
    distances = np.linalg.norm(x_test[:, None, :] - sums / counts[:, None], axis=2)
    return np.take(classes, np.argmin(distances, axis=1))


@right
def by_a_matrix_of_members(x_train, y_train, x_test):
    classes = np.unique(y_train)
    members = (y_train == classes[:, None]).astype(x_train.dtype)
    centre = x_train[0]
    centroids = centre + members @ (x_train - centre) / members.sum(1, keepdims=True)
    return classes[np.einsum("mkd,mkd->mk", *[x_test[:, None] - centroids] * 2).argmin(1)]
