# verdict: wrong
# mistake: only the dict is copied; the lists of inputs that are emptied one by one are those of the caller.
# told: empties_the_graph
def topological_order(graph):
    remaining = dict(graph)
    readers = {}
    for node, inputs in graph.items():
        for u in inputs:
            readers.setdefault(u, []).append(node)
    for u in readers:
        if u not in remaining:
            remaining[u] = []
    ready = [node for node in remaining if not remaining[node]]
    order = []
    while ready:
        u = ready.pop(0)
        order.append(u)
        for node in readers.get(u, []):
            remaining[node].remove(u)
            if not remaining[node]:
                ready.append(node)
    if len(order) < len(remaining):
        raise ValueError("graph has a cycle")
    return order
