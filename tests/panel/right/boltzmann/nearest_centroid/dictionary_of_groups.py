# verdict: passed
# style: groups in a dictionary, sorted names, one test point at a time
import numpy as np


def nearest_centroid(x_train, y_train, x_test):
    groups = {}
    for point, name in zip(x_train, y_train.tolist()):
        groups.setdefault(name, []).append(point)
    names = sorted(groups)
    centroids = []
    for name in names:
        members = np.asarray(groups[name], dtype=np.float64)
        centroids.append(members[0] + (members - members[0]).mean(axis=0))
    answer = np.empty(len(x_test), dtype=y_train.dtype)
    for m, point in enumerate(x_test):
        distances = [float(((point - c) ** 2).sum()) for c in centroids]
        answer[m] = names[distances.index(min(distances))]
    return answer
