"""One chapter of the made-up world: a coalition, what belongs to it, and the articles about it."""

import random
from collections.abc import Iterator

from benchmarks.terms import ENTITIES, A, Quad, iri, pact, term, text

STATES, OUTLETS, TOPICS = 190, 40, 60
# the stored questions name these by themselves, so a world has to have them
COALITIONS = ("ilrs", "artemis-accords")
_COUNTED = {"ilrs": "ilrs-partner-countries", "artemis-accords": "artemis-accords-signatory-states"}
_ALIASES = {"ilrs-body-3": "apsco", "ilrs-person-0": "victoria-samson"}
_FIRST_STATES = ("china", "turkiye", "russia", "united-states")
_FIRST_TOPICS = ("lunar-base", "crewed-use", "international-partners")
_BODIES = (
    "SpaceAgency",
    "University",
    "ResearchInstitute",
    "Company",
    "Laboratory",
    "Academy",
    "Ministry",
    "Foundation",
)
_TEXTS = ("JointStatement", "Memorandum", "Agreement", "JointDeclaration", "Treaty", "Accords")

LABEL, OF_STATE = term("rdfs:label"), pact("ofState")
STATE_NAMES = [*_FIRST_STATES, *(f"state-{n:03}" for n in range(len(_FIRST_STATES), STATES))]
TOPIC_NAMES = [*_FIRST_TOPICS, *(f"matter-{n:02}" for n in range(len(_FIRST_TOPICS), TOPICS))]


class Chapter:
    """One coalition, what belongs to it, and the articles about it."""

    def __init__(self, seed: int, index: int) -> None:
        """Draw the parties of the chapter and what is true of them."""
        self.seed, self.index = seed, index
        self.tag = COALITIONS[index] if index < len(COALITIONS) else f"pact-{index:05}"
        draw = random.Random(f"{seed}:{index}")
        self.coalition = iri("coalition", self.tag)
        states = draw.sample(STATE_NAMES, 14)
        self.states = [*_FIRST_STATES[:2], *(s for s in states if s not in _FIRST_STATES[:2])] if index < 2 else states
        bodies, people = (f"{self.tag}-body-{n}" for n in range(10)), (f"{self.tag}-person-{n}" for n in range(5))
        self.bodies = [_ALIASES.get(body, body) for body in bodies]
        self.people = [_ALIASES.get(person, person) for person in people]
        self.parties = [("country", s) for s in self.states] + [("organisation", b) for b in self.bodies[3:6]]
        self.accessions = [iri("accession", f"{name}-{self.tag}") for _, name in self.parties]
        self.texts = [iri("agreement", f"{self.tag}-text-{n}") for n in range(6)]
        self.days = [day(draw) for _ in self.accessions]
        self.missions = [iri("mission", f"{self.tag}-flight-{n}") for n in range(4)]
        self.milestones = [iri("milestone", f"{self.tag}-goal-{n}") for n in range(4)]
        self.quantities = [
            iri("quantity", _COUNTED.get(self.tag, f"{self.tag}-members")),
            iri("quantity", f"{self.tag}-bodies"),
        ]
        self.facilities = [iri("facility", f"{self.tag}-site-{n}") for n in range(3)]
        self.places = [iri("place", f"{self.tag}-place-{n}") for n in range(3)]
        self.list = iri("list", f"{self.tag}-table")

    def one(self, kind: str, suffix: str) -> str:
        """Return an entity of which the chapter has one."""
        return iri(kind, f"{self.tag}-{suffix}")

    def entities(self) -> Iterator[Quad]:
        """Yield the identities of the chapter: kind, label, and what belongs to what."""
        tag, coalition, agent = self.tag, self.coalition, iri("country", self.states[0])
        leader = iri("country", self.states[0])
        yield from entity(coalition, [pact("Coalition"), pact("Programme")], f"coalition {tag}")
        for (kind, name), accession in zip(self.parties, self.accessions, strict=True):
            about = [(pact("party"), iri(kind, name)), (pact("coalition"), coalition)]
            yield from entity(accession, [pact("Accession")], f"accession of {name} to {tag}", about)
        for n, body in enumerate(self.bodies):
            about = [(OF_STATE, iri("country", self.states[n % len(self.states)]))]
            yield from entity(iri("organisation", body), [pact(_BODIES[n % len(_BODIES)])], f"body {n} of {tag}", about)
        for n, person in enumerate(self.people):
            yield from entity(iri("person", person), [term("foaf:Person")], f"person {n} of {tag}")
            office = [(term("org:postIn"), iri("organisation", self.bodies[n]))]
            yield from entity(iri("post", f"{person}-office"), [term("org:Post")], f"office {n} of {tag}", office)
        for kind, nodes in zip(_TEXTS, self.texts, strict=True):
            yield from entity(nodes, [pact(kind)], f"{kind} of {tag}")
        for n, mission in enumerate(self.missions):
            yield from entity(mission, [pact("CrewedMission" if n == 3 else "RoboticMission")], f"flight {n} of {tag}")
        for n, milestone in enumerate(self.milestones):
            yield from entity(milestone, [pact("Milestone")], f"goal {n} of {tag}", [(pact("undertaking"), coalition)])
        for n, quantity in enumerate(self.quantities):
            yield from entity(quantity, [pact("Quantity")], f"number {n} of {tag}", [(pact("undertaking"), coalition)])
        for n, (facility, place) in enumerate(zip(self.facilities, self.places, strict=True)):
            yield from entity(facility, [pact("Facility")], f"site {n} of {tag}")
            yield from entity(place, [term("schema:Place")], f"place {n} of {tag}")
        lists = [(pact("undertaking"), coalition), (pact("listsKind"), pact("State"))]
        yield from entity(self.list, [pact("PublishedList")], f"table of {tag}", lists)
        parties = [(pact("party"), agent), (pact("party"), iri("country", self.states[1]))]
        for kind, suffix, about in (
            ("phase", "phase-1", [(pact("partOf"), coalition)]),
            ("phase", "phase-2", [(pact("partOf"), coalition)]),
            ("programme", "programme", [(pact("partOf"), coalition)]),
            ("spacecraft", "craft", []),
            ("payload", "instrument", []),
            ("vehicle", "rocket", []),
            ("policy", "law", []),
            ("event", "summit", []),
            ("event", "announcement", []),
            ("invitation", "call", [(pact("party"), leader), (pact("coalition"), coalition)]),
            ("cooperation", "work", parties),
            ("contribution", "share", [(pact("party"), parties[1][1]), (pact("undertaking"), coalition)]),
            ("tie", "tie", [(pact("party"), iri("country", self.states[-1])), (pact("coalition"), coalition)]),
        ):
            kinds = {"vehicle": "LaunchVehicle"}
            yield from entity(
                self.one(kind, suffix), [pact(kinds.get(kind, kind.capitalize()))], f"{suffix} of {tag}", about
            )

    def article_name(self, index: int) -> str:
        """Return the short name of an article, which is also the name of its file."""
        return f"{self.tag}-{index:04}"


def day(draw: random.Random, first: int = 2012, last: int = 2019) -> str:
    """Return a day of the years in which things happen; articles on them appear later."""
    return f"{draw.randint(first, last)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"


def imprecise(draw: random.Random, day: str) -> str:
    """Return a day as precisely as sources give days."""
    return draw.choices((day, day[:7], day[:4], f"[..{day[:7]}]", f"{day[:4]}~"), (45, 35, 8, 8, 4))[0]


def entity(node: str, kinds: list[str], label: str, about: list[tuple[str, str]] | None = None) -> Iterator[Quad]:
    """Yield what the entities graph says of one entity."""
    for kind in kinds:
        yield ENTITIES, node, A, kind
    yield ENTITIES, node, LABEL, text(label, "en")
    for predicate, value in about or []:
        yield ENTITIES, node, predicate, value
