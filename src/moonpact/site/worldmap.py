"""The map of the world: countries drawn when the scripts are built, coloured by the side on which they stand."""

import json
from importlib.resources import files

from moonpact.site.membership import CONTESTED, Membership, countries, sides
from moonpact.site.record import Record

LEGEND = {"ilrs": "ILRS", "accords": "Artemis Accords", "both": "Both", CONTESTED: "Contested"}


def membership_map(record: Record, found: list[Membership]) -> dict[str, object] | None:
    """Return size, countries and legend of the map, or None if the outlines have not been built.

    The outlines are those of Natural Earth. A country is found by its ISO 3166-1 code, or else by its name.
    """
    outlines = files("moonpact.site") / "assets" / "world.json"
    if not outlines.is_file():
        return None
    world = json.loads(outlines.read_text(encoding="utf-8"))
    side = sides(found)
    codes = countries(record)
    by_code = {codes[party]: party for party in side if party in codes}
    by_name = {record.label(party).casefold(): party for party in side if party not in codes}
    drawn = []
    for country in world["countries"]:
        code = (country["code"] or "").lower()
        party = by_code.get(code) or by_name.get(country["name"].casefold())
        stands = side.get(party or "", "none")
        name = record.label(party) if party else country["name"]
        title = f"{name}: {LEGEND.get(stands, stands)}" if party else name
        drawn.append({**country, "code": code, "side": stands, "title": title})
    states = [party for party in side if record.is_a(party, "pact:State")]
    legend = [
        (words, name, sorted((record.label(p) for p in states if side[p] == name), key=str.casefold))
        for name, words in LEGEND.items()
    ]
    return {"width": world["width"], "height": world["height"], "countries": drawn, "legend": legend}
