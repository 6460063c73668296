"""All documents become one site: pairs, order, routes, resolved links. Pure."""
