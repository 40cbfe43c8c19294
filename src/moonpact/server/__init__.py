"""The HTTP server: SPARQL protocol, linked data and stored questions, evaluated in processes that may die."""
