"""The redirections of w3id.org: from an IRI to the page or the data that a client asks for."""

from moonpact.site.linked_data import SUFFIXES

_KINDS = "ontology|dataset|id|claim|graph|question|other"
_RDF = {
    **SUFFIXES,
    "rdf": "application/rdf[+]xml",
    "trig": "application/trig",
}
# which documents have a form that not all have
_ONLY = {"rdf": "ontology(?:/[^/]+)?", "trig": "claim/.+"}


def htaccess(address: str) -> bytes:
    """Return the file for the folder `moonpact` of w3id.org; `address` is where the site is served.

    Each rule answers 303 See Other. Data goes to clients that name its media type, unless they name HTML too and no
    less gladly (without a lower q); everybody else gets the page. A path that names its form, such as
    `id/country/peru.ttl`, goes there.
    """
    site = address.rstrip("/") + "/"
    lines = [
        "# https://w3id.org/moonpact/",
        f"# The redirections of Moonpact, whose pages and data stand at {site}",
        "Options +FollowSymLinks",
        "RewriteEngine on",
        "AddType text/turtle .ttl",
        "",
        f"RewriteRule ^$ {site} [R=303,L]",
        f"RewriteRule ^(.+[.](?:html|ttl|jsonld|nt|rdf|trig|atom|xml|csv|json|nq|gz))$ {site}$1 [R=303,NE,L]",
        f"RewriteRule ^(dist/.+|[.]well-known/.+)$ {site}$1 [R=303,NE,L]",
        f"RewriteRule ^sparql/?$ {site}sparql/ [R=303,L]",
    ]
    for suffix, media in _RDF.items():
        escaped = media if "[" in media else media.replace("+", "[+]")
        path = _ONLY.get(suffix, f"(?:{_KINDS})(?:/.+)?")
        lines += [
            "",
            f"RewriteCond %{{HTTP_ACCEPT}} {escaped}",
            r"RewriteCond %{HTTP_ACCEPT} !(text/html|application/xhtml[+]xml)(?!\s*;\s*q=0)",
            f"RewriteRule ^({path})$ {site}$1.{suffix} [R=303,NE,L]",
        ]
    lines += ["", f"RewriteRule ^((?:{_KINDS})(?:/.+)?)$ {site}$1.html [R=303,NE,L]"]
    return ("\n".join(lines) + "\n").encode()
