# verdict: wrong
# mistake: a node that reads itself is not recognised as a cycle.
# told: forgives_loops
def topological_order(graph):
    nodes = dict.fromkeys(graph)
    for inputs in graph.values():
        nodes.update(dict.fromkeys(inputs))
    left = {node: [u for u in dict.fromkeys(graph.get(node, [])) if u != node] for node in nodes}
    readers = {node: [] for node in nodes}
    for node, inputs in left.items():
        for u in inputs:
            readers[u].append(node)
    count = {node: len(inputs) for node, inputs in left.items()}
    order = [node for node in nodes if count[node] == 0]
    for node in order:
        for reader in readers[node]:
            count[reader] -= 1
            if count[reader] == 0:
                order.append(reader)
    if len(order) < len(nodes):
        raise ValueError("graph has a cycle")
    return order
