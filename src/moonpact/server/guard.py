"""What a query may not ask for, judged by the engine's own parser, so that what is checked is what is run."""

import random
import re
import string
from urllib.parse import urljoin

from pyoxigraph import NamedNode, Store

from moonpact import names
from moonpact.server.protocol import Refusal

_SERVICE = re.compile("service", re.IGNORECASE | re.ASCII)
_TOKEN = re.compile(
    r"""\#[^\n\r]*
      | <(?P<iri>[^<>"{}|^`\\\x00-\x20]*)>
      | \"{3}(?:[^\\]|\\.)*?\"{3} | '{3}(?:[^\\]|\\.)*?'{3} | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
      | (?P<prefix>[^\W\d_][\w.-]*)?:(?P<local>(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\[-_~.!$&'()*+,;=/?\#@%])*)
      | [?$@]\w+ | (?P<word>[A-Za-z]+) | [^\W]+ | \S""",
    re.VERBOSE | re.DOTALL,
)
# not the engine's terms: a word of our own, so that nobody can write a query with it in advance
_SCRAMBLED = "".join(random.SystemRandom().choices(string.ascii_lowercase.replace("e", ""), k=7))


def refuse_federation(query: str) -> None:
    """Raise Refusal if a query has a SERVICE clause.

    SPARQL has the word SERVICE as keyword for nothing else, and the engine reads keywords only in plain
    letters. So a query without these letters has none. In any other, each occurrence is replaced by the same
    letters without meaning: in strings, names, variables and comments they are as good as the first, so that the
    query still parses; a keyword is lost, and it does not.
    """
    if "service" not in query.lower():
        return
    if _parses(query) and not _parses(_SERVICE.sub(_SCRAMBLED, query)):
        raise Refusal(403, "SERVICE is refused: this server asks no other.")


def _parses(query: str) -> bool:
    """Tell whether the engine's parser takes a query; it is evaluated over nothing."""
    try:
        Store().query(query, base_iri=names.BASE)
    except SyntaxError:
        return False
    except (RuntimeError, OSError, ValueError):
        return True
    return True


def refuse_foreign_graphs(query: str, store: Store) -> None:
    """Raise Refusal if a FROM clause names a graph that the dataset does not have.

    The engine never fetches a graph; it would answer as if the graph were empty.
    """
    if "from" not in query.lower():
        return
    for graph in _graphs_named(query):
        try:
            known = store.contains_named_graph(NamedNode(graph))
        except ValueError:
            known = True  # no IRI: the engine's parser has its own words for that
        if not known:
            raise Refusal(403, f"FROM <{graph}> is refused: the dataset has no such graph, and none is fetched.")


def _graphs_named(query: str) -> list[str]:
    base, prefixes, graphs = names.BASE, dict[str, str](), list[str]()
    expects, prefix = "", ""
    for token in _TOKEN.finditer(query):
        word, iri, local = (token["word"] or "").upper(), token["iri"], token["local"]
        if token[0].startswith("#"):
            continue
        if iri is not None:
            iri = urljoin(base, iri)
            if expects == "BASE":
                base = iri
            elif expects == "PREFIX":
                prefixes[prefix] = iri
            elif expects == "FROM":
                graphs.append(iri)
        elif local is not None and expects == "PREFIX":
            prefix = token["prefix"] or ""
            continue
        elif local is not None and expects == "FROM" and (token["prefix"] or "") in prefixes:
            graphs.append(prefixes[token["prefix"] or ""] + re.sub(r"\\(.)", r"\1", local))
        elif word == "NAMED" and expects == "FROM":
            continue
        expects = word if word in ("BASE", "PREFIX", "FROM") else ""
    return graphs
