"""From one sentence to one claim: certain only where the sentence says plainly that a party has joined."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from moonpact.cite import claim_lines, passage_lines
from moonpact.evidence import end_words
from moonpact.reading import Dated, Mention, Sentence, Span
from moonpact.tables import visible

FILL_IN = "FILL-IN"
_PARTIES = {"country", "organisation", "group"}
_COALITIONS = {"coalition", "agreement"}
# the first of these that a sentence has decides; what a doubt may mean is for the curator to judge
_STANCES = (("deny", "denies"), ("report", "reports"), ("plan", "plans"), ("hope", "hopes"), ("expect", "expects"))
_DOUBTS = ("deny", "report", "plan", "hope", "expect", "condition", "cancel")
# a dateline or a time, and nothing else, may stand before the party
_BEFORE = re.compile(r"(?:[A-Z]{3,} [—–-] )?(?:(?:In|On|Earlier|Last|This) [^,]{0,30}, )?")
_BETWEEN = re.compile(
    r" (?:(?:has|have|had|also|formally|officially) )*(?:joined|acceded to|signed(?: up to| up for)?"
    r"|(?:became|has become) (?:a|the) [\w -]{0,30}?(?:country|nation|state|member|signatory) (?:to (?:join|sign)|of))"
    r" (?:the )?(?:China-led |US-led |U\.S\.-led )?"
)
_LIST = re.compile(r", (?:and )?| and ")
_AFTER = re.compile(r"(?: \([A-Z]+\))?(?:[.,]|$| (?:on|in|at|during|as|this|last|earlier|today)\b)")
_NAMED = 6


@dataclass(frozen=True)
class Settings:
    """What the curator says of the article: its short name, and publisher and day of publication if known."""

    article: str
    publisher: str = ""
    published: str = ""


class Finding:
    """One sentence that speaks of joining, signing, planning or cancelling, and what in it is certain."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a sentence is read with
        self, content: str, sentence: Sentence, mentions: list[Mention], dated: list[Dated], unknown: list[Span],
        settings: Settings, accessions: dict[tuple[str, str], str],
    ) -> None:  # fmt: skip
        """Keep what stands in the sentence."""
        self.content, self.sentence, self.settings, self.accessions = content, sentence, settings, accessions
        self.mentions = [m for m in mentions if sentence.start <= m.start < sentence.end]
        self.dates = [d for d in dated if sentence.start <= d.start < sentence.end]
        self.unknown = [n for n in unknown if re.search(rf"\b{re.escape(n.words)}\b", sentence.words)]
        self.acts = sorted(
            (s for kind in ("join", "become", "sign", "intend") for s in sentence.phrases.get(kind, ())),
            key=lambda s: s.start,
        )
        self.plain = self._plain()
        named = [i for m in self.mentions for i in m.iris if self._is(m, _COALITIONS)]
        self.coalitions = list(dict.fromkeys(f"coalition:{i.partition(':')[2]}" for i in named))
        self.agreements = list(dict.fromkeys(i for i in named if i.startswith("agreement:")))

    @property
    def matters(self) -> bool:
        """Whether a claim can be drawn from the sentence."""
        kinds = {i.partition(":")[0] for m in self.mentions for i in m.iris}
        planned = self.sentence.phrases.keys() & {"plan", "cancel"} and kinds & {"mission", "coalition", "programme"}
        return bool((self.acts and (kinds & (_COALITIONS | _PARTIES) or self.unknown)) or planned)

    def doubts(self) -> list[str]:
        """Return why the sentence may not say that its party has joined, in words; nothing means that it does."""
        reasons = [] if self.plain else ["no plain “PARTY joined COALITION”"]
        for kind in _DOUBTS:
            reasons += [f"“{span.words}”" for span in self.sentence.phrases.get(kind, ())]
        if self.sentence.quotes:
            reasons.append("a quotation")
        if self.unknown and reasons:
            more = f" and {len(self.unknown) - _NAMED} more" if len(self.unknown) > _NAMED else ""
            reasons.append("unknown: " + ", ".join(n.words for n in self.unknown[:_NAMED]) + more)
        return list(dict.fromkeys(reasons))

    def _plain(self) -> list[tuple[str, str]]:
        """Return each party with the coalition if the sentence begins with “PARTY joined COALITION”.

        Nothing stands before that could turn the sense. “PARTY and PARTY joined COALITION” is as plain.
        """
        for at, coalition in enumerate(self.mentions):
            for first in range(at):
                parties = self.mentions[first:at]
                sure = all(len(m.iris) == 1 and m.bare for m in (*parties, coalition))
                if not sure or not self._is(coalition, _COALITIONS) or not all(self._is(p, _PARTIES) for p in parties):
                    continue
                before = self.content[self.sentence.start : parties[0].start]
                gaps = [self.content[a.end : b.start] for a, b in pairwise(parties)]
                between = self.content[parties[-1].end : coalition.start]
                after = self.content[coalition.end : self.sentence.end]
                listed = all(map(_LIST.fullmatch, gaps)) and (not gaps or "and" in gaps[-1])
                if listed and _BEFORE.fullmatch(before) and _BETWEEN.fullmatch(between) and _AFTER.match(after):
                    self.object = coalition
                    return [(p.iris[0], f"coalition:{coalition.iris[0].partition(':')[2]}") for p in parties]
        return []

    def pairs(self) -> list[tuple[str, str]]:
        """Return parties with the coalition; where it is not plain, the one before the phrase if it is the only one."""
        if self.plain or not self.acts:
            return self.plain
        first = self.acts[0].start
        before = [m for m in self.mentions if m.end <= first and m.bare and self._is(m, _PARTIES)]
        others = [n for n in self.unknown if self.sentence.words.find(n.words) < first - self.sentence.start]
        if len(before) == len(self.coalitions) == 1 and len(before[0].iris) == 1 and not others:
            return [(before[0].iris[0], self.coalitions[0])]
        return []

    @staticmethod
    def _is(mention: Mention, kinds: set[str]) -> bool:
        return any(iri.partition(":")[0] in kinds for iri in mention.iris)

    def stance(self) -> str:
        """Return the stance that the words suggest."""
        return next((stance for kind, stance in _STANCES if kind in self.sentence.phrases), "asserts")

    def accession(self, pair: tuple[str, str]) -> str:
        """Return the short name of an accession, the project’s or a new one."""
        return self.accessions.get(pair, f"accession:{'-'.join(name.partition(':')[2] for name in pair)}")

    def day(self) -> str:
        """Return the day of joining: beside the coalition or at the beginning; the only one, where all is uncertain."""
        sure = [d for d in self.dates if d.sure]
        if self.plain:
            sure = [
                d
                for d in sure
                if re.fullmatch(r"(?: \([A-Z]+\))? (?:on |in )?", self.content[self.object.end : d.start])
                or re.fullmatch(r"(?:[A-Z]{3,} [—–-] )?(?:In|On) ", self.content[self.sentence.start : d.start])
            ]
        return sure[0].edtf if len(sure) == 1 else FILL_IN

    def missing_accession(self) -> dict[str, str]:
        """Return the descriptions of the accessions that the project has not yet, by their names."""
        words = {iri: m.words for m in reversed(self.mentions) for iri in m.iris}
        missing = {}
        for pair in self.pairs():
            if pair not in self.accessions:
                party, coalition = pair
                joined = words.get(coalition) or words[f"agreement:{coalition.partition(':')[2]}"]
                missing[self.accession(pair)] = (
                    f"{self.accession(pair)} a pact:Accession ;\n"
                    f'    rdfs:label "accession of {visible(words[party])} to the {visible(joined)}"@en ;\n'
                    f"    pact:party {party} ;\n    pact:coalition {coalition} .\n"
                )
        return missing

    def block(self, taken: Counter[str]) -> tuple[bool, str]:
        """Return whether the sentence is certain, and its claim: as it stands, or as a comment with the reasons."""
        doubts = self.doubts()
        day = self.day()
        content = f"    {FILL_IN} {FILL_IN} {FILL_IN} .\n"
        name = "-".join(re.findall(r"[a-z0-9]+", self.sentence.words.lower())[:3])
        if self.acts:
            lines = ["pact:stage pact:signature"]
            lines += [f'pact:date "{day}"^^edtf:EDTF'] if day != FILL_IN else []
            lines += [f"pact:instrument {self.agreements[0]}"] if len(self.agreements) == 1 else []
            named = [self.accession(pair) for pair in self.pairs()] or [f"accession:{FILL_IN}"]
            content = "".join(f"    {name} " + " ;\n        ".join(lines) + " .\n" for name in named)
        taken[name] += 1
        name += f"-{taken[name]}" if taken[name] > 1 else ""
        span = (self.sentence.start, self.sentence.end)
        speaker = self.settings.publisher or f"organisation:{FILL_IN}"
        claim = f"{self.settings.article}:{name} {{\n{content}}}\n"
        claim += claim_lines(self.settings.article, name, speaker, self.stance(), day, *span)
        first, last = end_words(self.sentence.words)
        head = f"# {span[0]}–{span[1]}: {visible(first)}{' … ' + visible(last) if last else ''}\n"
        head += "".join(f"# “{visible(d.words)}” is {in_words(d)}.\n" for d in self.dates if not d.sure)
        if not doubts:
            return True, head + claim
        head += f"# Not certain: {visible('; '.join(doubts))}.\n"
        claim += "\n" + passage_lines(self.settings.article, *span, self.sentence.words)
        return False, head + "".join(f"# {line}".rstrip() + "\n" for line in claim.splitlines())


def in_words(dated: Dated) -> str:
    """Return what a date is, or may be."""
    if dated.sure:
        return dated.edtf
    return f"perhaps {dated.edtf}, counted from the day of publication" if dated.edtf else "for you to judge"
