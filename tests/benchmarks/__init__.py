"""Benchmarks, and the made-up world that they run on."""
