# verdict: wrong
# mistake: a node that reads another twice is waited for once but paid twice, so it may come before its other inputs.
from collections import deque


def topological_order(graph):
    waiting, readers = {}, {}
    for node, inputs in graph.items():
        waiting[node] = len(set(inputs))
        for u in inputs:
            waiting.setdefault(u, len(set(graph.get(u, []))))
            readers.setdefault(u, []).append(node)
    ready = deque(node for node in waiting if waiting[node] == 0)
    order = []
    while ready:
        u = ready.popleft()
        order.append(u)
        for node in readers.get(u, []):
            waiting[node] -= 1
            if waiting[node] == 0:
                ready.append(node)
    if len(order) != len(waiting):
        raise ValueError("graph has a cycle")
    return order
