# verdict: raised
# mistake: torch.stack fails on an empty list when there are no test points, which is allowed.
import torch


def nearest_centroid(x_train, y_train, x_test):
    labels = torch.unique(y_train)
    centroids = torch.stack([x_train[y_train == k].mean(dim=0) for k in labels])
    answers = []
    for x in x_test:
        d = ((x - centroids) ** 2).sum(dim=1)
        answers.append(labels[d.argmin()])
    return torch.stack(answers)
