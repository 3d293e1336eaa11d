# verdict: passed
# style: depth-first search with a stack of iterators and three colours
WHITE, GREY, BLACK = range(3)


def topological_order(graph):
    colour, order = {}, []
    for root in sorted(graph):
        if colour.get(root, WHITE) != WHITE:
            continue
        colour[root] = GREY
        path = [(root, iter(sorted(graph[root])))]
        while path:
            node, inputs = path[-1]
            for u in inputs:
                state = colour.get(u, WHITE)
                if state == GREY:
                    raise ValueError(f"graph has a cycle through {u}")
                if state == WHITE:
                    colour[u] = GREY
                    path.append((u, iter(sorted(graph.get(u, [])))))
                    break
            else:
                colour[node] = BLACK
                order.append(node)
                path.pop()
    return order
