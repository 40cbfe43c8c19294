"""The published site: one static folder of pages and linked data."""
